/** A cache in Redis, shared by all servers. When Redis is away there is no cache, and nothing else changes. */
import { performance } from 'node:perf_hooks';
import type { Logger } from '../telemetry/log.ts';
import { CACHE_TTL_MS, MAX_CACHED_LENGTH } from './cache.ts';
import type { Cache } from './cache.ts';

/** The Redis server, and how long answers are kept in it. */
export interface RedisCacheOptions {
  readonly url: string;
  readonly log: Logger;
  readonly ttlMs?: number;
}

const CONNECT_TIMEOUT_MS = 1_000;
/** Waiting longer than this would be slower than asking the database. */
const COMMAND_TIMEOUT_MS = 250;
/** After a command that failed or took too long, the cache is left alone for so long. */
const PAUSE_MS = 2_000;
const RECONNECT_MAX_MS = 5_000;
/** Goes up when the form of an answer changes, so that servers of two versions never read each other's answers. */
const PREFIX = 'nba-synthesis-mcp:1:';

/** Says once that the cache is gone and once that it is back, however many commands fail in between. */
function createHealth(log: Logger): { up(): void; down(error: unknown): void; state(): 'up' | 'down' } {
  let state: 'starting' | 'up' | 'down' = 'starting';
  const attributes = { 'dependency.name': 'cache', 'db.system.name': 'redis' };
  return {
    up() {
      if (state === 'down') log.info('cache is back', attributes);
      state = 'up';
    },
    down(error) {
      if (state !== 'down') log.warn('cache is down, going on without it', { ...attributes, 'error.type': typeOf(error) });
      state = 'down';
    },
    state: () => (state === 'up' ? 'up' : 'down'),
  };
}

function typeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : typeof error;
}

class CommandTimeout extends Error {
  override readonly name = 'CommandTimeout';
}

/** The client's own timeout ends with the sending of a command; this one waits for the answer. */
async function withinTime<T>(command: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new CommandTimeout());
  }, COMMAND_TIMEOUT_MS);
  try {
    return await Promise.race([command, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Connects in the background and keeps trying for as long as it lives; returns at once. */
export async function createRedisCache({ url, log, ttlMs = CACHE_TTL_MS }: RedisCacheOptions): Promise<Cache> {
  const { createClient } = await import('@redis/client');
  const health = createHealth(log);
  const client = createClient({
    url,
    // Commands fail at once while there is no connection, instead of waiting for one.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (retries: number) => Math.min(RECONNECT_MAX_MS, 100 * 2 ** retries) * (0.5 + Math.random() / 2),
    },
  });
  client.on('error', (error: unknown) => {
    health.down(error);
  });
  client.on('ready', () => {
    health.up();
  });
  client.connect().catch((error: unknown) => {
    health.down(error);
  });
  let pausedUntil = -Infinity;
  const attempt = async <T>(command: () => Promise<T>): Promise<T | undefined> => {
    if (!client.isReady || performance.now() < pausedUntil) return undefined;
    try {
      const result = await withinTime(command());
      health.up();
      return result;
    } catch (error) {
      pausedUntil = performance.now() + PAUSE_MS;
      health.down(error);
      return undefined;
    }
  };
  return {
    async get(key) {
      return (await attempt(() => client.get(PREFIX + key))) ?? undefined;
    },
    async set(key, value) {
      if (value.length > MAX_CACHED_LENGTH) return;
      await attempt(() => client.set(PREFIX + key, value, { expiration: { type: 'PX', value: ttlMs } }));
    },
    status: () => ({ state: health.state(), kind: 'redis' }),
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}
