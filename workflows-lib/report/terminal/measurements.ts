import type { RunDocument, Stage } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { NONE, formatCostPer1k, formatCount, formatPercent, formatQuantile, formatRate, formatValue } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { TerminalCell, TerminalColumn } from '../terminal-table.ts';
import { wrapToWidth } from '../text-width.ts';
import {
  benchmarkStages,
  comparablePercentile,
  failedCalls,
  loadStages,
  missingReason,
  operationNames,
  operationIn,
  operationsIn,
} from '../view/metrics.ts';
import type { OperationInStage, QuantileName } from '../view/metrics.ts';
import type { Style } from './style.ts';

const TABLE_PERCENTILES = ['p50', 'p95', 'p99'] as const;

/** A table for each stage where operations ran one at a time, and why percentiles are missing. */
export function benchmarkBlock(run: RunDocument, style: Style): string[][] {
  return benchmarkStages(run).flatMap((stage) => {
    const rows = operationsIn(run, stage);
    if (rows.length === 0) return [];
    const columns: TerminalColumn<OperationInStage>[] = [
      { head: 'Operation', align: 'left', shrinkTo: 22, cell: ({ operation }) => oneLine(operation, 200) },
      { head: 'Calls', align: 'right', cell: ({ outcome }) => formatCount(outcome?.attempts ?? 0), drop: 1 },
      { head: 'Errors', align: 'right', cell: ({ outcome }) => errorCell(failedCalls(outcome), style) },
      { head: 'Min', align: 'right', cell: (row) => extreme(row, 'min'), drop: 8 },
      percentile('p50'),
      { ...percentile('p95'), drop: 2 },
      { ...percentile('p99'), drop: 3 },
      { head: 'Max', align: 'right', cell: (row) => extreme(row, 'max'), drop: 6 },
      { head: 'Mean', align: 'right', cell: (row) => extreme(row, 'mean'), drop: 7 },
      { head: 'TTFT p50', align: 'right', cell: ttft, drop: 9 },
      { head: 'Rate', align: 'right', cell: ({ outcome }) => formatRate(outcome?.throughputPerS ?? 0), drop: 5 },
      { head: '$/1,000', align: 'right', cell: ({ outcome }) => formatCostPer1k(outcome?.costPer1k ?? null), drop: 4 },
    ];
    const table = terminalTable(columns, rows, { width: style.width, head: style.dim });
    return [[style.bold('Benchmark'), ...table, ...withheldLines(rows, style)]];
  });
}

function errorCell(count: number, style: Style): TerminalCell {
  return count === 0 ? { text: '0' } : { text: formatCount(count), paint: style.bad };
}

function percentile(name: QuantileName): TerminalColumn<OperationInStage> {
  return {
    head: name,
    align: 'right',
    cell: ({ latency }) => (latency === undefined ? NONE : formatQuantile(latency.quantiles[name], latency.unit)),
  };
}

function extreme({ latency }: OperationInStage, kind: 'min' | 'max' | 'mean'): string {
  return latency === undefined ? NONE : formatValue(latency[kind], latency.unit);
}

function ttft(row: OperationInStage): string {
  const metric = row.metric('ttft');
  return metric === undefined ? NONE : formatQuantile(metric.quantiles.p50, metric.unit);
}

/** Each reason once, with how often it applies. */
function withheldLines(rows: readonly OperationInStage[], style: Style): string[] {
  const reasons = rows.flatMap(({ latency }) =>
    latency === undefined
      ? ['no call succeeded']
      : TABLE_PERCENTILES.flatMap((name) => {
          const reason = missingReason(latency.quantiles[name]);
          return reason === undefined ? [] : [`${name} ${oneLine(reason, 120)}`];
        }),
  );
  const counted = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => `${NONE} ${reason} (${all.length}×)`);
  return counted.flatMap((line) => wrapToWidth(line, style.width)).map(style.dim);
}

/** Load by users, and the p95 of each operation by users. */
export function loadBlock(run: RunDocument, style: Style): string[][] {
  const stages = loadStages(run);
  if (stages.length === 0) return [];
  const table = terminalTable(stageColumns(style), stages, { width: style.width, head: style.dim });
  return [[style.bold('Load by users'), ...table], matrixBlock(run, stages, style)];
}

function stageColumns(style: Style): TerminalColumn<Stage>[] {
  return [
    { head: 'Users', align: 'right', cell: ({ users, id }) => (users === undefined ? oneLine(id, 20) : formatCount(users)) },
    { head: 'Calls', align: 'right', cell: ({ attempts }) => formatCount(attempts) },
    { head: 'Errors', align: 'right', cell: ({ errors }) => errorCell(errors, style) },
    { head: 'Error rate', align: 'right', cell: ({ errorRate }) => formatPercent(errorRate) },
    { head: 'Throughput', align: 'right', cell: ({ throughputPerS }) => formatRate(throughputPerS) },
    { head: '$/1,000', align: 'right', cell: ({ costPer1k }) => formatCostPer1k(costPer1k), drop: 1 },
  ];
}

function matrixBlock(run: RunDocument, stages: readonly Stage[], style: Style): string[] {
  const rows = stages.flatMap((stage) => operationsIn(run, stage));
  const name = comparablePercentile(rows);
  const { cell } = percentile(name);
  const columns: TerminalColumn<string>[] = [
    { head: 'Operation', align: 'left', shrinkTo: 14, cell: (operation) => oneLine(operation, 200) },
    ...stages.map((stage, index): TerminalColumn<string> => ({
      head: stage.users === undefined ? oneLine(stage.id, 12) : `${stage.users}u`,
      align: 'right',
      cell: (operation) => cell(operationIn(run, stage, operation)),
      // The highest load is the most telling, so the lower ones go first.
      ...(index === stages.length - 1 ? {} : { drop: stages.length - index }),
    })),
  ];
  const withheld = rows.some(({ latency }) => latency !== undefined && missingReason(latency.quantiles[name]) !== undefined);
  return [
    style.bold(`Response time ${name} by users`),
    ...terminalTable(columns, operationNames(run, stages), { width: style.width, head: style.dim }),
    ...(withheld ? [style.dim(`${NONE} withheld: too few successful calls`)] : []),
  ];
}
