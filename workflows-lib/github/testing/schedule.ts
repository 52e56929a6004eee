/** Time and order in the hands of a test: virtual time with latencies, and every interleaving of several writers. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';

/** A clock that stands still until nobody has anything else to do. */
export interface VirtualTime {
  readonly clock: Clock;
  wait(ms: number): Promise<void>;
  /** Runs the writers to their ends. */
  run<T>(work: readonly Promise<T>[]): Promise<T[]>;
}

/** Virtual time from zero on. */
export function virtualTime(): VirtualTime {
  let now = 0;
  let queue: { readonly at: number; readonly go: () => void }[] = [];
  const wait = (ms: number): Promise<void> => new Promise((resolve) => queue.push({ at: now + ms, go: resolve }));
  return {
    clock: { now: () => now, date: () => new Date(now), sleep: wait },
    wait,
    run: async (work) => {
      const all = Promise.all(work);
      const ended = track(all);
      while (!(await settled(ended))) {
        const next = queue.reduce((left, right) => (right.at < left.at ? right : left), { at: Infinity, go: () => undefined });
        queue = queue.filter((entry) => entry !== next);
        now = Math.max(now, Math.min(next.at, Number.MAX_SAFE_INTEGER));
        next.go();
      }
      return await all;
    },
  };
}

/** Lets one writer at a time take one step; `choose` picks among those that wait (by index, in the order of their names). */
export interface Stepper {
  /** Waits for its turn. */
  turnOf(writer: string): Promise<void>;
  run<T>(work: readonly Promise<T>[], choose: (waiting: readonly string[]) => number): Promise<T[]>;
}

/** Nobody has taken a step yet. */
export function stepper(): Stepper {
  const waiting = new Map<string, () => void>();
  return {
    turnOf: (writer) => new Promise((resolve) => waiting.set(writer, resolve)),
    run: async (work, choose) => {
      const all = Promise.all(work);
      const ended = track(all);
      while (!(await settled(ended))) {
        const names = [...waiting.keys()].sort();
        const name = names[choose(names)] ?? '';
        const go = waiting.get(name);
        waiting.delete(name);
        go?.();
      }
      return await all;
    },
  };
}

/**
 * Runs `trial` once for every sequence of choices that it can make (depth first). The trial is given a chooser and must make the same choices
 * open after the same choices made. Returns how many there were.
 */
export async function everyChoice(trial: (choose: (waiting: readonly string[]) => number) => Promise<void>): Promise<number> {
  let path: { taken: number; readonly of: number }[] = [];
  for (let trials = 1; ; trials++) {
    let depth = 0;
    await trial((waiting) => {
      const known = path[depth++];
      if (known !== undefined) return known.taken;
      path.push({ taken: 0, of: waiting.length });
      return 0;
    });
    while (path.length > 0 && (path.at(-1)?.taken ?? 0) + 1 >= (path.at(-1)?.of ?? 0)) path = path.slice(0, -1);
    const last = path.at(-1);
    if (last === undefined) return trials;
    last.taken++;
  }
}

/** Lets everybody go on for as long as they can; then whether the work is done. */
async function settled(ended: () => boolean): Promise<boolean> {
  await turn();
  return ended();
}

function track(work: Promise<unknown>): () => boolean {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  work.then(end, end);
  return () => ended;
}
