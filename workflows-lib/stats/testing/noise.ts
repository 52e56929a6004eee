/** Noise as benchmarks have it, for simulations. */
import type { Random } from '../../core/random.ts';

// Bound once: simulations draw millions, and in jest's contexts each look-up of a global is slow.
const { acos, cos, sign, sqrt } = Math;

/** Student's t with 4 degrees of freedom: heavier tails than normal, standard deviation sqrt 2. By its quantile function (W. T. Shaw 2006, section 3). */
export function studentNoise(random: Random): number {
  const chance = random.next();
  const spread = sqrt(4 * chance * (1 - chance));
  // The draw 0 has no finite quantile; it comes once in 2^32.
  if (spread === 0) return 0;
  return 2 * sign(chance - 0.5) * sqrt(cos(acos(spread) / 3) / spread - 1);
}

/** A machine's drift: x' = memory x + e, e normal so that the standard deviation of the whole is `deviation`. */
export function* drift(random: Random, memory: number, deviation: number): Generator<number, never> {
  for (let level = deviation * random.normal(); ;) {
    yield level;
    level = memory * level + deviation * sqrt(1 - memory * memory) * random.normal();
  }
}
