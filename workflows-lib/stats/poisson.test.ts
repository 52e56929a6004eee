import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { poissonInterval, poissonRateInterval } from './poisson.ts';
import { fixtures, relativeError } from './testing/fixtures.ts';

test.each(fixtures.poisson)(
  'the mean behind a count of $count at $level is bounded as by scipy',
  ({ count, level, low, high }) => {
    const interval = poissonInterval(count, level);
    expect(relativeError(interval.low, low)).toBeLessThan(1e-12);
    expect(relativeError(interval.high, high)).toBeLessThan(1e-12);
  },
);

test('nothing seen allows a mean of -ln 0.025', () => {
  expect(poissonInterval(0)).toEqual({ low: 0, high: expect.closeTo(-Math.log(0.025), 13) });
});

test('a rate is the count over the duration', () => {
  const { low, high } = poissonInterval(120);
  expect(poissonRateInterval(120, 30)).toEqual({ low: low / 30, high: high / 30 });
});

test('no count and no duration are refused', () => {
  for (const count of [-1, 1.5, NaN]) expect(() => poissonInterval(count)).toThrow(RangeError);
  for (const duration of [0, -1, NaN]) expect(() => poissonRateInterval(1, duration)).toThrow(RangeError);
});

test('the interval covers the true arrival rate as often as it says', () => {
  const random = seededRandom('arrivals');
  let covered = 0;
  for (let trial = 0; trial < 2_000; trial++) {
    // Exponential gaps at 8 a second, counted for 10 seconds.
    let arrivals = 0;
    for (let time = -Math.log(1 - random.next()) / 8; time < 10; time -= Math.log(1 - random.next()) / 8) arrivals++;
    const { low, high } = poissonRateInterval(arrivals, 10);
    if (low <= 8 && 8 <= high) covered++;
  }
  expect(covered / 2_000).toBeGreaterThanOrEqual(0.94);
  expect(covered / 2_000).toBeLessThanOrEqual(0.99);
});
