import { toError } from '../../core/errors.ts';
import type { Random } from '../../core/random.ts';
import { seededRandom } from '../../core/random.ts';
import type { Plan } from '../../config/plan.ts';
import type { Attempt } from '../../drivers/driver.ts';
import type { Comparison, ComparisonDesign, ComparedSeries } from '../../history/comparison.ts';
import { runBlock } from '../../load/triples.ts';
import type { BlockAttempts, Slot, TripleCall } from '../../load/triples.ts';
import type { PriceTable } from '../../pricing/price-table.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import type { CommandContext } from '../context.ts';
import { openCanaries } from './canaries.ts';
import { observeBlock } from './observe-block.ts';
import { CANARY } from './series-book.ts';
import type { SeriesBook } from './series-book.ts';
import { startTrio } from './trio.ts';
import type { Trio } from './trio.ts';

/** A side whose services run; its processes are started again and again. */
export interface ComparedSystem {
  readonly plan: Plan;
  readonly services: RunningSystem;
}

/** What to measure, and by which plan. */
export interface PairsRequest {
  readonly base: ComparedSystem;
  readonly head: ComparedSystem;
  readonly design: ComparisonDesign;
  /** Operations that both sides have. */
  readonly operations: readonly string[];
  readonly book: SeriesBook;
  readonly prices: PriceTable;
  /** The operations that are still worth measuring, asked after each pair; none ends the measurement. */
  readonly stillOpen: (series: readonly ComparedSeries[]) => ReadonlySet<string>;
  /** Told of every attempt that counts. */
  readonly onAttempt?: (slot: Slot, operation: string, attempt: Attempt) => void;
  /** Told of every block: for benchmarks of the gate itself. */
  readonly onBlock?: (block: MeasuredBlock) => void;
}

/** One block of calls and where it belongs. */
export interface MeasuredBlock {
  readonly start: number;
  readonly pair: number;
  readonly operation: string;
  readonly attempts: BlockAttempts;
}

/** How the measurement ended. What it measured is in the book. */
export interface PairsResult {
  readonly pairs: number;
  readonly starts: number;
  readonly measuringMs: number;
  readonly ended: Comparison['ended'];
  readonly failure?: Error;
}

const MOST_ROUNDS = 60;
const CANARY_ROUNDS = 6;
/** Warm-up of an operation after each start: at least the plan's calls, and this share of its time in a pair. */
const WARM_UP_SHARE = 2;

type PairsContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal' | 'onProgress'>;

interface Measuring {
  readonly request: PairsRequest;
  readonly context: PairsContext;
  readonly random: Random;
  readonly startMs: number;
  /** Duration of one call, in milliseconds, as last seen. */
  readonly callMs: Map<string, number>;
  open: ReadonlySet<string>;
  pairs: number;
  starts: number;
}

/**
 * Measures pairs until every gating metric is decided, the most pairs are there, or the time is up. The processes of both sides and of the
 * twin are started anew after every `pairsPerStart` pairs, so that what differs from start to start is sampled too. Whatever ends it early is
 * returned with what was measured until then.
 */
export async function measurePairs(request: PairsRequest, context: PairsContext): Promise<PairsResult> {
  const measuring: Measuring = {
    ...{ request, context, random: seededRandom(`${request.design.seed}/pairs`), startMs: context.clock.now() },
    ...{ callMs: new Map(), open: new Set(request.operations), pairs: 0, starts: 0 },
  };
  const result = (ended: Comparison['ended'], failure?: Error): PairsResult => ({
    ...{ pairs: measuring.pairs, starts: measuring.starts, measuringMs: context.clock.now() - measuring.startMs, ended },
    ...(failure === undefined ? {} : { failure }),
  });
  const canaries = openCanaries({ base: request.base.services, head: request.head.services }, context.clock);
  try {
    for (;;) {
      const ended = await measureStart(measuring, canaries.calls);
      if (ended !== undefined) return result(ended);
    }
  } catch (error) {
    return result('stopped', toError(error));
  } finally {
    await canaries.close();
  }
}

/** One start of the processes with its pairs. Resolves with why measuring is over, undefined when another start is wanted. */
async function measureStart(
  measuring: Measuring,
  canaries: ReadonlyMap<string, TripleCall>,
): Promise<Comparison['ended'] | undefined> {
  const { request, context } = measuring;
  context.signal.throwIfAborted();
  const trio = await startTrio(request.base, request.head, context);
  measuring.starts++;
  const stopper = new AbortController();
  const signal = AbortSignal.any([context.signal, stopper.signal]);
  trio.died.catch((error: unknown) => {
    stopper.abort(error);
  });
  try {
    await warmUp(measuring, trio, signal);
    for (let pair = 0; pair < request.design.pairsPerStart; pair++) {
      await measurePair(measuring, { trio, canaries, signal });
      signal.throwIfAborted();
      const ended = whetherOver(measuring);
      if (ended !== undefined) return ended;
    }
    return undefined;
  } finally {
    await trio.stop();
  }
}

