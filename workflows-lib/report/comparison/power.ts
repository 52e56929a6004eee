import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import { formatCount } from '../format.ts';
import { detectableText, isRelative } from './change-text.ts';
import { isBelieved } from './metrics.ts';

/** What is said where no metric has measured enough to tell what it could have seen. */
export const NO_POWER = 'too few pairs to say';

/**
 * "could have seen +2.1% to +6.4% with 80% power, 2 of 9 had too few values to say": of the times that may fail, whose changes can be held against
 * each other. Undefined where nothing was measured side by side, or none of it is evidence.
 */
export function powerText(comparison: Comparison): string | undefined {
  const times = comparison.metrics.filter(
    (metric) => metric.role === 'gate' && metric.class === 'noisy' && isRelative(metric) && isBelieved(comparison, metric),
  );
  if (comparison.pairs === 0 || times.length === 0) return undefined;
  const seen = times
    .filter((metric): metric is ComparedMetric & { detectable: number } => metric.detectable !== null)
    .toSorted((left, right) => left.detectable - right.detectable);
  const [least, most] = [seen[0], seen.at(-1)];
  if (least === undefined || most === undefined) return NO_POWER;
  const [from, to] = [detectableText(least), detectableText(most)];
  const unknown = times.length - seen.length;
  const rest = unknown === 0 ? '' : `, ${formatCount(unknown)} of ${formatCount(times.length)} had too few values to say`;
  return `could have seen ${from === to ? from : `${from} to ${to}`} with 80% power${rest}`;
}
