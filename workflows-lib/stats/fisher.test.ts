import { expect, test } from '@jest/globals';
import { fisherExact } from './fisher.ts';
import { fixtures } from './testing/comparison-fixtures.ts';
import { relativeError } from './testing/fixtures.ts';

const named = fixtures.fisher.map((fixture) => ({
  ...fixture,
  from: `${fixture.base.successes} of ${fixture.base.trials}`,
  to: `${fixture.head.successes} of ${fixture.head.trials}`,
}));

test.each(named)('from $from to $to, $alternative, as by scipy and by counting all tables', ({ base, head, alternative, p }) => {
  expect(relativeError(fisherExact({ base, head }, alternative), p)).toBeLessThan(1e-10);
});

test('the lady tasting tea: four of four right has a chance of one in seventy', () => {
  const cups = { base: { successes: 0, trials: 4 }, head: { successes: 4, trials: 4 } };
  expect(fisherExact(cups, 'greater')).toBeCloseTo(1 / 70, 14);
  expect(fisherExact(cups, 'less')).toBe(1);
  expect(fisherExact(cups, 'two-sided')).toBeCloseTo(2 / 70, 14);
});

test('exchanging the sides exchanges the alternatives', () => {
  const [base, head] = [
    { successes: 3, trials: 41 },
    { successes: 11, trials: 50 },
  ];
  const [straight, turned] = [
    { base, head },
    { base: head, head: base },
  ];
  expect(relativeError(fisherExact(turned, 'less'), fisherExact(straight, 'greater'))).toBeLessThan(1e-12);
  expect(relativeError(fisherExact(turned, 'two-sided'), fisherExact(straight, 'two-sided'))).toBeLessThan(1e-12);
});

test('tens of millions of calls are judged at once and keep their digits', () => {
  // All tables with these margins, counted in whole numbers.
  const shares = { base: { successes: 20, trials: 10_000_000 }, head: { successes: 60, trials: 10_000_000 } };
  expect(relativeError(fisherExact(shares, 'greater'), 4.290108862085381e-6)).toBeLessThan(1e-10);
  const half = { successes: 5_000_000, trials: 10_000_000 };
  expect(fisherExact({ base: half, head: half }, 'two-sided')).toBe(1);
});

test('where nothing can be said p is 1', () => {
  for (const [base, head] of [
    [0, 0],
    [7, 5],
  ] as const) {
    const shares = { base: { successes: base, trials: 7 }, head: { successes: head, trials: 5 } };
    expect(fisherExact(shares, 'greater')).toBe(1);
    expect(fisherExact(shares, 'two-sided')).toBe(1);
  }
  expect(fisherExact({ base: { successes: 0, trials: 0 }, head: { successes: 5, trials: 5 } }, 'greater')).toBe(1);
  expect(fisherExact({ base: { successes: 3, trials: 9 }, head: { successes: 0, trials: 0 } }, 'less')).toBe(1);
});

test('no rounding makes a chance lie outside 0 to 1', () => {
  for (let trials = 1; trials <= 80; trials++) {
    for (let successes = 0; successes <= trials; successes++) {
      const shares = { base: { successes: 0, trials }, head: { successes, trials } };
      for (const alternative of ['greater', 'less', 'two-sided'] as const) {
        const p = fisherExact(shares, alternative);
        if (!(p >= 0 && p <= 1)) throw new Error(`${successes} of ${trials}: ${alternative} has ${p}`);
      }
    }
  }
  expect(fisherExact({ base: { successes: 0, trials: 60 }, head: { successes: 1, trials: 60 } }, 'less')).toBe(1);
});

test('what is no share is refused', () => {
  for (const [successes, trials] of [
    [3, 2],
    [-1, 5],
    [0.5, 2],
    [NaN, 3],
  ] as const) {
    const shares = { base: { successes: 1, trials: 2 }, head: { successes, trials } };
    expect(() => fisherExact(shares, 'greater')).toThrow(RangeError);
  }
});
