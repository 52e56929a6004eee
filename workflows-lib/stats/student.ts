import { bisect } from './bisect.ts';
import { betaTails, type Tails } from './incomplete-beta.ts';

/** P(T <= t) as `lower` and P(T > t) as `upper` for Student's t; any degrees of freedom > 0, whole or not. */
export function studentTails(t: number, degrees: number): Tails {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${degrees}`);
  const square = t * t;
  const beyond = betaTails(degrees / 2, 0.5, { x: degrees / (degrees + square), y: square / (degrees + square) }).lower / 2;
  return t >= 0 ? { lower: 1 - beyond, upper: beyond } : { lower: beyond, upper: 1 - beyond };
}

/** The t that a Student's t with so many degrees of freedom stays below with this probability, 0 < probability < 1. Inverts the tail by bisection. */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -upperPoint(probability, degrees);
  return upperPoint(1 - probability, degrees);
}

/** The positive t that is exceeded with probability `tail` < 1/2. */
function upperPoint(tail: number, degrees: number): number {
  const below = (t: number): boolean => studentTails(t, degrees).upper > tail;
  let high = 1;
  while (below(high)) high *= 2;
  return bisect(below, { low: high === 1 ? 0 : high / 2, high });
}
