import type { Metric, RunDocument, Stage } from '../../history/run-document.ts';
import { formatCount, formatValue } from '../format.ts';
import { QUANTILES, benchmarkStages, latencyName, loadStages, operationIn, operationNames, stageLabel } from '../view/metrics.ts';
import { meanCell, medianCell, quantileCell } from './cells.ts';
import { distribution } from './distribution.ts';
import { code, outside } from './section.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

interface Row {
  readonly metric: Metric;
  readonly stage: Stage;
}

/** Every metric of every operation with all of its percentiles, folded by operation. */
export function detailSections(run: RunDocument): Section[] {
  const stages = [...benchmarkStages(run), ...loadStages(run)];
  const operations = operationNames(run, stages).map((operation) => operationDetails(run, stages, operation));
  const folded = operations.filter((details) => details !== undefined);
  if (folded.length === 0) return [];
  return [
    {
      id: 'details',
      title: 'Every metric',
      body: html`<p class="hint">One fold an operation. Unfold what you want on paper before you print.</p>
        ${folded}`,
    },
  ];
}

function operationDetails(run: RunDocument, stages: readonly Stage[], operation: string): Html | undefined {
  const rows = stages.flatMap((stage) =>
    run.metrics
      .filter((metric) => metric.stage === stage.id && metric.operation === operation)
      .map((metric) => ({ metric, stage })),
  );
  if (rows.length === 0) return undefined;
  const shown = stages.map((stage) => operationIn(run, stage, operation)).filter(({ latency }) => latency !== undefined);
  const ends = [
    shown.find(({ stage }) => stage.workload === 'sequential'),
    shown.findLast(({ stage }) => stage.workload === 'closed'),
  ];
  const drawings = ends.flatMap((end) => (end?.latency === undefined ? [] : [distribution(end.latency, titleOf(end.stage))]));
  return html`<details>
    <summary>${code(operation)} <span class="hint">${medianOf(shown[0]?.latency)}</span></summary>
    <div class="charts">${drawings}</div>
    ${table(columns, rows, { caption: 'All metrics with 95% confidence intervals.' })}
  </details>`;
}

function titleOf(stage: Stage): string {
  return `${latencyName(stage)}, ${stageLabel(stage)}`;
}

function medianOf(metric: Metric | undefined): string {
  return metric === undefined ? 'no call succeeded' : `${metric.name} p50 ${medianCell(metric)}`;
}

const columns: readonly Column<Row>[] = [
  { head: 'Metric', kind: 'name', cell: ({ metric }) => code(metric.name) },
  { head: 'Stage', kind: 'text', cell: ({ stage }) => outside(stageLabel(stage)) },
  { head: 'Values', kind: 'number', cell: ({ metric }) => formatCount(metric.count) },
  { head: 'Min', kind: 'number', cell: ({ metric }) => formatValue(metric.min, metric.unit) },
  ...QUANTILES.map((name): Column<Row> => ({
    head: name,
    kind: 'number',
    cell: ({ metric }, footnotes) => quantileCell(metric, name, footnotes),
  })),
  { head: 'Max', kind: 'number', cell: ({ metric }) => formatValue(metric.max, metric.unit) },
  { head: 'Mean', kind: 'number', cell: ({ metric }) => meanCell(metric) },
];
