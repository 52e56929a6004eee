import type { ComparedMetric } from '../../history/comparison.ts';
import type { RunDocument, Verdict } from '../../history/run-document.ts';
import { changeText, detectableText, metricNote, sideText, toleranceText } from '../comparison/change-text.ts';
import { METRIC_SIGN, METRIC_WORD, metricResult } from '../comparison/metric-result.ts';
import type { MetricResult } from '../comparison/metric-result.ts';
import { oneLine } from '../escape.ts';
import { formatCount } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { Paint, TerminalColumn } from '../terminal-table.ts';
import type { Style } from './style.ts';

const LIKE: Readonly<Record<MetricResult, Verdict>> = {
  regression: 'fail',
  improvement: 'pass',
  fine: 'pass',
  inconclusive: 'inconclusive',
  accepted: 'inconclusive',
  'not-confirmed': 'inconclusive',
  void: 'void',
};

/** Metrics of a run. */
export interface MetricRows {
  readonly run: RunDocument;
  readonly metrics: readonly ComparedMetric[];
}

/** Metrics as a table under its title; nothing without any. On a narrow terminal the sign stands for the verdict's word before a side goes. */
export function metricTable(title: string, { run, metrics }: MetricRows, style: Style): string[] {
  if (metrics.length === 0) return [];
  const columns: TerminalColumn<ComparedMetric>[] = [
    {
      head: 'Metric',
      align: 'left',
      // The end of a name tells what was measured: columns go before it does.
      shrinkTo: 40,
      cell: (metric) => {
        const result = metricResult(run, metric);
        return { text: `${signOf(metric, result)} ${nameOf(metric)}`, paint: paintOf(metric, result, style) };
      },
    },
    { head: 'Base', align: 'right', cell: (metric) => sideText(metric, metric.base), drop: 3 },
    { head: 'Head', align: 'right', cell: (metric) => sideText(metric, metric.head), drop: 3 },
    { head: 'Change (95% interval)', align: 'right', cell: changeText },
    { head: 'Tolerance', align: 'right', cell: toleranceText, drop: 4 },
    { head: 'Verdict', align: 'left', cell: (metric) => METRIC_WORD[metricResult(run, metric)].toLowerCase(), drop: 5 },
    { head: '80% power for', align: 'right', cell: detectableText, drop: 7 },
    { head: 'Pairs needed', align: 'right', cell: pairsCell, drop: 6 },
  ];
  const table = terminalTable(columns, metrics, { width: style.width, head: style.dim });
  const notes = [...new Set(metrics.map(metricNote))]
    .filter((note) => note !== '')
    .map((note) => style.dim(`Costs are ${note}.`));
  return [style.bold(title), ...table, ...notes];
}

/** What only informs looks like no failure. */
function signOf({ role }: ComparedMetric, result: MetricResult): string {
  return result === 'regression' && role !== 'gate' ? '!' : METRIC_SIGN[result];
}

function paintOf({ role }: ComparedMetric, result: MetricResult, style: Style): Paint {
  return result === 'regression' && role !== 'gate' ? style.warn : style.verdict(LIKE[result]);
}

function nameOf({ name, role }: ComparedMetric): string {
  return `${oneLine(name, 200)}${role === 'gate' ? '' : ` (${role})`}`;
}

function pairsCell({ pairsNeeded }: ComparedMetric): string {
  return pairsNeeded === null ? '' : formatCount(pairsNeeded);
}
