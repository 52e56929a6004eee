import { expect, test } from '@jest/globals';
import { normalTails, normalUpperPoint } from './normal.ts';
import { fixtures } from './testing/comparison-fixtures.ts';
import { relativeError } from './testing/fixtures.ts';

test.each(fixtures.normal.tails)('P(Z > $z) agrees with scipy', ({ z, upper }) => {
  const tails = normalTails(z);
  expect(relativeError(tails.upper, upper)).toBeLessThan(1e-12);
  expect(tails.lower + tails.upper).toBeCloseTo(1, 14);
});

test.each(fixtures.normal.points)('the point exceeded with chance $tail agrees with scipy', ({ tail, z }) => {
  expect(relativeError(normalUpperPoint(tail), z)).toBeLessThan(1e-12);
});

test('what is no tail is refused', () => {
  for (const tail of [0, 0.5, 1, NaN]) expect(() => normalUpperPoint(tail)).toThrow(RangeError);
});
