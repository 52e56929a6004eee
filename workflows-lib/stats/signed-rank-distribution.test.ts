import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { criticalSum, signedRankTails } from './signed-rank-distribution.ts';

/** Published one-sided critical values: Wilcoxon and Wilcox, "Some Rapid Approximate Statistical Procedures" (1964), table 2. */
test.each([
  [5, { 0.05: 0, 0.025: -1, 0.01: -1, 0.005: -1 }],
  [6, { 0.05: 2, 0.025: 0, 0.01: -1, 0.005: -1 }],
  [7, { 0.05: 3, 0.025: 2, 0.01: 0, 0.005: -1 }],
  [8, { 0.05: 5, 0.025: 3, 0.01: 1, 0.005: 0 }],
  [10, { 0.05: 10, 0.025: 8, 0.01: 5, 0.005: 3 }],
  [15, { 0.05: 30, 0.025: 25, 0.01: 19, 0.005: 15 }],
  [20, { 0.05: 60, 0.025: 52, 0.01: 43, 0.005: 37 }],
  [25, { 0.05: 100, 0.025: 89, 0.01: 76, 0.005: 68 }],
  [30, { 0.05: 151, 0.025: 137, 0.01: 120, 0.005: 109 }],
  [50, { 0.05: 466, 0.025: 434, 0.01: 397, 0.005: 373 }],
])('the critical sums of %i pairs are those of the published table', (pairs, table) => {
  for (const [tail, sum] of Object.entries(table)) expect(criticalSum(pairs, Number(tail))).toEqual({ sum, method: 'exact' });
});

test('the tails of any whole ranks are those of trying every sign', () => {
  const random = seededRandom('ranks');
  for (let trial = 0; trial < 20; trial++) {
    const ranks = Array.from({ length: 1 + random.integer(10) }, () => 1 + random.integer(6));
    const sums = Array.from({ length: 2 ** ranks.length }, (_, signs) =>
      ranks.reduce((sum, rank, bit) => sum + ((signs >> bit) & 1) * rank, 0),
    );
    for (let sum = 0; sum <= Math.max(...sums); sum++) {
      expect(signedRankTails(ranks, sum)).toEqual({
        atMost: sums.filter((other) => other <= sum).length / sums.length,
        atLeast: sums.filter((other) => other >= sum).length / sums.length,
      });
    }
  }
});

test('the rarest outcome of 60 pairs has a chance of 2^-60, with every digit', () => {
  const ranks = Array.from({ length: 60 }, (_, index) => index + 1);
  expect(signedRankTails(ranks, 0)).toEqual({ atMost: 2 ** -60, atLeast: expect.closeTo(1, 14) });
  expect(signedRankTails(ranks, 1830).atLeast).toBe(2 ** -60);
  expect(signedRankTails(ranks, 2).atMost).toBe(3 * 2 ** -60);
});

test('without ranks the sum is nothing', () => {
  expect(signedRankTails([], 0)).toEqual({ atMost: 1, atLeast: 1 });
});

test('a tail that is met exactly rejects', () => {
  expect(criticalSum(4, 2 ** -4).sum).toBe(0);
  expect(criticalSum(4, 2 ** -4 * 0.999).sum).toBe(-1);
  // (1 - 0.75) / 2 and the like: 1/8 as a rounding error below.
  expect(criticalSum(3, (1 / 8) * (1 - Number.EPSILON)).sum).toBe(0);
});

test('above 60 pairs the critical sum is approximate, says so, and goes on where the exact one ends', () => {
  const [exact, approximate] = [criticalSum(60, 0.01), criticalSum(61, 0.01)];
  expect([exact.method, approximate.method]).toEqual(['exact', 'normal']);
  // The exact sums grow by 20 to 21 a pair here (table: 59 pairs 567, 60 pairs 588).
  expect(approximate.sum - exact.sum).toBeGreaterThanOrEqual(18);
  expect(approximate.sum - exact.sum).toBeLessThanOrEqual(23);
});

test('what has no distribution is refused', () => {
  for (const pairs of [0, 1.5, NaN]) expect(() => criticalSum(pairs, 0.05)).toThrow(RangeError);
  for (const tail of [0, 0.5, NaN]) expect(() => criticalSum(5, tail)).toThrow(RangeError);
  expect(() => signedRankTails(new Array<number>(61).fill(1), 3)).toThrow(RangeError);
  expect(() => signedRankTails([1.5, 1.5], 1.5)).toThrow(RangeError);
  expect(() => signedRankTails([0, 1], 1)).toThrow(RangeError);
  expect(() => signedRankTails([1, 2], 4)).toThrow(RangeError);
  expect(() => signedRankTails([1, 2], -1)).toThrow(RangeError);
});
