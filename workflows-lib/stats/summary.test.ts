import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { meanBounds, summarize, type Summary } from './summary.ts';
import { fixtures, relativeError } from './testing/fixtures.ts';

function summaryOf(values: readonly number[]): Summary {
  const summary = summarize(values);
  if (summary === undefined) throw new Error('no values');
  return summary;
}

test.each(fixtures.summaries)(
  'mean, deviation and bounds of the $name sample agree with scipy',
  ({ values, mean, stddev, low, high }) => {
    const summary = summaryOf(values);
    expect(relativeError(summary.mean, mean)).toBeLessThan(1e-15);
    expect(relativeError(summary.stddev, stddev)).toBeLessThan(1e-12);
    const bounds = meanBounds(summary);
    expect(relativeError(bounds.low, low)).toBeLessThan(1e-12);
    expect(relativeError(bounds.high, high)).toBeLessThan(1e-12);
  },
);

test('count and extremes are exact, and a single value has no spread', () => {
  expect(summarize([4, -2, 9])).toMatchObject({ count: 3, min: -2, max: 9 });
  expect(summarize([7])).toEqual({ count: 1, min: 7, max: 7, mean: 7, stddev: 0 });
  expect(summarize([])).toBeUndefined();
});

test('adding up many values loses no digits of the mean, and equal values have no spread', () => {
  // One plain sum of these is already off in the twelfth digit.
  const summary = summaryOf(new Array<number>(100_000).fill(0.1));
  expect(relativeError(summary.mean, 0.1)).toBeLessThan(1e-15);
  expect(summary.stddev).toBeLessThan(1e-12);
});

test('one value has no interval', () => {
  expect(() => meanBounds({ count: 1, mean: 3, stddev: 0 })).toThrow(RangeError);
});

test('the interval covers the true mean of normal values as often as it says', () => {
  const random = seededRandom('mean');
  let covered = 0;
  for (let trial = 0; trial < 2_000; trial++) {
    const { low, high } = meanBounds(summaryOf(Array.from({ length: 8 }, () => 50 + 10 * random.normal())));
    if (low <= 50 && 50 <= high) covered++;
  }
  expect(covered / 2_000).toBeGreaterThanOrEqual(0.94);
  expect(covered / 2_000).toBeLessThanOrEqual(0.96);
});
