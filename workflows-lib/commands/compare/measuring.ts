/** What both layouts of a comparison share: how far it has come, when it is over, and what becomes of a block of calls. */
import type { Random } from '../../core/random.ts';
import { seededRandom } from '../../core/random.ts';
import type { Attempt } from '../../drivers/driver.ts';
import type { Comparison, ComparisonDesign, ComparedSeries } from '../../history/comparison.ts';
import type { BlockAttempts, Slot } from '../../load/triples.ts';
import type { PricesOfSides } from '../../pricing/decompose.ts';
import type { CommandContext } from '../context.ts';
import { observeBlock } from './observe-block.ts';
import { CANARY } from './series-book.ts';
import type { SeriesBook } from './series-book.ts';

/** What to measure, and by which plan. */
export interface MeasureRequest {
  readonly design: ComparisonDesign;
  /** Operations that both sides have. */
  readonly operations: readonly string[];
  readonly book: SeriesBook;
  readonly prices: PricesOfSides;
  /** Operations whose answers say what they were billed for. */
  readonly billed?: ReadonlySet<string>;
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

/** What measuring needs of the command. */
export type PairsContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal' | 'onProgress'>;

/** A measurement under way. */
export interface Measuring {
  readonly request: MeasureRequest;
  readonly context: PairsContext;
  readonly random: Random;
  readonly startMs: number;
  /** Duration of one call, in milliseconds, as last seen. */
  readonly callMs: Map<string, number>;
  open: ReadonlySet<string>;
  /** Milliseconds that a start of the processes took last, warm-up included. */
  startCostMs: number;
  pairs: number;
  starts: number;
}

/** Calls of a canary in a block. */
export const CANARY_ROUNDS = 6;
const MOST_ROUNDS = 60;

/** Begins to measure; the budget runs from now on. */
export function beginMeasuring(request: MeasureRequest, context: PairsContext): Measuring {
  return {
    ...{ request, context, random: seededRandom(`${request.design.seed}/pairs`), startMs: context.clock.now() },
    ...{ callMs: new Map(), open: new Set(request.operations), startCostMs: 0, pairs: 0, starts: 0 },
  };
}

/** What was measured until now. */
export function endMeasuring(measuring: Measuring, ended: Comparison['ended'], failure?: Error): PairsResult {
  const { pairs, starts, startMs, context } = measuring;
  const measuringMs = context.clock.now() - startMs;
  return { pairs, starts, measuringMs, ended, ...(failure === undefined ? {} : { failure }) };
}

/** Why measuring is over after the pairs so far, if it is. Every look that the design plans is taken here. */
export function whetherOver(measuring: Measuring): Comparison['ended'] | undefined {
  const { request, context, pairs, startMs } = measuring;
  measuring.open = request.stillOpen(request.book.series());
  if (measuring.open.size === 0) return 'decided';
  if (pairs >= mostPairs(request.design)) return 'pairs';
  // A pair that would end after the budget is not begun: it takes about as long as those before it.
  const spentMs = context.clock.now() - startMs;
  return spentMs + spentMs / pairs > request.design.budgetMs ? 'budget' : undefined;
}

/** Whether the budget ended before there was a pair to tell how long one takes. */
export function isTooSlow({ pairs, context, startMs, request }: Measuring): boolean {
  return pairs === 0 && context.clock.now() - startMs > request.design.budgetMs;
}

/** The most pairs that a design allows. */
export function mostPairs({ looks }: ComparisonDesign): number {
  return looks.at(-1)?.pairs ?? 0;
}

/** Writes one block of an operation down, and learns how long a call takes. */
export function noteBlock(measuring: Measuring, operation: string, attempts: BlockAttempts): void {
  const { request } = measuring;
  observeBlock(operation, attempts, request);
  for (const slot of ['base', 'head', 'twin'] as const)
    for (const attempt of attempts[slot]) request.onAttempt?.(slot, operation, attempt);
  measuring.callMs.set(operation, meanMs([...attempts.base, ...attempts.head, ...attempts.twin]));
  request.onBlock?.({ start: measuring.starts, pair: measuring.pairs, operation, attempts });
}

/** Only the times of a canary are of interest. */
export function noteCanary(metric: string, attempts: BlockAttempts, { prices, book }: MeasureRequest): void {
  const timesOnly: SeriesBook = {
    ...book,
    addPair: (identity, pair) => {
      book.addPair({ ...identity, operation: CANARY, metric }, pair);
    },
    addExact: () => undefined,
    addOutcome: () => undefined,
    addFailures: () => undefined,
  };
  observeBlock(CANARY, attempts, { book: timesOnly, prices });
}

/** Calls of a slot that fit into so many milliseconds of it; at least one. */
export function callsIn(slotMs: number, callMs: number): number {
  return Math.max(1, Math.min(MOST_ROUNDS, Math.floor(slotMs / Math.max(callMs, 0.01))));
}

/** Mean time of a call, milliseconds; 0 without any. */
export function meanMs(attempts: readonly Attempt[]): number {
  return attempts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / Math.max(1, attempts.length);
}

/** In an order of its own, drawn from the seed: Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}
