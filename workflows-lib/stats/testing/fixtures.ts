/** Reference values computed by scipy (`make-fixtures.py`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const bounds = { low: z.number(), high: z.number() };

const schema = z.strictObject({
  scipy: z.string(),
  student: z.strictObject({
    tails: z.array(z.strictObject({ t: z.number(), degrees: z.number(), upper: z.number() })),
    quantiles: z.array(z.strictObject({ probability: z.number(), degrees: z.number(), t: z.number() })),
  }),
  binomial: z.array(
    z.strictObject({ k: z.number(), trials: z.number(), chance: z.number(), lower: z.number(), upper: z.number() }),
  ),
  proportions: z.array(z.strictObject({ successes: z.number(), trials: z.number(), level: z.number(), ...bounds })),
  poisson: z.array(z.strictObject({ count: z.number(), level: z.number(), ...bounds })),
  ranks: z.array(
    z.strictObject({ n: z.number(), q: z.number(), level: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  ),
  summaries: z.array(
    z.strictObject({ name: z.string(), values: z.array(z.number()), mean: z.number(), stddev: z.number(), ...bounds }),
  ),
});

/** The fixtures, parsed. */
export const fixtures: z.infer<typeof schema> = schema.parse(
  JSON.parse(readFileSync(new URL('scipy-fixtures.json', import.meta.url), 'utf8')),
);

/** How far a figure is from the truth, relative to the truth; absolute where the truth is 0. */
export function relativeError(figure: number, truth: number): number {
  return truth === 0 ? Math.abs(figure) : Math.abs(figure - truth) / Math.abs(truth);
}
