import { criticalSum, type RankMethod } from './signed-rank-distribution.ts';

/** Above this the averages of all pairs of values would fill the memory. */
const MOST_VALUES = 3_000;

/** The middle of values with bounds, in the unit of the values. A bound is null where so few values cannot give it at this level. */
export interface PseudoMedian {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: RankMethod;
}

/**
 * The averages of every two values and of each value with itself, n (n + 1) / 2 of them, sorted upwards (J. W. Tukey after J. Walsh 1949).
 * Throws a RangeError without values, for more than 3,000, and for values that are no finite numbers.
 */
export function walshAverages(values: readonly number[]): Float64Array {
  const count = values.length;
  if (count === 0 || count > MOST_VALUES) throw new RangeError(`Walsh averages are of 1 to ${MOST_VALUES} values, not ${count}`);
  if (!values.every(Number.isFinite)) throw new RangeError('Walsh averages are of finite numbers');
  const averages = new Float64Array((count * (count + 1)) / 2);
  let filled = 0;
  values.forEach((value, index) => {
    for (const other of values.slice(index)) averages[filled++] = (value + other) / 2;
  });
  return averages.sort();
}

function middleOf(sorted: Float64Array): number {
  const half = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (below === undefined || above === undefined) throw new RangeError('no values have no middle');
  return (below + above) / 2;
}

/**
 * The pseudo-median of independent values: the middle of their Walsh averages (J. L. Hodges and E. L. Lehmann, Annals of Mathematical
 * Statistics 34, 1963), with the bounds at which the signed-rank test changes its mind (M. Hollander, D. A. Wolfe and E. Chicken,
 * "Nonparametric Statistical Methods", 3rd ed., 3.3). `tail` is the chance with which each bound may miss: either bound alone is one-sided at level
 * 1 - tail, both together are a two-sided interval at level 1 - 2 tail.
 *
 * Without ties the test of a shift against "greater" has p <= tail exactly where the shift lies below `low`, likewise "less" and `high`. With ties the
 * bounds cover at least as often as they say (G. E. Noether, JASA 62, 1967). A bound is null for fewer than `pairsNeeded(tail, 1)` values.
 * Exact up to 60 values, by the normal approximation above.
 *
 * Throws a RangeError for what `walshAverages` refuses, and unless 0 < tail < 1/2.
 */
export function hodgesLehmann(values: readonly number[], tail: number): PseudoMedian {
  const averages = walshAverages(values);
  const { sum, method } = criticalSum(values.length, tail);
  // Where no sum rejects, these lie outside the averages.
  const [low = null, high = null] = [averages[sum], averages[averages.length - 1 - sum]];
  return { estimate: middleOf(averages), low, high, method };
}
