import { expect, test } from '@jest/globals';
import { asv, asvMedianInterval } from './asv.ts';
import { bencherTTest, bencherUpperLimit } from './bencher.ts';
import { githubActionBenchmark } from './github-action-benchmark.ts';
import { laplaceQuantiles } from './laplace-posterior.ts';
import { mannWhitney } from './mann-whitney.ts';

const one = (values: readonly number[]): number[][] => values.map((value) => [value]);

test.each([
  // Complete separation of 4 and 4: 2 of C(8, 4) = 70 orderings.
  { a: [1, 2, 3, 4], b: [5, 6, 7, 8], p: 2 / 70 },
  // U = 1 of 4 and 4: orderings with U = 0 and 1 are 1 + 1, on both sides.
  { a: [1, 2, 3, 5], b: [4, 6, 7, 8], p: 4 / 70 },
  // The example of scipy.stats.mannwhitneyu: U = 17 of 5 and 4, exact p 1/9.
  { a: [19, 22, 16, 29, 24], b: [20, 11, 17, 12], p: 1 / 9 },
  // 3 and 3: U = 4 is in the middle; at most 3 have 1 + 1 + 2 + 3 = 7 of 20 orderings.
  { a: [1, 4, 5], b: [2, 3, 6.5], p: 1 },
  { a: [2, 4, 6], b: [3, 5, 7], p: 14 / 20 },
])('Mann-Whitney counts the orderings of $a and $b: p = $p', ({ a, b, p }) => {
  expect(mannWhitney(a, b)).toBeCloseTo(p, 12);
  expect(mannWhitney(b, a)).toBeCloseTo(p, 12);
});

test('Mann-Whitney takes more than 20 values for normal, without corrections', () => {
  const a = Array.from({ length: 21 }, (_, index) => 2 * index);
  const b = a.map((value) => value + 21);
  // b starts above the first eleven of a (0 to 20), so U = 10 * 11 / 2 = 55: z = (55 - 220.5) / sqrt(441 * 43 / 12) = -4.16327.
  expect(mannWhitney(a, b)).toBeCloseTo(3.137e-5, 7);
});

test('Mann-Whitney breaks ties in the least significant way', () => {
  expect(mannWhitney([1, 1, 1, 1], [1, 1, 1, 1])).toBe(1);
  // Two ties may be broken to U = 0, 1 or 2; 2 is taken: 1 + 1 + 2 of 70 orderings on each side.
  expect(mannWhitney([1, 2, 3, 4], [4, 4, 6, 7])).toBeCloseTo(8 / 70, 12);
});

test('the limit of Bencher is the quantile of a moved and scaled t', () => {
  // The figure of Bencher's own test: the .85 quantile with 5 degrees of freedom.
  const history = [-1, 1, -1, 1, -1, 1];
  expect(bencherUpperLimit(history, 0.85)).toBeCloseTo(1.155_767_342_894_291_2, 12);
  // Mean 11, spread 1 with n in the denominator, t of .95 with 1 degree of freedom 6.313752.
  expect(bencherUpperLimit([10, 12], 0.95)).toBeCloseTo(17.313_752, 6);
});

test('Bencher makes no limit from one value or from equal values', () => {
  expect(bencherUpperLimit([5], 0.95)).toBeUndefined();
  expect(bencherUpperLimit([5, 5, 5], 0.95)).toBeUndefined();
  expect(bencherTTest(0.95).alarms({ base: one([5, 5, 5]), head: one([9]) })).toBe(false);
});

test('Bencher compares the last mean of head with the means of base', () => {
  const base = [
    [9, 11],
    [12, 12],
  ];
  expect(bencherTTest(0.95).alarms({ base, head: [[99], [17, 17.6]] })).toBe(false);
  expect(bencherTTest(0.95).alarms({ base, head: [[1], [17, 17.7]] })).toBe(true);
});

test('github-action-benchmark compares the ratio of the means with its threshold', () => {
  const base = [[1, 2], [3]];
  expect(githubActionBenchmark(2).alarms({ base, head: one([4]) })).toBe(false);
  expect(githubActionBenchmark(2).alarms({ base, head: one([4, 4.1]) })).toBe(true);
  expect(githubActionBenchmark(1.1).alarms({ base, head: one([2.21]) })).toBe(true);
});

test('asv wants both the factor and the test', () => {
  const base = one([10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7]);
  const scaled = (factor: number): number[][] => base.map((call) => call.map((value) => value * factor));
  expect(asv(1.1).alarms({ base, head: scaled(1.2) })).toBe(true);
  // Different (p = 1/12870 * 2), but not by the factor.
  expect(asv(1.1).alarms({ base, head: scaled(1.09) })).toBe(false);
  expect(asv(1.05).alarms({ base, head: scaled(1.09) })).toBe(true);
  // Apart by the factor, but not different: half of head lies below all of base.
  expect(asv(1.1).alarms({ base, head: one([1, 2, 3, 12, 13, 14, 15, 16]) })).toBe(false);
});

test('asv takes the outer of eight values as bounds of the median, and goes beyond with fewer', () => {
  expect(asvMedianInterval([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ low: 1, high: 8 });
  expect(asvMedianInterval([3])).toEqual({ low: -Infinity, high: Infinity });
  const { low, high } = asvMedianInterval([1, 2, 3]);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(3);
});

test('of a sample of one asv knows only the factor', () => {
  expect(asv(1.1).alarms({ base: one([10]), head: one([10.9]) })).toBe(false);
  expect(asv(1.1).alarms({ base: one([10]), head: one([11.1]) })).toBe(true);
});

test('with too few values for a test asv wants intervals that do not overlap', () => {
  expect(asv(1.1).alarms({ base: one([10, 10.01, 10.02]), head: one([12, 12.01, 12.02]) })).toBe(true);
  expect(asv(1.1).alarms({ base: one([10, 11, 12]), head: one([13, 14, 15]) })).toBe(false);
});

test('the posterior of two values is known by hand', () => {
  // Of 0 and 1 the density is 1 between them and (2x - 1)^-2 beyond: masses 1/2, 1 and 1/2.
  const [quarter = NaN, half = NaN, low = NaN] = laplaceQuantiles([0, 1], [0.25, 0.5, 0.125]);
  expect(quarter).toBeCloseTo(0, 12);
  expect(half).toBeCloseTo(0.5, 12);
  // Left of 0 the mass is 1 / (2 (1 - 2x)): a quarter of all (2) times 1/2 is 1/4, so x = -1/2.
  expect(low).toBeCloseTo(-0.5, 12);
});
