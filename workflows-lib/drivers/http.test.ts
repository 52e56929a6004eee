import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import type { Expectation, HttpCall } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openHttpDriver } from './http.ts';
import { freePort, sendJson, startServer } from './testing/scripted-server.ts';

const GET: HttpCall = { protocol: 'http', method: 'GET', path: '/x', headers: {} };

interface Try {
  readonly call?: Partial<HttpCall>;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

function open(url: string, headers: Readonly<Record<string, string>> = {}): Driver<HttpCall> & AsyncDisposable {
  const driver = openHttpDriver({ name: 'api', url, headers, clock: systemClock });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

function attempt(driver: Driver<HttpCall>, { call = {}, wanted = {}, timeoutMs = 5_000, signal }: Try = {}): Promise<Attempt> {
  return driver.prepare({ name: 'api.x', call: { ...GET, ...call }, expect: wanted, timeoutMs }).execute(signal);
}

test('a call sends what the operation says, below the path of the base URL', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, {});
  });
  await using driver = open(`${server.url}/v2/`, { 'X-Team': 'hawks', 'X-Both': 'driver' });
  await attempt(driver, {
    call: { method: 'POST', path: '/synthesize?a=1', headers: { 'x-both': 'call' }, json: { question: 'é' } },
  });
  expect(server.received).toMatchObject([
    {
      method: 'POST',
      path: '/v2/synthesize?a=1',
      body: '{"question":"é"}',
      headers: { 'x-team': 'hawks', 'x-both': 'call', 'content-type': 'application/json' },
    },
  ]);
});

test('times are in order, count the connection once, and enclose what the server did', async () => {
  let answeredMs = 0;
  await using server = await startServer((_request, response) => {
    answeredMs = systemClock.now();
    response.write('abc');
    response.end('def');
  });
  await using driver = open(server.url);
  const first = await attempt(driver);
  expect(first).toMatchObject({ outcome: 'ok', bytesReceived: 6, usage: [] });
  const inOrder = [first.startMs, first.connectedMs ?? 0, answeredMs, first.firstByteMs ?? 0, first.endMs];
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  const second = await attempt(driver);
  expect(second).not.toHaveProperty('connectedMs');
  expect(server.connections()).toBe(1);
});

