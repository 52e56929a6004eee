import { bisectIntegers } from './bisect.ts';
import { drawBlocks, percentileInterval, type Bootstrap } from './block-bootstrap.ts';
import { LEVEL, type Interval } from './interval.ts';
import { minimumCount, nearestRank } from './quantile.ts';

/** A value that was seen `count` times, as a histogram's bucket gives it. */
export interface WeightedValue {
  readonly value: number;
  /** A whole number, 0 or more. */
  readonly count: number;
}

/** What was measured of both sides in one stretch of time: a pair of windows. Values sorted upwards. */
export interface PairedBlock {
  readonly base: readonly WeightedValue[];
  readonly head: readonly WeightedValue[];
}

/** A figure with its interval. */
export interface Estimate extends Interval {
  readonly estimate: number;
}

/** A quantile of both sides, in the unit of the values, and how they differ; or why the blocks cannot tell. */
export type QuantileComparison =
  | {
      readonly base: number;
      readonly head: number;
      /** head - base. */
      readonly difference: Estimate;
      /** head / base; null where base is not above 0 throughout. */
      readonly ratio: Estimate | null;
    }
  | { readonly withheld: string };

/** Fewer blocks than this show too little of their own spread: intervals from the bootstrap then miss far too often. */
export const LEAST_BLOCKS = 10;

/** The distinct values of one side over all blocks, and for each block how many of its values are at most each of those. */
interface Side {
  readonly values: readonly number[];
  readonly cumulative: readonly Float64Array[];
  readonly counts: readonly number[];
}

function accumulate(block: readonly WeightedValue[], values: readonly number[]): Float64Array {
  let [next, count] = [0, 0];
  return Float64Array.from(values, (value) => {
    for (let seen = block[next]; seen !== undefined && seen.value <= value; seen = block[++next]) count += seen.count;
    return count;
  });
}

function checkBlock(block: readonly WeightedValue[]): void {
  block.forEach(({ value, count }, index) => {
    if (!Number.isFinite(value) || !Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${count} times ${value} is no weighted value`);
    if (value < (block[index - 1]?.value ?? -Infinity)) throw new RangeError('the values of a block are sorted upwards');
  });
}

function sideOf(blocks: readonly (readonly WeightedValue[])[]): Side {
  blocks.forEach(checkBlock);
  const values = [...new Set(blocks.flatMap((block) => block.map(({ value }) => value)))].sort((a, b) => a - b);
  const cumulative = blocks.map((block) => accumulate(block, values));
  return { values, cumulative, counts: cumulative.map((counts) => counts.at(-1) ?? 0) };
}

/** The q-quantile (nearest rank) of the chosen blocks put together. */
function quantileOf({ values, cumulative, counts }: Side, q: number, chosen: readonly number[]): number {
  const sum = (of: (block: number) => number | undefined): number => chosen.reduce((total, block) => total + (of(block) ?? 0), 0);
  const rank = nearestRank(
    sum((block) => counts[block]),
    q,
  );
  const below = (index: number): boolean => sum((block) => cumulative[block]?.[index]) < rank;
  const found = values[bisectIntegers(below, { low: -1, high: values.length - 1 })];
  if (found === undefined) throw new RangeError('no values have no quantile');
  return found;
}

function whyWithheld(sides: readonly Side[], least: number): string | undefined {
  for (const { counts } of sides) {
    if (counts.length < LEAST_BLOCKS) return `needs at least ${LEAST_BLOCKS} blocks, has ${counts.length}`;
    if (counts.includes(0)) return `block ${counts.indexOf(0) + 1} has no values on one side`;
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < least) return `needs at least ${least} values a side, has ${total}`;
  }
  return undefined;
}

/**
 * How a quantile differs between two sides that were measured side by side in blocks. Values inside a block may depend on one another in any way, and
 * both sides of a block on each other: whole pairs of blocks are drawn again (block bootstrap, Kuensch 1989; percentile interval), so what they
 * share cancels. Blocks that depend on their neighbours are kept together by `length` > 1. The same seed gives the same figures.
 *
 * From few blocks the interval covers a little less often than it says: in simulations of drifting calls, 95 % intervals from 20 blocks covered the true
 * ratio of medians in 95 % of 1,000 trials, of p95 in 93 %, of p99 in 92 %; from 10 blocks, of medians in 93 % and of p95 in 90 %.
 *
 * Withheld for fewer than 10 blocks, for a block that is empty on one side, and for fewer values a side than bounds of the quantile itself would
 * need. Throws a RangeError unless 0 < q < 1, and for values that are not weighted values sorted upwards, and as `blockBootstrap` does.
 */
export function quantileDifference(blocks: readonly PairedBlock[], q: number, bootstrap: Bootstrap): QuantileComparison {
  const { replicates, level = LEVEL, ...draw } = bootstrap;
  const [base, head] = [sideOf(blocks.map((block) => block.base)), sideOf(blocks.map((block) => block.head))];
  const withheld = whyWithheld([base, head], minimumCount(q, level));
  if (withheld !== undefined) return { withheld };
  const compare = (chosen: readonly number[]): { before: number; after: number } => ({
    before: quantileOf(base, q, chosen),
    after: quantileOf(head, q, chosen),
  });
  const seen = compare([...blocks.keys()]);
  const drawn = Array.from({ length: replicates }, () => compare(drawBlocks(blocks.length, draw)));
  const estimate = (of: (sides: { before: number; after: number }) => number): Estimate => ({
    estimate: of(seen),
    ...percentileInterval(drawn.map(of), level),
  });
  return {
    base: seen.before,
    head: seen.after,
    difference: estimate(({ before, after }) => after - before),
    ratio: [seen, ...drawn].every(({ before }) => before > 0) ? estimate(({ before, after }) => after / before) : null,
  };
}
