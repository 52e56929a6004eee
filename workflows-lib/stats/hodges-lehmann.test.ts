import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { hodgesLehmann, walshAverages } from './hodges-lehmann.ts';
import { signedRankTest } from './signed-rank.ts';
import { fixtures } from './testing/comparison-fixtures.ts';
import { studentNoise } from './testing/noise.ts';

const named = fixtures.pseudoMedians.map((fixture) => ({ ...fixture, count: fixture.values.length }));

test.each(named)("the bounds of $count values at tail $tail are where scipy's test changes its mind", (fixture) => {
  const { values, tail, estimate, low, high } = fixture;
  const near = (bound: number | null): unknown => (bound === null ? null : expect.closeTo(bound, 12));
  expect(hodgesLehmann(values, tail)).toEqual({ estimate: near(estimate), low: near(low), high: near(high), method: 'exact' });
});

test('the textbook has the same estimate and interval', () => {
  // Hollander and Wolfe, examples 3.3 and 3.4: 0.46, and 0.010 to 0.786 at 96.1 %.
  const fall = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01];
  expect(hodgesLehmann(fall, 0.0195 + 0.0001)).toMatchObject({
    estimate: expect.closeTo(0.46, 12),
    low: expect.closeTo(0.01, 12),
    high: expect.closeTo(0.786, 12),
  });
});

test('the test rejects a shift exactly where the bound excludes it', () => {
  const random = seededRandom('duality');
  for (const tail of [0.05, 0.004]) {
    for (let trial = 0; trial < 10; trial++) {
      const values = Array.from({ length: 12 }, () => studentNoise(random));
      const { low, high } = hodgesLehmann(values, tail);
      const walsh = walshAverages(values);
      for (let index = 1; index < walsh.length; index++) {
        const shift = ((walsh[index - 1] ?? NaN) + (walsh[index] ?? NaN)) / 2;
        expect(signedRankTest(values, { shift, alternative: 'greater' }).p <= tail).toBe(low !== null && shift < low);
        expect(signedRankTest(values, { shift, alternative: 'less' }).p <= tail).toBe(high !== null && shift > high);
      }
    }
  }
});

test('too few values for the level have no bounds, but an estimate', () => {
  expect(hodgesLehmann([1, 2, 4, 8], 0.05)).toEqual({ estimate: 3.5, low: null, high: null, method: 'exact' });
  expect(hodgesLehmann([1, 2, 4, 8, 16], 0.05)).toMatchObject({ low: 1, high: 16 });
});

test('a wild value moves neither the estimate nor the bounds by much', () => {
  const values = Array.from({ length: 20 }, (_, index) => index / 20);
  const [calm, wild] = [hodgesLehmann(values, 0.025), hodgesLehmann([...values.slice(0, -1), 1_000], 0.025)];
  expect(wild.estimate - calm.estimate).toBeLessThan(0.05);
  expect((wild.high ?? NaN) - (calm.high ?? NaN)).toBeLessThan(0.1);
});

test('above 60 values the method is said to be approximate', () => {
  expect(
    hodgesLehmann(
      Array.from({ length: 61 }, (_, index) => index),
      0.025,
    ),
  ).toMatchObject({ estimate: 30, method: 'normal' });
});

test.each([
  ['smooth', (noise: number) => noise],
  ['rounded to ties', (noise: number) => Math.round(2 * noise) / 2],
])('each bound of %s values misses the middle no more often than its tail', (_, shape) => {
  const random = seededRandom('coverage');
  let [above, below] = [0, 0];
  for (let trial = 0; trial < 2_000; trial++) {
    const { low, high } = hodgesLehmann(
      Array.from({ length: 10 }, () => shape(studentNoise(random))),
      0.05,
    );
    if (low !== null && low > 0) above++;
    if (high !== null && high < 0) below++;
  }
  // 0.0420 is the largest chance of 10 pairs at most 0.05; three standard errors of 2,000 trials are 0.015.
  expect(Math.max(above, below) / 2_000).toBeLessThanOrEqual(0.042 + 0.0145);
  expect(Math.min(above, below) / 2_000).toBeGreaterThan(0.01);
});

test('no values, too many and no numbers are refused', () => {
  expect(() => hodgesLehmann([], 0.05)).toThrow(RangeError);
  expect(() => hodgesLehmann(new Array<number>(3_001).fill(1), 0.05)).toThrow(RangeError);
  expect(() => hodgesLehmann([1, Infinity], 0.05)).toThrow(RangeError);
  expect(() => hodgesLehmann([1, 2], 0.5)).toThrow(RangeError);
});
