import type { SeriesSnapshot } from '../load/series.ts';
import type { OperationRecord } from '../load/recorder.ts';
import type { Metric, OperationOutcome, Quantile, Stage, UsageEntry } from '../history/run-document.ts';
import { quantileRanks, quantileWithBounds } from '../stats/quantile.ts';
import { meanBounds } from '../stats/summary.ts';

/** Values kept in the document itself; beyond that the histogram speaks for them. */
const SAMPLES_IN_DOCUMENT = 1_000;

/** The metrics of one operation in one stage. */
export function buildMetrics(record: OperationRecord): Metric[] {
  return [...record.series]
    .filter(([, snapshot]) => snapshot.count > 0)
    .map(([name, snapshot]) => buildMetric(name, snapshot, record));
}

function buildMetric(name: string, snapshot: SeriesSnapshot, record: OperationRecord): Metric {
  const { samples, count } = snapshot;
  return {
    operation: record.operation,
    name,
    stage: record.stage.id,
    unit: snapshot.unit,
    direction: 'lower',
    class: snapshot.unit === 'ms' ? 'noisy' : 'exact',
    count,
    min: snapshot.min,
    max: snapshot.max,
    mean: snapshot.mean,
    meanBounds: count < 2 ? null : meanBounds({ count, mean: snapshot.mean, stddev: snapshot.stddev }),
    quantiles: buildQuantiles(snapshot),
    histogram: snapshot.histogram(),
    histogramScale: snapshot.scale,
    ...(samples !== undefined && samples.length <= SAMPLES_IN_DOCUMENT ? { samples: [...samples] } : {}),
  };
}

function buildQuantiles(snapshot: SeriesSnapshot): Metric['quantiles'] {
  const sorted = snapshot.samples?.toSorted((left, right) => left - right);
  const at = (quantile: number): Quantile => {
    if (sorted !== undefined) return quantileWithBounds(sorted, quantile);
    // Only reached with more than 10,000 values, where every percentile up to the 99th has both of its bounds.
    const { rank, low, high } = quantileRanks(snapshot.count, quantile);
    const value = (place: number | null): number | null => (place === null ? null : snapshot.valueAtRank(place));
    return { value: snapshot.valueAtRank(rank), low: value(low), high: value(high) };
  };
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
}

/** What became of the calls. `stageMs` is how long the stage lasted. */
export function buildOutcome(record: OperationRecord, stageMs: number): OperationOutcome {
  const { ok, error, throttled, invalid, timeout } = record.outcomes;
  const attempts = ok + error + throttled + invalid + timeout;
  const seconds = (record.stage.workload === 'sequential' ? record.busyMs : stageMs) / 1000;
  return {
    operation: record.operation,
    stage: record.stage.id,
    attempts,
    ok,
    error,
    throttled,
    invalid,
    timeout,
    failures: [...record.failures],
    busyMs: record.busyMs,
    throughputPerS: seconds > 0 ? ok / seconds : 0,
    costPer1k: costPer1k(record.usage, attempts),
  };
}

/** The usage of one operation in one stage, an entry a model. */
export function buildUsage(record: OperationRecord): UsageEntry[] {
  return record.usage.map(({ usage, calls, costUsd }) => ({
    provider: usage.provider,
    model: usage.model,
    operation: record.operation,
    stage: record.stage.id,
    calls,
    input: usage.input,
    cached: usage.cached,
    cacheWrite: usage.cacheWrite,
    output: usage.output,
    reasoning: usage.reasoning,
    costUsd: costUsd ?? null,
  }));
}

/** When a stage ran and with how many users. */
export interface StageTimes {
  readonly id: string;
  readonly users?: number;
  /** Milliseconds after the run's start. */
  readonly startedAfterMs: number;
  readonly durationMs: number;
}

/** A stage as the sum of its operations. */
export function buildStage(times: StageTimes, records: readonly OperationRecord[]): Stage {
  const outcomes = records.map((record) => buildOutcome(record, times.durationMs));
  const total = (part: (outcome: OperationOutcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + part(outcome), 0);
  const attempts = total((outcome) => outcome.attempts);
  const ok = total((outcome) => outcome.ok);
  const usage = records.flatMap((record) => record.usage);
  return {
    id: times.id,
    workload: times.users === undefined ? 'sequential' : 'closed',
    ...(times.users === undefined ? {} : { users: times.users }),
    startedAfterMs: times.startedAfterMs,
    durationMs: times.durationMs,
    attempts,
    errors: attempts - ok,
    throughputPerS: times.durationMs > 0 ? (1000 * ok) / times.durationMs : 0,
    errorRate: attempts > 0 ? (attempts - ok) / attempts : 0,
    costUsd: totalUsd(usage),
    costPer1k: costPer1k(usage, attempts),
  };
}

/** Null when nothing was billed or a part of it has no price. */
function totalUsd(usage: OperationRecord['usage']): number | null {
  if (usage.length === 0) return null;
  let usd = 0;
  for (const { costUsd } of usage) {
    if (costUsd === undefined) return null;
    usd += costUsd;
  }
  return usd;
}

function costPer1k(usage: OperationRecord['usage'], attempts: number): number | 'unpriced' | null {
  if (usage.length === 0 || attempts === 0) return null;
  const usd = totalUsd(usage);
  return usd === null ? 'unpriced' : (1000 * usd) / attempts;
}
