import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { changeText, detectableText, noted, sideText, toleranceText } from '../comparison/change-text.ts';
import { brokenSide } from '../comparison/broken-side.ts';
import { comparisonFacts, operationFacts } from '../comparison/facts.ts';
import type { ComparisonFact } from '../comparison/facts.ts';
import { METRIC_WORD, metricResult } from '../comparison/metric-result.ts';
import type { MetricResult } from '../comparison/metric-result.ts';
import { notableMetrics, otherMetrics } from '../comparison/metrics.ts';
import { partRows } from '../comparison/parts.ts';
import type { PartRow } from '../comparison/parts.ts';
import { shownComparison } from '../comparison/shown-comparison.ts';
import { statementRows } from '../comparison/statements.ts';
import type { StatementRow } from '../comparison/statements.ts';
import { moneyLines, whyLines, whyText } from '../comparison/why.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { NONE, formatCount, plural } from '../format.ts';
import { fencedCommand, fencedLines } from './fence.ts';
import type { MarkdownSection, MarkdownView } from './section.ts';
import { leftOutLine, markdownRows } from './table.ts';
import type { MarkdownColumn, MarkdownTable, TableView } from './table.ts';

/** Verdicts of metrics as pictures, always beside their words. */
const METRIC_MARK: Readonly<Record<MetricResult, string>> = {
  regression: '❌',
  improvement: '⬇️',
  fine: '✅',
  inconclusive: '❔',
  accepted: '☑️',
  'not-confirmed': '❔',
  void: '🚫',
};

/** What got worse, but fails nothing. */
const INFORMING_MARK = '⚠️';

/** Headings of the sections that a comment may show above its folds. */
export const CHANGES_TITLE = 'Changes';
export const WHY_TITLE = 'Why';

const STATEMENT_LENGTH = 160;

/** Everything about the comparison of a run, part by part; nothing without one. */
export function comparisonSections(run: RunDocument, view: MarkdownView): MarkdownSection[] {
  const comparison = shownComparison(run);
  if (run.comparison === undefined || comparison === undefined) return [];
  const sections = [
    lastLinesSection(comparison),
    changesSection(run, comparison, view),
    whySection(comparison, view),
    statementSection(comparison, view),
    partSection(comparison, view),
    otherSection(run, comparison, view),
    factSection('Operations that were not compared', operationFacts(comparison)),
    acceptanceSection(comparison, view),
    factSection('How it was compared', comparisonFacts(run.comparison)),
    reproduceSection(comparison),
  ];
  return sections.filter((section) => section !== undefined);
}

/** Metrics that a reader should see, the gravest first. */
export function changesTable(run: RunDocument, comparison: Comparison, view: TableView): MarkdownTable {
  return markdownRows([...metricColumns(run), whyColumn], notableMetrics(comparison), view);
}

function metricColumns(run: RunDocument): MarkdownColumn<ComparedMetric>[] {
  return [
    { head: 'Metric', align: 'l', cell: nameCell },
    { head: 'Base', align: 'r', cell: (metric) => sideText(metric, metric.base) },
    { head: 'Head', align: 'r', cell: (metric) => sideText(metric, metric.head) },
    { head: 'Change (95% interval)', align: 'r', cell: changeText },
    { head: 'Tolerance', align: 'r', cell: toleranceText },
    { head: 'Verdict', align: 'l', cell: (metric) => verdictCell(run, metric) },
  ];
}

const whyColumn: MarkdownColumn<ComparedMetric> = {
  head: 'Why',
  align: 'l',
  cell: ({ reason }) => markdownText(reason ?? '', 120),
};

function nameCell(metric: ComparedMetric): string {
  return noted(metric, markdownCode(metric.name));
}

function verdictCell(run: RunDocument, metric: ComparedMetric): string {
  const result = metricResult(run, metric);
  const pairs =
    result === 'inconclusive' && metric.pairsNeeded !== null ? `, ${plural(metric.pairsNeeded, 'pair')} would decide` : '';
  const role = metric.role === 'gate' ? '' : ` (${metric.role})`;
  const mark = result === 'regression' && metric.role !== 'gate' ? INFORMING_MARK : METRIC_MARK[result];
  return `${mark} ${METRIC_WORD[result]}${pairs}${role}`;
}

function changesSection(run: RunDocument, comparison: Comparison, view: MarkdownView): MarkdownSection | undefined {
  const notable = notableMetrics(comparison);
  if (notable.length === 0) return undefined;
  const { text, leftOut } = changesTable(run, comparison, view);
  return { title: CHANGES_TITLE, hint: plural(notable.length, 'metric'), parts: [text, leftOutLine(leftOut)], leftOut };
}

const IN_MARKDOWN = { name: (text: string) => markdownText(text, 100), code: (text: string) => markdownCode(text) };

