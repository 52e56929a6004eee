import { expect, test } from '@jest/globals';
import { linearScale, logScale, thinned, valueScale } from './scale.ts';

const SPAN = { from: 0, to: 100 };

test.each([7, 0.031, 1, 295, 1e6])('a linear axis begins at zero, reaches over %p, and has four to six round ticks', (max) => {
  const { at, ticks } = linearScale(max, SPAN);
  expect(at(0)).toBe(0);
  expect(at(max)).toBeLessThanOrEqual(100 + 1e-9);
  expect(at(max)).toBeGreaterThan(60);
  expect(ticks.length).toBeGreaterThanOrEqual(4);
  expect(ticks.length).toBeLessThanOrEqual(6);
});

test('equal factors are equal distances on a logarithmic axis', () => {
  const { at } = logScale(0.1, 1000, SPAN);
  expect(at(10) - at(1)).toBeCloseTo(at(100) - at(10), 9);
  expect(at(0)).toBe(at(0.1));
});

test.each([
  [0.19, 430],
  [5, 5],
  [0.0013, 0.0014],
  [1, 10],
])('a logarithmic axis holds %p to %p', (min, max) => {
  const { at, ticks } = logScale(min, max, SPAN);
  expect(at(min)).toBeGreaterThanOrEqual(0);
  expect(at(max)).toBeLessThanOrEqual(100 + 1e-9);
  expect(ticks.length).toBeGreaterThanOrEqual(2);
});

test('an axis is logarithmic only when values reach far and none is zero', () => {
  expect(valueScale([1, 20], SPAN).log).toBe(false);
  expect(valueScale([1, 100], SPAN).log).toBe(true);
  expect(valueScale([0, 1, 100], SPAN).log).toBe(false);
  expect(valueScale([0, 0], SPAN).log).toBe(false);
});

test('thinned ticks have room, and the last one stays', () => {
  const scale = { ...linearScale(50, SPAN), ticks: [1, 5, 10, 25, 50] };
  expect(thinned(scale, 15)).toEqual([10, 25, 50]);
});
