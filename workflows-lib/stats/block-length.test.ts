import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { blockLength } from './block-length.ts';
import { fixtures } from './testing/comparison-fixtures.ts';
import { drift } from './testing/noise.ts';

const named = fixtures.blockLengths.map((fixture) => ({ ...fixture, count: fixture.series.length }));

test.each(named)('$count values that remember $rho of the last want blocks as long as arch finds', ({ series, length }) => {
  expect(blockLength(series)).toBe(Math.round(length));
});

test.each([
  [0.5, 500],
  [0.5, 1_000],
  [0.8, 1_000],
])('with a memory of %d in %i values the usual length is near the best one', (memory, count) => {
  const random = seededRandom('memory');
  const lengths = Array.from({ length: 60 }, () => {
    const noise = drift(random, memory, 1);
    return blockLength(Array.from({ length: count }, () => noise.next().value));
  });
  const median = lengths.sort((a, b) => a - b)[30] ?? 0;
  // Politis and White's formula with the true spectrum of a first-order autoregression.
  const best = Math.cbrt((3 / 2) * ((2 * memory) / (1 - memory ** 2)) ** 2 * count);
  expect(median / best).toBeGreaterThan(0.75);
  expect(median / best).toBeLessThan(1.25);
});

test('short and constant series are taken value by value', () => {
  expect(blockLength([])).toBe(1);
  expect(blockLength([1, 2, 3, 4, 5, 6, 7, 8])).toBe(1);
  expect(blockLength(new Array<number>(50).fill(3))).toBe(1);
});

test('a trend is a memory without end, and is held to a third of the series', () => {
  expect(blockLength(Array.from({ length: 30 }, (_, index) => index))).toBeLessThanOrEqual(10);
});

test('what is no series is refused', () => {
  expect(() => blockLength([1, NaN])).toThrow(RangeError);
});
