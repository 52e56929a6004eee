/** Answers that are asked for often, kept for a short time. */
import { performance } from 'node:perf_hooks';

/** A store of texts. Neither function ever rejects: a cache that fails is a cache that does not know. */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  /** What `/readyz` says. A cache that is down costs time, not answers. */
  status(): { readonly state: 'up' | 'down'; readonly kind: 'memory' | 'redis' };
  close(): Promise<void>;
}

/** How long an answer is kept. */
export const CACHE_TTL_MS = 30_000;
/** Largest answer that is kept, in UTF-16 units. */
export const MAX_CACHED_LENGTH = 256 * 1024;
const MAX_ENTRIES = 500;

/** How long and how much is kept. */
export interface MemoryCacheOptions {
  readonly ttlMs?: number;
  readonly maxEntries?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** A cache in this process; when it is full the entry that was not used for the longest time goes. */
export function createMemoryCache(options: MemoryCacheOptions = {}): Cache {
  const { ttlMs = CACHE_TTL_MS, maxEntries = MAX_ENTRIES, now = () => performance.now() } = options;
  // A Map keeps the order of insertion, so putting an entry in anew makes it the youngest.
  const entries = new Map<string, { readonly value: string; readonly until: number }>();
  const lookUp = (key: string): string | undefined => {
    const entry = entries.get(key);
    entries.delete(key);
    if (entry === undefined || entry.until <= now()) return undefined;
    entries.set(key, entry);
    return entry.value;
  };
  const put = (key: string, value: string): void => {
    entries.delete(key);
    entries.set(key, { value, until: now() + ttlMs });
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get: (key) => Promise.resolve(lookUp(key)),
    set(key, value) {
      if (value.length <= MAX_CACHED_LENGTH) put(key, value);
      return Promise.resolve();
    },
    status: () => ({ state: 'up', kind: 'memory' }),
    close() {
      entries.clear();
      return Promise.resolve();
    },
  };
}
