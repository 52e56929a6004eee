import { bisect } from './bisect.ts';
import type { Tails } from './incomplete-beta.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** Beyond this the tail is below the smallest float. */
const FARTHEST = 40;

/** P(Z <= z) as `lower` and P(Z > z) as `upper` for the standard normal distribution, by the incomplete gamma function (DLMF 7.11.2). */
export function normalTails(z: number): Tails {
  const beyond = gammaTails(0.5, (z * z) / 2).upper / 2;
  return z >= 0 ? { lower: 1 - beyond, upper: beyond } : { lower: beyond, upper: 1 - beyond };
}

/** The z > 0 that a standard normal deviate exceeds with probability `tail`. Throws a RangeError unless 0 < tail < 1/2. */
export function normalUpperPoint(tail: number): number {
  if (!(tail > 0 && tail < 0.5)) throw new RangeError(`a tail lies between 0 and 1/2, not ${tail}`);
  return bisect((z) => normalTails(z).upper > tail, { low: 0, high: FARTHEST });
}
