/** A confidence interval; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The level of every interval that Shotclock shows. */
export const LEVEL = 0.95;

/** A level such as 0.9 leaves a tail that rounds below its 0.05; what meets a tail exactly counts as met when the tail is given this slack. */
export const TAIL_SLACK = 1 + 1e-12;

/** The chance that each side of a two-sided interval with equal tails may miss. Throws a RangeError when the level is not between 0 and 1. */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, not ${level}`);
  return (1 - level) / 2;
}
