import type { ComparedMetric } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { isBelieved } from './metrics.ts';
import { shownComparison } from './shown-comparison.ts';
import { shownVerdict } from '../view/verdict.ts';

/** What is said of a metric: its verdict, or `void` in a comparison whose figures are no evidence. */
export type MetricResult = ComparedMetric['verdict'] | 'void';

/** Verdicts of metrics as words for people. */
export const METRIC_WORD: Readonly<Record<MetricResult, string>> = {
  regression: 'Regression',
  improvement: 'Improvement',
  fine: 'Fine',
  inconclusive: 'Inconclusive',
  accepted: 'Accepted',
  'not-confirmed': 'Not confirmed',
  void: 'Void',
};

/** Verdicts of metrics as signs whose shapes differ without colour. */
export const METRIC_SIGN: Readonly<Record<MetricResult, string>> = {
  regression: '✗',
  improvement: '↓',
  fine: '✓',
  inconclusive: '?',
  accepted: '~',
  'not-confirmed': '~',
  void: '∅',
};

/**
 * A metric's verdict to show: in a void run no metric is judged, whatever it says; beside a sentinel that moved, or with a generator that was not
 * fit, only what is counted.
 */
export function metricResult(run: RunDocument, metric: ComparedMetric): MetricResult {
  const comparison = shownComparison(run);
  const believed = comparison === undefined || isBelieved(comparison, metric);
  return shownVerdict(run) === 'void' || !believed ? 'void' : metric.verdict;
}
