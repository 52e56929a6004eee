import { binomialTails } from '../../../workflows-lib/stats/binomial.ts';
import { laplaceQuantiles } from './laplace-posterior.ts';
import { mannWhitney } from './mann-whitney.ts';
import type { Rule } from './rule.ts';

const P_THRESHOLD = 0.002;
const TAIL = 0.005;

/** The median of sorted values: the mean of the middle two. */
function median(sorted: readonly number[]): number {
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? NaN) + (sorted[Math.ceil(last / 2)] ?? NaN)) / 2;
}

/** The 99 % interval of the median of sorted values, from ranks; below eight values from a posterior; of one value, everything. */
export function asvMedianInterval(sorted: readonly number[]): { low: number; high: number } {
  const below = (rank: number): number => binomialTails(rank, { trials: sorted.length, chance: 0.5 }).lower;
  const low = sorted.findLast((_, rank) => below(rank) <= TAIL);
  if (low !== undefined) return { low, high: sorted.find((_, rank) => below(rank) >= 1 - TAIL) ?? Infinity };
  if (sorted.length < 2) return { low: -Infinity, high: Infinity };
  const [from = NaN, to = NaN] = laplaceQuantiles(sorted, [TAIL, 1 - TAIL]);
  return { low: Math.min(from, sorted[0] ?? from), high: Math.max(to, sorted.at(-1) ?? to) };
}

/** The number of ways to choose k of n. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** Whether asv calls two samples different: by Mann-Whitney where it can decide at all, else by intervals that do not overlap. */
function different(base: readonly number[], head: readonly number[]): boolean {
  if (base.length === 1 || head.length === 1) return true;
  const orderings = choose(base.length + head.length, Math.min(base.length, head.length));
  if (1 / orderings < P_THRESHOLD) return mannWhitney(base, head) < P_THRESHOLD;
  const [one, other] = [asvMedianInterval(base), asvMedianInterval(head)];
  return one.high < other.low || one.low > other.high;
}

/**
 * asv (`asv continuous`, `--factor`, 1.1 by default): an alarm when the medians are apart by more than the factor and the samples differ by
 * Mann-Whitney with p < .002. It gets every call as a sample, more than asv itself would take.
 */
export function asv(factor: number): Rule {
  return {
    name: `asv Mann-Whitney, factor ${factor}`,
    alarms(calls) {
      const [base = [], head = []] = [calls.base, calls.head].map((side) => side.flat().toSorted((a, b) => a - b));
      return median(base) < median(head) / factor && different(base, head);
    },
  };
}
