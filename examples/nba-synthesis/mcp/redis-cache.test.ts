import { expect, test } from '@jest/globals';
import { createLogger } from '../telemetry/log.ts';
import type { Logger } from '../telemetry/log.ts';
import { startFakeRedis } from '../testing/fake-redis.ts';
import type { Cache } from './cache.ts';
import { createRedisCache } from './redis-cache.ts';

/** A logger, what it has said, and a promise for a line with this body. */
function listening(): { log: Logger; bodies: string[]; said: (body: string) => Promise<void> } {
  const bodies: string[] = [];
  const waiting = new Map<string, () => void>();
  const write = (line: string): void => {
    const { body } = JSON.parse(line) as { body: string };
    bodies.push(body);
    waiting.get(body)?.();
  };
  const said = async (body: string): Promise<void> => {
    if (bodies.includes(body)) return;
    await new Promise<void>((resolve) => waiting.set(body, resolve));
  };
  return { log: createLogger({ service: 'test', version: '1', stream: { write } }), bodies, said };
}

async function untilUp(cache: Cache): Promise<void> {
  while (cache.status().state !== 'up') await new Promise(setImmediate);
}

test('answers are kept in Redis under a prefix, with a time to live', async () => {
  const redis = await startFakeRedis();
  const { log, bodies } = listening();
  const cache = await createRedisCache({ url: redis.url, log, ttlMs: 1_234 });
  await untilUp(cache);
  expect(await cache.get('k')).toBeUndefined();
  await cache.set('k', '{"a":1}');
  expect(await cache.get('k')).toBe('{"a":1}');
  expect([...redis.entries]).toEqual([['nba-synthesis-mcp:1:k', { value: '{"a":1}', ttlMs: 1_234 }]]);
  expect(bodies).toEqual([]);
  await cache.close();
  await redis.stop();
});

test('without a Redis there is no cache, one line says so, and nothing fails', async () => {
  const redis = await startFakeRedis();
  await redis.stop();
  const { log, bodies, said } = listening();
  const cache = await createRedisCache({ url: redis.url, log });
  await said('cache is down, going on without it');
  for (let round = 0; round < 20; round++) {
    await cache.set('k', 'v');
    expect(await cache.get('k')).toBeUndefined();
  }
  expect(cache.status()).toEqual({ state: 'down', kind: 'redis' });
  expect(bodies).toEqual(['cache is down, going on without it']);
  await cache.close();
});

test('when Redis comes back, so does the cache', async () => {
  const first = await startFakeRedis();
  const { log, bodies, said } = listening();
  const cache = await createRedisCache({ url: first.url, log });
  await untilUp(cache);
  await first.stop();
  await said('cache is down, going on without it');
  const second = await startFakeRedis(Number(new URL(first.url).port));
  await said('cache is back');
  await cache.set('k', 'v');
  expect(await cache.get('k')).toBe('v');
  expect(bodies).toEqual(['cache is down, going on without it', 'cache is back']);
  await cache.close();
  await second.stop();
});

test('a Redis that falls silent holds nobody up', async () => {
  const redis = await startFakeRedis();
  const { log, bodies } = listening();
  const cache = await createRedisCache({ url: redis.url, log });
  await untilUp(cache);
  redis.fallSilent();
  expect(await cache.get('k')).toBeUndefined();
  expect(bodies).toEqual(['cache is down, going on without it']);
  await cache.close();
  await redis.stop();
});
