import { expect, test } from '@jest/globals';
import { RemoteError } from '../core/errors.ts';
import type { Attempt } from './driver.ts';
import {
  anthropicEvents,
  attempt,
  CLAUDE,
  delta,
  events,
  KEY,
  open,
  OPENAI_BILL,
  OPENAI_STREAM,
  OPENAI_USAGE,
  stream,
} from './testing/model.ts';
import { freePort, sendJson, startServer } from './testing/scripted-server.ts';

test('a stream without its end marker is cut, whether it ends politely or not, and keeps what was learnt', async () => {
  await using server = await startServer(({ path }, response) => {
    stream(response, [path === '/v1/messages' ? anthropicEvents(5) : events(delta({ content: 'The' }, 'stop'), OPENAI_USAGE)]);
    if (path === '/v1/messages') setImmediate(() => response.destroy());
    else response.end();
  });
  await using deepseek = open(server.url);
  await using claude = open(server.url, CLAUDE);
  const polite = await attempt(deepseek);
  expect(polite).toMatchObject({ outcome: 'error', failure: { class: 'stream_cut' }, usage: [OPENAI_BILL] });
  expect(polite.tokenTimesMs).toHaveLength(1);
  expect(await attempt(claude)).toMatchObject({ outcome: 'error', failure: { class: 'stream_cut' } });
});

test('a stream that stalls is a timeout with the tokens that came', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [events(delta({ content: 'The' }))]);
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { timeoutMs: 150 });
  expect(made).toMatchObject({ outcome: 'timeout', failure: { class: 'timeout' } });
  expect(made.tokenTimesMs).toHaveLength(1);
});

test('a connection held open after the end marker does not spoil the answer', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [OPENAI_STREAM]);
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { timeoutMs: 200 });
  expect(made).toMatchObject({ outcome: 'ok', usage: [OPENAI_BILL] });
  expect(made.endMs - made.startMs).toBeLessThan(200);
});

test.each<[string, string, Partial<Attempt>]>([
  [
    'openai',
    events({ error: { message: 'boom' } }),
    { outcome: 'error', failure: { class: 'stream_error', message: 'the stream reported an error: boom' } },
  ],
  [
    'anthropic',
    events({ type: 'error', error: { type: 'overloaded_error', message: 'later' } }),
    { outcome: 'error', failure: { class: 'overloaded', message: 'the stream reported overloaded_error: later' } },
  ],
  [
    'openai',
    'data: <html>\n\n',
    { outcome: 'error', failure: { class: 'not_json', message: 'expected JSON in the stream, got <html>' } },
  ],
])('an error inside a stream of %s is one: %s', async (protocol, body, judged) => {
  await using server = await startServer((_request, response) => {
    stream(response, [body]);
    response.end();
  });
  await using driver = open(server.url, protocol === 'anthropic' ? CLAUDE : {});
  expect(await attempt(driver)).toMatchObject(judged);
});

test.each<[number, Partial<Attempt>]>([
  [401, { outcome: 'error', failure: { class: 'http_401', message: 'answered 401: {"error":{"message":"bad key ***"}}' } }],
  [
    429,
    {
      outcome: 'throttled',
      failure: { class: 'http_429', message: 'answered 429, retry after 3: {"error":{"message":"bad key ***"}}' },
    },
  ],
  [500, { outcome: 'error', failure: { class: 'http_500', message: 'answered 500: {"error":{"message":"bad key ***"}}' } }],
  [503, { outcome: 'error', failure: { class: 'overloaded', message: 'answered 503: {"error":{"message":"bad key ***"}}' } }],
  [529, { outcome: 'error', failure: { class: 'overloaded', message: 'answered 529: {"error":{"message":"bad key ***"}}' } }],
])('status %i is told apart, and the key stays out of the message', async (status, judged) => {
  await using server = await startServer((_request, response) => {
    if (status === 429) response.setHeader('retry-after', '3');
    sendJson(response, { error: { message: `bad key ${KEY}` } }, status);
  });
  await using driver = open(server.url);
  expect(await attempt(driver)).toMatchObject(judged);
});

test.each([200, 404])('a web page with status %i where the API should be is not_json, and check says so', async (status) => {
  await using server = await startServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title>');
  });
  await using driver = open(server.url);
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: 'not_json' } });
  expect(made.failure?.message).toContain('text/html');
  await expect(driver.check()).rejects.toThrow(/deepseek at http.*expected JSON, got text\/html.*Is base_url right\?/);
});

test('an answer without a message in it is invalid', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, { choices: [] });
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { call: { stream: false } })).toMatchObject({ outcome: 'invalid', failure: { class: 'shape' } });
  expect(await attempt(driver)).toMatchObject({ outcome: 'error', failure: { class: 'not_streamed' } });
});

test('check lists the models and tells a refused key from a server that lists none', async () => {
  let status = 200;
  await using server = await startServer((_request, response) => {
    sendJson(response, { error: KEY }, status);
  });
  await using driver = open(server.url);
  expect(await driver.check()).toEqual({});
  expect(server.received[0]).toMatchObject({ method: 'GET', path: '/models' });
  status = 404;
  expect(await driver.check()).toEqual({});
  status = 401;
  const refused: unknown = await driver.check().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RemoteError);
  expect(String(refused)).toMatch(/API key was refused \(401\)/);
  expect(String(refused)).not.toContain(KEY);
  await using dead = open(`http://127.0.0.1:${await freePort()}`);
  await expect(dead.check()).rejects.toThrow(/connection refused/);
});
