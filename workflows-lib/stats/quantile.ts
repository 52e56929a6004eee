/**
 * Quantiles with exact, distribution-free bounds. Of n independent values, B of them lie below the true q-quantile with B ~ Bin(n, q); so the
 * value at rank l is a lower bound that fails with P(B < l), the value at rank u an upper bound that fails with P(B >= u)
 * (H. A. David and H. N. Nagaraja, "Order Statistics", 3rd ed., 7.1). Both sides may fail with half of 1 - level: two-sided, equal tails.
 * For values with ties (milliseconds, tokens) the interval covers at least as often.
 */
import { binomialTails } from './binomial.ts';
import { bisectIntegers } from './bisect.ts';
import { LEVEL, TAIL_SLACK, tailOf } from './interval.ts';

/** Ranks of sorted values, counted from 1. A bound is null where no value of the sample can be it at this level. */
export interface QuantileRanks {
  readonly rank: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A quantile with its confidence interval, or why the sample cannot carry it. */
export type QuantileEstimate =
  { readonly value: number; readonly low: number; readonly high: number } | { readonly withheld: string };

function checkQuantile(q: number): void {
  if (!(q > 0 && q < 1)) throw new RangeError(`a quantile lies between 0 and 1, not ${q}`);
}

/** The nearest rank, ceil(n q): the inverse of the empirical distribution (type 1 of Hyndman and Fan 1996), as HdrHistogram counts too. */
export function nearestRank(n: number, q: number): number {
  // n q of decimal quantiles can land a rounding error above its integer: 0.07 * 100 > 7.
  return Math.max(1, Math.ceil(n * q - n * Number.EPSILON));
}

/** The ranks of the q-quantile and of its bounds among n >= 1 sorted values: what to ask a histogram for. */
export function quantileRanks(n: number, q: number, level: number = LEVEL): QuantileRanks {
  checkQuantile(q);
  const tail = tailOf(level) * TAIL_SLACK;
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`${n} values have no quantile`);
  const values = { trials: n, chance: q };
  const low = bisectIntegers((k) => binomialTails(k, values).lower <= tail, { low: -1, high: n });
  const high = bisectIntegers((u) => binomialTails(u - 1, values).upper > tail, { low: 0, high: n + 1 });
  return { rank: nearestRank(n, q), low: low < 1 ? null : low, high: high > n ? null : high };
}

/**
 * The smallest sample whose extremes bound the q-quantile on both sides at this level: 6 values for p50, 36 for p90, 72 for p95 and 368 for
 * p99 at 95 %. One-sided bounds would need fewer (59 for p95); an objective can then pass but the figure could not be shown with an interval.
 */
export function minimumCount(q: number, level: number = LEVEL): number {
  checkQuantile(q);
  const tail = tailOf(level) * TAIL_SLACK;
  const farther = Math.max(q, 1 - q);
  // The logarithms can be off by a rounding error; the powers below decide.
  let count = Math.max(1, Math.floor(Math.log(tail) / Math.log(farther)) - 1);
  while (farther ** count > tail) count++;
  return count;
}

/**
 * The q-quantile (nearest rank) of values sorted upwards with its exact confidence interval. Withheld when the sample is too small for both
 * bounds: a percentile without an upper bound is a guess about values that were never seen.
 */
export function quantileWithBounds(sorted: readonly number[], q: number, level: number = LEVEL): QuantileEstimate {
  const withheld = { withheld: `needs at least ${minimumCount(q, level)} values, has ${sorted.length}` };
  if (sorted.length === 0) return withheld;
  const ranks = quantileRanks(sorted.length, q, level);
  const at = (rank: number | null): number | undefined => (rank === null ? undefined : sorted[rank - 1]);
  const [value, low, high] = [at(ranks.rank), at(ranks.low), at(ranks.high)];
  return value === undefined || low === undefined || high === undefined ? withheld : { value, low, high };
}
