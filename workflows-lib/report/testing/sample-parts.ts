import { seededRandom } from '../../core/random.ts';
import type { Random } from '../../core/random.ts';
import type { Metric, OperationOutcome, Stage, UsageEntry } from '../../history/run-document.ts';
import { logNormal, sampleMetric } from './sample-metric.ts';

/** What a sample operation costs and how long it takes. */
export interface SampleOperation {
  readonly name: string;
  readonly medianMs: number;
  readonly spread: number;
  /** Model calls that it makes. */
  readonly models?: readonly SampleModel[];
  readonly streams?: boolean;
  readonly failing?: { readonly share: number; readonly class: string; readonly example: string };
}

/** A model that an operation asks, with the tokens of one call. */
export interface SampleModel {
  readonly provider: string;
  readonly model: string;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** USD a call; null is unpriced. */
  readonly usd: number | null;
}

/** Everything that one stage adds to a run document. */
export interface SampleStage {
  readonly stage: Stage;
  readonly metrics: Metric[];
  readonly outcomes: OperationOutcome[];
  readonly usage: UsageEntry[];
}

/** How a sample stage was driven. */
export interface SampleStageOptions {
  readonly id: string;
  readonly operations: readonly SampleOperation[];
  /** Calls of each operation. */
  readonly calls: number;
  readonly users?: number;
  readonly startedAfterMs: number;
  readonly durationMs: number;
}

interface Place {
  readonly options: SampleStageOptions;
  readonly operation: SampleOperation;
  readonly random: Random;
}

/** A stage with made-up but plausible figures: the same for the same options. */
export function sampleStage(options: SampleStageOptions): SampleStage {
  const parts = options.operations.map((operation) => ({
    options,
    operation,
    random: seededRandom(`${options.id}/${operation.name}`),
  }));
  const outcomes = parts.map(outcomeOf);
  const usage = parts.flatMap(usageOf);
  return { stage: stageOf(options, { outcomes, usage }), metrics: parts.flatMap(metricsOf), outcomes, usage };
}

function okCalls({ options, operation }: Place): number {
  return options.calls - Math.round(options.calls * (operation.failing?.share ?? 0));
}

/** Latency grows with users like a queue's: slowly, then steeply near 60. */
function queueing(users: number): number {
  return 1 / (1 - Math.min(0.9, users / 60));
}

function metricsOf(part: Place): Metric[] {
  const { options, operation, random } = part;
  const count = okCalls(part);
  if (count === 0) return [];
  const place = (name: string, unit: 'ms' | 'tokens' | 'usd') => ({ operation: operation.name, stage: options.id, name, unit });
  const times = logNormal(random, { median: operation.medianMs * queueing(options.users ?? 0), spread: operation.spread, count });
  const scaled = (factor: number): number[] => times.map((time) => time * factor);
  const metrics =
    options.users === undefined
      ? [sampleMetric(place('duration', 'ms'), times)]
      : [
          sampleMetric(place('response', 'ms'), times),
          sampleMetric(place('service', 'ms'), scaled(0.97)),
          sampleMetric(place('lag', 'ms'), scaled(0.03)),
        ];
  if (operation.streams === true)
    metrics.push(sampleMetric(place('ttft', 'ms'), scaled(0.12)), sampleMetric(place('itl', 'ms'), scaled(0.008)));
  return [...metrics, ...tokenMetrics(part, place)];
}

function tokenMetrics(
  part: Place,
  place: (name: string, unit: 'tokens' | 'usd') => Parameters<typeof sampleMetric>[0],
): Metric[] {
  const models = part.operation.models ?? [];
  if (models.length === 0) return [];
  const every = (value: number): number[] => Array.from({ length: okCalls(part) }, () => value);
  const total = (kind: 'input' | 'cached' | 'output'): number => models.reduce((sum, model) => sum + model[kind], 0);
  const tokens = (['input', 'cached', 'output'] as const).map((kind) =>
    sampleMetric(place(`tokens.${kind}`, 'tokens'), every(total(kind))),
  );
  const usd = costOf(models);
  return usd === 'unpriced' ? tokens : [...tokens, sampleMetric(place('cost', 'usd'), every(usd))];
}

function costOf(models: readonly SampleModel[]): number | 'unpriced' {
  return models.some(({ usd }) => usd === null) ? 'unpriced' : models.reduce((sum, { usd }) => sum + (usd ?? 0), 0);
}

function outcomeOf(part: Place): OperationOutcome {
  const { options, operation } = part;
  const ok = okCalls(part);
  const failed = options.calls - ok;
  const { failing } = operation;
  const cost = costOf(operation.models ?? []);
  return {
    operation: operation.name,
    stage: options.id,
    attempts: options.calls,
    ok,
    error: failed,
    throttled: 0,
    invalid: 0,
    timeout: 0,
    failures: failing === undefined || failed === 0 ? [] : [{ class: failing.class, count: failed, example: failing.example }],
    busyMs: operation.medianMs * options.calls,
    throughputPerS: options.users === undefined ? (ok === 0 ? 0 : 1000 / operation.medianMs) : ok / (options.durationMs / 1000),
    costPer1k: operation.models === undefined ? null : cost === 'unpriced' ? cost : (cost * 1000 * ok) / options.calls,
  };
}

function usageOf(part: Place): UsageEntry[] {
  const calls = okCalls(part);
  if (calls === 0) return [];
  return (part.operation.models ?? []).map(({ provider, model, input, cached, output, usd }) => ({
    provider,
    model,
    operation: part.operation.name,
    stage: part.options.id,
    calls,
    input: input * calls,
    cached: cached * calls,
    cacheWrite: Math.round(cached / 4) * calls,
    output: output * calls,
    reasoning: 0,
    costUsd: usd === null ? null : usd * calls,
  }));
}

function stageOf(options: SampleStageOptions, totals: Pick<SampleStage, 'outcomes' | 'usage'>): Stage {
  const attempts = totals.outcomes.reduce((sum, outcome) => sum + outcome.attempts, 0);
  const ok = totals.outcomes.reduce((sum, outcome) => sum + outcome.ok, 0);
  const costUsd = totals.usage.length === 0 ? null : totals.usage.reduce((sum, entry) => sum + (entry.costUsd ?? 0), 0);
  const unpriced = totals.usage.some((entry) => entry.costUsd === null);
  return {
    id: options.id,
    workload: options.users === undefined ? 'sequential' : 'closed',
    ...(options.users === undefined ? {} : { users: options.users }),
    startedAfterMs: options.startedAfterMs,
    durationMs: options.durationMs,
    attempts,
    errors: attempts - ok,
    throughputPerS: ok / (options.durationMs / 1000),
    errorRate: (attempts - ok) / attempts,
    costUsd,
    costPer1k: costUsd === null ? null : unpriced ? 'unpriced' : (costUsd * 1000) / attempts,
  };
}
