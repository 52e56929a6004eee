import type { ComparisonDesign } from '../../history/comparison.ts';
import { formatCount, formatDuration, plural } from '../../report/format.ts';
import type { PairsResult } from './measuring.ts';

/** What to do where the time budget ended before any look at which a time could have failed; empty where it did not. */
export function budgetWarning(
  { budgetMs, looks, gatingMetrics }: ComparisonDesign,
  { pairs, measuringMs, ended }: Pick<PairsResult, 'pairs' | 'measuringMs' | 'ended'>,
): string[] {
  const first = looks[0]?.pairs ?? 0;
  if (ended !== 'budget' || gatingMetrics === 0 || pairs >= first) return [];
  const enough = formatDuration((measuringMs / Math.max(1, pairs)) * first);
  const reached = pairs === 0 ? 'before the first pair was complete' : `after ${plural(pairs, 'pair')}`;
  return [
    `The budget of ${formatDuration(budgetMs)} ended ${reached}, and no time can fail before ${formatCount(first)}. ` +
      `About ${enough} would do: raise --budget or compare.budget, or compare fewer operations with --only.`,
  ];
}
