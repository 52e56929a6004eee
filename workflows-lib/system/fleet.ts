import { setTimeout as delay } from 'node:timers/promises';

import { toError, UsageError } from '../core/errors.ts';
import { endMarked } from './end-process.ts';
import { RUN_MARKER } from './environment.ts';
import { describeExit, indented, startChild, type Child, type ChildSpec, type Supervision } from './supervise.ts';

/** What a child that stays is for. Processes use services, so they are stopped first. */
export type ChildRole = 'service' | 'process';

/** An errand runs to its end and is forgotten. */
type AnyRole = ChildRole | 'errand';

/** All children of a run. */
export interface Fleet {
  /**
   * Starts one that stays, and waits for `ready`. Until then its death is the business of `ready`, after that it is the death of the fleet.
   * Throws what `ready` throws, UsageError when it cannot be started, and the reason of `signal` once that has aborted.
   */
  launch<T>(spec: ChildSpec, role: ChildRole, ready: (child: Child) => Promise<T>): Promise<T>;
  /** Runs one to its end. Throws UsageError with its last lines when it fails or is late. `onText` sees its output as it comes. */
  runToEnd(spec: ChildSpec, onText?: (text: string) => void): Promise<void>;
  /** Those that stay, by name. */
  readonly children: ReadonlyMap<string, Child>;
  /** Aborts when the first of those that stay dies by itself; its reason is the error for people. */
  readonly death: AbortSignal;
  /** Ends all: processes in reverse order, then services together, then every descendant that got away. Safe to call twice. */
  stop(): Promise<void>;
}

interface Member {
  readonly child: Child;
  readonly role: AnyRole;
}

/** An empty fleet. When `signal` aborts, it begins to stop at once, so that whoever waits for a child is set free. */
export function createFleet(supervision: Supervision, signal: AbortSignal): Fleet {
  const members = new Set<Member>();
  const children = new Map<string, Child>();
  const death = new AbortController();
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => (stopping ??= stopAll(members, supervision.marker));
  // A failure to stop is reported to whoever awaits `stop`.
  signal.addEventListener('abort', () => void stop().catch(() => undefined), { once: true });

  const start = async (spec: ChildSpec): Promise<Child> => {
    signal.throwIfAborted();
    const child = await startChild(spec, supervision);
    if (stopping === undefined) return child;
    await child.stop();
    throw toError(signal.reason);
  };
  return {
    children,
    death: death.signal,
    stop,
    launch: async (spec, role, ready) => {
      const child = await start(spec);
      members.add({ child, role });
      children.set(spec.name, child);
      const result = await ready(child);
      const report = (): void => {
        death.abort(child.death.reason);
      };
      child.death.addEventListener('abort', report);
      if (child.death.aborted) report();
      return result;
    },
    runToEnd: async (spec, onText) => {
      const child = await start(spec);
      const errand: Member = { child, role: 'errand' };
      members.add(errand);
      if (onText !== undefined) child.output.onText(onText);
      const isLate = await endsTooLate(child, spec.timeoutMs);
      await child.stop();
      const status = await child.exit;
      members.delete(errand);
      signal.throwIfAborted();
      if (isLate) throw new UsageError(`${spec.name} took longer than ${(spec.timeoutMs ?? 0) / 1_000} s and was stopped.`);
      if (status.code === 0) return;
      const lastLines = supervision.secrets.hide(indented(child.output.lastLines()));
      throw new UsageError(`${spec.name} ${describeExit(status)}. ${lastLines}`);
    },
  };
}

async function endsTooLate({ exit }: Child, timeoutMs: number | undefined): Promise<boolean> {
  if (timeoutMs === undefined) {
    await exit;
    return false;
  }
  const patience = new AbortController();
  const late = delay(timeoutMs, true, { signal: patience.signal }).catch(() => false);
  const isLate = await Promise.race([exit.then(() => false), late]);
  patience.abort();
  return isLate;
}

async function stopAll(members: ReadonlySet<Member>, marker: string): Promise<void> {
  const of = (role: AnyRole): Child[] => [...members].filter((member) => member.role === role).map(({ child }) => child);
  for (const child of of('process').reverse()) await child.stop();
  await Promise.all([...of('errand'), ...of('service')].map(async (child) => child.stop()));
  endMarked(RUN_MARKER, marker);
}
