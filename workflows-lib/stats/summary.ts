import { LEVEL, tailOf, type Interval } from './interval.ts';
import { studentQuantile } from './student.ts';

/** Count, mean and spread of a sample. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Of the sample, with n - 1 in the denominator; 0 for a single value. */
  readonly stddev: number;
}

/** Count, mean and spread of values, and their ends, in the unit of the values. */
export interface Summary extends Moments {
  readonly min: number;
  readonly max: number;
}

/** Summary of values; undefined without any. Two passes with the correction of Chan, Golub and LeVeque (1983): large offsets cost no digits. */
export function summarize(values: readonly number[]): Summary | undefined {
  const count = values.length;
  if (count === 0) return undefined;
  let [total, min, max] = [0, Infinity, -Infinity];
  for (const value of values) {
    total += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const rough = total / count;
  let [drift, squares] = [0, 0];
  for (const value of values) {
    drift += value - rough;
    squares += (value - rough) ** 2;
  }
  const variance = count > 1 ? Math.max(0, squares - (drift * drift) / count) / (count - 1) : 0;
  return { count, min, max, mean: rough + drift / count, stddev: Math.sqrt(variance) };
}

/** Student's confidence interval of the mean of at least two values. Throws a RangeError for fewer. */
export function meanBounds({ count, mean, stddev }: Moments, level: number = LEVEL): Interval {
  if (!Number.isSafeInteger(count) || count < 2) throw new RangeError(`${count} values have no interval of the mean`);
  const half = (studentQuantile(1 - tailOf(level), count - 1) * stddev) / Math.sqrt(count);
  return { low: mean - half, high: mean + half };
}
