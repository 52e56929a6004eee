import { measurePairs } from '../../../workflows-lib/commands/compare/measure-pairs.ts';
import type { MeasuredBlock } from '../../../workflows-lib/commands/compare/measuring.ts';
import { PAIRS_PER_START } from '../../../workflows-lib/commands/compare/measure-sides.ts';
import { createSeriesBook } from '../../../workflows-lib/commands/compare/series-book.ts';
import type { SeriesBook } from '../../../workflows-lib/commands/compare/series-book.ts';
import type { CommandContext } from '../../../workflows-lib/commands/context.ts';
import { planDesign } from '../../../workflows-lib/gate/comparison/design.ts';
import type { ComparisonDesign } from '../../../workflows-lib/history/comparison.ts';
import { durationsOf, pricesOf } from './measure-recording.ts';
import type { CallsBySlot, Recording } from './recording.ts';
import type { Sides } from './with-sides.ts';

/** What to measure of the example with itself, and how it is cut. */
export interface WindowsRequest {
  readonly operations: readonly string[];
  /** Of the first window. */
  readonly first: number;
  readonly windows: number;
  /** Pairs of a window. */
  readonly pairs: number;
  /** Time that a window is to take. */
  readonly windowMs: number;
  /** Windows between two starts of the processes. */
  readonly windowsPerStart: number;
  /** Told of each window when it is complete. */
  readonly onWindow: (recording: Recording) => void;
}

interface Window {
  readonly index: number;
  readonly book: SeriesBook;
  readonly calls: Record<string, Record<keyof CallsBySlot, number[][]>>;
  readonly pairEndsMs: number[];
  readonly startMs: number;
}

/**
 * Measures one long comparison and cuts it into windows that do not overlap, each a comparison by a plan of its own. Throws what stopped it; the
 * windows before were told.
 */
export async function measureWindows(sides: Sides, request: WindowsRequest, context: CommandContext): Promise<void> {
  const { pairs, windows, windowMs, operations } = request;
  const rules = sides.head.plan.compare;
  const long = {
    ...designOf({ ...request, level: rules.level }, { seed: `aa/${request.first}`, count: windows }),
    pairsPerStart: request.windowsPerStart * pairs,
  };
  const open = (index: number): Window => ({
    ...{ index, book: createSeriesBook(rules), calls: {}, pairEndsMs: [], startMs: context.clock.now() },
  });
  let window = open(request.first);
  let measured = 0;
  const rotating: SeriesBook = {
    addPair: (identity, pair) => {
      window.book.addPair(identity, pair);
    },
    addExact: (identity, side, value) => {
      window.book.addExact(identity, side, value);
    },
    addOutcome: (operation, side, failed) => {
      window.book.addOutcome(operation, side, failed);
    },
    addFailures: (operation, failures) => {
      window.book.addFailures(operation, failures);
    },
    expect: (identity) => {
      window.book.expect(identity);
    },
    series: () => window.book.series(),
    tails: (design) => window.book.tails(design),
  };
  const { failure } = await measurePairs(
    {
      ...{ systems: sides, design: long, operations, book: rotating, prices: pricesOf(sides) },
      stillOpen: () => {
        measured++;
        window.pairEndsMs.push(Math.round(context.clock.now() - window.startMs));
        if (measured % pairs === 0) {
          const design = designOf({ ...request, level: rules.level }, { seed: `aa/${window.index}`, count: 1 });
          request.onWindow(recordingOf(window, design));
          window = open(window.index + 1);
        }
        return new Set(operations);
      },
      onBlock: (block) => {
        keep(block, window);
      },
    },
    context,
  );
  if (failure !== undefined) throw failure;
  if (measured < windows * pairs) context.log.warn(`only ${measured} pairs fitted into ${(windows * windowMs) / 1_000} s`);
}

function designOf(
  { pairs, windowMs, operations, level }: WindowsRequest & { readonly level: number },
  { seed, count }: { readonly seed: string; readonly count: number },
): ComparisonDesign {
  return planDesign({
    ...{ seed, level, budgetMs: count * windowMs, pairs: count * pairs, gatingMetrics: operations.length },
    // What the gate plans; a window has fewer starts than that, which makes it the harder.
    ...{ pairsPerStart: PAIRS_PER_START, layout: 'side-by-side' },
  });
}

function keep({ operation, attempts }: MeasuredBlock, { calls }: Window): void {
  const kept = (calls[operation] ??= { base: [], head: [], twin: [] });
  for (const slot of ['base', 'head', 'twin'] as const) kept[slot].push(durationsOf(attempts[slot]));
}

function recordingOf({ index, book, calls, pairEndsMs }: Window, design: ComparisonDesign): Recording {
  const measuringMs = pairEndsMs.at(-1) ?? 0;
  return {
    ...{ kind: 'aa', mustFlag: [], index, design, series: book.series(), calls, starts: 1 },
    ...{ measuringMs, pairEndsMs, ended: 'pairs' },
  };
}
