/**
 * The distribution of Wilcoxon's signed-rank statistic when every sign is a fair coin: the sum of those ranks whose sign fell positive
 * (F. Wilcoxon, Biometrics Bulletin 1, 1945). Counted exactly, one rank at a time; whole-numbered ranks of any kind, so midranks go in doubled
 * (the shift algorithm of B. Streitberg and J. Roehmel, Statistical Software Newsletter 12, 1986).
 */
import { TAIL_SLACK } from './interval.ts';
import { normalUpperPoint } from './normal.ts';

/** How a figure was found: by counting every sign pattern, or by the normal approximation. */
export type RankMethod = 'exact' | 'normal';

/** Up to so many pairs the distribution is counted; above, the normal approximation is closer than any level in use needs. */
export const MOST_EXACT_PAIRS = 60;

/** Both tails of a discrete distribution at one point of it; each includes the point. */
export interface DiscreteTails {
  readonly atMost: number;
  readonly atLeast: number;
}

/** How many sign patterns give each sum from 0 to `most`: whole up to 2^53 patterns, and precise to rounding beyond. */
function countPatterns(ranks: readonly number[], most: number): Float64Array {
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  let reach = 0;
  for (const rank of ranks) {
    reach = Math.min(most, reach + rank);
    for (let sum = reach; sum >= rank; sum--) counts[sum] = (counts[sum] ?? 0) + (counts[sum - rank] ?? 0);
  }
  return counts;
}

function checkRanks(ranks: readonly number[], sum: number): void {
  if (ranks.length > MOST_EXACT_PAIRS) throw new RangeError(`${ranks.length} ranks are too many to count`);
  if (!ranks.every((rank) => Number.isSafeInteger(rank) && rank > 0)) throw new RangeError('ranks are whole numbers above 0');
  if (!Number.isSafeInteger(sum) || sum < 0) throw new RangeError(`${sum} is no sum of ranks`);
}

/**
 * P(S <= sum) and P(S >= sum) for the sum S of positive ranks. `ranks` are whole numbers above 0, at most 60 of them; without any, S is 0.
 * The smaller one is precise in relative terms. Throws a RangeError for more ranks or others, and for a sum that there cannot be.
 */
export function signedRankTails(ranks: readonly number[], sum: number): DiscreteTails {
  checkRanks(ranks, sum);
  const total = ranks.reduce((all, rank) => all + rank, 0);
  if (sum > total) throw new RangeError(`the ranks add up to ${total}, not ${sum}`);
  // Turning all signs round maps the sum to what is left of the total: only the half below the middle has to be counted.
  const nearer = Math.min(sum, total - sum);
  const counts = countPatterns(ranks, nearer);
  const everything = 2 ** ranks.length;
  const beyond = counts.subarray(0, nearer).reduce((patterns, count) => patterns + count, 0);
  const rare = (beyond + (counts[nearer] ?? 0)) / everything;
  const common = 1 - beyond / everything;
  return sum === nearer ? { atMost: rare, atLeast: common } : { atMost: common, atLeast: rare };
}

/** The largest sum that rejects, with the way it was found; -1 when none does. */
export interface CriticalSum {
  readonly sum: number;
  readonly method: RankMethod;
}

function approximateCriticalSum(pairs: number, tail: number): number {
  const mean = (pairs * (pairs + 1)) / 4;
  const deviation = Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24);
  return Math.floor(mean - 0.5 - normalUpperPoint(tail) * deviation);
}

/**
 * The largest c with P(S <= c) <= tail for the ranks 1 to `pairs` without ties; -1 when even P(S <= 0) = 2^-pairs is above the tail. Above
 * 60 pairs by the normal approximation with continuity correction. Throws a RangeError unless pairs >= 1 and 0 < tail < 1/2.
 */
export function criticalSum(pairs: number, tail: number): CriticalSum {
  if (!Number.isSafeInteger(pairs) || pairs < 1) throw new RangeError(`${pairs} pairs have no signed ranks`);
  if (!(tail > 0 && tail < 0.5)) throw new RangeError(`a tail lies between 0 and 1/2, not ${tail}`);
  if (pairs > MOST_EXACT_PAIRS) return { sum: approximateCriticalSum(pairs, tail), method: 'normal' };
  const ranks = Array.from({ length: pairs }, (_, index) => index + 1);
  const counts = countPatterns(ranks, (pairs * (pairs + 1)) / 2);
  const allowed = tail * TAIL_SLACK * 2 ** pairs;
  let sum = -1;
  for (let patterns = counts[0] ?? 0; patterns <= allowed; patterns += counts[sum + 1] ?? 0) sum++;
  return { sum, method: 'exact' };
}
