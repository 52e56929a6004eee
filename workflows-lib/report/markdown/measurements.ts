import type { RunDocument, Stage } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import {
  NONE,
  formatCostPer1k,
  formatCount,
  formatInterval,
  formatPercent,
  formatQuantile,
  formatRate,
  formatValue,
  plural,
} from '../format.ts';
import { createFootnotes } from '../view/footnotes.ts';
import type { Footnotes } from '../view/footnotes.ts';
import {
  QUANTILES,
  benchmarkStages,
  bySlowness,
  comparablePercentile,
  failedCalls,
  loadStages,
  missingReason,
  operationIn,
  operationNames,
  operationsIn,
} from '../view/metrics.ts';
import type { OperationInStage, QuantileName } from '../view/metrics.ts';
import { blocks } from './section.ts';
import type { MarkdownSection, MarkdownView } from './section.ts';
import { folded, footnoteLines, leftOutLine, markdownRows } from './table.ts';
import type { MarkdownColumn, MarkdownTable } from './table.ts';

/** One table for each stage where operations ran one at a time: in the order of the run, or the slowest where there is no room for all. */
export function benchmarkSections(run: RunDocument, view: MarkdownView): MarkdownSection[] {
  return benchmarkStages(run).flatMap((stage) => {
    const rows = roomFor(operationsIn(run, stage), view);
    if (rows.length === 0) return [];
    const footnotes = createFootnotes();
    const { text, leftOut } = markdownRows(benchmarkColumns(footnotes), rows, view);
    const bounded = rows.filter(({ latency }) => (latency?.meanBounds ?? null) !== null);
    const bounds = bounded.length === 0 ? '' : folded('95% confidence intervals', boundsTable(bounded, view).text);
    const parts = [text, footnoteLines(footnotes), leftOutLine(leftOut), bounds];
    return [{ title: 'Benchmark', hint: plural(rows.length, 'operation'), parts, leftOut }];
  });
}

function roomFor(rows: readonly OperationInStage[], { mostRows }: MarkdownView): readonly OperationInStage[] {
  return rows.length <= mostRows ? rows : bySlowness(rows);
}

function benchmarkColumns(footnotes: Footnotes): MarkdownColumn<OperationInStage>[] {
  const extreme = (kind: 'min' | 'max' | 'mean') => ({
    head: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    align: 'r' as const,
    cell: ({ latency }: OperationInStage) => (latency === undefined ? NONE : formatValue(latency[kind], latency.unit)),
  });
  return [
    operationColumn,
    ...callColumns,
    extreme('min'),
    quantileColumn('p50', footnotes),
    quantileColumn('p95', footnotes),
    quantileColumn('p99', footnotes),
    extreme('max'),
    extreme('mean'),
    { head: 'TTFT p50', align: 'r', cell: (row) => optionalQuantile(row, 'ttft') },
    { head: 'Tokens in / out', align: 'r', cell: tokens },
    {
      head: 'Throughput',
      align: 'r',
      cell: ({ outcome }) => (outcome === undefined ? NONE : formatRate(outcome.throughputPerS)),
    },
    { head: 'Cost per 1,000', align: 'r', cell: ({ outcome }) => formatCostPer1k(outcome?.costPer1k ?? null) },
  ];
}

function boundsTable(rows: readonly OperationInStage[], view: MarkdownView): MarkdownTable {
  const bounds = (name: QuantileName): MarkdownColumn<OperationInStage> => ({
    head: name,
    align: 'r',
    cell: ({ latency }) => {
      const quantile = latency?.quantiles[name];
      return quantile === undefined || 'withheld' in quantile ? NONE : (formatInterval(quantile, latency?.unit ?? 'ms') ?? NONE);
    },
  });
  const mean: MarkdownColumn<OperationInStage> = {
    head: 'Mean',
    align: 'r',
    cell: ({ latency }) => (latency?.meanBounds ? (formatInterval(latency.meanBounds, latency.unit) ?? NONE) : NONE),
  };
  return markdownRows([operationColumn, ...QUANTILES.map(bounds), mean], rows, view);
}

/** The operation's name. */
export const operationColumn: MarkdownColumn<OperationInStage> = {
  head: 'Operation',
  align: 'l',
  cell: ({ operation }) => markdownCode(operation),
};

/** How often it was called, and how often in vain. */
export const callColumns: MarkdownColumn<OperationInStage>[] = [
  { head: 'Calls', align: 'r', cell: ({ outcome }) => formatCount(outcome?.attempts ?? 0) },
  { head: 'Errors', align: 'r', cell: ({ outcome }) => errors(failedCalls(outcome)) },
];

function errors(count: number): string {
  return count === 0 ? '0' : `**${formatCount(count)}**`;
}

