import { beforeEach, expect, test } from '@jest/globals';
import { createClient, type Send } from './rest-client.ts';
import { addPull } from './seed.ts';
import { addRepository, type Repository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
let repository: Repository;
let send: Send;

beforeEach(() => {
  repository = addRepository(github.state, 'octo/app');
  addPull(github.state, repository);
  send = createClient(github);
});

const statuses = async (line: string, count: number): Promise<readonly number[]> => {
  const seen: number[] = [];
  for (let index = 0; index < count; index++) seen.push((await send(line)).status);
  return seen;
};

test('a rate limit is answered with its headers, as often as asked and after as many good answers as asked', async () => {
  const headers = { 'retry-after': '1', 'x-ratelimit-remaining': '0' };
  github.misbehave({ method: 'GET', path: /\/pulls/, after: 1, times: 2, answer: { status: 403, headers } });
  expect(await statuses('GET /pulls', 1)).toEqual([200]);
  const limited = await send('GET /pulls');
  expect(limited).toMatchObject({ status: 403, body: { message: 'API rate limit exceeded for installation.' } });
  expect([limited.headers.get('retry-after'), limited.headers.get('x-ratelimit-remaining')]).toEqual(['1', '0']);
  expect(await statuses('GET /pulls', 2)).toEqual([403, 200]);
  expect(github.violations).toEqual([]);
});

test('a made-up answer changes nothing, and other methods and paths are not touched by it', async () => {
  github.misbehave({ method: 'POST', path: /comments/, answer: { status: 502, body: '<html>Unicorn!</html>' } });
  expect(await statuses('GET /issues/1/comments', 1)).toEqual([200]);
  const failed = await fetch(`${github.apiUrl}/repos/octo/app/issues/1/comments`, { method: 'POST', body: '{"body":"lost"}' });
  expect([failed.status, failed.headers.get('content-type'), await failed.text()]).toEqual([
    502,
    'text/html; charset=utf-8',
    '<html>Unicorn!</html>',
  ]);
  expect(repository.comments).toEqual([]);
  expect(github.requests.at(-1)).toMatchObject({ method: 'POST', status: 502, body: '{"body":"lost"}' });
});

test('a reset drops the connection before anything is answered, and before anything is done', async () => {
  github.misbehave({ path: /comments/, answer: 'reset' });
  await expect(send('POST /issues/1/comments', { body: 'lost' })).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(repository.comments).toEqual([]);
  expect(github.requests.at(-1)).toMatchObject({ status: 0, body: '{"body":"lost"}' });
  expect((await send('POST /issues/1/comments', { body: 'kept' })).status).toBe(201);
});

test('a truncated answer breaks off in the middle, after the work was done', async () => {
  github.misbehave({ path: /comments/, answer: 'truncate' });
  await expect(send('POST /issues/1/comments', { body: 'done' })).rejects.toThrow('terminated');
  expect(repository.comments.map(({ body }) => body)).toEqual(['done']);
});

test('a slow answer is the right one, late', async () => {
  github.misbehave({ path: /pulls/, answer: { delayMs: 120 } });
  const start = performance.now();
  expect(await statuses('GET /pulls', 1)).toEqual([200]);
  expect(performance.now() - start).toBeGreaterThan(110);
});

test('a client that gives up on a slow answer leaves no trace but its request', async () => {
  github.misbehave({ path: /pulls/, answer: { delayMs: 10_000 } });
  await expect(fetch(`${github.apiUrl}/repos/octo/app/pulls`, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect(github.requests).toHaveLength(1);
  expect(github.violations).toEqual([]);
});

test('everything is answered with a request id and what is left of the rate', async () => {
  const { headers } = await send('GET /pulls');
  expect(headers.get('x-github-request-id')).toMatch(/^[0-9A-F]{4}(:[0-9A-F]{6}){4}$/);
  expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(Number(headers.get('x-ratelimit-limit')));
  expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
});

test('two faults for one request happen one after the other', async () => {
  github.misbehave({ path: /pulls/, answer: { status: 500 } });
  github.misbehave({ path: /pulls/, answer: { status: 503 } });
  expect(await statuses('GET /pulls', 3)).toEqual([500, 503, 200]);
});
