import { bisect } from './bisect.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { LEVEL, tailOf, type Interval } from './interval.ts';

/** The exact interval for the mean of a Poisson count (Garwood 1936). With nothing counted its lower end is 0. */
export function poissonInterval(count: number, level: number = LEVEL): Interval {
  const tail = tailOf(level);
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count`);
  let ceiling = count + 1;
  while (gammaTails(count + 1, ceiling).upper > tail) ceiling *= 2;
  return {
    low: count === 0 ? 0 : bisect((mean) => gammaTails(count, mean).lower < tail, { low: 0, high: count + 1 }),
    high: bisect((mean) => gammaTails(count + 1, mean).upper > tail, { low: 0, high: ceiling }),
  };
}

/**
 * The exact interval for a rate: `count` events in `duration`, in events per unit of duration. It takes events as independent; calls of a
 * closed workload come more evenly than that, so there it is wider than it had to be.
 */
export function poissonRateInterval(count: number, duration: number, level: number = LEVEL): Interval {
  if (!(duration > 0)) throw new RangeError(`a duration is above 0, not ${duration}`);
  const { low, high } = poissonInterval(count, level);
  return { low: low / duration, high: high / duration };
}
