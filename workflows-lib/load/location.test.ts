import { expect, test } from '@jest/globals';
import { logLocation } from './location.ts';

test('the location of durations is that of their logarithms, and one slow call in ten hardly moves it', () => {
  expect(logLocation([2, 2, 2])).toBeCloseTo(Math.log(2), 12);
  // Walsh averages of 0, ln 4: 0, ln 2, ln 4.
  expect(logLocation([1, 4])).toBeCloseTo(Math.log(2), 12);
  const calm = [1, 1.1, 0.9, 1.05, 0.95, 1, 1.02, 0.98, 1.01];
  const moved = Math.abs((logLocation([...calm, 100]) ?? 0) - (logLocation(calm) ?? 0));
  expect(moved).toBeLessThan(0.03);
});

test('nothing lies nowhere, and thousands of values are thinned evenly', () => {
  expect(logLocation([])).toBeUndefined();
  expect(logLocation([0])).toBeUndefined();
  expect(logLocation(Array.from({ length: 5_000 }, (_, index) => 1 + (index % 100) / 100))).toBeCloseTo(Math.log(1.49), 1);
});
