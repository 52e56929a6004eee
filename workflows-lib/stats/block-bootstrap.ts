import type { Random } from '../core/random.ts';
import { LEVEL, tailOf, type Interval } from './interval.ts';

/** How to draw. */
export interface BlockDraw {
  /** Blocks that lie wholly inside the series (H. R. Kuensch 1989), or blocks that may run over its end to its start (Politis and Romano 1992). */
  readonly kind: 'moving' | 'circular';
  /** Consecutive values that stay together; 1 takes the values as independent. `blockLength` finds it. */
  readonly length: number;
  readonly random: Random;
}

/** How to draw, how often, and how sure to be. */
export interface Bootstrap extends BlockDraw {
  /** 2,000 is plenty for a 95 % interval. */
  readonly replicates: number;
  /** Two-sided, equal tails. */
  readonly level?: number;
}

/** A statistic of the series with its intervals, in its own unit. */
export interface BootstrapEstimate {
  readonly estimate: number;
  /** The quantiles of the replicates: keeps inside the statistic's range, and follows any monotone rescaling of it. */
  readonly percentile: Interval;
  /** The percentile interval turned round the estimate: mends a bias of the replicates, but may leave the statistic's range. */
  readonly basic: Interval;
}

/** Indexes into a series of `count` values: whole blocks one after another, cut to `count`. Throws a RangeError unless 1 <= length <= count. */
export function drawBlocks(count: number, { kind, length, random }: BlockDraw): number[] {
  if (!Number.isSafeInteger(length) || length < 1 || length > count) {
    throw new RangeError(`a block holds 1 to ${count} values, not ${length}`);
  }
  const starts = kind === 'circular' ? count : count - length + 1;
  const drawn: number[] = [];
  while (drawn.length < count) {
    const start = random.integer(starts);
    for (let step = 0; step < length && drawn.length < count; step++) drawn.push((start + step) % count);
  }
  return drawn;
}

/**
 * The interval between the replicates' own quantiles, by the ranks of A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application"
 * (1997), 5.2.1: (R + 1) tail from either end. Throws a RangeError when there are too few replicates for the level.
 */
export function percentileInterval(replicates: readonly number[], level: number = LEVEL): Interval {
  const rank = Math.floor((replicates.length + 1) * tailOf(level) * (1 + Number.EPSILON * 4));
  const sorted = Float64Array.from(replicates).sort();
  const [low, high] = rank < 1 ? [] : [sorted[rank - 1], sorted[sorted.length - rank]];
  if (low === undefined || high === undefined) {
    throw new RangeError(`${replicates.length} replicates are too few for an interval at ${level}`);
  }
  return { low, high };
}

/**
 * The block bootstrap of a statistic of a series whose neighbours depend on one another (Kuensch, Annals of Statistics 17, 1989). The same seed gives
 * the same intervals. Throws a RangeError without values, for a block that does not fit, and for too few replicates.
 */
export function blockBootstrap(
  series: readonly number[],
  statistic: (values: readonly number[]) => number,
  { replicates, level = LEVEL, ...draw }: Bootstrap,
): BootstrapEstimate {
  const estimate = statistic(series);
  const drawn = Array.from({ length: replicates }, () =>
    statistic(drawBlocks(series.length, draw).flatMap((index) => series[index] ?? [])),
  );
  const percentile = percentileInterval(drawn, level);
  return { estimate, percentile, basic: { low: 2 * estimate - percentile.high, high: 2 * estimate - percentile.low } };
}
