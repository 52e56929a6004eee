import { expect, test } from '@jest/globals';
import { decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { seededRandom } from '../core/random.ts';
import { createSeries } from './series.ts';

test('moments are those of the definition', () => {
  const series = createSeries('ms');
  for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) series.record(value);
  const { count, min, max, mean, stddev } = series.snapshot();
  expect({ count, min, max, mean }).toEqual({ count: 8, min: 2, max: 9, mean: 5 });
  expect(stddev).toBeCloseTo(Math.sqrt(32 / 7), 12);
});

test('values are kept one by one up to 10,000, and the histogram still knows those before the last was dropped', () => {
  const series = createSeries('ms');
  for (let value = 1; value <= 10_000; value++) series.record(value);
  expect(series.snapshot().samples).toHaveLength(10_000);
  series.record(10_001);
  const snapshot = series.snapshot();
  expect(snapshot.samples).toBeUndefined();
  expect(decodeFromCompressedBase64(snapshot.histogram()).totalCount).toBe(10_001);
});

test('a value at a rank is within three significant digits of the sorted values, before and after the samples are dropped', () => {
  const random = seededRandom('ranks');
  for (const size of [100, 20_000]) {
    const series = createSeries('ms');
    const values = Array.from({ length: size }, () => Math.exp(3 + random.normal()));
    for (const value of values) series.record(value);
    const sorted = values.toSorted((left, right) => left - right);
    for (const rank of [1, size / 2, 0.95 * size, 0.99 * size, size]) {
      const truth = sorted[Math.ceil(rank) - 1] ?? NaN;
      // Half a microsecond of rounding and one part in a thousand of the histogram.
      expect(Math.abs(series.snapshot().valueAtRank(Math.ceil(rank)) - truth)).toBeLessThan(0.0006 + truth / 1000);
    }
  }
});
