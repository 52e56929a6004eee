import { toError } from '../../core/errors.ts';
import type { Attempt, PreparedCall } from '../../drivers/driver.ts';
import type { BlockAttempts, Slot } from '../../load/triples.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { openOperations } from '../open-drivers.ts';
import type { OpenedOperations } from '../open-drivers.ts';
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
import type { PlannedSides } from './planned-side.ts';
import { SideFailure, withoutSecrets } from './side-failure.ts';

/** Sides of which only one at a time fits the machine. */
export interface AlternateRequest extends MeasureRequest {
  readonly sides: PlannedSides;
  /** Starts a side with everything that it needs. */
  readonly start: (side: 'base' | 'head') => Promise<RunningSystem>;
}

/** Calls of one slot in one start, by operation and by canary. */
interface SlotCalls {
  readonly operations: ReadonlyMap<string, readonly Attempt[]>;
  readonly canaries: ReadonlyMap<string, readonly Attempt[]>;
}

/** Time for the calls of an operation in one start: small beside a start, large enough for a typical value. */
const SLOT_MS = 300;

interface Alternating extends Measuring {
  readonly request: AlternateRequest;
}

/**
 * Measures pairs of whole starts: base, head and base once more are started, called and stopped one after another, in an order drawn anew for
 * each pair. What the machine does meanwhile does not fall on all alike, so that pairs scatter more than side by side, and take longer; the test
 * and its level are the same. Whatever ends it early is returned with what was measured until then.
 */
export async function measureAlternately(request: AlternateRequest, context: PairsContext): Promise<PairsResult> {
  const measuring: Alternating = { ...beginMeasuring(request, context), request };
  try {
    for (;;) {
      if (!(await measurePair(measuring))) return endMeasuring(measuring, 'budget');
      const ended = whetherOver(measuring);
      if (ended !== undefined) return endMeasuring(measuring, ended);
    }
  } catch (error) {
    return endMeasuring(measuring, 'stopped', toError(error));
  }
}

/** Resolves with false when the budget ended before the first pair was complete. */
async function measurePair(measuring: Alternating): Promise<boolean> {
  const { request, random } = measuring;
  const slots: Partial<Record<Slot, SlotCalls>> = {};
  for (const slot of shuffled<Slot>(['base', 'head', 'twin'], random)) {
    if (isTooSlow(measuring)) return false;
    slots[slot] = await measureSlot(measuring, slot);
  }
  const blockOf = (kind: keyof SlotCalls, name: string): BlockAttempts => {
    const of = (slot: Slot): readonly Attempt[] => slots[slot]?.[kind].get(name) ?? [];
    return { base: of('base'), head: of('head'), twin: of('twin') };
  };
  measuring.starts++;
  for (const operation of measuring.open) noteBlock(measuring, operation, blockOf('operations', operation));
  for (const metric of slots.base?.canaries.keys() ?? []) noteCanary(metric, blockOf('canaries', metric), request);
  measuring.pairs++;
  return true;
}

/** One start of one side. A process that dies ends it with its own last words. */
async function measureSlot(measuring: Alternating, slot: Slot): Promise<SlotCalls> {
  const { request, context } = measuring;
  const side = slot === 'head' ? 'head' : 'base';
  context.signal.throwIfAborted();
  const system = await request.start(side);
  try {
    const stopper = new AbortController();
    const signal = AbortSignal.any([context.signal, stopper.signal]);
    system.died.catch((error: unknown) => {
      stopper.abort(new SideFailure(slot, withoutSecrets(error, system)));
    });
    const operations = await openSlot(measuring, { slot, system, signal });
    try {
      return await callSlot(measuring, { slot, system, operations, signal });
    } finally {
      await operations.close();
    }
  } finally {
    await system.stop();
  }
}

interface StartedSlot {
  readonly slot: Slot;
  readonly system: RunningSystem;
  readonly signal: AbortSignal;
}

/** The operations of a side, every target reached once. Throws SideFailure; by then they are closed again. */
async function openSlot({ request, context, open }: Alternating, started: StartedSlot): Promise<OpenedOperations> {
  const { slot, system, signal } = started;
  try {
    const { plan } = request.sides[slot === 'head' ? 'head' : 'base'];
    const wanted = plan.operations.filter(({ name }) => open.has(name));
    const operations = openOperations(wanted, system, { clock: context.clock, concurrency: 1 });
    try {
      await operations.check(signal);
    } catch (error) {
      await operations.close();
      throw error;
    }
    return operations;
  } catch (error) {
    if (signal.aborted) throw toError(signal.reason);
    throw new SideFailure(slot, withoutSecrets(error, system));
  }
}

interface OpenSlot extends StartedSlot {
  readonly operations: OpenedOperations;
}

async function callSlot(measuring: Alternating, { slot, system, operations, signal }: OpenSlot): Promise<SlotCalls> {
  const { request, context, random } = measuring;
  const { warmUp } = request.sides[slot === 'head' ? 'head' : 'base'].plan.benchmark;
  const measured = new Map<string, readonly Attempt[]>();
  for (const call of shuffled(operations.calls, random)) {
    const { operation } = call;
    const label = `pair ${measuring.pairs + 1}, ${slot}: ${operation}`;
    context.onProgress({ done: measuring.pairs, total: mostPairs(request.design), label });
    const before = await repeat(call, Math.max(2, warmUp), signal);
    measured.set(operation, await repeat(call, callsIn(SLOT_MS, meanMs(before.slice(1))), signal));
  }
  const canaries = openCanaries(system, context.clock);
  const steady = new Map<string, readonly Attempt[]>();
  try {
    for (const [name, { base }] of canaries.calls) steady.set(name, await repeat(base, CANARY_ROUNDS, signal));
  } finally {
    await canaries.close();
  }
  return { operations: measured, canaries: steady };
}

/** So many calls, one at a time. Rejects with the signal's reason when it aborts. */
async function repeat(call: PreparedCall, times: number, signal: AbortSignal): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (let time = 0; time < times; time++) {
    signal.throwIfAborted();
    attempts.push(await call.execute(signal));
  }
  signal.throwIfAborted();
  return attempts;
}
