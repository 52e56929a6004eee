import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { brokenSide } from '../comparison/broken-side.ts';
import { comparedFigures } from '../comparison/compared-line.ts';
import { comparisonFacts, operationFacts, sideName } from '../comparison/facts.ts';
import { METRIC_SIGN } from '../comparison/metric-result.ts';
import { notableMetrics, otherMetrics } from '../comparison/metrics.ts';
import { shownComparison } from '../comparison/shown-comparison.ts';
import { statementRows } from '../comparison/statements.ts';
import type { StatementRow } from '../comparison/statements.ts';
import { moneyLines, whyLines, whyText } from '../comparison/why.ts';
import { oneLine } from '../escape.ts';
import { formatCount } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { TerminalColumn } from '../terminal-table.ts';
import { truncateToWidth, wrapToWidth } from '../text-width.ts';
import { metricTable } from './metric-table.ts';
import type { Style } from './style.ts';

const STATEMENTS_SHOWN = 5;

/** The comparison of a run: what changed, why, all else, and how it was measured; nothing without one. */
export function comparisonBlocks(run: RunDocument, style: Style): string[][] {
  const comparison = shownComparison(run);
  if (run.comparison === undefined || comparison === undefined) return [];
  return [
    lastLinesBlock(comparison, style),
    changesBlock(run, comparison, style),
    acceptedBlock(comparison, style),
    whyBlock(comparison, style),
    statementBlock(comparison, style),
    metricTable('Everything else that was compared', { run, metrics: otherMetrics(comparison) }, style),
    factBlock(run.comparison, style),
  ];
}

/** What was compared, how much, and what could have been seen with it; nothing without a comparison. */
export function comparedLines(run: RunDocument, style: Style): string[] {
  if (run.comparison === undefined) return [];
  const { base, head } = run.comparison;
  const lines = [`Base ${sideName(base)} against head ${sideName(head)}`, comparedFigures(run).join(' · ')];
  return lines.filter((line) => line !== '').flatMap((line) => wrapToWidth(oneLine(line, 600), style.width).map(style.dim));
}

function lastLinesBlock(comparison: Comparison, style: Style): string[] {
  const broken = brokenSide(comparison);
  if (broken === undefined || broken.lines.length === 0) return [];
  return [style.bold(`Last lines of ${broken.side}`), ...broken.lines.map((line) => truncateToWidth(line, style.width))];
}

const REASONS_SHOWN = 10;

/** What changed, and why what is not decided is not. */
function changesBlock(run: RunDocument, comparison: Comparison, style: Style): string[] {
  const metrics = notableMetrics(comparison);
  const undecided = metrics.filter(({ verdict, reason }) => verdict === 'inconclusive' && reason !== undefined);
  const more = undecided.length - REASONS_SHOWN;
  const reasons = [
    ...undecided
      .slice(0, REASONS_SHOWN)
      .map(({ name, reason }) => `${METRIC_SIGN.inconclusive} ${oneLine(name, 200)}: ${reason ?? ''}`),
    ...(more > 0 ? [`and ${formatCount(more)} more that are not decided`] : []),
  ];
  const lines = reasons.flatMap((line) => wrapToWidth(oneLine(line, 400), style.width));
  return [...metricTable('Changes', { run, metrics }, style), ...lines];
}

function acceptedBlock({ acceptances }: Comparison, style: Style): string[] {
  return acceptances.flatMap(({ metric, by, reason }) =>
    wrapToWidth(oneLine(`Accepted ${metric}, by ${by}: ${reason}`, 400), style.width),
  );
}

const IN_TERMINAL = { name: (text: string) => text, code: (text: string) => `\`${text}\`` };

function whyBlock(comparison: Comparison, style: Style): string[] {
  const lines = [
    ...whyLines(comparison).map((line) => `${line.metric}: ${whyText(line, IN_TERMINAL)}`),
    ...moneyLines(comparison).map((line) => `${line.metric}, cost per 1,000 requests: ${whyText(line, IN_TERMINAL)}`),
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
  const wrapped = facts.flatMap(([name, value]) => wrapToWidth(oneLine(`${name}: ${value}`, 600), style.width));
  // A command that is wrapped or cut is another one once it is copied.
  const reproduce = oneLine(comparison.reproduce, Infinity);
  const again = reproduce === '' ? [] : [style.dim('Reproduce:'), reproduce];
  return [style.bold('How it was compared'), ...wrapped.map(style.dim), ...again];
}
