import type { ObjectiveResult, RunDocument, Stage } from '../../history/run-document.ts';
import { formatDuration, formatInterval, formatMoney, formatPercent, formatRate, formatValue, plural } from '../format.ts';
import { benchmarkStages, loadStages, operationNames, operationsIn, slowestOperation } from './metrics.ts';

/** What was measured: "16 operations, 320 calls, 0 errors". */
export function measuredSentence(run: RunDocument): string {
  if (run.stages.every((stage) => stage.attempts === 0)) return 'nothing was measured';
  const sum = (part: (stage: Stage) => number): number => run.stages.reduce((total, stage) => total + part(stage), 0);
  const operations = plural(operationNames(run, run.stages).length, 'operation');
  return `${operations}, ${plural(
    sum((stage) => stage.attempts),
    'call',
  )}, ${plural(
    sum((stage) => stage.errors),
    'error',
  )}`;
}

/**
 * The figures that matter most, without the trailing stop: how fast it was, and the cost per 1,000 calls. Empty when nothing succeeded.
 */
export function keyFigures(run: RunDocument): string[] {
  const stage = mainStage(run);
  return stage === undefined ? [] : [...speedFigures(run), ...costFigure(stage)];
}

/** Under load the slowest operation and the throughput at the highest number of users, otherwise the slowest operation of the benchmark. */
export function speedFigures(run: RunDocument): string[] {
  const stage = mainStage(run);
  if (stage === undefined) return [];
  const found = slowestOperation(operationsIn(run, stage));
  const slowest = found === undefined ? undefined : `${found.operation} ${found.percentile} ${formatDuration(found.valueMs)}`;
  if (stage.workload === 'sequential') return slowest === undefined ? [] : [`slowest ${slowest}`];
  const atUsers = slowest === undefined ? [] : [`slowest ${slowest} at ${plural(stage.users ?? 0, 'user')}`];
  return [...atUsers, formatRate(stage.throughputPerS)];
}

function mainStage(run: RunDocument): Stage | undefined {
  return loadStages(run).at(-1) ?? benchmarkStages(run)[0];
}

function costFigure(stage: Stage): string[] {
  if (stage.costPer1k === null) return [];
  if (stage.costPer1k === 'unpriced') return ['cost unpriced'];
  return [`${formatMoney(stage.costPer1k)} per 1,000 calls`];
}

/** "measured 34.1 s (31.2 s to 37.0 s), limit 30 s". */
export function objectiveFigures(objective: ObjectiveResult): string {
  const limit = `limit ${formatValue(objective.limit, objective.unit)}`;
  if (objective.value === null) return `nothing measured, ${limit}`;
  const interval = formatInterval(objective, objective.unit);
  const shown = interval === undefined || objective.low === objective.high ? '' : ` (${interval})`;
  return `measured ${formatValue(objective.value, objective.unit)}${shown}, ${limit}`;
}

/** How far a missed objective is from its limit: "14% over" or "14% under"; empty where a ratio says nothing. */
export function distance(objective: ObjectiveResult): string {
  if (objective.value === null || objective.limit === 0 || objective.value === objective.limit) return '';
  const ratio = objective.value / objective.limit - 1;
  return `${formatPercent(Math.abs(ratio))} ${ratio > 0 ? 'over' : 'under'} the limit`;
}
