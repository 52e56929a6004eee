import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { newcombeDifference } from './newcombe.ts';
import { fixtures } from './testing/comparison-fixtures.ts';

test.each(fixtures.newcombe)('$base and $head at $level as by statsmodels', ({ base, head, level, low, high }) => {
  const interval = newcombeDifference({ base, head }, level);
  expect(interval).toMatchObject({ low: expect.closeTo(low, 13), high: expect.closeTo(high, 13) });
});

/** Newcombe (1998), table II, method 10: cases (a) to (h). */
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i less %i of %i has the published interval', (successes, trials, ...rest) => {
  const [otherSuccesses, otherTrials, low, high] = rest;
  const interval = newcombeDifference({
    head: { successes, trials },
    base: { successes: otherSuccesses, trials: otherTrials },
  });
  expect(interval).toEqual({
    difference: successes / trials - otherSuccesses / otherTrials,
    low: expect.closeTo(low, 4),
    high: expect.closeTo(high, 4),
  });
});

test('exchanging the sides turns the interval round', () => {
  const [base, head] = [
    { successes: 3, trials: 41 },
    { successes: 11, trials: 50 },
  ];
  const [straight, turned] = [newcombeDifference({ base, head }), newcombeDifference({ base: head, head: base })];
  expect(turned.low).toBeCloseTo(-straight.high, 14);
  expect(turned.high).toBeCloseTo(-straight.low, 14);
});

test('the interval covers the true difference of two error rates about as often as it says', () => {
  const random = seededRandom('difference');
  const failures = (trials: number, chance: number): number =>
    Array.from({ length: trials }, () => random.next()).filter((draw) => draw < chance).length;
  let covered = 0;
  for (let trial = 0; trial < 2_000; trial++) {
    const { low, high } = newcombeDifference({
      base: { successes: failures(150, 0.04), trials: 150 },
      head: { successes: failures(120, 0.1), trials: 120 },
    });
    if (low <= 0.06 && 0.06 <= high) covered++;
  }
  expect(covered / 2_000).toBeGreaterThanOrEqual(0.94);
  expect(covered / 2_000).toBeLessThanOrEqual(0.975);
});

test('no trials, no share and no level are refused', () => {
  const share = { successes: 1, trials: 2 };
  expect(() => newcombeDifference({ base: { successes: 0, trials: 0 }, head: share })).toThrow(RangeError);
  expect(() => newcombeDifference({ base: { successes: 3, trials: 2 }, head: share })).toThrow(RangeError);
  expect(() => newcombeDifference({ base: share, head: share }, 1)).toThrow(RangeError);
});
