import { expect, test } from '@jest/globals';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { systemClock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import type { Expectation, S3Call } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openS3Driver, type S3DriverOptions } from './s3.ts';
import { freePort, startServer } from './testing/scripted-server.ts';

const KEYS = { region: 'us-east-1', accessKeyId: 'AKTEST', secretAccessKey: 'secret-of-test' };

function open(endpoint: string, options: Partial<S3DriverOptions> = {}): Driver<S3Call> & AsyncDisposable {
  const driver = openS3Driver({ endpoint, bucket: 'nba-games', ...KEYS, clock: systemClock, name: 'files', ...options });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

/** A real store from npm with three games in it. */
async function startStore(): Promise<{ readonly url: string } & AsyncDisposable> {
  const server: FauxqsServer = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const url = `http://127.0.0.1:${server.port}`;
  server.createBucket('nba-games');
  for (const [key, body] of GAMES) {
    const answer = await fetch(`${url}/nba-games/${key}`, { method: 'PUT', body });
    if (!answer.ok) throw new Error(await answer.text());
  }
  return { url, [Symbol.asyncDispose]: () => server.stop() };
}

const GAMES = [
  ['games/1.json', '{"id":1,"home":"Hawks","note":"é"}'],
  ['games/2.json', '{"id":2}'],
  ['other/3.json', 'x'.repeat(300_000)],
] as const;

const LIST: S3Call = { protocol: 's3', action: 'list', prefix: 'games/', maxKeys: 1_000 };
const get = (key: string): S3Call => ({ protocol: 's3', action: 'get', key });

interface Try {
  readonly call?: S3Call;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
}

function attempt(driver: Driver<S3Call>, { call = LIST, wanted = {}, timeoutMs = 10_000 }: Try = {}): Promise<Attempt> {
  return driver.prepare({ name: 'files.x', call, expect: wanted, timeoutMs }).execute();
}

test('a bucket is listed and read, and answers are held against what is expected', async () => {
  await using store = await startStore();
  await using driver = open(store.url);
  expect(await driver.check()).toEqual({});
  const json = [{ Key: 'games/1.json', Size: Buffer.byteLength(GAMES[0][1]) }, { Key: 'games/2.json' }];
  expect(await attempt(driver, { wanted: { rows: 2, contains: 'games/2', json } })).toMatchObject({ outcome: 'ok', usage: [] });
  expect(await attempt(driver, { call: { ...LIST, maxKeys: 1 }, wanted: { rows: 1 } })).toMatchObject({ outcome: 'ok' });
  expect(await attempt(driver, { wanted: { rows: 3 } })).toMatchObject({ outcome: 'invalid', failure: { class: 'rows' } });
  const game = await attempt(driver, { call: get('games/1.json'), wanted: { json: { home: 'Hawks' }, contains: 'é' } });
  expect(game).toMatchObject({ outcome: 'ok', bytesReceived: Buffer.byteLength(GAMES[0][1]) });
  expect(game.firstByteMs).toBeGreaterThan(game.startMs);
  expect(game.firstByteMs).toBeLessThanOrEqual(game.endMs);
  expect(await attempt(driver, { call: get('other/3.json') })).toMatchObject({ outcome: 'ok', bytesReceived: 300_000 });
  const wrong = await attempt(driver, { call: get('games/1.json'), wanted: { json: { home: 'Lakers' } } });
  expect(wrong).toMatchObject({ outcome: 'invalid', failure: { message: 'json.home: expected "Lakers", got "Hawks"' } });
  expect(await attempt(driver, { call: get('other/3.json'), wanted: { json: {} } })).toMatchObject({
    failure: { class: 'not_json' },
  });
});

test('what the store refuses keeps the name that S3 gives it', async () => {
  await using store = await startStore();
  await using driver = open(store.url);
  expect(await attempt(driver, { call: get('none.json') })).toMatchObject({
    outcome: 'error',
    failure: { class: 's3_NoSuchKey' },
  });
  await using lost = open(store.url, { bucket: 'no-bucket' });
  expect(await attempt(lost)).toMatchObject({ outcome: 'error', failure: { class: 's3_NoSuchBucket' } });
  const refused: unknown = await lost.check().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RemoteError);
  expect(String(refused)).toMatch(/files at http:\/\/127\.0\.0\.1:\d+, bucket no-bucket: NoSuchBucket .*Create it/);
});

test('many calls run at once', async () => {
  await using store = await startStore();
  await using driver = open(store.url);
  const made = await Promise.all(
    Array.from({ length: 100 }, () => attempt(driver, { call: get('games/2.json'), wanted: { json: { id: 2 } } })),
  );
  expect(new Set(made.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
});

const xml = (code: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code} of secret-of-test</Message></Error>`;

test.each<[number, string, string, string]>([
  [503, xml('SlowDown'), 'throttled', 's3_SlowDown'],
  [503, '', 'throttled', 's3_http_503'],
  [403, xml('InvalidAccessKeyId'), 'error', 's3_InvalidAccessKeyId'],
  [500, xml('InternalError'), 'error', 's3_InternalError'],
])('status %i with %s is told apart and asked for only once', async (...[status, body, outcome, failureClass]) => {
  await using server = await startServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  });
  await using driver = open(server.url);
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome, failure: { class: failureClass } });
  expect(made.failure?.message).not.toContain('secret-of-test');
  expect(server.received).toHaveLength(1);
});

test('a web page where the store should be is an error, not an empty list', async () => {
  await using server = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><body><br>Welcome</body></html>');
  });
  await using driver = open(server.url);
  expect(await attempt(driver)).toMatchObject({ outcome: 'error' });
  await expect(driver.check()).rejects.toThrow(/is the endpoint right\?/);
});

test('a store that never answers, stalls, or is not there', async () => {
  await using server = await startServer(({ path }, response) => {
    if (path.includes('half')) response.writeHead(200, { 'content-length': '10' }).write('abc');
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { timeoutMs: 200 })).toMatchObject({ outcome: 'timeout', failure: { class: 'timeout' } });
  expect(await attempt(driver, { call: get('half'), timeoutMs: 200 })).toMatchObject({ outcome: 'timeout' });
  const controller = new AbortController();
  const stopped = driver.prepare({ name: 'x', call: LIST, expect: {}, timeoutMs: 10_000 }).execute(controller.signal);
  controller.abort();
  expect(await stopped).toMatchObject({ outcome: 'error', failure: { class: 'aborted' } });
  await using dead = open(`http://127.0.0.1:${await freePort()}`);
  // The SDK wraps errors of another realm, which jest makes of all errors of Node; outside of jest the class is ECONNREFUSED.
  const refused = await attempt(dead);
  expect(refused.outcome).toBe('error');
  expect(refused.failure?.message).toMatch(/ECONNREFUSED|connection refused/);
  await expect(dead.check()).rejects.toThrow(/ECONNREFUSED|connection refused/);
});
