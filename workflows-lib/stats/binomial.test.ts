import { expect, test } from '@jest/globals';
import { binomialTails } from './binomial.ts';
import { fixtures, relativeError } from './testing/fixtures.ts';

test.each(fixtures.binomial)(
  'P(B <= $k) of $trials trials with chance $chance agrees with scipy',
  ({ k, trials, chance, lower, upper }) => {
    const tails = binomialTails(k, { trials, chance });
    expect(relativeError(tails.lower, lower)).toBeLessThan(1e-11);
    expect(relativeError(tails.upper, upper)).toBeLessThan(1e-11);
  },
);

test('small cases agree with counting by hand', () => {
  // Three fair coins: 1, 3, 3, 1 of eight.
  const coins = { trials: 3, chance: 0.5 };
  expect([0, 1, 2, 3].map((k) => binomialTails(k, coins).lower * 8).map((eighths) => Math.round(eighths * 1e12) / 1e12)).toEqual([
    1, 4, 7, 8,
  ]);
});

test('outside the support a tail is empty or full', () => {
  expect(binomialTails(-1, { trials: 5, chance: 0.3 })).toEqual({ lower: 0, upper: 1 });
  expect(binomialTails(5, { trials: 5, chance: 0.3 })).toEqual({ lower: 1, upper: 0 });
  expect(binomialTails(2, { trials: 5, chance: 0 })).toEqual({ lower: 1, upper: 0 });
  expect(binomialTails(2, { trials: 5, chance: 1 })).toEqual({ lower: 0, upper: 1 });
});
