import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** The one source of time. Durations come from `now`; `date` only labels documents. */
export interface Clock {
  /** Milliseconds, monotonic, with sub-microsecond fractions; comparable within one machine when read as epoch (timeOrigin + now). */
  now(): number;
  /** Wall-clock time, for labels. */
  date(): Date;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  date: () => new Date(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  },
};
