import type { Random } from '../core/random.ts';
import { hodgesLehmann, walshAverages } from './hodges-lehmann.ts';
import { criticalSum } from './signed-rank-distribution.ts';

/** The test whose reach is asked for, as the gate runs it on each metric. */
export interface DetectionRequest {
  /** The tolerance that it tests against, in the unit of the values. */
  readonly shift: number;
  /** The level before any correction, 0 to 1/2, and the number of gating metrics over which Holm's procedure runs. */
  readonly level: number;
  readonly metrics: number;
  /** As many pairs as values unless given: what another number of pairs would see. */
  readonly pairs?: number;
  /** Consecutive values that share something, as the pairs of one start of the processes do: they are drawn together. 1 unless given. */
  readonly together?: number;
  /** The chance of seeing the change; 0.8 unless given. */
  readonly power?: number;
  /** 1,000 unless given: the answer then scatters by about 2 % of its distance from the shift. */
  readonly replicates?: number;
  readonly random: Random;
}

/** The least changes, in the unit of the values, that are seen with the power asked for; null where no change would be, however large. */
export interface DetectableChange {
  /** By the level without correction. */
  readonly uncorrected: number | null;
  /** When one metric alone changed: by level / metrics, the first step of Holm's procedure. */
  readonly firstStep: number | null;
}

/** What the values leave round their middle, with the variance that fitting the middle took away given back. */
function residualsOf(values: readonly number[], middle: number): number[] {
  const inflation = Math.sqrt(values.length / (values.length - 1));
  return values.map((value) => (value - middle) * inflation);
}

/** How much noise to draw. */
interface NoiseDraw {
  readonly pairs: number;
  readonly together: number;
  readonly random: Random;
}

/** Noise as the signed-rank test takes it, even round 0: residuals drawn at random, those of one stretch together, their sign a fair coin. */
function drawNoise(residuals: readonly number[], { pairs, together, random }: NoiseDraw): number[] {
  const stretches = Math.ceil(residuals.length / together);
  const drawn: number[] = [];
  while (drawn.length < pairs) {
    const start = random.integer(stretches) * together;
    const sign = random.next() < 0.5 ? -1 : 1;
    for (const residual of residuals.slice(start, start + together)) drawn.push(sign * residual);
  }
  return drawn.slice(0, pairs);
}

/**
 * The change that a one-sided signed-rank test against `shift` could have seen, from the spread of the values at hand. The test sees a change where
 * the lower bound of `hodgesLehmann` lies above the shift, and adding a constant to all values moves the bound by just that; so one set of
 * simulated samples of pure noise (the residuals, drawn again) gives the lower bounds, and the change is what lifts all but 1 - power of
 * them above the shift. The spread is itself only estimated: from 20 values the distance to the shift is good to about a fifth, with heavy tails to
 * a quarter. The same seed gives the same answer.
 *
 * Throws a RangeError for fewer than 2 values, for values that are no finite numbers, and for levels, powers and counts that are none.
 */
export function detectableChange(values: readonly number[], request: DetectionRequest): DetectableChange {
  const { shift, level, metrics, random, pairs = values.length, together = 1, power = 0.8, replicates = 1_000 } = request;
  if (values.length < 2) throw new RangeError('a spread needs at least 2 values');
  if (!(power > 0 && power < 1)) throw new RangeError(`a power lies between 0 and 1, not ${power}`);
  if (!Number.isSafeInteger(metrics) || metrics < 1) throw new RangeError(`${metrics} is no number of metrics`);
  if (!Number.isSafeInteger(together) || together < 1) throw new RangeError(`${together} values do not belong together`);
  if (!Number.isSafeInteger(replicates) || replicates < 1) throw new RangeError(`${replicates} is no number of replicates`);
  const residuals = residualsOf(values, hodgesLehmann(values, level).estimate);
  const sums = [level, level / metrics].map((tail) => criticalSum(pairs, tail).sum);
  const drawn = Array.from({ length: replicates }, () => {
    const averages = walshAverages(drawNoise(residuals, { pairs, together, random }));
    return sums.map((sum) => averages[sum]);
  });
  const [uncorrected = null, firstStep = null] = sums.map((sum, index) => {
    if (sum < 0) return null;
    const bounds = Float64Array.from(drawn, (of) => of[index] ?? 0).sort();
    const missed = bounds[Math.floor((1 - power) * replicates)];
    return missed === undefined ? null : shift - missed;
  });
  return { uncorrected, firstStep };
}
