import { bisect } from './bisect.ts';
import { betaTails } from './incomplete-beta.ts';
import { LEVEL, tailOf, type Interval } from './interval.ts';

/**
 * The exact interval for a share (Clopper and Pearson 1934): of `trials`, `successes` were seen. It never covers less often than its level;
 * with none seen its lower end is 0, with all seen its upper end is 1. Without trials it is the whole of [0, 1].
 */
export function clopperPearson(successes: number, trials: number, level: number = LEVEL): Interval {
  const tail = tailOf(level);
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
    throw new RangeError(`${successes} of ${trials} is no share`);
  }
  const failures = trials - successes;
  const lowTail = (p: number): number => betaTails(successes, failures + 1, { x: p, y: 1 - p }).lower;
  const highTail = (p: number): number => betaTails(successes + 1, failures, { x: p, y: 1 - p }).upper;
  return {
    low: successes === 0 ? 0 : bisect((p) => lowTail(p) < tail, { low: 0, high: 1 }),
    high: failures === 0 ? 1 : bisect((p) => highTail(p) > tail, { low: 0, high: 1 }),
  };
}
