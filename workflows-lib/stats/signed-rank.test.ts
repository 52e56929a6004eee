import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { signedRankTest } from './signed-rank.ts';
import { fixtures } from './testing/comparison-fixtures.ts';
import { relativeError } from './testing/fixtures.ts';

const named = fixtures.signedRank.map((fixture) => ({ ...fixture, count: fixture.values.length }));

test.each(named)('$kind: $count values with $zeros zeros, $alternative, as by scipy', (fixture) => {
  const { values, shift, alternative, statistic, zeros, p, kind } = fixture;
  const result = signedRankTest(values, { shift, alternative });
  expect(result).toMatchObject({ statistic, zeros, count: values.length, method: kind === 'normal' ? 'normal' : 'exact' });
  expect(relativeError(result.p, p)).toBeLessThan(1e-11);
});

/** The share of sign patterns whose positive midranks add up to at least the sum seen, by trying all of them. */
function byEverySign(differences: readonly number[]): number {
  const distances = differences.map(Math.abs);
  const midrank = (distance: number): number => {
    const below = distances.filter((other) => other < distance).length;
    return below + (distances.filter((other) => other === distance).length + 1) / 2;
  };
  const sumOf = (isPositive: (index: number) => boolean): number =>
    distances.reduce((sum, distance, index) => sum + (distance > 0 && isPositive(index) ? midrank(distance) : 0), 0);
  const seen = sumOf((index) => (differences[index] ?? 0) > 0);
  const patterns = 2 ** differences.length;
  let extreme = 0;
  for (let signs = 0; signs < patterns; signs++) if (sumOf((index) => ((signs >> index) & 1) === 1) >= seen) extreme++;
  return extreme / patterns;
}

test('with ties and zeros the p-value is that of flipping every sign', () => {
  const random = seededRandom('flips');
  for (let count = 1; count <= 12; count++) {
    // Whole numbers, close together: most of them tie, some are zero.
    const differences = Array.from({ length: count }, () => random.integer(8) - 3);
    expect(signedRankTest(differences, { shift: 0, alternative: 'greater' }).p).toBe(byEverySign(differences));
    const turned = differences.map((difference) => -difference);
    expect(signedRankTest(turned, { shift: 0, alternative: 'less' }).p).toBe(byEverySign(differences));
  }
});

test('a depression score falls after the treatment, as in the textbook', () => {
  // Hollander and Wolfe, example 3.1: V = 40 of 9 patients, one-sided p = 0.0195.
  const fall = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01];
  const result = signedRankTest(fall, { shift: 0, alternative: 'greater' });
  expect(result).toEqual({ statistic: 40, count: 9, zeros: 0, p: 10 / 512, method: 'exact' });
});

test('testing against a tolerance is testing what is left above it', () => {
  const ratios = [1.02, 1.05, 1.01, 1.07, 1.04, 1.06, 1.035].map(Math.log);
  const shift = Math.log(1.03);
  const against = signedRankTest(ratios, { shift, alternative: 'greater' });
  const left = ratios.map((ratio) => ratio - shift);
  expect(against.p).toBe(byEverySign(left));
  expect(against.p).toBeGreaterThan(signedRankTest(ratios, { shift: 0, alternative: 'greater' }).p);
});

test('values that all equal the shift say nothing', () => {
  for (const count of [5, 80]) {
    const result = signedRankTest(new Array<number>(count).fill(0.3), { shift: 0.3, alternative: 'greater' });
    expect(result).toMatchObject({ statistic: 0, zeros: count, p: 1 });
  }
});

test('distances that rounding tore apart are still ties', () => {
  // Up by a quarter and down by a fifth are the same distance: ln 1.25 = -ln 0.8.
  const ratios = [Math.log(1.25), Math.log(0.8), Math.log(3 / 2), Math.log(2 / 3), Math.log(1.1) + 0.03 - 0.03];
  expect(signedRankTest(ratios, { shift: 0, alternative: 'greater' }).statistic).toBe(1 + 2.5 + 4.5);
  // 0.1 + 0.2 is not 0.3, but nothing else was meant.
  expect(signedRankTest([0.1 + 0.2, 0.5], { shift: 0.3, alternative: 'greater' }).zeros).toBe(1);
});

test('moving all values up never makes "greater" less likely, zeros or not', () => {
  const random = seededRandom('monotone');
  for (let trial = 0; trial < 50; trial++) {
    const values = Array.from({ length: 9 }, () => random.normal());
    // Every value is a zero at one of the shifts.
    const shifts = [...values].sort((a, b) => b - a);
    const chances = shifts.map((shift) => signedRankTest(values, { shift, alternative: 'greater' }).p);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
  }
});

test('no values and no numbers are refused', () => {
  const question = { shift: 0, alternative: 'greater' } as const;
  expect(() => signedRankTest([], question)).toThrow(RangeError);
  expect(() => signedRankTest([1, NaN], question)).toThrow(RangeError);
  expect(() => signedRankTest([1, 2], { ...question, shift: Infinity })).toThrow(RangeError);
});
