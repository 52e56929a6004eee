import { expect, test } from '@jest/globals';
import { benjaminiHochberg, holm, pairsNeeded, smallestChance } from './multiplicity.ts';
import { signedRankTest } from './signed-rank.ts';
import { fixtures } from './testing/comparison-fixtures.ts';

test.each(fixtures.multiplicity)('the adjusted p-values of $p agree with statsmodels and scipy', ({ p, holm: byHolm, bh }) => {
  expect(holm(p)).toEqual(byHolm.map((adjusted) => expect.closeTo(adjusted, 14)));
  expect(benjaminiHochberg(p)).toEqual(bh.map((adjusted) => expect.closeTo(adjusted, 14)));
});

test('small lists agree with adjusting by hand, in the order given', () => {
  // Sorted 0.01, 0.02, 0.04 times 3, 2, 1: 0.03, 0.04, 0.04.
  expect(holm([0.04, 0.01, 0.02])).toEqual([0.04, 0.03, 0.04]);
  // Sorted times 3/1, 3/2, 3/3: 0.03, 0.03, 0.04.
  expect(benjaminiHochberg([0.04, 0.01, 0.02])).toEqual([0.04, 0.03, 0.03]);
});

test('equal p-values get equal answers wherever they stand', () => {
  for (const adjust of [holm, benjaminiHochberg]) {
    const [a, , c, d] = adjust([0.02, 0.5, 0.02, 0.02]);
    expect([c, d]).toEqual([a, a]);
  }
});

test('no tests need no adjusting', () => {
  expect(holm([])).toEqual([]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test('what is no p-value is refused', () => {
  for (const p of [-0.1, 1.1, NaN]) {
    expect(() => holm([0.5, p])).toThrow(RangeError);
    expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
  }
});

test('the smallest p is what the test gives when all signs are alike', () => {
  for (const pairs of [1, 10, 20]) {
    const values = Array.from({ length: pairs }, (_, index) => 1 + index);
    expect(signedRankTest(values, { shift: 0, alternative: 'greater' }).p).toBe(smallestChance(pairs));
  }
});

test.each([
  [0.05, 1, 5],
  [0.01, 1, 7],
  [0.01, 20, 11],
  [0.01, 200, 15],
  [0.002, 20, 14],
  [0.25, 4, 4],
])('level %d over %i metrics needs %i pairs: one fewer could never reject', (level, metrics, pairs) => {
  expect(pairsNeeded(level, metrics)).toBe(pairs);
  const allAlike = (count: number): number[] => new Array<number>(metrics).fill(1).with(0, smallestChance(count));
  expect(Math.min(...holm(allAlike(pairs)))).toBeLessThanOrEqual(level);
  expect(Math.min(...holm(allAlike(pairs - 1)))).toBeGreaterThan(level);
});

test('what is no level and no number of metrics is refused', () => {
  for (const level of [0, 1, NaN]) expect(() => pairsNeeded(level, 1)).toThrow(RangeError);
  for (const metrics of [0, 1.5, NaN]) expect(() => pairsNeeded(0.05, metrics)).toThrow(RangeError);
});
