import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { RunDocument, Verdict } from '../../history/run-document.ts';
import { changeText, detectableText, sideText, toleranceText } from '../comparison/change-text.ts';
import { brokenSide } from '../comparison/broken-side.ts';
import { comparisonFacts, operationFacts } from '../comparison/facts.ts';
import { METRIC_SIGN, METRIC_WORD, metricResult } from '../comparison/metric-result.ts';
import type { MetricResult } from '../comparison/metric-result.ts';
import { notableMetrics, otherMetrics } from '../comparison/metrics.ts';
import { statementRows } from '../comparison/statements.ts';
import type { StatementRow } from '../comparison/statements.ts';
import { acceptCommand } from '../comparison/steps.ts';
import { moneyLines, whyLines } from '../comparison/why.ts';
import { oneLine } from '../escape.ts';
import { formatCount } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { TerminalColumn } from '../terminal-table.ts';
import { truncateToWidth, wrapToWidth } from '../text-width.ts';
import { shownVerdict } from '../view/verdict.ts';
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
const STATEMENTS_SHOWN = 5;

/** The comparison of a run: what changed, why, all else, and how it was measured; nothing without one. */
export function comparisonBlocks(run: RunDocument, style: Style): string[][] {
  const { comparison } = run;
  if (comparison === undefined) return [];
  return [
    lastLinesBlock(comparison, style),
    tableBlock('Changes', { run, metrics: notableMetrics(comparison) }, style),
    acceptBlock(run, comparison, style),
    whyBlock(comparison, style),
    statementBlock(comparison, style),
    tableBlock('Everything else that was compared', { run, metrics: otherMetrics(comparison) }, style),
    factBlock(comparison, style),
  ];
}

function lastLinesBlock(comparison: Comparison, style: Style): string[] {
  const broken = brokenSide(comparison);
  if (broken === undefined || broken.lines.length === 0) return [];
  return [style.bold(`Last lines of ${broken.side}`), ...broken.lines.map((line) => truncateToWidth(line, style.width))];
}

interface MetricRows {
  readonly run: RunDocument;
  readonly metrics: readonly ComparedMetric[];
}

function tableBlock(title: string, { run, metrics }: MetricRows, style: Style): string[] {
  if (metrics.length === 0) return [];
  const columns: TerminalColumn<ComparedMetric>[] = [
    {
      head: 'Metric',
      align: 'left',
      // The end of a name tells what was measured: columns go before it does.
      shrinkTo: 40,
      cell: (metric) => {
        const result = metricResult(run, metric);
        return { text: `${METRIC_SIGN[result]} ${oneLine(metric.name, 200)}`, paint: style.verdict(LIKE[result]) };
      },
    },
    { head: 'Base', align: 'right', cell: (metric) => sideText(metric, metric.base), drop: 3 },
    { head: 'Head', align: 'right', cell: (metric) => sideText(metric, metric.head), drop: 3 },
    { head: 'Change (95% interval)', align: 'right', cell: changeText },
    { head: 'Tolerance', align: 'right', cell: toleranceText, drop: 4 },
    { head: 'Verdict', align: 'left', cell: (metric) => METRIC_WORD[metricResult(run, metric)].toLowerCase(), drop: 2 },
    { head: '80% power for', align: 'right', cell: detectableText, drop: 6 },
    { head: 'Pairs needed', align: 'right', cell: pairsCell, drop: 5 },
  ];
  return [style.bold(title), ...terminalTable(columns, metrics, { width: style.width, head: style.dim })];
}

function pairsCell({ pairsNeeded }: ComparedMetric): string {
  return pairsNeeded === null ? '' : formatCount(pairsNeeded);
}

function acceptBlock(run: RunDocument, comparison: Comparison, style: Style): string[] {
  const first = comparison.flagged[0];
  const accepted = comparison.acceptances.flatMap(({ metric, by, reason }) =>
    wrapToWidth(oneLine(`Accepted ${metric}, by ${by}: ${reason}`, 400), style.width),
  );
  if (shownVerdict(run) !== 'fail' || first === undefined) return accepted;
  return [
    ...accepted,
    ...wrapToWidth(`Accept with a comment "${oneLine(acceptCommand(first), 240)}" or push a fix.`, style.width),
  ];
}

function whyBlock(comparison: Comparison, style: Style): string[] {
  const lines = [
    ...whyLines(comparison).map(({ metric, text }) => `${metric}: ${text}`),
    ...moneyLines(comparison).map(({ metric, text }) => `${metric}, cost per 1,000 requests: ${text}`),
  ].flatMap((line) => wrapToWidth(oneLine(line, 400), style.width));
  return lines.length === 0 ? [] : [style.bold('Why'), ...lines];
}

function statementBlock(comparison: Comparison, style: Style): string[] {
  const rows = statementRows(comparison).slice(0, STATEMENTS_SHOWN);
  if (rows.length === 0) return [];
  const columns: TerminalColumn<StatementRow>[] = [
    { head: 'Statement', align: 'left', shrinkTo: 16, cell: ({ statement }) => oneLine(statement, 120) },
    { head: 'Mean', align: 'right', cell: ({ mean }) => mean },
    { head: 'Calls', align: 'right', cell: ({ calls }) => calls, drop: 1 },
    { head: 'Rows', align: 'right', cell: (row) => row.rows, drop: 2 },
  ];
  const table = terminalTable(columns, rows, { width: style.width, head: style.dim });
  return [style.bold('SQL statements, base → head'), ...table];
}

function factBlock(comparison: Comparison, style: Style): string[] {
  const facts = [
    ...operationFacts(comparison).map(([name, value]) => [`${name} operations`, value] as const),
    ...comparisonFacts(comparison),
  ];
  const reproduce = comparison.reproduce.trim();
  const lines = [...facts, ...(reproduce === '' ? [] : [['Reproduce', reproduce] as const])];
  const wrapped = lines.flatMap(([name, value]) => wrapToWidth(oneLine(`${name}: ${value}`, 600), style.width));
  return [style.bold('How it was compared'), ...wrapped.map(style.dim)];
}
