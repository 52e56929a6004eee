import { studentQuantile } from '../../../workflows-lib/stats/student.ts';
import { meanOf, type Rule } from './rule.ts';

/** `--threshold-max-sample-size` of Bencher's examples. */
const MOST_HISTORY = 64;

/**
 * The upper limit of Bencher's t-test (Thresholds & Alerts; `bencher_boundary`): the quantile `boundary` of a Student's t with n - 1 degrees of
 * freedom, moved to the mean of the history and scaled by its standard deviation (with n in the denominator). Undefined where Bencher makes
 * none: fewer than two values, or values without spread.
 */
export function bencherUpperLimit(history: readonly number[], boundary: number): number | undefined {
  const mean = meanOf(history);
  const variance = meanOf(history.map((value) => (value - mean) ** 2));
  if (history.length < 2 || variance === 0) return undefined;
  return mean + Math.sqrt(variance) * studentQuantile(boundary, history.length - 1);
}

/**
 * Bencher's t-test with an upper boundary: an alarm when head's metric is above the limit that the history gives. A report has one value for
 * each metric, so the mean of each pair's calls on base is a value of the history, and the mean of the last pair's calls on head is the new one.
 */
export function bencherTTest(boundary: number): Rule {
  return {
    name: `Bencher t-test, upper boundary ${boundary}`,
    alarms({ base, head }) {
      const limit = bencherUpperLimit(base.map(meanOf).slice(-MOST_HISTORY), boundary);
      return limit !== undefined && meanOf(head.at(-1) ?? []) > limit;
    },
  };
}
