import { expect, test } from '@jest/globals';
import { MAX_CACHED_LENGTH, createMemoryCache } from './cache.ts';

test('what was put in comes back until its time is over', async () => {
  let now = 0;
  const cache = createMemoryCache({ ttlMs: 100, now: () => now });
  await cache.set('a', 'A');
  now = 99;
  expect(await cache.get('a')).toBe('A');
  now = 100;
  expect(await cache.get('a')).toBeUndefined();
});

test('asking for an entry does not make it live longer', async () => {
  let now = 0;
  const cache = createMemoryCache({ ttlMs: 100, now: () => now });
  await cache.set('a', 'A');
  now = 60;
  await cache.get('a');
  now = 120;
  expect(await cache.get('a')).toBeUndefined();
});

test('when it is full, the entry unused for the longest time goes', async () => {
  const cache = createMemoryCache({ maxEntries: 2 });
  await cache.set('a', 'A');
  await cache.set('b', 'B');
  await cache.get('a');
  await cache.set('c', 'C');
  expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['A', undefined, 'C']);
});

test('an answer that is too large is not kept', async () => {
  const cache = createMemoryCache();
  await cache.set('large', 'x'.repeat(MAX_CACHED_LENGTH + 1));
  expect(await cache.get('large')).toBeUndefined();
});
