import type { Attempt } from '../../drivers/driver.ts';
import { logLocation } from '../../load/location.ts';
import type { BlockAttempts, Slot } from '../../load/triples.ts';
import { costOf } from '../../pricing/cost.ts';
import type { PricesOfSides } from '../../pricing/decompose.ts';
import type { ModelUsage } from '../../pricing/usage.ts';
import type { SeriesBook } from './series-book.ts';

/** Times of one call that are compared; undefined where a call has none. */
const TIMES: Readonly<Record<string, (attempt: Attempt) => number | undefined>> = {
  duration: ({ startMs, endMs }) => endMs - startMs,
  ttft: ({ startMs, firstTokenMs }) => (firstTokenMs === undefined ? undefined : firstTokenMs - startMs),
};

/** Writes one block of calls into the book: a pair of every time, and whatever is counted. Latencies are those of right answers only. */
export function observeBlock(operation: string, block: BlockAttempts, observers: Observers): void {
  const { book } = observers;
  for (const [metric, timeOf] of Object.entries(TIMES)) {
    const times = (slot: Slot): number[] =>
      block[slot].filter(({ outcome }) => outcome === 'ok').flatMap((one) => timeOf(one) ?? []);
    const [first, head, second] = (['base', 'head', 'twin'] as const).map((slot) => logLocation(times(slot)));
    if (first === undefined || head === undefined || second === undefined) continue;
    const base = (first + second) / 2;
    const calls = { base: [...times('base'), ...times('twin')], head: times('head') };
    book.addPair({ operation, metric, unit: 'ms' }, { change: head - base, twin: second - first, base, head }, calls);
  }
  observeFailures(operation, block, book);
  for (const slot of ['base', 'head', 'twin'] as const) {
    const side = slot === 'head' ? 'head' : 'base';
    for (const attempt of block[slot]) countAttempt({ operation, side, attempt }, observers);
    // One answer stands for the block: where sizes differ from call to call, all would be a list of thousands.
    const bytes = block[slot].find(({ outcome }) => outcome === 'ok')?.bytesReceived;
    if (bytes !== undefined) book.addExact({ operation, metric: 'bytes', unit: 'bytes' }, side, bytes);
  }
}

function observeFailures(operation: string, block: BlockAttempts, book: SeriesBook): void {
  const [base, head, twin] = (['base', 'head', 'twin'] as const).map((slot) => {
    const failed = block[slot].filter(({ outcome }) => outcome !== 'ok').length;
    return block[slot].length === 0 ? undefined : failed / block[slot].length;
  });
  if (base === undefined || head === undefined || twin === undefined) return;
  book.addFailures(operation, { change: head - (base + twin) / 2, twin: twin - base });
}

/** Where a block is written to, and what tokens cost on each side. */
export interface Observers {
  readonly book: SeriesBook;
  readonly prices: PricesOfSides;
  /** Operations whose answers say what they were billed for: one that says nothing then was billed for nothing. */
  readonly billed?: ReadonlySet<string>;
}

interface ObservedAttempt {
  readonly operation: string;
  readonly side: 'base' | 'head';
  readonly attempt: Attempt;
}

function countAttempt({ operation, side, attempt }: ObservedAttempt, { book, prices, billed }: Observers): void {
  book.addOutcome(operation, side, attempt.outcome !== 'ok');
  const { usage } = attempt;
  if (attempt.outcome !== 'ok' || (usage.length === 0 && billed?.has(operation) !== true)) return;
  const sum = (part: (one: ModelUsage) => number): number => usage.reduce((total, one) => total + part(one), 0);
  book.addExact({ operation, metric: 'model_calls', unit: 'count' }, side, usage.length);
  book.addExact(
    { operation, metric: 'tokens.input', unit: 'tokens' },
    side,
    sum(({ input }) => input),
  );
  book.addExact(
    { operation, metric: 'tokens.cached', unit: 'tokens' },
    side,
    sum(({ cached }) => cached),
  );
  book.addExact(
    { operation, metric: 'tokens.output', unit: 'tokens' },
    side,
    sum(({ output }) => output),
  );
  let usd = 0;
  for (const one of usage) {
    const cost = costOf(one, prices[side]);
    if (cost === 'unpriced') return;
    usd += cost.usd;
  }
  // Sums of the same tokens in another order differ in their last digits, which is no change of a bill.
  book.addExact({ operation, metric: 'cost', unit: 'usd' }, side, Number(usd.toPrecision(12)));
}
