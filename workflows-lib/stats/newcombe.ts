import { LEVEL, tailOf, type Interval } from './interval.ts';
import { normalUpperPoint } from './normal.ts';
import { checkShares, type Share, type TwoShares } from './two-shares.ts';

/** How far two shares are apart, head - base, with its interval: -1 to 1. */
export interface ShareDifference extends Interval {
  readonly difference: number;
}

/**
 * Wilson's interval of one share without continuity correction (E. B. Wilson, JASA 22, 1927), `z` the normal deviate of the level.
 * The caller has checked the share; trials > 0.
 */
function wilson({ successes, trials }: Share, z: number): Interval {
  const failures = trials - successes;
  const half = z * Math.sqrt(z * z + (4 * successes * failures) / trials);
  const [middle, scale] = [2 * successes + z * z, 2 * (trials + z * z)];
  // Rounding must not push an end past what was seen: none or all.
  return {
    low: successes === 0 ? 0 : (middle - half) / scale,
    high: failures === 0 ? 1 : (middle + half) / scale,
  };
}

/**
 * The difference of two independent shares, head - base, with the hybrid score interval: method 10 of R. G. Newcombe, Statistics in Medicine 17,
 * 873-890 (1998). It keeps inside -1 to 1 and says something for shares of 0 and 1 too. `level` is two-sided with about equal tails: as a one-sided
 * bound each end has level 1 - (1 - level) / 2.
 *
 * The sides count as independent samples. Were every call of base matched with the same call of head, the interval for matched pairs (the companion
 * paper, ibid. 2635-2650) would subtract the correlation of the outcomes and be narrower where it is positive: ignoring it errs on the safe
 * side. Failures in bursts err on the other: the interval is then too narrow.
 *
 * Throws a RangeError for what is no share, for a side without trials, and for a level that is not between 0 and 1.
 */
export function newcombeDifference(shares: TwoShares, level: number = LEVEL): ShareDifference {
  checkShares(shares);
  const z = normalUpperPoint(tailOf(level));
  const { base, head } = shares;
  if (base.trials === 0 || head.trials === 0) throw new RangeError('a side without trials has no share');
  const [before, after] = [base.successes / base.trials, head.successes / head.trials];
  const [baseBounds, headBounds] = [wilson(base, z), wilson(head, z)];
  const difference = after - before;
  return {
    difference,
    low: difference - Math.hypot(after - headBounds.low, baseBounds.high - before),
    high: difference + Math.hypot(headBounds.high - after, before - baseBounds.low),
  };
}
