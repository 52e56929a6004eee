import { meanOf, type Rule } from './rule.ts';

/**
 * github-action-benchmark (README, `alert-threshold`): an alarm when head's value is more than so many times the value before it; 2 by default.
 * A benchmark has one value, the mean of its calls. It usually comes from another machine; here it gets both sides from the same one.
 */
export function githubActionBenchmark(threshold: number): Rule {
  return {
    name: `github-action-benchmark, alert at ${Math.round(threshold * 100)} %`,
    alarms: ({ base, head }) => meanOf(head.flat()) > threshold * meanOf(base.flat()),
  };
}
