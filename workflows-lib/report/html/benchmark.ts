import type { RunDocument } from '../../history/run-document.ts';
import { NONE, formatCostPer1k, formatCount, formatRate, formatValue } from '../format.ts';
import { benchmarkStages, operationsIn } from '../view/metrics.ts';
import type { OperationInStage, QuantileName } from '../view/metrics.ts';
import { callColumns, meanCell, medianCell, operationColumn, quantileCell } from './cells.ts';
import { createRangePlot, rangeLegend } from './range-plot.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const CAPTION =
  'One call at a time, in turn over the operations. Small print: 95% confidence intervals. Times are of calls that succeeded.';

/** A row for each operation that was run one call at a time. */
export function benchmarkSections(run: RunDocument): Section[] {
  return benchmarkStages(run).flatMap((stage, index) => {
    const rows = operationsIn(run, stage);
    if (rows.length === 0) return [];
    const body = html`${rangeLegend()}${table(columnsFor(rows), rows, { caption: CAPTION, cards: true })}`;
    return [{ id: index === 0 ? 'benchmark' : `benchmark-${index + 1}`, title: 'Benchmark', body }];
  });
}

function columnsFor(rows: readonly OperationInStage[]): Column<OperationInStage>[] {
  const plot = createRangePlot(rows.flatMap(({ latency }) => (latency === undefined ? [] : [latency])));
  return [
    operationColumn,
    {
      head: 'Duration',
      under: plot.axis,
      kind: 'plot',
      cell: ({ latency }) => (latency === undefined ? undefined : plot.row(latency)),
    },
    percentile('p50'),
    percentile('p95'),
    percentile('p99'),
    { head: 'Mean', kind: 'number', cell: ({ latency }) => meanCell(latency) },
    { head: 'Min, max', kind: 'number', cell: extremes },
    ...callColumns,
    {
      head: 'Throughput',
      kind: 'number',
      cell: ({ outcome }) => (outcome === undefined ? NONE : formatRate(outcome.throughputPerS)),
    },
    { head: 'TTFT p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('ttft')) },
    { head: 'Tokens in / out', kind: 'number', optional: true, cell: tokens },
    {
      head: 'Cost per 1,000',
      kind: 'number',
      optional: true,
      cell: ({ outcome }) => formatCostPer1k(outcome?.costPer1k ?? null),
    },
  ];
}

function percentile(name: QuantileName): Column<OperationInStage> {
  return { head: name, kind: 'number', cell: ({ latency }, footnotes) => quantileCell(latency, name, footnotes) };
}

function extremes({ latency }: OperationInStage): Html | string {
  if (latency === undefined) return NONE;
  return html`<span class="stacked">${formatValue(latency.min, latency.unit)}</span>
    <span class="stacked">${formatValue(latency.max, latency.unit)}</span>`;
}

function tokens(row: OperationInStage): string {
  const [input, output] = [row.metric('tokens.input'), row.metric('tokens.output')];
  if (input === undefined || output === undefined) return NONE;
  return `${formatCount(Math.round(input.mean))} / ${formatCount(Math.round(output.mean))}`;
}
