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
  comparablePercentile,
  failedCalls,
  loadStages,
  missingReason,
  operationIn,
  operationNames,
  operationsIn,
} from '../view/metrics.ts';
import type { OperationInStage, QuantileName } from '../view/metrics.ts';
import { folded, footnoteLines, markdownRows } from './table.ts';
import type { MarkdownColumn } from './table.ts';

/** One table for each stage where operations ran one at a time. */
export function benchmarkSection(run: RunDocument): string[] {
  return benchmarkStages(run).flatMap((stage) => {
    const rows = operationsIn(run, stage);
    if (rows.length === 0) return [];
    const footnotes = createFootnotes();
    const table = markdownRows(benchmarkColumns(footnotes), rows);
    const parts = ['### Benchmark', table, footnoteLines(footnotes), folded('95% confidence intervals', boundsTable(rows))];
    return [parts.filter((part) => part !== '').join('\n\n')];
  });
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

function boundsTable(rows: readonly OperationInStage[]): string {
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
  return markdownRows([operationColumn, ...QUANTILES.map(bounds), mean], rows);
}

const operationColumn: MarkdownColumn<OperationInStage> = {
  head: 'Operation',
  align: 'l',
  cell: ({ operation }) => markdownCode(operation),
};

const callColumns: MarkdownColumn<OperationInStage>[] = [
  { head: 'Calls', align: 'r', cell: ({ outcome }) => formatCount(outcome?.attempts ?? 0) },
  { head: 'Errors', align: 'r', cell: ({ outcome }) => errors(failedCalls(outcome)) },
];

function errors(count: number): string {
  return count === 0 ? '0' : `**${formatCount(count)}**`;
}

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

/** Load by users: a table of stages, the p95 of every operation by users, and all percentiles folded. */
export function loadSection(run: RunDocument): string[] {
  const stages = loadStages(run);
  if (stages.length === 0) return [];
  const footnotes = createFootnotes();
  const name = comparablePercentile(stages.flatMap((stage) => operationsIn(run, stage)));
  const matrix = matrixTable(run, stages, quantileColumn(name, footnotes));
  const parts = [
    '### Load by users',
    stageTable(stages),
    `**Response time ${name} by users**, from the intended start`,
    matrix,
    footnoteLines(footnotes),
  ];
  return [parts.filter((part) => part !== '').join('\n\n'), folded('Every percentile under load', detailTable(run, stages))];
}

function stageTable(stages: readonly Stage[]): string {
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
  return markdownRows(columns, stages);
}

function matrixTable(run: RunDocument, stages: readonly Stage[], { cell }: MarkdownColumn<OperationInStage>): string {
  const columns: MarkdownColumn<string>[] = [
    { head: 'Operation', align: 'l', cell: (operation) => markdownCode(operation) },
    ...stages.map((stage): MarkdownColumn<string> => ({
      head: stage.users === undefined ? markdownText(stage.id) : plural(stage.users, 'user'),
      align: 'r',
      cell: (operation) => cell(operationIn(run, stage, operation)),
    })),
  ];
  return markdownRows(columns, operationNames(run, stages));
}

function detailTable(run: RunDocument, stages: readonly Stage[]): string {
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
  const table = markdownRows(
    columns,
    stages.flatMap((stage) => operationsIn(run, stage)),
  );
  return [table, footnoteLines(footnotes)].filter((part) => part !== '').join('\n\n');
}
