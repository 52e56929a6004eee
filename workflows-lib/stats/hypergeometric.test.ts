import { expect, test } from '@jest/globals';
import { hypergeometricTails, logChance } from './hypergeometric.ts';
import { relativeError } from './testing/fixtures.ts';

function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let step = 1; step <= k; step++) ways = (ways * BigInt(n - k + step)) / BigInt(step);
  return k < 0 || k > n ? 0n : ways;
}

test('every chance is the one of counting the hands that can be drawn', () => {
  for (const [population, marked, drawn] of [
    [10, 4, 3],
    [12, 7, 8],
    [9, 8, 8],
    [40, 1, 39],
  ] as const) {
    for (let x = Math.max(0, marked + drawn - population); x <= Math.min(marked, drawn); x++) {
      const counted = Number(choose(marked, x) * choose(population - marked, drawn - x)) / Number(choose(population, drawn));
      expect(relativeError(Math.exp(logChance(x, { population, marked, drawn })), counted)).toBeLessThan(1e-12);
    }
  }
});

test('both tails of every outcome overlap in that outcome alone', () => {
  const sizes = { population: 60, marked: 25, drawn: 20 };
  for (let x = 0; x <= 20; x++) {
    const { atMost, atLeast } = hypergeometricTails(x, sizes);
    expect(atMost + atLeast - Math.exp(logChance(x, sizes))).toBeCloseTo(1, 12);
  }
});
