import type { Clock } from '../../core/clock.ts';
import type { Attempt, PreparedCall } from '../../drivers/driver.ts';

/** A clock whose time passes only in its sleeps: sleepers wake in order of time, and nothing waits for real. */
export interface VirtualClock extends Clock {
  /** Lets time pass until nobody sleeps any more. */
  drain(work: Promise<unknown>): Promise<void>;
}

/** A virtual clock that starts at 0 ms. */
export function createVirtualClock(): VirtualClock {
  let nowMs = 0;
  const sleepers: { readonly wakeMs: number; readonly wake: () => void }[] = [];
  return {
    now: () => nowMs,
    date: () => new Date(nowMs),
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ wakeMs: nowMs + ms, wake });
      }),
    drain: async (work) => {
      const progress = { running: true };
      void work.finally(() => (progress.running = false));
      for (;;) {
        // Everything that can go on without time passing does so first.
        await new Promise(setImmediate);
        if (!progress.running) return;
        sleepers.sort((left, right) => left.wakeMs - right.wakeMs);
        const next = sleepers.shift();
        if (next === undefined) throw new Error('everybody waits and nobody sleeps');
        nowMs = Math.max(nowMs, next.wakeMs);
        next.wake();
      }
    },
  };
}

/** A call that takes exactly `serviceMs` of the clock's time, and notes when it began. */
export function timedCall(operation: string, clock: Clock, serviceMs: number): PreparedCall & { readonly startsMs: number[] } {
  const startsMs: number[] = [];
  return {
    operation,
    startsMs,
    execute: async (): Promise<Attempt> => {
      const startMs = clock.now();
      startsMs.push(startMs);
      await clock.sleep(serviceMs);
      return { startMs, endMs: clock.now(), outcome: 'ok', usage: [] };
    },
  };
}
