import type { Metric, OperationOutcome, Quantile, RunDocument, Stage } from '../../history/run-document.ts';

/** The percentiles that every metric carries, in order. */
export const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;
/** The name of one of them. */
export type QuantileName = (typeof QUANTILES)[number];

/** What one operation did in one stage. A metric is missing when no call was right, or when it does not apply. */
export interface OperationInStage {
  readonly operation: string;
  readonly stage: Stage;
  /** The main latency: `duration` in a benchmark, `response` under load. */
  readonly latency: Metric | undefined;
  readonly metric: (name: string) => Metric | undefined;
  readonly outcome: OperationOutcome | undefined;
}

/** The stages where operations ran one at a time. */
export function benchmarkStages(run: RunDocument): Stage[] {
  return run.stages.filter((stage) => stage.workload === 'sequential');
}

/** The stages under load, fewest users first. */
export function loadStages(run: RunDocument): Stage[] {
  const stages = run.stages.filter((stage) => stage.workload === 'closed');
  return stages.toSorted((left, right) => (left.users ?? 0) - (right.users ?? 0));
}

/** The name of the main latency metric of a stage. */
export function latencyName(stage: Stage): string {
  return stage.workload === 'sequential' ? 'duration' : 'response';
}

/** The operations of the given stages in the order of the run, which is that of the plan. */
export function operationNames(run: RunDocument, stages: readonly Stage[]): string[] {
  const ids = new Set(stages.map((stage) => stage.id));
  const rows = [...run.outcomes, ...run.metrics].filter((row) => ids.has(row.stage));
  return [...new Set(rows.map((row) => row.operation))];
}

/** Every operation of a stage. */
export function operationsIn(run: RunDocument, stage: Stage): OperationInStage[] {
  return operationNames(run, [stage]).map((operation) => operationIn(run, stage, operation));
}

/** One operation in one stage. */
export function operationIn(run: RunDocument, stage: Stage, operation: string): OperationInStage {
  const { metrics, outcomes } = placesOf(run);
  const key = keyOf({ stage: stage.id, operation });
  const metric = (name: string): Metric | undefined => metrics.get(key)?.get(name);
  return { operation, stage, latency: metric(latencyName(stage)), metric, outcome: outcomes.get(key) };
}

/** Measurements by where they belong: looked up for every cell of a table, so found without a search. */
interface Places {
  readonly metrics: ReadonlyMap<string, ReadonlyMap<string, Metric>>;
  readonly outcomes: ReadonlyMap<string, OperationOutcome>;
}

const places = new WeakMap<RunDocument, Places>();

function keyOf({ stage, operation }: { readonly stage: string; readonly operation: string }): string {
  return JSON.stringify([stage, operation]);
}

function placesOf(run: RunDocument): Places {
  const known = places.get(run);
  if (known !== undefined) return known;
  const metrics = Map.groupBy(run.metrics, keyOf);
  const found = {
    metrics: new Map([...metrics].map(([key, list]) => [key, new Map(list.map((metric) => [metric.name, metric]))])),
    outcomes: new Map(run.outcomes.map((outcome) => [keyOf(outcome), outcome])),
  };
  places.set(run, found);
  return found;
}

/** A percentile's value where the sample carries it. */
export function quantileValue(metric: Metric | undefined, name: QuantileName): number | undefined {
  const quantile = metric?.quantiles[name];
  return quantile === undefined || 'withheld' in quantile ? undefined : quantile.value;
}

/** Why a figure is missing: the percentile's own reason, or that no call was right. */
export function missingReason(quantile: Quantile | undefined): string | undefined {
  if (quantile === undefined) return 'no call succeeded';
  return 'withheld' in quantile ? `withheld: ${quantile.withheld}` : undefined;
}

/** Calls that were not right. */
export function failedCalls(outcome: OperationOutcome | undefined): number {
  return outcome === undefined ? 0 : outcome.attempts - outcome.ok;
}

/** Stage as people call it: `benchmark`, `25 users`. */
export function stageLabel(stage: Stage): string {
  if (stage.workload === 'sequential') return stage.id;
  return stage.users === undefined ? stage.id : `${stage.users} ${stage.users === 1 ? 'user' : 'users'}`;
}

/** Which percentile to compare operations by: the 95th where at least half of the rows carry it, otherwise the median. */
export function comparablePercentile(rows: readonly OperationInStage[]): 'p95' | 'p50' {
  const measured = rows.filter(({ latency }) => latency !== undefined);
  const carrying = measured.filter(({ latency }) => quantileValue(latency, 'p95') !== undefined);
  return carrying.length * 2 >= measured.length ? 'p95' : 'p50';
}

/** Operations, the slowest first by the percentile that they can be compared by; those without a latency last. */
export function bySlowness(rows: readonly OperationInStage[]): OperationInStage[] {
  const name = comparablePercentile(rows);
  const slowness = ({ latency }: OperationInStage): number =>
    quantileValue(latency, name) ?? quantileValue(latency, 'p50') ?? -Infinity;
  return rows.toSorted((left, right) => slowness(right) - slowness(left) || 0);
}

/** An operation and its value at a percentile. */
export interface Slowest {
  readonly operation: string;
  readonly percentile: 'p95' | 'p50';
  readonly valueMs: number;
}

/** The slowest operation of a stage by the 95th percentile where every operation carries it, otherwise by the median. */
export function slowestOperation(rows: readonly OperationInStage[]): Slowest | undefined {
  const measured = rows.filter(({ latency }) => latency !== undefined);
  const percentile = measured.every(({ latency }) => quantileValue(latency, 'p95') !== undefined) ? 'p95' : 'p50';
  return measured
    .flatMap(({ operation, latency }) => {
      const valueMs = quantileValue(latency, percentile);
      return valueMs === undefined ? [] : [{ operation, percentile, valueMs } as const];
    })
    .toSorted((left, right) => right.valueMs - left.valueMs)[0];
}
