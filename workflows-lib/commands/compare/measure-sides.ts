import { matchesGlob } from 'node:path';
import type { ComparePlan, Plan } from '../../config/plan.ts';
import { UsageError } from '../../core/errors.ts';
import { planDesign } from '../../gate/comparison/design.ts';
import { openOperations } from '../../gate/comparison/open-operations.ts';
import type { ComparisonDesign } from '../../history/comparison.ts';
import { createRecorder } from '../../load/recorder.ts';
import type { Recorder } from '../../load/recorder.ts';
import { SEQUENTIAL_STAGE } from '../../load/sequential.ts';
import type { PriceTable } from '../../pricing/price-table.ts';
import type { CommandContext } from '../context.ts';
import { pairOperations } from './common-operations.ts';
import type { OperationPairs } from './common-operations.ts';
import { measurePairs } from './measure-pairs.ts';
import type { ComparedSystem, PairsResult } from './measure-pairs.ts';
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
  readonly book: SeriesBook;
  readonly recorders: Readonly<Record<'base' | 'head', Recorder>>;
  readonly result: PairsResult;
}

/** Pairs measured between two starts of the processes. */
const PAIRS_PER_START = 10;

/** Measures two sides whose services run. Throws UsageError when nothing is there to compare, or so few pairs could never fail. */
export async function measureSides(
  sides: Readonly<Record<'base' | 'head', ComparedSystem>>,
  wish: ComparisonWish & { readonly prices: PriceTable },
  context: CommandContext,
): Promise<MeasuredSides> {
  const { plan } = sides.head;
  const rules: ComparePlan = plan.compare;
  const operations = pairOperations(sides.base.plan, plan);
  const wanted = chooseOperations(operations.common, wish);
  const only = wish.metrics === undefined ? undefined : new Set(wish.metrics);
  const design = planDesign({
    seed: plan.seed,
    level: rules.level,
    budgetMs: wish.budgetMs ?? rules.budgetMs,
    pairs: wish.pairs ?? rules.pairs,
    gatingMetrics: gatingMetrics(wanted, rules, only),
    pairsPerStart: PAIRS_PER_START,
    layout: 'side-by-side',
  });
  const book = createSeriesBook(rules, only);
  const recorders = { base: createRecorder(wish.prices), head: createRecorder(wish.prices) };
  const result = await measurePairs(
    {
      ...sides,
      ...{ design, operations: wanted, book, prices: wish.prices },
      stillOpen: (series) => openOperations(design, series),
      onAttempt: (slot, operation, attempt) => {
        const recorder = recorders[slot === 'head' ? 'head' : 'base'];
        recorder.record({ stage: SEQUENTIAL_STAGE, operation, intendedStartMs: attempt.startMs }, attempt);
      },
    },
    context,
  );
  return { design, operations, book, recorders, result };
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
  operations: Plan['operations'][number]['name'][],
  rules: ComparePlan,
  only: ReadonlySet<string> | undefined,
): number {
  const tested = operations.flatMap((operation) =>
    (['duration', 'ttft', 'error_rate'] as const).filter(
      (metric) => roleOf({ operation, metric, unit: 'ms' }, rules, only) === 'gate' && metric !== 'ttft',
    ),
  );
  return tested.length;
}
