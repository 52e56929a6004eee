import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { NONE, formatCostPer1k, formatPercent, formatQuantile, plural } from '../format.ts';
import { callColumns, operationColumn } from '../markdown/measurements.ts';
import { objectiveColumns } from '../markdown/objectives.ts';
import { blocks } from '../markdown/section.ts';
import { markdownRows } from '../markdown/table.ts';
import type { MarkdownColumn, TableView } from '../markdown/table.ts';
import { benchmarkStages, bySlowness, loadStages, operationsIn } from '../view/metrics.ts';
import type { OperationInStage } from '../view/metrics.ts';
import { rankedObjectives, shareOfLimit } from '../view/ranking.ts';

/** How many rows stand above the fold. */
export const ROWS_ON_TOP = 10;
const TOP: TableView = { mostRows: ROWS_ON_TOP, compact: true };
/** Above this, how many times the limit says more than a percentage. */
const LARGEST_SHARE = 10;

/** The ten rows that matter most: objectives as they deserve attention, or the slowest operations where there are none. */
export function topTable(run: RunDocument): string {
  return run.objectives.length > 0 ? objectiveRows(run) : slowestRows(run);
}

function objectiveRows(run: RunDocument): string {
  const columns: MarkdownColumn<ObjectiveResult>[] = [
    ...objectiveColumns(run),
    { head: 'Limit used', align: 'r', cell: (objective) => shareText(shareOfLimit(objective)) },
  ];
  const { text, leftOut } = markdownRows(columns, rankedObjectives(run), TOP);
  return blocks([text, leftOut === 0 ? '' : `<sub>${plural(leftOut, 'more objective')} below.</sub>`]);
}

function shareText(share: number | undefined): string {
  if (share === undefined) return NONE;
  return share > LARGEST_SHARE ? `> ${formatPercent(LARGEST_SHARE)}` : formatPercent(share);
}

function slowestRows(run: RunDocument): string {
  const stage = loadStages(run).at(-1) ?? benchmarkStages(run)[0];
  if (stage === undefined) return '';
  const rows = bySlowness(operationsIn(run, stage));
  if (rows.length === 0) return '';
  const { text, leftOut } = markdownRows(slowestColumns, rows, TOP);
  const where = stage.users === undefined ? '' : ` at ${plural(stage.users, 'user')}`;
  const title =
    leftOut === 0
      ? `**Operations${where}**, the slowest first`
      : `**The ${ROWS_ON_TOP} slowest of ${plural(rows.length, 'operation')}${where}**`;
  return blocks([title, text, '<sub>To have changes judged, add objectives to shotclock.yml.</sub>']);
}

const slowestColumns: MarkdownColumn<OperationInStage>[] = [
  operationColumn,
  ...callColumns,
  ...(['p50', 'p95'] as const).map((name): MarkdownColumn<OperationInStage> => ({
    head: name,
    align: 'r',
    cell: ({ latency }) => (latency === undefined ? NONE : formatQuantile(latency.quantiles[name], latency.unit)),
  })),
  { head: 'Cost per 1,000', align: 'r', cell: ({ outcome }) => formatCostPer1k(outcome?.costPer1k ?? null) },
];
