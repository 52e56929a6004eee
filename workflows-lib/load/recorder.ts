import type { Attempt, Outcome } from '../drivers/driver.ts';
import { costOf } from '../pricing/cost.ts';
import type { PriceTable } from '../pricing/price-table.ts';
import type { ModelUsage } from '../pricing/usage.ts';
import { createSeries } from './series.ts';
import type { Series, SeriesSnapshot, SeriesUnit } from './series.ts';

/** How a stage offers its calls: one at a time, or by users. It decides what the main latency metric is called. */
export type WorkloadKind = 'sequential' | 'closed';

/** A stage being recorded. */
export interface StageIdentity {
  readonly id: string;
  readonly workload: WorkloadKind;
}

/** Tokens of one model as one operation used it in one stage. */
export interface UsageTotal {
  readonly usage: ModelUsage;
  readonly calls: number;
  /** USD, or undefined when the model has no price. */
  readonly costUsd: number | undefined;
}

/** Everything about one operation in one stage. */
export interface OperationRecord {
  readonly operation: string;
  readonly stage: StageIdentity;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly failures: readonly { readonly class: string; readonly count: number; readonly example: string }[];
  readonly series: ReadonlyMap<string, SeriesSnapshot>;
  readonly usage: readonly UsageTotal[];
  /** Milliseconds that its calls took, added up, whatever their outcome. */
  readonly busyMs: number;
}

/** Where a call happened and when it was meant to. */
export interface Occasion {
  readonly stage: StageIdentity;
  readonly operation: string;
  /** When the workload meant the call to start, in `Clock.now` milliseconds. */
  readonly intendedStartMs: number;
}

/** Collects attempts. Latencies are those of right answers only; every other ending is counted by its class. */
export interface Recorder {
  record(occasion: Occasion, attempt: Attempt): void;
  /** Adds what was counted inside one call: statements, tool calls. */
  count(occasion: Pick<Occasion, 'stage' | 'operation'>, metric: string, value: number): void;
  /** Counts only what a call that is not to be measured cost: warm-up, calls cut short. */
  bill(occasion: Pick<Occasion, 'stage' | 'operation'>, usage: readonly ModelUsage[]): void;
  /** USD spent so far on models with a price. */
  spentUsd(): number;
  /** `provider/model` of those whose spend cannot be known because they have no price. */
  unpriced(): readonly string[];
  records(): readonly OperationRecord[];
}

/** Classes of failures told apart for one operation in one stage; the rest are `other`. */
const FAILURE_CLASSES = 50;

interface UsageCell {
  total: ModelUsage;
  calls: number;
  costUsd: number | undefined;
}

interface Cell {
  readonly operation: string;
  readonly stage: StageIdentity;
  readonly outcomes: Record<Outcome, number>;
  readonly failures: Map<string, { class: string; count: number; example: string }>;
  readonly series: Map<string, Series>;
  readonly usage: Map<string, UsageCell>;
  busyMs: number;
}

/** A recorder that prices usage by the given table. */
export function createRecorder(prices: PriceTable): Recorder {
  const stages = new Map<string, Map<string, Cell>>();
  const unpriced = new Set<string>();
  let spent = 0;
  const bill = (cell: Cell, usages: readonly ModelUsage[]): number | undefined => {
    let callUsd: number | undefined = 0;
    for (const usage of usages) {
      const cost = costOf(usage, prices);
      const usd = cost === 'unpriced' ? undefined : cost.usd;
      addUsage(cell, usage, usd);
      if (usd === undefined) unpriced.add(`${usage.provider}/${usage.model}`);
      else spent += usd;
      callUsd = usd === undefined || callUsd === undefined ? undefined : callUsd + usd;
    }
    return callUsd;
  };
  return {
    record: (occasion, attempt) => {
      const cell = cellOf(stages, occasion);
      cell.outcomes[attempt.outcome]++;
      cell.busyMs += attempt.endMs - attempt.startMs;
      if (attempt.failure !== undefined) countFailure(cell, attempt.failure);
      if (attempt.usage.length > 0) recordTokens(cell, attempt.usage, bill(cell, attempt.usage));
      if (attempt.outcome === 'ok') recordTimes(cell, occasion, attempt);
    },
    count: (occasion, metric, value) => {
      recordValue(cellOf(stages, occasion), metric, { unit: 'count', value });
    },
    bill: (occasion, usage) => {
      if (usage.length > 0) bill(cellOf(stages, occasion), usage);
    },
    spentUsd: () => spent,
    unpriced: () => [...unpriced],
    records: () => [...stages.values()].flatMap((operations) => [...operations.values()].map(snapshotOf)),
  };
}