test('calls in flight at once have a connection each', async () => {
  const waiting: (() => void)[] = [];
  await using server = await startServer((_request, response) => {
    waiting.push(() => response.end());
    if (waiting.length === 120) for (const release of waiting) release();
  });
  await using driver = open(server.url);
  const attempts = await Promise.all(Array.from({ length: 120 }, () => attempt(driver)));
  expect(new Set(attempts.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
  expect(attempts.filter(({ connectedMs }) => connectedMs !== undefined)).toHaveLength(120);
});

const ANSWER = { status: 'success', teams: [{ name: 'Hawks', wins: 41 }] };

test.each<[Expectation, string, string | undefined]>([
  [{}, 'ok', undefined],
  [{ status: [200, 201], json: { teams: [{ wins: 41 }] }, contains: 'Hawks' }, 'ok', undefined],
  [{ json: { status: 'error' } }, 'invalid', 'json.status: expected "error", got "success"'],
  [{ json: { teams: [{ wins: 42 }] } }, 'invalid', 'json.teams[0].wins: expected 42, got 41'],
  [{ json: { teams: [] } }, 'invalid', 'json.teams: expected 0 items, got 1'],
  [{ json: { steps: 3 } }, 'invalid', 'json.steps: expected 3, got nothing'],
  [
    { contains: 'Lakers' },
    'invalid',
    'contains: expected "Lakers", got "{\\"status\\":\\"success\\",\\"teams\\":[{\\"name\\":\\"Hawks\\",\\"wins\\":41}]}"',
  ],
  [{ schema: { required: ['status'] } }, 'ok', undefined],
  [{ schema: { properties: { status: { type: 'number' } } } }, 'invalid', 'schema: /status must be number'],
  [{ status: 201 }, 'invalid', 'answered with status 200, which is not the expected one'],
])('an answer is held against %j', async (expectation, outcome, message) => {
  await using server = await startServer((_request, response) => {
    sendJson(response, ANSWER);
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { wanted: expectation });
  expect({ outcome: made.outcome, message: made.failure?.message }).toEqual({ outcome, message });
});

test.each<[number, Expectation, Partial<Attempt>]>([
  [500, {}, { outcome: 'error', failure: { class: 'http_500', message: 'answered 500, retry after 7: {"error":"no"}' } }],
  [404, {}, { outcome: 'error', failure: { class: 'http_404', message: 'answered 404, retry after 7: {"error":"no"}' } }],
  [404, { status: 404 }, { outcome: 'ok' }],
  [429, {}, { outcome: 'throttled', failure: { class: 'http_429', message: 'answered 429, retry after 7: {"error":"no"}' } }],
  [
    302,
    {},
    { outcome: 'invalid', failure: { class: 'status', message: 'answered with status 302, which is not the expected one' } },
  ],
])('status %i with %j expected is judged', async (status, wanted, judged) => {
  await using server = await startServer((_request, response) => {
    response.setHeader('retry-after', '7');
    sendJson(response, { error: 'no' }, status);
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { wanted })).toMatchObject(judged);
});

test('an HTML answer where JSON is expected is invalid and says what it was', async () => {
  await using server = await startServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<html>\n  sign in</html>');
  });
  await using driver = open(server.url);
  expect((await attempt(driver, { wanted: { json: {} } })).failure).toEqual({
    class: 'not_json',
    message: 'expected JSON, got text/html with status 200: <html> sign in</html>',
  });
});

test('the usage that a system reports of itself is read, also from a wrong answer', async () => {
  const reported = { provider: 'deepseek', model: 'deepseek-chat', input: 100, cached: 40, output: 20, reasoning: 5 };
  await using server = await startServer((_request, response) => {
    sendJson(response, { meta: { usage: [reported] } });
  });
  await using driver = open(server.url);
  const usage = [{ ...reported, cacheWrite: 0, cacheWrite1h: 0 }];
  const call = { usage: '/meta/usage' };
  expect(await attempt(driver, { call })).toMatchObject({ outcome: 'ok', usage });
  expect(await attempt(driver, { call, wanted: { json: { a: 1 } } })).toMatchObject({ outcome: 'invalid', usage });
  expect(await attempt(driver, { call: { usage: '/meta' } })).toMatchObject({ outcome: 'invalid', failure: { class: 'usage' } });
});

test('a server that never answers is a timeout, and one that stops in the middle too', async () => {
  await using server = await startServer(({ path }, response) => {
    if (path === '/half') response.write('abc');
  });
  await using driver = open(server.url);
  const never = await attempt(driver, { timeoutMs: 50 });
  expect(never).toMatchObject({ outcome: 'timeout', failure: { class: 'timeout' } });
  expect(never.endMs - never.startMs).toBeGreaterThan(10);
  const half = await attempt(driver, { call: { path: '/half' }, timeoutMs: 200 });
  expect(half).toMatchObject({ outcome: 'timeout', bytesReceived: 3 });
  expect(half.firstByteMs).toBeGreaterThan(half.startMs);
});

test('the connection of a call that was given up is closed', async () => {
  let closed: Promise<void> = Promise.reject(new Error('nothing was asked'));
  closed.catch(() => undefined);
  await using server = await startServer((_request, response) => {
    closed = new Promise((resolve) => response.once('close', resolve));
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { timeoutMs: 50 })).toMatchObject({ outcome: 'timeout' });
  await closed;
  expect(await attempt(driver, { timeoutMs: 50 })).toHaveProperty('connectedMs');
});

test('the caller can stop a call before and during it', async () => {
  const controller = new AbortController();
  await using server = await startServer(() => {
    controller.abort();
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { signal: controller.signal })).toMatchObject({ outcome: 'error', failure: { class: 'aborted' } });
  expect(await attempt(driver, { signal: controller.signal })).toMatchObject({ outcome: 'error', failure: { class: 'aborted' } });
  expect(server.received).toHaveLength(1);
});

test.each<[string, string, RegExp]>([
  ['refused', 'ECONNREFUSED', /connection refused: nothing listens there \(127\.0\.0\.1:\d+\)/],
  ['dropped', 'connection_closed', /closed before the answer was complete/],
  ['garbage', 'protocol', /not HTTP/],
])('a connection that is %s is an error of class %s', async (kind, failureClass, message) => {
  await using server = await startServer((_request, response) => {
    if (kind === 'garbage') response.socket?.write('SSH-2.0-OpenSSH\r\n\r\n');
    response.socket?.destroySoon();
  });
  await using driver = open(kind === 'refused' ? `http://127.0.0.1:${await freePort()}` : server.url);
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: failureClass } });
  expect(made.failure?.message).toMatch(message);
});

test('a secret header that the server echoes is blanked in messages', async () => {
  await using server = await startServer(({ headers }, response) => {
    sendJson(response, headers, 500);
  });
  await using driver = open(server.url, { authorization: 'Bearer very-secret-1' });
  const made = await attempt(driver, { call: { headers: { 'x-key': 'other-secret-2' } } });
  expect(made.failure?.message).not.toMatch(/secret-\d/);
  expect(made.failure?.message).toContain('***');
});

test('check reaches the endpoint whatever it answers, and says why it could not', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, {}, 404);
  });
  await using driver = open(server.url);
  expect(await driver.check()).toEqual({});
  await using dead = open(`http://user:hunter2@127.0.0.1:${await freePort()}`);
  const error: unknown = await dead.check().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RemoteError);
  expect(String(error)).toMatch(/api at http:\/\/127\.0\.0\.1:\d+: connection refused/);
});

test.each<[Expectation, RegExp]>([
  [{ schema: { type: 'nonsense' } }, /api\.x: expect\.schema is not a valid JSON Schema/],
  [{ schema: { requierd: ['a'] } }, /requierd/],
  [{ rows: 1 }, /api\.x: expect\.rows has no meaning here/],
])('what cannot be checked is refused when the call is prepared: %j', async (expectation, message) => {
  await using driver = open('http://127.0.0.1:1');
  expect(() => driver.prepare({ name: 'api.x', call: GET, expect: expectation, timeoutMs: 1 })).toThrow(UsageError);
  expect(() => driver.prepare({ name: 'api.x', call: GET, expect: expectation, timeoutMs: 1 })).toThrow(message);
});

test('a URL that is none is refused', () => {
  expect(() => open('localhost:80')).toThrow(UsageError);
});
