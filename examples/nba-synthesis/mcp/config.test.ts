import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

const REQUIRED = {
  DATABASE_URL: 'postgres://reader@db/nba',
  S3_BUCKET: 'nba',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
};

test('what is not given has a default', () => {
  expect(readConfig(REQUIRED)).toEqual({
    database: { url: 'postgres://reader@db/nba', poolSize: 10, queryTimeoutMs: 5_000 },
    files: { endpoint: undefined, bucket: 'nba', region: 'us-east-1', accessKeyId: 'key', secretAccessKey: 'secret' },
    cache: { kind: 'off' },
    port: 3001,
    host: '127.0.0.1',
    version: '0.0.0-dev',
  });
});

test.each([
  [{ CACHE: 'memory' }, { kind: 'memory' }],
  [{ REDIS_URL: 'redis://cache' }, { kind: 'redis', url: 'redis://cache' }],
  [{ REDIS_URL: 'redis://cache', CACHE: 'off' }, { kind: 'off' }],
  [{ REDIS_URL: '' }, { kind: 'off' }],
])('%j chooses the cache %j', (env, cache) => {
  expect(readConfig({ ...REQUIRED, ...env }).cache).toEqual(cache);
});

test.each([
  ['2s', 2_000],
  ['1500ms', 1_500],
  ['0.5m', 30_000],
])('a query timeout of %s is %i ms', (text, expected) => {
  expect(readConfig({ ...REQUIRED, QUERY_TIMEOUT: text }).database.queryTimeoutMs).toBe(expected);
});

test.each([
  [{ QUERY_TIMEOUT: '0s' }, 'QUERY_TIMEOUT must be at least 1ms'],
  [{ DATABASE_POOL_SIZE: '0' }, 'DATABASE_POOL_SIZE must be at least 1'],
  [{ DATABASE_POOL_SIZE: 'ten' }, 'DATABASE_POOL_SIZE must be a whole number'],
  [{ CACHE: 'redis' }, 'CACHE must be off or memory'],
  [{ REDIS_URL: 'http://cache' }, 'REDIS_URL must be a URL that begins with redis:// or rediss://'],
  [{ S3_ENDPOINT: 'localhost:9000' }, 'S3_ENDPOINT must be a URL that begins with http:// or https://'],
  [{ PORT: '-1' }, 'PORT must be a whole number'],
])('%j is refused: %s', (env, message) => {
  expect(() => readConfig({ ...REQUIRED, ...env })).toThrow(message);
});
