import type { ComparedMetric } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { isBelieved } from './metrics.ts';
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

/** A metric's verdict to show: in a void run no metric is judged, whatever it says, and beside a sentinel that moved only what is counted. */
export function metricResult(run: RunDocument, metric: ComparedMetric): MetricResult {
  const believed = run.comparison === undefined || isBelieved(run.comparison, metric);
  return shownVerdict(run) === 'void' || !believed ? 'void' : metric.verdict;
}
