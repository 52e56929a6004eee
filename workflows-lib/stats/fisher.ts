import { chanceOfNoLikelier, hypergeometricTails } from './hypergeometric.ts';
import type { Alternative } from './signed-rank.ts';
import { checkShares, type TwoShares } from './two-shares.ts';

/**
 * Fisher's exact test that two shares come from one chance (R. A. Fisher, JRSS 98, 1935): the p-value of the table of successes and failures, given its
 * margins. `greater` asks whether head has the larger share, `less` the smaller; the two-sided p adds up all tables that are at most as likely as
 * this one, to a relative difference of 1e-7, like R and scipy. Precise for millions of calls; the smaller tail in relative terms.
 *
 * It takes calls as independent. Failures in bursts make its p too small: then compare the shares of whole blocks.
 *
 * p is 1 where nothing can be said: a side without trials, no success at all, or nothing else. Throws a RangeError for what is no share.
 */
export function fisherExact(shares: TwoShares, alternative: Alternative): number {
  checkShares(shares);
  const { base, head } = shares;
  const population = base.trials + head.trials;
  const successes = base.successes + head.successes;
  if (base.trials === 0 || head.trials === 0 || successes === 0 || successes === population) return 1;
  const sizes = { population, marked: head.trials, drawn: successes };
  if (alternative === 'two-sided') return chanceOfNoLikelier(head.successes, sizes);
  const { atMost, atLeast } = hypergeometricTails(head.successes, sizes);
  return alternative === 'greater' ? atLeast : atMost;
}
