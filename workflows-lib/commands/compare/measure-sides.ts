import { matchesGlob } from 'node:path';
import type { ComparePlan, Plan } from '../../config/plan.ts';
import { UsageError } from '../../core/errors.ts';
import { planDesign } from '../../gate/comparison/design.ts';
import { openOperations } from '../../gate/comparison/open-operations.ts';
import type { ComparisonDesign } from '../../history/comparison.ts';
import { createRecorder } from '../../load/recorder.ts';
import type { Recorder } from '../../load/recorder.ts';
import { SEQUENTIAL_STAGE } from '../../load/sequential.ts';
import type { PricesOfSides } from '../../pricing/decompose.ts';
import type { OperationPairs } from './common-operations.ts';
import type { MeasureRequest, PairsResult } from './measuring.ts';
import { createSeriesBook, roleOf } from './series-book.ts';
import type { SeriesBook } from './series-book.ts';

/** What the user asked for beside the plan. */
export interface ComparisonWish {
  readonly only?: string;
  readonly pairs?: number;
  readonly budgetMs?: number;
  /** Only these metrics may fail, and only their operations are measured: to confirm what another machine found. */
  readonly metrics?: readonly string[];
}

/** Everything that was measured of two sides. */
export interface MeasuredSides {
  readonly design: ComparisonDesign;
  readonly operations: OperationPairs;
  /** Those of the operations on both sides that were wanted. */
  readonly measuredOperations: readonly string[];
  readonly book: SeriesBook;
  readonly recorders: Readonly<Record<'base' | 'head', Recorder>>;
  readonly result: PairsResult;
}

/** Pairs measured between two starts of the processes: each start costs seconds, and three have to come before anything fails. */
export const PAIRS_PER_START = 8;

/** How the sides are measured: what is planned is given, what became of it is told. */
export interface SidesRequest extends ComparisonWish {
  readonly plans: Readonly<Record<'base' | 'head', Plan>>;
  readonly operations: OperationPairs;
  readonly prices: PricesOfSides;
  readonly layout: ComparisonDesign['layout'];
  readonly measure: (request: MeasureRequest) => Promise<PairsResult>;
}

/** Plans a comparison and measures it. Throws UsageError when nothing is there to compare, or so few pairs could never fail. */
export async function measureSides(request: SidesRequest): Promise<MeasuredSides> {
  const { plans, operations, prices, layout } = request;
  const { compare: rules, seed } = plans.head;
  const wanted = chooseOperations(operations.common, request);
  const only = request.metrics === undefined ? undefined : new Set(request.metrics);
  refuseNoGate(wanted, rules, only);
  const design = planDesign({
    ...{ seed, level: rules.level, layout },
    budgetMs: request.budgetMs ?? rules.budgetMs,
    pairs: request.pairs ?? rules.pairs,
    gatingMetrics: gatingMetrics(
      plans.head.operations.filter(({ name }) => wanted.includes(name)),
      rules,
      only,
    ),
    pairsPerStart: layout === 'side-by-side' ? PAIRS_PER_START : 1,
  });
  const book = createSeriesBook(rules, only);
  for (const operation of wanted) {
    const duration = { operation, metric: 'duration', unit: 'ms' } as const;
    if (roleOf(duration, rules, only) === 'gate') book.expect(duration);
  }
  const recorders = { base: createRecorder(prices.base), head: createRecorder(prices.head) };
  const result = await request.measure({
    ...{ design, operations: wanted, book, prices, billed: billedIn(plans.head, wanted) },
    stillOpen: (series) => openOperations(design, series),
    onAttempt: (slot, operation, attempt) => {
      const recorder = recorders[slot === 'head' ? 'head' : 'base'];
      const { outcome, usage } = attempt;
      if (outcome === 'ok' && usage.length > 0)
        recorder.count({ stage: SEQUENTIAL_STAGE, operation }, 'model_calls', usage.length);
      recorder.record({ stage: SEQUENTIAL_STAGE, operation, intendedStartMs: attempt.startMs }, attempt);
    },
  });
  return { design, operations, measuredOperations: wanted, book, recorders, result };
}

/** What an operation can have a metric of; which of them it has shows when it is measured. */
const METRICS = [
  ...['duration', 'ttft', 'error_rate', 'tokens.input', 'tokens.cached', 'tokens.output', 'cost'],
  ...['queries', 'model_calls', 'mcp_calls', 'bytes'],
];

/** A gate that nothing can fail is a mistake in writing. */
function refuseNoGate(operations: readonly string[], { gate }: ComparePlan, only: ReadonlySet<string> | undefined): void {
  const names = new Set(operations.flatMap((operation) => METRICS.map((metric) => `${operation}.${metric}`)));
  const unknown = [...(only ?? [])].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `--metric ${unknown.join(', ')}: no operation has such a metric; after its name write one of ${METRICS.join(', ')}`,
    );
  }
  if (only === undefined && ![...names].some((name) => gate.some((glob) => matchesGlob(name, glob)))) {
    throw new UsageError(
      `compare.gate (${gate.join(', ')}) matches no metric of ${operations.join(', ')}: nothing could ever fail`,
    );
  }
}

function chooseOperations(common: readonly string[], { only, metrics }: ComparisonWish): string[] {
  const wanted = common.filter(
    (name) =>
      (only === undefined || matchesGlob(name, only)) &&
      (metrics === undefined || metrics.some((metric) => metric.startsWith(`${name}.`))),
  );
  if (wanted.length > 0) return wanted;
  const asked = only === undefined ? '' : ` that matches --only ${only}`;
  throw new UsageError(
    `no operation${asked} is the same in base and head; there is nothing to compare (common: ${common.join(', ') || 'none'})`,
  );
}

/** Times and error rates that may fail; known before anything is measured, so that the plan can be fixed. */
function gatingMetrics(
  operations: readonly Plan['operations'][number][],
  rules: ComparePlan,
  only: ReadonlySet<string> | undefined,
): number {
  const tested = operations.flatMap(({ name, call }) =>
    (['duration', 'error_rate', ...(streams(call) ? (['ttft'] as const) : [])] as const).filter(
      (metric) => roleOf({ operation: name, metric, unit: 'ms' }, rules, only) === 'gate',
    ),
  );
  return tested.length;
}

/** Operations whose answers list what models were asked: no entry then means no call. */
function billedIn({ operations }: Plan, wanted: readonly string[]): ReadonlySet<string> {
  const billed = operations.filter(
    ({ name, call }) => wanted.includes(name) && call.protocol === 'http' && call.usage !== undefined,
  );
  return new Set(billed.map(({ name }) => name));
}

/** Answers of models come token by token. */
function streams({ protocol }: Plan['operations'][number]['call']): boolean {
  return protocol === 'openai' || protocol === 'anthropic';
}
