/** The Mann-Whitney test of two unpaired samples, as asv makes it (asv documentation, "Comparing"; Mann and Whitney 1947). */
import { normalTails } from '../../../workflows-lib/stats/normal.ts';

/** Up to this many values in the larger sample the distribution is counted; beyond, it is taken for normal. */
const MOST_EXACT = 20;

/** How many pairs (a, b) have a above b, and how many are equal. */
function wins(a: readonly number[], b: readonly number[]): { above: number; equal: number } {
  const sorted = b.toSorted((x, y) => x - y);
  const below = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = sorted[middle] ?? NaN;
      if (other < value || (orEqual && other === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let [above, equal] = [0, 0];
  for (const value of a) {
    const smaller = below(value, false);
    above += smaller;
    equal += below(value, true) - smaller;
  }
  return { above, equal };
}

/** P(U <= u) without ties: the coefficients of the Gaussian binomial count the orderings of m and n values with each U. */
function exactTail(u: number, m: number, n: number): number {
  const counts = new Float64Array(m * n + 1);
  counts[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let k = m * n; k >= n + i; k--) counts[k] = (counts[k] ?? 0) - (counts[k - n - i] ?? 0);
    for (let k = i; k <= m * n; k++) counts[k] = (counts[k] ?? 0) + (counts[k - i] ?? 0);
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.slice(0, u + 1).reduce((sum, count) => sum + count, 0) / all;
}

/**
 * The two-sided p-value. Ties are broken in the least significant way; the normal approximation has neither a correction for ties nor one for
 * continuity. NaN without values on a side.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const [m, n] = [a.length, b.length];
  const { above, equal } = wins(a, b);
  const middle = Math.floor((m * n) / 2);
  const nearest = Math.min(Math.max(middle, above), above + equal);
  const u = Math.min(nearest, m * n - nearest);
  const tail =
    Math.max(m, n) <= MOST_EXACT
      ? exactTail(u, m, n)
      : normalTails((u - (m * n) / 2) / Math.sqrt((m * n * (m + n + 1)) / 12)).lower;
  return Math.min(1, 2 * tail);
}
