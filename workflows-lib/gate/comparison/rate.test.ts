import { expect, test } from '@jest/globals';
import { judgeRates } from './rate.ts';
import { designFor, rateSeries } from './testing/series.ts';

const design = designFor(30, 1);
const ALONE = { size: 1, worse: 0, better: 0 };

test.each([
  { name: 'no failure at all', base: [0, 60], head: [0, 60], verdict: 'fine' },
  { name: 'as many failures', base: [6, 60], head: [6, 60], verdict: 'fine' },
  { name: 'every call failing', base: [0, 60], head: [60, 60], verdict: 'regression' },
  { name: 'a share that chance cannot explain', base: [0, 100], head: [9, 100], verdict: 'regression' },
  { name: 'one failure more', base: [0, 60], head: [1, 60], verdict: 'fine' },
  { name: 'more failures, of which chance is no ready explanation', base: [0, 60], head: [4, 60], verdict: 'inconclusive' },
  { name: 'failures that are gone', base: [60, 60], head: [0, 60], verdict: 'improvement' },
] as const)('$name', ({ base, head, verdict }) => {
  const judged = judgeRates(design, [rateSeries(base, head)], ALONE).get('query.error_rate');
  expect(judged?.verdict).toBe(verdict);
  expect(judged?.change?.estimate).toBeCloseTo(head[0] / head[1] - base[0] / base[1], 12);
});

test('the change is the difference of the shares with the interval of Newcombe', () => {
  // Newcombe 1998, table II, method 10: 56/70 - 48/80 gives 0.0524 to 0.3339.
  const judged = judgeRates(design, [rateSeries([48, 80], [56, 70])], ALONE).get('query.error_rate');
  expect(judged?.change).toEqual({
    estimate: expect.closeTo(0.2, 12),
    low: expect.closeTo(0.0524, 4),
    high: expect.closeTo(0.3339, 4),
  });
});

test('a rate may get worse up to its tolerance', () => {
  const rate = rateSeries([0, 1000], [20, 1000]);
  expect(judgeRates(design, [rate], ALONE).get(rate.name)?.verdict).toBe('regression');
  expect(judgeRates(design, [{ ...rate, tolerance: 0.02 }], ALONE).get(rate.name)?.verdict).toBe('fine');
});

test('a rate that may lie within its tolerance is not called worse', () => {
  // 1.1 % of 3,600, of which Newcombe's interval begins at 0.8 %.
  const rate = rateSeries([0, 7200], [40, 3600]);
  expect(judgeRates(design, [{ ...rate, tolerance: 0.01 }], ALONE).get(rate.name)?.verdict).toBe('inconclusive');
  expect(judgeRates(design, [{ ...rate, tolerance: 0.005 }], ALONE).get(rate.name)?.verdict).toBe('regression');
});

test('one start in which everything failed is no evidence, as many as fail everywhere are', () => {
  const rate = rateSeries([0, 1200], [60, 600]);
  const failing = (starts: number): number[] => Array.from({ length: 60 }, (_, pair) => (pair < 4 * starts ? 1 : 0));
  const judged = (values: number[]): unknown => judgeRates(design, [{ ...rate, values }], ALONE).get(rate.name);
  expect(judged(failing(1))).toMatchObject({
    verdict: 'inconclusive',
    reason: 'more calls failed than on base, but only in some starts',
  });
  expect(judged(failing(3))).toMatchObject({ verdict: 'regression', pairs: 60 });
});

test('few calls cannot show that no more of them fail', () => {
  const judged = judgeRates(design, [rateSeries([0, 6], [1, 3])], ALONE).get('query.error_rate');
  expect(judged?.verdict).toBe('inconclusive');
});

test('a side without calls cannot be judged', () => {
  const judged = judgeRates(design, [rateSeries([0, 0], [5, 5])], ALONE).get('query.error_rate');
  expect(judged).toMatchObject({ verdict: 'inconclusive', reason: 'a side has no calls to count' });
});

test('metrics that were tested beside it share the level, and those that failed have left the race', () => {
  const rate = rateSeries([0, 100], [7, 100]);
  const verdictIn = (size: number, worse: number): unknown =>
    judgeRates(design, [rate], { size, worse, better: 0 }).get(rate.name)?.verdict;
  expect([verdictIn(1, 0), verdictIn(2, 0), verdictIn(2, 1), verdictIn(5, 4), verdictIn(5, 3)]).toEqual([
    'regression',
    'inconclusive',
    'regression',
    'regression',
    'inconclusive',
  ]);
});
