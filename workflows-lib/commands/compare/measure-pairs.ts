import type { Plan } from '../../config/plan.ts';
import { toError } from '../../core/errors.ts';
import type { Comparison } from '../../history/comparison.ts';
import { runBlock } from '../../load/triples.ts';
import type { BlockAttempts, Slot, TripleCall } from '../../load/triples.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { openCanaries } from './canaries.ts';
import {
  beginMeasuring,
  callsIn,
  CANARY_ROUNDS,
  endMeasuring,
  isTooSlow,
  meanMs,
  mostPairs,
  noteBlock,
  noteCanary,
  shuffled,
  whetherOver,
} from './measuring.ts';
import type { MeasureRequest, Measuring, PairsContext, PairsResult } from './measuring.ts';
import { startTrio } from './trio.ts';
import type { Trio } from './trio.ts';

/** A side whose services run; its processes are started again and again. */
export interface ComparedSystem {
  readonly plan: Plan;
  readonly services: RunningSystem;
}

/**
 * Both sides at once, and base once more with services of its own: only when all three stand alike can nothing but a change tell head from the
 * others. A service that two of them share serves twice the calls, is warmer for it, and makes the third look slow by some percent.
 */
export interface PairsRequest extends MeasureRequest {
  readonly systems: Readonly<Record<Slot, ComparedSystem>>;
}

/** Warm-up of an operation after each start: one call on each slot, and then so many times as long as it is measured in a pair. */
const WARM_UP_SHARE = 1;
/** Of the time left, what starts may take: the rest is for calls, though fewer pairs may then fit. */
const MOST_FOR_STARTS = 0.6;
/** Three slots are called in a block. */
const SLOT_COUNT = 3;

interface SideBySide extends Measuring {
  readonly request: PairsRequest;
}

/**
 * Measures pairs until every gating metric is decided, the most pairs are there, or the time is up. The processes of both sides and of the
 * twin are started anew after every `pairsPerStart` pairs, so that what differs from start to start is sampled too. Whatever ends it early is
 * returned with what was measured until then.
 */
export async function measurePairs(request: PairsRequest, context: PairsContext): Promise<PairsResult> {
  const measuring: SideBySide = { ...beginMeasuring(request, context), request };
  const canaries = openCanaries(servicesOf(request), context.clock);
  try {
    for (;;) {
      const ended = await measureStart(measuring, canaries.calls);
      if (ended !== undefined) return endMeasuring(measuring, ended);
    }
  } catch (error) {
    return endMeasuring(measuring, 'stopped', toError(error));
  } finally {
    await canaries.close();
  }
}

function servicesOf({ systems }: PairsRequest): Readonly<Record<Slot, RunningSystem>> {
  return { base: systems.base.services, head: systems.head.services, twin: systems.twin.services };
}

/** One start of the processes with its pairs. Resolves with why measuring is over, undefined when another start is wanted. */
async function measureStart(
  measuring: SideBySide,
  canaries: ReadonlyMap<string, TripleCall>,
): Promise<Comparison['ended'] | undefined> {
  const { request, context } = measuring;
  context.signal.throwIfAborted();
  const beforeMs = context.clock.now();
  const trio = await startTrio(request.systems, context);
  measuring.starts++;
  const stopper = new AbortController();
  const signal = AbortSignal.any([context.signal, stopper.signal]);
  trio.died.catch((error: unknown) => {
    stopper.abort(error);
  });
  try {
    if (!(await warmUp(measuring, trio, signal))) return 'budget';
    measuring.startCostMs = context.clock.now() - beforeMs;
    for (let pair = 0; pair < request.design.pairsPerStart; pair++) {
      const complete = await measurePair(measuring, { trio, canaries, signal });
      signal.throwIfAborted();
      if (!complete) return 'budget';
      const ended = whetherOver(measuring);
      if (ended !== undefined) return ended;
    }
    return undefined;
  } finally {
    await trio.stop();
  }
}

interface PairParts {
  readonly trio: Trio;
  readonly canaries: ReadonlyMap<string, TripleCall>;
  readonly signal: AbortSignal;
}

/** Resolves with false when the budget ended before the first pair was complete. */
async function measurePair(measuring: SideBySide, { trio, canaries, signal }: PairParts): Promise<boolean> {
  const { request, random, context } = measuring;
  const pair = measuring.pairs;
  const slotMs = slotOf(measuring);
  for (const operation of shuffled([...measuring.open], random)) {
    if (isTooSlow(measuring)) return false;
    context.onProgress({ done: pair, total: mostPairs(request.design), label: `pair ${pair + 1}: ${operation}` });
    const rounds = callsIn(slotMs, measuring.callMs.get(operation) ?? slotMs);
    const attempts = await runBlock(callOf(trio, operation), rounds, { random, signal });
    // A block that was cut short is no pair.
    signal.throwIfAborted();
    noteBlock(measuring, operation, attempts);
  }
  for (const [metric, call] of canaries) {
    const attempts = await runBlock(call, CANARY_ROUNDS, { random, signal });
    signal.throwIfAborted();
    noteCanary(metric, attempts, request);
  }
  measuring.pairs++;
  return true;
}

function callOf({ calls }: Trio, operation: string): TripleCall {
  const call = calls.get(operation);
  if (call === undefined) throw new Error(`operation ${operation} was not opened`);
  return call;
}

/** Makes every connection, lets compilers and caches come to rest, and learns how long a call takes. */
/** Resolves with false when the budget ended meanwhile, before the first pair. */
async function warmUp(measuring: SideBySide, trio: Trio, signal: AbortSignal): Promise<boolean> {
  const { request, random, context } = measuring;
  const slotMs = WARM_UP_SHARE * slotOf(measuring);
  for (const operation of measuring.open) {
    if (isTooSlow(measuring)) return false;
    const call = callOf(trio, operation);
    context.onProgress({ done: measuring.pairs, total: mostPairs(request.design), label: `warm-up: ${operation}` });
    const first = await runBlock(call, 1, { random, signal });
    signal.throwIfAborted();
    const rest = await runBlock(callOf(trio, operation), callsIn(slotMs, meanOf(first)), { random, signal });
    signal.throwIfAborted();
    measuring.callMs.set(operation, meanOf(rest));
  }
  return true;
}

function meanOf({ base, head, twin }: BlockAttempts): number {
  return meanMs([...base, ...head, ...twin]);
}

/** Milliseconds that an operation may take on each slot in a pair, so that the pairs left and the starts that they need fill the time left. */
function slotOf({ request, context, startMs, startCostMs, pairs, open }: Measuring): number {
  const { budgetMs, pairsPerStart } = request.design;
  const leftMs = Math.max(0, budgetMs - (context.clock.now() - startMs));
  const pairsLeft = Math.max(1, mostPairs(request.design) - pairs);
  const startsLeft = Math.floor(pairsLeft / pairsPerStart);
  const callingMs = Math.max(leftMs - startsLeft * startCostMs, (1 - MOST_FOR_STARTS) * leftMs);
  return callingMs / pairsLeft / Math.max(1, open.size) / SLOT_COUNT;
}
