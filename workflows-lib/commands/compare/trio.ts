import { toError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import type { Slot, TripleCall } from '../../load/triples.ts';
import { processesOn } from '../../system/split-plan.ts';
import { startSystem } from '../../system/start.ts';
import type { CommandContext } from '../context.ts';
import { openOperations } from '../open-drivers.ts';
import type { OpenedOperations } from '../open-drivers.ts';
import type { ComparedSystem } from './measure-pairs.ts';
import { SideFailure, withoutSecrets } from './side-failure.ts';

/** One start of everything that is called: base, head, and base a second time. */
export interface Trio {
  /** By operation, for those that both sides have. */
  readonly calls: ReadonlyMap<string, TripleCall>;
  /** Rejects when a process of any of them dies, saying whose it was. Never resolves. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

const SLOTS: readonly Slot[] = ['base', 'head', 'twin'];

interface Started {
  readonly slot: Slot;
  readonly operations: OpenedOperations;
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the processes of all three at once and opens their operations. Throws SideFailure; by then everything is stopped again. */
export async function startTrio(systems: Readonly<Record<Slot, ComparedSystem>>, context: TrioContext): Promise<Trio> {
  const starting = SLOTS.map(async (slot) => startSlot(slot, systems[slot], context));
  const settled = await Promise.allSettled(starting);
  const started = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(async (one) => one.stop()));
  };
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    context.signal.throwIfAborted();
    throw toError(failed.reason);
  }
  return { calls: callsOf(started), died: Promise.race(started.map(({ died }) => died)), stop };
}

type TrioContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal'>;

async function startSlot(slot: Slot, { plan, services }: ComparedSystem, context: TrioContext): Promise<Started> {
  const { clock, log, env, signal } = context;
  const quiet: Log = {
    info: (message) => {
      log.debug(message);
    },
    warn: (message) => {
      log.warn(message);
    },
    debug: (message) => {
      log.debug(message);
    },
  };
  try {
    const system = await startSystem(processesOn(plan, services), { clock, log: quiet, env, signal });
    try {
      const operations = openOperations(plan.operations, system, { clock, concurrency: 1 });
      const stop = async (): Promise<void> => {
        await operations.close();
        await system.stop();
      };
      const died = Promise.race([system.died, services.died]).catch((error: unknown) => {
        throw new SideFailure(slot, withoutSecrets(error, system, services));
      });
      died.catch(() => undefined);
      await checked(operations, stop, signal);
      return { slot, operations, died, stop };
    } catch (error) {
      await system.stop();
      throw withoutSecrets(error, system);
    }
  } catch (error) {
    if (signal.aborted) throw toError(signal.reason);
    throw new SideFailure(slot, withoutSecrets(error, services));
  }
}

async function checked(operations: OpenedOperations, stop: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await operations.check(signal);
  } catch (error) {
    await stop();
    throw error;
  }
}

function callsOf(started: readonly Started[]): ReadonlyMap<string, TripleCall> {
  const of = (slot: Slot): ReadonlyMap<string, TripleCall['base']> =>
    new Map(started.find((one) => one.slot === slot)?.operations.calls.map((call) => [call.operation, call]));
  const [base, head, twin] = [of('base'), of('head'), of('twin')];
  const calls = new Map<string, TripleCall>();
  for (const [operation, call] of base) {
    const [after, again] = [head.get(operation), twin.get(operation)];
    if (after !== undefined && again !== undefined) calls.set(operation, { base: call, head: after, twin: again });
  }
  return calls;
}
