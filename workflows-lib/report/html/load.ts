import type { RunDocument, Stage } from '../../history/run-document.ts';
import { NONE, formatCostPer1k, formatCount, formatDuration, formatPercent, formatRate } from '../format.ts';
import { QUANTILES, loadStages, operationIn, operationNames, stageLabel } from '../view/metrics.ts';
import type { OperationInStage } from '../view/metrics.ts';
import { callColumns, errorCell, medianCell, operationColumn, quantileCell } from './cells.ts';
import { lineChart } from './line-chart.ts';
import type { Point, Series } from './line-chart.ts';
import { outside } from './section.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const CHARTED = ['p50', 'p95', 'p99'] as const;

/** Charts over users and their tables; nothing when the run had no load. */
export function loadSections(run: RunDocument): Section[] {
  const stages = loadStages(run);
  if (stages.length === 0) return [];
  const operations = operationNames(run, stages);
  const charts = operations.map((operation) => latencyChart(run, stages, operation));
  const body = html`<h3>Response time by users</h3>
    <p class="hint">From the intended start of a call to its end. Bands are 95% confidence intervals.</p>
    ${chartLegend()}
    <div class="charts">${charts}</div>
    <h3>Throughput, errors and cost by users</h3>
    <div class="charts">${stageCharts(stages)}</div>
    ${table(stageColumns, stages, { caption: 'Each number of users, over all operations of the mix.' })}
    <h3>Every operation at every number of users</h3>
    ${table(
      detailColumns,
      operations.flatMap((operation) => stages.map((stage) => operationIn(run, stage, operation))),
      {
        caption: 'Response time by operation. Service is from the actual start, lag from the intended to the actual one.',
        cards: true,
      },
    )}`;
  return [{ id: 'load', title: 'Load by users', body }];
}

function chartLegend(): Html {
  const marks = {
    p50: html`<circle class="mark p50" cx="14" cy="8" r="3.5" />`,
    p95: html`<rect class="mark p95" x="10.8" y="4.8" width="6.4" height="6.4" />`,
    p99: html`<path class="mark p99" d="M14 3.4l4.6 4.6l-4.6 4.6l-4.6-4.6z" />`,
  };
  const keys = CHARTED.map(
    (name) =>
      html`<li>
        <svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">
          <path class="line ${name}" d="M0 8h28" />
          ${marks[name]}</svg
        >${name}
      </li>`,
  );
  return html`<ul class="legend">
    ${keys}
  </ul>`;
}

function latencyChart(run: RunDocument, stages: readonly Stage[], operation: string): Html {
  const rows = stages.map((stage) => operationIn(run, stage, operation));
  const series = CHARTED.map((name): Series => ({
    label: name,
    mark: name,
    points: rows.flatMap((row) => latencyPoint(row, name)),
  }));
  const gaps = series.flatMap(({ label, points }) => {
    const without = stages.filter(({ users }) => !points.some((point) => point.users === users));
    return without.length === 0 ? [] : [`no ${label} at ${without.map(({ users }) => users ?? 0).join(', ')}`];
  });
  const shown = series.filter(({ points }) => points.length > 0);
  const note = gaps.length === 0 ? {} : { note: `${gaps.join('; ')} users: too few successful calls.` };
  return lineChart({ title: operation, unit: 'ms', series: shown, ...note });
}

function latencyPoint({ stage, latency }: OperationInStage, name: (typeof CHARTED)[number]): Point[] {
  const quantile = latency?.quantiles[name];
  if (quantile === undefined || 'withheld' in quantile || stage.users === undefined) return [];
  return [{ users: stage.users, ...quantile }];
}

function stageCharts(stages: readonly Stage[]): Html[] {
  const points = (part: (stage: Stage) => number | undefined): Point[] =>
    stages.flatMap((stage) => {
      const value = part(stage);
      return value === undefined || stage.users === undefined ? [] : [{ users: stage.users, value }];
    });
  const chart = (title: string, unit: string, part: (stage: Stage) => number | undefined): Html =>
    lineChart({ title, unit, series: [{ label: title, mark: 'p50', points: points(part) }] });
  const cost = (stage: Stage): number | undefined => (typeof stage.costPer1k === 'number' ? stage.costPer1k : undefined);
  return [
    chart('Throughput', 'per_s', (stage) => stage.throughputPerS),
    chart('Error rate', 'ratio', (stage) => stage.errorRate),
    ...(stages.some((stage) => cost(stage) !== undefined) ? [chart('Cost per 1,000 calls', 'usd', cost)] : []),
  ];
}

const stageColumns: readonly Column<Stage>[] = [
  { head: 'Users', kind: 'name', cell: (stage) => outside(stageLabel(stage)) },
  { head: 'Lasted', kind: 'number', cell: ({ durationMs }) => formatDuration(durationMs) },
  { head: 'Calls', kind: 'number', cell: ({ attempts }) => formatCount(attempts) },
  { head: 'Throughput', kind: 'number', cell: ({ throughputPerS }) => formatRate(throughputPerS) },
  { head: 'Errors', kind: 'number', cell: ({ errors }) => errorCell(errors) },
  { head: 'Error rate', kind: 'number', cell: ({ errorRate }) => formatPercent(errorRate) },
  { head: 'Cost per 1,000', kind: 'number', optional: true, cell: ({ costPer1k }) => formatCostPer1k(costPer1k) },
];

const detailColumns: readonly Column<OperationInStage>[] = [
  operationColumn,
  {
    head: 'Users',
    kind: 'number',
    cell: ({ stage }) => (stage.users === undefined ? NONE : formatCount(stage.users)),
  },
  ...callColumns,
  ...QUANTILES.map((name): Column<OperationInStage> => ({
    head: name,
    kind: 'number',
    cell: ({ latency }, footnotes) => quantileCell(latency, name, footnotes),
  })),
  { head: 'Service p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('service')) },
  { head: 'Lag p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('lag')) },
  { head: 'TTFT p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('ttft')) },
  { head: 'Throughput', kind: 'number', cell: ({ outcome }) => formatRate(outcome?.throughputPerS ?? 0) },
  { head: 'Cost per 1,000', kind: 'number', optional: true, cell: ({ outcome }) => formatCostPer1k(outcome?.costPer1k ?? null) },
];
