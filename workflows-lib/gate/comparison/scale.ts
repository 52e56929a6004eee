import type { ComparedSeries } from '../../history/comparison.ts';
import { signedRankTest } from '../../stats/signed-rank.ts';

type Scaled = Pick<ComparedSeries, 'unit' | 'tolerance'>;

/** Times and rates a second are compared by ratio, whose logarithms are the values of a series; the rest by difference. */
function isRelative({ unit }: Scaled): boolean {
  return unit === 'ms' || unit === 'per_s';
}

/** The tolerance of a noisy series as its values count it: ln(1 + tolerance) where they are logarithms of ratios, itself in the unit otherwise. */
export function shiftOf(series: Scaled): number {
  return isRelative(series) ? Math.log1p(series.tolerance) : series.tolerance;
}

/** A value of a noisy series as people read it: 0.1 for ten percent worse, or a difference in the unit. */
export function changeOf(series: Scaled, value: number): number {
  return isRelative(series) ? Math.expm1(value) : value;
}

/** `changeOf` for a bound that there may not be. */
export function boundOf(series: Scaled, value: number | null): number | null {
  return value === null ? null : changeOf(series, value);
}

/** The fewest values that are asked whether they are surely no worse: fewer can look so by one lucky stretch. */
export const FEWEST_FOR_FINE = 8;

/** What the upper bound that makes a metric fine may miss: it is one-sided at 95 %. */
export const FINE_TAIL = 0.05;

/**
 * Whether the upper bound (95 %, one-sided) of the worsening lies below the tolerance. It is asked of the signed-rank test, which says so just where
 * the bound of `hodgesLehmann` does and costs less.
 */
export function surelyNotWorse(values: readonly number[], shift: number): boolean {
  return values.length >= FEWEST_FOR_FINE && signedRankTest(values, { shift, alternative: 'less' }).p <= FINE_TAIL;
}
