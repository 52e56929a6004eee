import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { clopperPearson } from './proportion.ts';
import { fixtures, relativeError } from './testing/fixtures.ts';

test.each(fixtures.proportions)(
  '$successes of $trials at $level is bounded as by scipy',
  ({ successes, trials, level, low, high }) => {
    const interval = clopperPearson(successes, trials, level);
    expect(relativeError(interval.low, low)).toBeLessThan(1e-12);
    expect(relativeError(interval.high, high)).toBeLessThan(1e-12);
  },
);

test('no failure in n calls still allows a failure rate of 1 - 0.025^(1/n)', () => {
  expect(clopperPearson(0, 100)).toEqual({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 100), 14) });
  expect(clopperPearson(100, 100)).toEqual({ low: expect.closeTo(0.025 ** (1 / 100), 14), high: 1 });
});

test('without trials nothing is known', () => {
  expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
});

test('what is no share is refused', () => {
  for (const [successes, trials] of [
    [3, 2],
    [-1, 5],
    [0.5, 2],
    [NaN, 3],
  ] as const) {
    expect(() => clopperPearson(successes, trials)).toThrow(RangeError);
  }
});

test('the interval covers the true error rate at least as often as it says', () => {
  const random = seededRandom('share');
  let covered = 0;
  for (let trial = 0; trial < 2_000; trial++) {
    let failures = 0;
    for (let call = 0; call < 200; call++) if (random.next() < 0.05) failures++;
    const { low, high } = clopperPearson(failures, 200);
    if (low <= 0.05 && 0.05 <= high) covered++;
  }
  expect(covered / 2_000).toBeGreaterThanOrEqual(0.94);
  expect(covered / 2_000).toBeLessThanOrEqual(0.99);
});
