import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { minimumCount, quantileRanks, quantileWithBounds } from './quantile.ts';
import { fixtures } from './testing/fixtures.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test.each(fixtures.ranks)(
  'the bounds of the $q quantile of $n values at $level are where scipy has them',
  ({ n, q, level, low, high }) => {
    expect(quantileRanks(n, q, level)).toMatchObject({ low, high });
  },
);

test('the quantile itself is the nearest rank, whatever the product rounds to', () => {
  expect(quantileRanks(100, 0.07).rank).toBe(7);
  expect(quantileRanks(100, 0.95).rank).toBe(95);
  expect(quantileRanks(101, 0.95).rank).toBe(96);
  expect(quantileRanks(7, 0.5).rank).toBe(4);
  expect(quantileRanks(8, 0.5).rank).toBe(4);
  expect(quantileRanks(3, 0.01).rank).toBe(1);
});

test.each([
  [0.5, 6],
  [0.9, 36],
  [0.95, 72],
  [0.99, 368],
])('the %d quantile needs %i values: with one fewer a bound is missing', (q, least) => {
  expect(minimumCount(q)).toBe(least);
  expect(quantileRanks(least, q).low).not.toBeNull();
  expect(quantileRanks(least, q).high).toBe(least);
  const { low, high } = quantileRanks(least - 1, q);
  expect([low, high]).toContain(null);
});

test('the smallest sample is exact for every percentile and level', () => {
  for (const level of [0.8, 0.9, 0.95, 0.99, 0.999]) {
    for (let percent = 1; percent < 100; percent++) {
      const least = minimumCount(percent / 100, level);
      const at = (n: number): boolean => {
        const { low, high } = quantileRanks(n, percent / 100, level);
        return low !== null && high !== null;
      };
      expect(at(least)).toBe(true);
      if (least > 1) expect(at(least - 1)).toBe(false);
    }
  }
});

test('a sample that cannot carry the percentile withholds it and says what it needs', () => {
  expect(quantileWithBounds(upTo(71), 0.95)).toEqual({ withheld: 'needs at least 72 values, has 71' });
  expect(quantileWithBounds([], 0.5)).toEqual({ withheld: 'needs at least 6 values, has 0' });
  expect(quantileWithBounds(upTo(72), 0.95)).toEqual({ value: 69, low: 64, high: 72 });
  expect(quantileWithBounds(upTo(6), 0.5)).toEqual({ value: 3, low: 1, high: 6 });
});

test('a bound that meets its tail exactly is a bound, though 1 - 0.9 rounds below 0.1', () => {
  expect(quantileRanks(1, 0.05, 0.9)).toEqual({ rank: 1, low: null, high: 1 });
  expect(quantileRanks(1, 0.95, 0.9)).toEqual({ rank: 1, low: 1, high: null });
});

test('what is no quantile, no level or no sample is refused', () => {
  for (const q of [0, 1, -1, NaN, 95]) expect(() => quantileRanks(10, q)).toThrow(RangeError);
  for (const level of [0, 1, 95, NaN]) expect(() => quantileRanks(10, 0.5, level)).toThrow(RangeError);
  for (const n of [0, -1, 1.5, NaN]) expect(() => quantileRanks(n, 0.5)).toThrow(RangeError);
});

test('ten million values are ranked at once', () => {
  const { rank, low, high } = quantileRanks(10_000_000, 0.99);
  // Normal approximation: 1.96 standard deviations of 314.64 to each side.
  expect(rank).toBe(9_900_000);
  expect(Math.abs(rank - 616.7 - Number(low))).toBeLessThan(3);
  expect(Math.abs(rank + 616.7 - Number(high))).toBeLessThan(3);
});

const { log } = Math;

const exponential = { name: 'exponential', draw: (u: number) => -log(1 - u) };
const pareto = { name: 'heavy-tailed', draw: (u: number) => (1 - u) ** (-1 / 1.5) };

const TRIALS = 2_000;

test.each([
  { ...exponential, q: 0.5, n: 100 },
  { ...exponential, q: 0.9, n: 200 },
  { ...exponential, q: 0.95, n: 400 },
  { ...exponential, q: 0.99, n: 1500 },
  { ...pareto, q: 0.5, n: 60 },
  { ...pareto, q: 0.95, n: 300 },
])('the interval covers the true $q quantile of $n $name values as often as it says', ({ name, draw, q, n }) => {
  const random = seededRandom(`coverage ${name} ${q} ${n}`);
  // Both are drawn by inverting their distribution, so the true quantile is what the draw makes of q.
  const truth = draw(q);
  let covered = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const values = Array.from({ length: n }, () => draw(random.next())).sort((left, right) => left - right);
    const estimate = quantileWithBounds(values, q);
    if ('withheld' in estimate) throw new Error(estimate.withheld);
    if (estimate.low <= truth && truth <= estimate.high) covered++;
  }
  expect(covered / TRIALS).toBeGreaterThanOrEqual(0.94);
  expect(covered / TRIALS).toBeLessThanOrEqual(0.99);
});
