import { expect, test } from '@jest/globals';
import { studentQuantile, studentTails } from './student.ts';
import { fixtures, relativeError } from './testing/fixtures.ts';

test.each(fixtures.student.tails)(
  'the tail above t = $t with $degrees degrees of freedom agrees with scipy',
  ({ t, degrees, upper }) => {
    expect(relativeError(studentTails(t, degrees).upper, upper)).toBeLessThan(1e-12);
    expect(relativeError(studentTails(-t, degrees).lower, upper)).toBeLessThan(1e-12);
  },
);

test.each(fixtures.student.quantiles)(
  'the $probability quantile with $degrees degrees of freedom agrees with scipy',
  ({ probability, degrees, t }) => {
    expect(relativeError(studentQuantile(probability, degrees), t)).toBeLessThan(1e-12);
  },
);

test('one and two degrees of freedom agree with their closed forms', () => {
  // Cauchy: tan(pi (p - 1/2)). Two degrees: (2p - 1) sqrt(2 / (4 p (1 - p))).
  expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 11);
  expect(studentQuantile(0.975, 2)).toBeCloseTo(0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025)), 12);
  expect(studentQuantile(0.5, 7)).toBe(0);
});

test('what is no probability or no degree of freedom is refused', () => {
  for (const probability of [0, 1, -0.1, NaN]) expect(() => studentQuantile(probability, 5)).toThrow(RangeError);
  for (const degrees of [0, -1, NaN]) expect(() => studentQuantile(0.9, degrees)).toThrow(RangeError);
});