/** A percentile of the main latency; what is missing has its reason among the footnotes. */
function quantileColumn(name: QuantileName, footnotes: Footnotes): MarkdownColumn<OperationInStage> {
  return {
    head: name,
    align: 'r',
    cell: ({ latency }) => {
      const quantile = latency?.quantiles[name];
      const reason = missingReason(quantile);
      if (quantile !== undefined && reason === undefined) return formatQuantile(quantile, latency?.unit ?? 'ms');
      return `${NONE}<sup>${footnotes.mark(markdownText(latency === undefined ? 'no call succeeded' : `${name} ${reason ?? ''}`))}</sup>`;
    },
  };
}

function optionalQuantile(row: OperationInStage, name: string): string {
  const metric = row.metric(name);
  return metric === undefined ? NONE : formatQuantile(metric.quantiles.p50, metric.unit);
}

function tokens(row: OperationInStage): string {
  const [input, output] = [row.metric('tokens.input'), row.metric('tokens.output')];
  if (input === undefined || output === undefined) return NONE;
  return `${formatCount(Math.round(input.mean))} / ${formatCount(Math.round(output.mean))}`;
}

/** Load by users: a table of stages, the p95 of every operation by users, and all percentiles folded. Undefined without load. */
export function loadSection(run: RunDocument, view: MarkdownView): MarkdownSection | undefined {
  const stages = loadStages(run);
  if (stages.length === 0) return undefined;
  const footnotes = createFootnotes();
  // The most users say the most; the others are in the table of stages.
  const shown = view.mostStages < stages.length ? stages.slice(-view.mostStages) : stages;
  const name = comparablePercentile(stages.flatMap((stage) => operationsIn(run, stage)));
  const byStage = stageTable(stages, view);
  const matrix = matrixTable({ run, stages: shown, column: quantileColumn(name, footnotes) }, view);
  const detail = detailTable(run, shown, view);
  const hidden = stages.length - shown.length;
  const leftOut = byStage.leftOut + hidden + matrix.leftOut + detail.leftOut;
  const parts = [
    byStage.text,
    leftOutLine(byStage.leftOut),
    `**Response time ${name} by users**, from the intended start${hidden === 0 ? '' : `; the ${shown.length} stages with the most`}`,
    matrix.text,
    footnoteLines(footnotes),
    leftOutLine(matrix.leftOut),
    folded('Every percentile under load', blocks([detail.text, leftOutLine(detail.leftOut)])),
  ];
  return { title: 'Load by users', hint: plural(stages.length, 'stage'), parts, leftOut };
}

function stageTable(stages: readonly Stage[], view: MarkdownView): MarkdownTable {
  const columns: MarkdownColumn<Stage>[] = [
    {
      head: 'Users',
      align: 'r',
      cell: (stage) => (stage.users === undefined ? markdownText(stage.id) : formatCount(stage.users)),
    },
    { head: 'Calls', align: 'r', cell: ({ attempts }) => formatCount(attempts) },
    { head: 'Throughput', align: 'r', cell: ({ throughputPerS }) => formatRate(throughputPerS) },
    { head: 'Error rate', align: 'r', cell: ({ errorRate }) => (errorRate === 0 ? '0%' : `**${formatPercent(errorRate)}**`) },
    { head: 'Cost per 1,000', align: 'r', cell: ({ costPer1k }) => formatCostPer1k(costPer1k) },
  ];
  return markdownRows(columns, stages, view);
}

interface Matrix {
  readonly run: RunDocument;
  readonly stages: readonly Stage[];
  readonly column: MarkdownColumn<OperationInStage>;
}

function matrixTable({ run, stages, column }: Matrix, view: MarkdownView): MarkdownTable {
  const columns: MarkdownColumn<string>[] = [
    { head: 'Operation', align: 'l', cell: (operation) => markdownCode(operation) },
    ...stages.map((stage): MarkdownColumn<string> => ({
      head: stage.users === undefined ? markdownText(stage.id) : plural(stage.users, 'user'),
      align: 'r',
      cell: (operation) => column.cell(operationIn(run, stage, operation)),
    })),
  ];
  return markdownRows(columns, operationNames(run, stages), view);
}

function detailTable(run: RunDocument, stages: readonly Stage[], view: MarkdownView): MarkdownTable {
  const footnotes = createFootnotes();
  const columns: MarkdownColumn<OperationInStage>[] = [
    { head: 'Users', align: 'r', cell: ({ stage }) => formatCount(stage.users ?? 0) },
    operationColumn,
    ...callColumns,
    ...QUANTILES.map((name) => quantileColumn(name, footnotes)),
    { head: 'Service p50', align: 'r', cell: (row) => optionalQuantile(row, 'service') },
    { head: 'Lag p50', align: 'r', cell: (row) => optionalQuantile(row, 'lag') },
    { head: 'TTFT p50', align: 'r', cell: (row) => optionalQuantile(row, 'ttft') },
  ];
  const rows = stages.flatMap((stage) => operationsIn(run, stage));
  const { text, leftOut } = markdownRows(columns, rows, view);
  return { text: blocks([text, footnoteLines(footnotes)]), leftOut };
}
