import { expect, test } from '@jest/globals';
import { seededRandom, type Random } from '../core/random.ts';
import type { Bootstrap } from './block-bootstrap.ts';
import { binomialTails } from './binomial.ts';
import { quantileDifference, type PairedBlock, type WeightedValue } from './quantile-difference.ts';
import { quantileRanks } from './quantile.ts';
import { drift } from './testing/noise.ts';

const bootstrap = (seed: string, replicates = 199): Bootstrap => ({
  kind: 'circular',
  length: 1,
  random: seededRandom(seed),
  replicates,
});

/** Values as a histogram would give them back: each bucket once, sorted. */
function weigh(values: readonly number[]): WeightedValue[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** Calls in milliseconds: their neighbours are alike, and a whole block is slow or fast for both sides. */
function measure(random: Random, blocks: number, slowdown: number): { base: number[]; head: number[] }[] {
  return Array.from({ length: blocks }, () => {
    const machine = 0.15 * random.normal();
    const side = (factor: number): number[] => {
      const weather = drift(random, 0.9, 0.1);
      return Array.from({ length: 60 }, () =>
        Math.round(1_000 * factor * Math.exp(machine + weather.next().value + 0.1 * random.normal())),
      );
    };
    return { base: side(1), head: side(slowdown) };
  });
}

const weighAll = (blocks: readonly { base: number[]; head: number[] }[]): PairedBlock[] =>
  blocks.map(({ base, head }) => ({ base: weigh(base), head: weigh(head) }));

function nearestRank(values: readonly number[], q: number): number | undefined {
  return [...values].sort((a, b) => a - b)[quantileRanks(values.length, q).rank - 1];
}

test('the quantiles are those of all values put together', () => {
  const blocks = measure(seededRandom('all'), 12, 1.1);
  for (const q of [0.05, 0.5, 0.95]) {
    const [base, head] = [blocks.flatMap((block) => block.base), blocks.flatMap((block) => block.head)].map((values) =>
      nearestRank(values, q),
    );
    expect(quantileDifference(weighAll(blocks), q, bootstrap('q'))).toMatchObject({
      base,
      head,
      difference: { estimate: (head ?? NaN) - (base ?? NaN) },
      ratio: { estimate: (head ?? NaN) / (base ?? NaN) },
    });
  }
});

test('every replicate is the quantile of the blocks drawn: with equal blocks nothing varies', () => {
  const block = { base: weigh([1, 2, 3, 4, 5, 6, 7]), head: weigh([2, 4, 6, 8, 10, 12, 14]) };
  expect(quantileDifference(new Array<PairedBlock>(10).fill(block), 0.5, bootstrap('equal'))).toEqual({
    base: 4,
    head: 8,
    difference: { estimate: 4, low: 4, high: 4 },
    ratio: { estimate: 2, low: 2, high: 2 },
  });
});

test('what both sides of a block share cancels: the ratio is surer than the machine is steady', () => {
  const random = seededRandom('share');
  const offsets = Array.from({ length: 20 }, () => 0.5 + random.next());
  const blocks = offsets.map((offset) => {
    const base = Array.from({ length: 20 }, (_, index) => 100 * offset + index);
    return { base: weigh(base), head: weigh(base.map((value) => value * 1.2)) };
  });
  const comparison = quantileDifference(blocks, 0.5, bootstrap('share'));
  expect(comparison).toMatchObject({ ratio: { low: expect.closeTo(1.2, 10), high: expect.closeTo(1.2, 10) } });
});

test.each([
  [0.5, 0.95],
  [0.95, 0.93],
])('over 20 blocks the interval of the %d quantile covers the true ratio as often as documented: %d', (q, chance) => {
  const random = seededRandom('cover');
  let covered = 0;
  for (let trial = 0; trial < 80; trial++) {
    const comparison = quantileDifference(weighAll(measure(random, 20, 1.1)), q, { ...bootstrap(''), random });
    if ('withheld' in comparison || comparison.ratio === null) throw new Error('nothing to see');
    if (comparison.ratio.low <= 1.1 && 1.1 <= comparison.ratio.high) covered++;
  }
  // So few or fewer would come up once in a thousand seeds.
  expect(binomialTails(covered, { trials: 80, chance }).lower).toBeGreaterThan(0.001);
});

test('too few blocks, too few values and empty blocks withhold the comparison and say why', () => {
  const blocks = weighAll(measure(seededRandom('few'), 10, 1));
  expect(quantileDifference(blocks.slice(1), 0.5, bootstrap('x'))).toEqual({ withheld: 'needs at least 10 blocks, has 9' });
  expect(quantileDifference([], 0.5, bootstrap('x'))).toEqual({ withheld: 'needs at least 10 blocks, has 0' });
  expect(quantileDifference(blocks, 0.999, bootstrap('x'))).toEqual({ withheld: 'needs at least 3688 values a side, has 600' });
  const gap = blocks.with(3, { base: weigh([1]), head: [{ value: 5, count: 0 }] });
  expect(quantileDifference(gap, 0.5, bootstrap('x'))).toEqual({ withheld: 'block 4 has no values on one side' });
});

test('a base of nothing has a difference but no ratio', () => {
  const block = { base: weigh([0, 0, 0]), head: weigh([1, 1, 1]) };
  expect(quantileDifference(new Array<PairedBlock>(10).fill(block), 0.5, bootstrap('zero'))).toMatchObject({
    difference: { estimate: 1 },
    ratio: null,
  });
});

test('the same seed gives the same figures', () => {
  const blocks = weighAll(measure(seededRandom('same'), 12, 1.05));
  expect(quantileDifference(blocks, 0.9, bootstrap('a'))).toEqual(quantileDifference(blocks, 0.9, bootstrap('a')));
});

test('values out of order and broken counts are refused', () => {
  const good = { base: weigh([1, 2]), head: weigh([1, 2]) };
  for (const base of [
    [
      { value: 2, count: 1 },
      { value: 1, count: 1 },
    ],
    [{ value: NaN, count: 1 }],
    [{ value: 1, count: -1 }],
    [{ value: 1, count: 0.5 }],
  ]) {
    const blocks = new Array<PairedBlock>(10).fill(good).with(0, { ...good, base });
    expect(() => quantileDifference(blocks, 0.5, bootstrap('x'))).toThrow(RangeError);
  }
});