function cellOf(stages: Map<string, Map<string, Cell>>, { stage, operation }: Pick<Occasion, 'stage' | 'operation'>): Cell {
  let operations = stages.get(stage.id);
  if (operations === undefined) stages.set(stage.id, (operations = new Map<string, Cell>()));
  let cell = operations.get(operation);
  if (cell === undefined) {
    cell = {
      operation,
      stage,
      outcomes: { ok: 0, error: 0, throttled: 0, invalid: 0, timeout: 0 },
      failures: new Map(),
      series: new Map(),
      usage: new Map(),
      busyMs: 0,
    };
    operations.set(operation, cell);
  }
  return cell;
}

function countFailure(cell: Cell, failure: { readonly class: string; readonly message: string }): void {
  // A server may put anything into its error codes; the memory of a long run stays bounded.
  const name = cell.failures.has(failure.class) || cell.failures.size < FAILURE_CLASSES ? failure.class : 'other';
  const known = cell.failures.get(name);
  if (known === undefined) cell.failures.set(name, { class: name, count: 1, example: failure.message });
  else known.count++;
}

function recordValue(cell: Cell, name: string, measured: { readonly unit: SeriesUnit; readonly value: number }): void {
  let series = cell.series.get(name);
  if (series === undefined) cell.series.set(name, (series = createSeries(measured.unit)));
  series.record(measured.value);
}

function recordMs(cell: Cell, name: string, value: number): void {
  // Clock readings of one process are monotonic; a negative lag only means that a timer fired early.
  recordValue(cell, name, { unit: 'ms', value: Math.max(0, value) });
}

function recordTimes(cell: Cell, occasion: Occasion, attempt: Attempt): void {
  const { startMs, endMs } = attempt;
  if (occasion.stage.workload === 'sequential') {
    recordMs(cell, 'duration', endMs - startMs);
  } else {
    recordMs(cell, 'response', endMs - occasion.intendedStartMs);
    recordMs(cell, 'service', endMs - startMs);
    recordMs(cell, 'lag', startMs - occasion.intendedStartMs);
  }
  if (attempt.connectedMs !== undefined) recordMs(cell, 'connect', attempt.connectedMs - startMs);
  if (attempt.firstByteMs !== undefined) recordMs(cell, 'ttfb', attempt.firstByteMs - startMs);
  if (attempt.firstTokenMs !== undefined) recordMs(cell, 'ttft', attempt.firstTokenMs - startMs);
  const times = attempt.tokenTimesMs ?? [];
  let previous: number | undefined;
  for (const time of times) {
    if (previous !== undefined) recordMs(cell, 'itl', time - previous);
    previous = time;
  }
}

/** `callUsd` is undefined when a part of the call has no price. */
function recordTokens(cell: Cell, usages: readonly ModelUsage[], callUsd: number | undefined): void {
  recordValue(cell, 'tokens.input', { unit: 'tokens', value: sum(usages, (usage) => usage.input) });
  recordValue(cell, 'tokens.cached', { unit: 'tokens', value: sum(usages, (usage) => usage.cached) });
  recordValue(cell, 'tokens.output', { unit: 'tokens', value: sum(usages, (usage) => usage.output) });
  if (callUsd !== undefined) recordValue(cell, 'cost', { unit: 'usd', value: callUsd });
}

function sum(usages: readonly ModelUsage[], part: (usage: ModelUsage) => number): number {
  return usages.reduce((total, usage) => total + part(usage), 0);
}

function addUsage(cell: Cell, usage: ModelUsage, usd: number | undefined): void {
  const key = `${usage.provider}/${usage.model}`;
  const known = cell.usage.get(key);
  if (known === undefined) {
    cell.usage.set(key, { total: usage, calls: 1, costUsd: usd });
    return;
  }
  known.total = {
    ...known.total,
    input: known.total.input + usage.input,
    cached: known.total.cached + usage.cached,
    cacheWrite: known.total.cacheWrite + usage.cacheWrite,
    cacheWrite1h: known.total.cacheWrite1h + usage.cacheWrite1h,
    output: known.total.output + usage.output,
    reasoning: known.total.reasoning + usage.reasoning,
  };
  known.calls++;
  known.costUsd = known.costUsd === undefined || usd === undefined ? undefined : known.costUsd + usd;
}

function snapshotOf(cell: Cell): OperationRecord {
  return {
    operation: cell.operation,
    stage: cell.stage,
    outcomes: { ...cell.outcomes },
    failures: [...cell.failures.values()].map((failure) => ({ ...failure })),
    series: new Map([...cell.series].map(([name, series]) => [name, series.snapshot()])),
    usage: [...cell.usage.values()].map(({ total, calls, costUsd }) => ({ usage: total, calls, costUsd })),
    busyMs: cell.busyMs,
  };
}