/** What moved in every metric that got worse, and what bills are made of; undefined where nothing is known of it. */
export function whySection(comparison: Comparison, { mostRows }: Pick<MarkdownView, 'mostRows'>): MarkdownSection | undefined {
  const lines = [
    ...whyLines(comparison).map((line) => `- ${markdownCode(line.metric)}: ${whyText(line, IN_MARKDOWN)}.`),
    ...moneyLines(comparison).map(
      (line) => `- ${markdownCode(line.metric)}, cost per 1,000 requests: ${whyText(line, IN_MARKDOWN)}.`,
    ),
  ];
  if (lines.length === 0) return undefined;
  const leftOut = Math.max(0, lines.length - mostRows);
  const more = leftOut === 0 ? [] : [`- and ${formatCount(leftOut)} more`];
  return { title: WHY_TITLE, parts: [[...lines.slice(0, mostRows), ...more].join('\n')], leftOut };
}

function statementSection(comparison: Comparison, view: MarkdownView): MarkdownSection | undefined {
  const rows = statementRows(comparison);
  if (rows.length === 0) return undefined;
  const columns: MarkdownColumn<StatementRow>[] = [
    { head: 'Statement', align: 'l', cell: ({ statement }) => markdownCode(statement, STATEMENT_LENGTH) },
    { head: 'Service', align: 'l', cell: ({ service }) => markdownCode(service, 60) },
    { head: 'Mean', align: 'r', cell: ({ mean }) => mean },
    { head: 'Calls', align: 'r', cell: ({ calls }) => calls },
    { head: 'Rows', align: 'r', cell: (row) => row.rows },
    { head: 'Blocks', align: 'r', cell: ({ blocks }) => blocks },
  ];
  const { text, leftOut } = markdownRows(columns, rows, view);
  return { title: 'SQL statements, base → head', hint: formatCount(rows.length), parts: [text, leftOutLine(leftOut)], leftOut };
}

function partSection(comparison: Comparison, view: MarkdownView): MarkdownSection | undefined {
  const rows = partRows(comparison);
  if (rows.length === 0) return undefined;
  const columns: MarkdownColumn<PartRow>[] = [
    { head: 'Metric', align: 'l', cell: ({ metric, note }) => [markdownCode(metric), note].join(' ').trimEnd() },
    { head: 'Part', align: 'l', cell: ({ part }) => markdownText(part, 80) },
    { head: 'Base', align: 'r', cell: ({ base }) => base },
    { head: 'Head', align: 'r', cell: ({ head }) => head },
    { head: 'Change', align: 'r', cell: ({ change }) => change },
  ];
  const { text, leftOut } = markdownRows(columns, rows, view);
  return { title: 'Parts of the changes', hint: plural(rows.length, 'part'), parts: [text, leftOutLine(leftOut)], leftOut };
}

function otherSection(run: RunDocument, comparison: Comparison, view: MarkdownView): MarkdownSection | undefined {
  const others = otherMetrics(comparison);
  if (others.length === 0) return undefined;
  const columns: MarkdownColumn<ComparedMetric>[] = [
    ...metricColumns(run),
    { head: '80% power for', align: 'r', cell: detectableText },
    { head: 'Pairs', align: 'r', cell: (metric) => (metric.pairs === 0 ? NONE : formatCount(metric.pairs)) },
    whyColumn,
  ];
  const { text, leftOut } = markdownRows(columns, others, view);
  return {
    title: 'Everything else that was compared',
    hint: plural(others.length, 'metric'),
    parts: [text, leftOutLine(leftOut)],
    leftOut,
  };
}

function factSection(title: string, facts: readonly ComparisonFact[]): MarkdownSection | undefined {
  if (facts.length === 0) return undefined;
  const columns: MarkdownColumn<ComparisonFact>[] = [
    { head: 'What', align: 'l', cell: ([name]) => name },
    { head: 'Value', align: 'l', cell: ([, value]) => markdownText(value, 600) },
  ];
  return { title, parts: [markdownRows(columns, facts, { mostRows: Infinity, compact: true }).text], leftOut: 0 };
}

function acceptanceSection({ acceptances }: Comparison, view: MarkdownView): MarkdownSection | undefined {
  if (acceptances.length === 0) return undefined;
  const columns: MarkdownColumn<Comparison['acceptances'][number]>[] = [
    { head: 'Metric', align: 'l', cell: ({ metric }) => markdownCode(metric) },
    { head: 'By', align: 'l', cell: ({ by }) => markdownText(by, 80) },
    { head: 'Reason', align: 'l', cell: ({ reason }) => markdownText(reason, 300) },
  ];
  const { text, leftOut } = markdownRows(columns, acceptances, view);
  return { title: 'Accepted', hint: plural(acceptances.length, 'regression'), parts: [text, leftOutLine(leftOut)], leftOut };
}

/** Heading of the last lines of a side that does not run. */
export const LAST_LINES_TITLE = 'Last lines';

function lastLinesSection(comparison: Comparison): MarkdownSection | undefined {
  const broken = brokenSide(comparison);
  if (broken === undefined || broken.lines.length === 0) return undefined;
  return { title: LAST_LINES_TITLE, hint: `of ${broken.side}`, parts: [fencedLines(broken.lines)], leftOut: 0 };
}

function reproduceSection({ reproduce }: Comparison): MarkdownSection | undefined {
  if (reproduce.trim() === '') return undefined;
  return { title: REPRODUCE_TITLE, parts: [fencedCommand(reproduce)], leftOut: 0 };
}

/** The heading of the command that measures the same again. */
export const REPRODUCE_TITLE = 'How to reproduce';
