import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { seededRandom, type Random } from '../core/random.ts';
import { binomialTails } from './binomial.ts';
import { holm } from './multiplicity.ts';
import { planLooks } from './sequential.ts';
import { signedRankTest } from './signed-rank.ts';
import { drift, studentNoise } from './testing/noise.ts';

const LOOKS = [
  { pairs: 14, share: 0.2 },
  { pairs: 20, share: 0.3 },
  { pairs: 30, share: 0.5 },
];

test('a plan says what each look spends and which p decides', () => {
  const plan = planLooks({ metrics: 20, level: 0.01, looks: LOOKS });
  expect(plan.looks).toEqual([
    { pairs: 14, share: 0.2, level: 0.002, firstStep: 0.0001, smallest: 2 ** -14 },
    { pairs: 20, share: 0.3, level: 0.003, firstStep: expect.closeTo(0.00015, 15), smallest: 2 ** -20 },
    { pairs: 30, share: 0.5, level: 0.005, firstStep: 0.00025, smallest: 2 ** -30 },
  ]);
  for (const { smallest, firstStep } of plan.looks) expect(smallest).toBeLessThanOrEqual(firstStep);
});

test('a look that can never fail is refused, and the first number of pairs that can is named', () => {
  const early = [{ pairs: 13, share: 0.2 }, ...LOOKS.slice(1)];
  expect(() => planLooks({ metrics: 20, level: 0.01, looks: early })).toThrow(
    new UsageError(
      'a look at 13 pairs can never fail: with 20 gating metrics and 0.002 of the level 0.01 to spend, the first number of pairs that ' +
        'can is 14; look later, spend more there, or gate on fewer metrics',
    ),
  );
});

test.each([
  ['no looks', { metrics: 1, level: 0.05, looks: [] }],
  ['looks that do not grow', { metrics: 1, level: 0.05, looks: [LOOKS[1], LOOKS[0]] }],
  ['the same look twice', { metrics: 1, level: 0.05, looks: [LOOKS[1], LOOKS[1]] }],
  ['half a pair', { metrics: 1, level: 0.05, looks: [{ pairs: 20.5, share: 1 }] }],
  ['a look without a share', { metrics: 1, level: 0.05, looks: [{ pairs: 20, share: 0 }] }],
  ['more than the level', { metrics: 1, level: 0.05, looks: [...LOOKS, { pairs: 40, share: 0.1 }] }],
  ['no metric', { metrics: 0, level: 0.05, looks: LOOKS }],
  ['no level', { metrics: 1, level: 0, looks: LOOKS }],
])('%s is no plan', (_, { looks, ...rest }) => {
  expect(() => planLooks({ ...rest, looks: looks.filter((look) => look !== undefined) })).toThrow(UsageError);
});

const [METRICS, LEVEL, TRIALS] = [20, 0.05, 600];
const TOLERANCE = Math.log(1.03);

/** Log ratios of pairs of one metric at the very edge of the tolerance: both runs of a pair stand in the same drift, head is 3 % slower. */
function logRatios(random: Random, pairs: number): number[] {
  const weather = drift(random, 0.9, 0.06);
  const run = (): number => 0.03 * studentNoise(random);
  return Array.from({ length: pairs }, () => {
    const level = weather.next().value;
    return level + TOLERANCE + run() - (level + run());
  });
}

/** For every trial, and for every look of it, the p-values of all metrics. */
function simulate(): number[][][] {
  const random = seededRandom('family');
  return Array.from({ length: TRIALS }, () => {
    const metrics = Array.from({ length: METRICS }, () => logRatios(random, 30));
    return LOOKS.map(({ pairs }) =>
      metrics.map((ratios) => signedRankTest(ratios.slice(0, pairs), { shift: TOLERANCE, alternative: 'greater' }).p),
    );
  });
}

test('over 20 metrics and 3 looks the chance of any false alarm stays at the level, and would not without the plan', () => {
  const plan = planLooks({ metrics: METRICS, level: LEVEL, looks: LOOKS });
  const trials = simulate();
  const alarms = (isFailing: (chances: readonly number[], look: number) => boolean): number =>
    trials.filter((looks) => looks.some((chances, look) => isFailing(chances, look))).length;
  const planned = alarms((chances, index) => {
    const look = plan.looks[index];
    return look !== undefined && Math.min(...holm(chances)) <= look.level;
  });
  // As many alarms as this or fewer have a chance of 99.9 % at the level itself.
  const most = [...trials.keys()].find((k) => binomialTails(k, { trials: TRIALS, chance: LEVEL }).lower >= 0.999) ?? 0;
  expect(planned).toBeLessThanOrEqual(most);
  // The plan is not merely blind: at the edge of the tolerance it does fail now and then.
  expect(planned).toBeGreaterThan(0);
  const unspent = alarms((chances) => METRICS * Math.min(...chances) <= LEVEL);
  expect(unspent).toBeGreaterThan(most);
  const uncorrected = alarms((chances) => Math.min(...chances) <= LEVEL);
  expect(uncorrected / TRIALS).toBeGreaterThan(0.5);
});
