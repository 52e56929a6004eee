import { expect, test } from '@jest/globals';
import { seededRandom, type Random } from '../core/random.ts';
import { blockBootstrap, drawBlocks, percentileInterval } from './block-bootstrap.ts';
import { drift } from './testing/noise.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test.each(['moving', 'circular'] as const)('%s blocks keep neighbours together and fill the series', (kind) => {
  const random = seededRandom('draw');
  for (let trial = 0; trial < 100; trial++) {
    const drawn = drawBlocks(10, { kind, length: 4, random });
    expect(drawn).toHaveLength(10);
    drawn.forEach((index, place) => {
      if (place % 4 > 0) expect(index).toBe(((drawn[place - 1] ?? NaN) + 1) % 10);
    });
  }
});

test('moving blocks stay inside the series, circular blocks give every value the same chance', () => {
  const random = seededRandom('ends');
  const seen = (kind: 'moving' | 'circular'): number[] => {
    const counts = new Array<number>(10).fill(0);
    for (let trial = 0; trial < 2_000; trial++) {
      for (const index of drawBlocks(10, { kind, length: 5, random })) counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts;
  };
  // Of the 6 places where a block of 5 fits inside, one holds the first value, one the last, and five hold the fifth.
  const [first = 0, , , , fifth = 0, , , , , last = 0] = seen('moving');
  expect(fifth / first).toBeGreaterThan(4);
  expect(fifth / last).toBeGreaterThan(4);
  expect(last).toBeGreaterThan(0);
  for (const count of seen('circular')) {
    expect(count).toBeGreaterThan(1_800);
    expect(count).toBeLessThan(2_200);
  }
});

test('a block as long as the series gives the series back', () => {
  expect(drawBlocks(4, { kind: 'moving', length: 4, random: seededRandom('x') })).toEqual([0, 1, 2, 3]);
});

test('the percentile interval is cut at the ranks of the textbook', () => {
  const replicates = Array.from({ length: 999 }, (_, index) => 999 - index);
  expect(percentileInterval(replicates)).toEqual({ low: 25, high: 975 });
  expect(percentileInterval(replicates, 0.9)).toEqual({ low: 50, high: 950 });
  expect(percentileInterval(replicates.slice(0, 39))).toEqual({ low: 961, high: 999 });
});

test('too few replicates and blocks that do not fit are refused', () => {
  const random = seededRandom('x');
  expect(() => percentileInterval(new Array<number>(38).fill(1))).toThrow(RangeError);
  for (const length of [0, 1.5, 6, NaN]) expect(() => drawBlocks(5, { kind: 'moving', length, random })).toThrow(RangeError);
  expect(() => blockBootstrap([], mean, { kind: 'circular', length: 1, random, replicates: 99 })).toThrow(RangeError);
});

test('the same seed gives the same intervals, another seed others', () => {
  const series = Array.from({ length: 40 }, (_, index) => Math.sin(index));
  const run = (seed: string): unknown =>
    blockBootstrap(series, mean, { kind: 'circular', length: 5, random: seededRandom(seed), replicates: 99 });
  expect(run('a')).toEqual(run('a'));
  expect(run('a')).not.toEqual(run('b'));
});

test('the basic interval is the percentile interval turned round the estimate', () => {
  const series = [1, 2, 3, 4, 50];
  const options = { kind: 'circular', length: 1, random: seededRandom('turn'), replicates: 199 } as const;
  const { estimate, percentile, basic } = blockBootstrap(series, mean, options);
  expect(estimate).toBe(12);
  expect(basic.low + percentile.high).toBeCloseTo(2 * estimate, 10);
  expect(basic.high + percentile.low).toBeCloseTo(2 * estimate, 10);
});

function coverage(random: Random, length: number): number {
  let covered = 0;
  for (let trial = 0; trial < 100; trial++) {
    const noise = drift(random, 0.7, 1);
    const series = Array.from({ length: 200 }, () => noise.next().value);
    const { percentile } = blockBootstrap(series, mean, { kind: 'circular', length, random, replicates: 99 });
    if (percentile.low <= 0 && 0 <= percentile.high) covered++;
  }
  return covered / 100;
}

test('blocks cover the mean of a drifting series where values drawn one by one do not', () => {
  const random = seededRandom('drift');
  expect(coverage(random, 16)).toBeGreaterThan(0.85);
  expect(coverage(random, 1)).toBeLessThan(0.75);
});
