import type { ComparedMetric } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
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

/** A metric's verdict to show: in a void run no metric is judged, whatever it says. */
export function metricResult(run: RunDocument, metric: ComparedMetric): MetricResult {
  return shownVerdict(run) === 'void' ? 'void' : metric.verdict;
}