function whetherOver(measuring: Measuring): Comparison['ended'] | undefined {
  const { request, context, pairs, startMs } = measuring;
  measuring.open = request.stillOpen(request.book.series());
  if (measuring.open.size === 0) return 'decided';
  if (pairs >= mostPairs(request.design)) return 'pairs';
  // A pair that would end after the budget is not begun: it takes about as long as those before it.
  const spentMs = context.clock.now() - startMs;
  return spentMs + spentMs / pairs > request.design.budgetMs ? 'budget' : undefined;
}

/** The most pairs that a design allows. */
export function mostPairs({ looks }: ComparisonDesign): number {
  return looks.at(-1)?.pairs ?? 0;
}

interface PairParts {
  readonly trio: Trio;
  readonly canaries: ReadonlyMap<string, TripleCall>;
  readonly signal: AbortSignal;
}

async function measurePair(measuring: Measuring, { trio, canaries, signal }: PairParts): Promise<void> {
  const { request, random, context } = measuring;
  const pair = measuring.pairs;
  const sliceMs = sliceOf(measuring);
  for (const operation of shuffled([...measuring.open], random)) {
    const call = trio.calls.get(operation);
    if (call === undefined) throw new Error(`operation ${operation} was not opened`);
    context.onProgress({ done: pair, total: mostPairs(request.design), label: `pair ${pair + 1}: ${operation}` });
    const rounds = roundsIn(sliceMs, measuring.callMs.get(operation) ?? sliceMs);
    const attempts = await runBlock(call, rounds, { random, signal });
    // A block that was cut short is no pair.
    signal.throwIfAborted();
    noteBlock(measuring, operation, attempts);
  }
  for (const [metric, call] of canaries) {
    const attempts = await runBlock(call, CANARY_ROUNDS, { random, signal });
    signal.throwIfAborted();
    observeCanary(metric, attempts, request);
  }
  measuring.pairs++;
}

function noteBlock(measuring: Measuring, operation: string, attempts: BlockAttempts): void {
  const { request } = measuring;
  observeBlock(operation, attempts, request);
  for (const slot of ['base', 'head', 'twin'] as const)
    for (const attempt of attempts[slot]) request.onAttempt?.(slot, operation, attempt);
  measuring.callMs.set(operation, meanMs(attempts));
  request.onBlock?.({ start: measuring.starts, pair: measuring.pairs, operation, attempts });
}

/** Only the times of a canary are of interest. */
function observeCanary(metric: string, attempts: BlockAttempts, { prices, book }: PairsRequest): void {
  const timesOnly: SeriesBook = {
    ...book,
    addPair: (identity, pair) => {
      book.addPair({ ...identity, operation: CANARY, metric }, pair);
    },
    addOutcome: () => undefined,
  };
  observeBlock(CANARY, attempts, { book: timesOnly, prices });
}

/** Makes every connection, lets compilers and caches come to rest, and learns how long a call takes. */
async function warmUp(measuring: Measuring, trio: Trio, signal: AbortSignal): Promise<void> {
  const { request, random, context } = measuring;
  const sliceMs = WARM_UP_SHARE * sliceOf(measuring);
  for (const operation of measuring.open) {
    const call = trio.calls.get(operation);
    if (call === undefined) throw new Error(`operation ${operation} was not opened`);
    context.onProgress({ done: measuring.pairs, total: mostPairs(request.design), label: `warm-up: ${operation}` });
    const first = await runBlock(call, 1, { random, signal });
    signal.throwIfAborted();
    const rounds = Math.max(request.head.plan.benchmark.warmUp, roundsIn(sliceMs, meanMs(first))) - 1;
    const rest = rounds > 0 ? await runBlock(call, rounds, { random, signal }) : first;
    signal.throwIfAborted();
    measuring.callMs.set(operation, meanMs(rest));
  }
}

/** Milliseconds that an operation may take in a pair, so that the pairs left fill the time left. */
function sliceOf({ request, context, startMs, pairs, open }: Measuring): number {
  const leftMs = Math.max(0, request.design.budgetMs - (context.clock.now() - startMs));
  const pairsLeft = Math.max(1, mostPairs(request.design) - pairs);
  // A fifth goes to starts and warm-up.
  return (0.8 * leftMs) / pairsLeft / Math.max(1, open.size);
}

function roundsIn(sliceMs: number, callMs: number): number {
  return Math.max(1, Math.min(MOST_ROUNDS, Math.floor(sliceMs / (3 * Math.max(callMs, 0.01)))));
}

function meanMs(attempts: BlockAttempts): number {
  const all = [...attempts.base, ...attempts.head, ...attempts.twin];
  return all.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / Math.max(1, all.length);
}

/** Fisher and Yates. */
function shuffled<T>(items: T[], random: Random): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    const [a, b] = [items[last], items[other]];
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a];
  }
  return items;
}
