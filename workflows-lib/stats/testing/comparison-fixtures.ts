/** Reference values for the statistics of comparisons, from scipy, statsmodels and arch (`make-comparison-fixtures.py`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const values = z.array(z.number());
const alternative = z.enum(['greater', 'less', 'two-sided']);
const share = z.tuple([z.number(), z.number()]).transform(([successes, trials]) => ({ successes, trials }));

const schema = z.strictObject({
  scipy: z.string(),
  statsmodels: z.string(),
  arch: z.string(),
  normal: z.strictObject({
    tails: z.array(z.strictObject({ z: z.number(), upper: z.number() })),
    points: z.array(z.strictObject({ tail: z.number(), z: z.number() })),
  }),
  signedRank: z.array(
    z.strictObject({
      kind: z.enum(['untied', 'permuted', 'counted', 'normal']),
      values,
      shift: z.number(),
      alternative,
      statistic: z.number(),
      zeros: z.number(),
      p: z.number(),
    }),
  ),
  pseudoMedians: z.array(
    z.strictObject({ values, tail: z.number(), estimate: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  ),
  multiplicity: z.array(z.strictObject({ p: values, holm: values, bh: values })),
  fisher: z.array(z.strictObject({ base: share, head: share, alternative, p: z.number() })),
  newcombe: z.array(z.strictObject({ base: share, head: share, level: z.number(), low: z.number(), high: z.number() })),
  blockLengths: z.array(z.strictObject({ rho: z.number(), series: values, length: z.number() })),
});

/** The fixtures, parsed. */
export const fixtures: z.infer<typeof schema> = schema.parse(
  JSON.parse(readFileSync(new URL('comparison-fixtures.json', import.meta.url), 'utf8')),
);
