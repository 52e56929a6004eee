import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import type { Expectation } from '../core/operation.ts';
import type { Attempt } from './driver.ts';
import { attempt, event, INFO, LIST, overHttp, result, startMcp, tool, type Answer, type Rpc } from './testing/mcp.ts';
import { freePort, sendJson, startServer } from './testing/scripted-server.ts';

test('a session is opened once, named on every request, and ended', async () => {
  await using server = await startMcp((rpc, _request, response) => {
    sendJson(response, result(rpc, { content: [] }));
  });
  {
    await using driver = overHttp(`${server.url}/mcp?a=1`, { authorization: 'Bearer t0ken-of-test' });
    await attempt(driver);
    await attempt(driver);
  }
  const seen = server.received.map(({ method, body }) => (body === '' ? method : ((JSON.parse(body) as Rpc).method ?? '')));
  expect(seen).toEqual(['initialize', 'notifications/initialized', 'tools/call', 'tools/call', 'DELETE']);
  const [first, ...rest] = server.received;
  expect(first?.headers['mcp-session-id']).toBeUndefined();
  for (const { headers, path } of rest) {
    const session = { 'mcp-session-id': 's-1', 'mcp-protocol-version': '2025-11-25' };
    expect({ headers, path }).toMatchObject({ path: '/mcp?a=1', headers: { ...session, authorization: 'Bearer t0ken-of-test' } });
  }
  expect(JSON.parse(server.received[2]?.body ?? '')).toMatchObject({ jsonrpc: '2.0', params: { name: 't', arguments: {} } });
});

test('opening the session does not count as time of the first call', async () => {
  await using server = await startMcp((rpc, _request, response) => {
    sendJson(response, result(rpc, { content: [] }));
  });
  await using driver = overHttp(server.url);
  const before = systemClock.now();
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'ok' });
  expect(made).not.toHaveProperty('connectedMs');
  expect(made.startMs).toBeGreaterThan(before);
});

test('in a stream, the call ends with its own reply; requests of the server are answered', async () => {
  let repliedMs = 0;
  await using server = await startMcp((rpc, _request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\nid: 1\ndata:\n\n');
    response.write(event({ jsonrpc: '2.0', method: 'notifications/message', params: {} }));
    response.write(
      event({ jsonrpc: '2.0', id: 'p', method: 'ping' }) + event({ jsonrpc: '2.0', id: 9, method: 'sampling/createMessage' }),
    );
    response.write(event({ jsonrpc: '2.0', id: 77, result: {} }));
    repliedMs = systemClock.now();
    const text = event(result(rpc, { content: [{ type: 'text', text: 'done 🏀' }] }));
    // The stream stays open: the reply alone ends the call.
    response.write(text);
  });
  {
    await using driver = overHttp(server.url);
    const made = await attempt(driver, { wanted: { contains: 'done 🏀' }, timeoutMs: 5_000 });
    expect(made).toMatchObject({ outcome: 'ok' });
    expect(made.endMs).toBeGreaterThanOrEqual(repliedMs);
    expect(made.endMs - made.startMs).toBeLessThan(5_000);
  }
  const answers = server.received.map(({ body }) => (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>);
  expect(answers).toContainEqual({ jsonrpc: '2.0', id: 'p', result: {} });
  expect(answers).toContainEqual({
    jsonrpc: '2.0',
    id: 9,
    error: { code: -32_601, message: 'Method not found: sampling/createMessage' },
  });
});

test.each([404, 400])('a session that the server forgot (%i) is opened again, once, on the time of the call', async (status) => {
  let calls = 0;
  await using server = await startMcp((rpc, _request, response) => {
    calls++;
    if (calls === 1 || calls > 2) sendJson(response, { error: 'Session not found' }, status);
    else sendJson(response, result(rpc, { content: [] }));
  });
  await using driver = overHttp(server.url);
  expect(await attempt(driver)).toMatchObject({ outcome: 'ok' });
  expect(server.received.filter(({ body }) => body.includes('"initialize"'))).toHaveLength(2);
  expect(await attempt(driver)).toMatchObject({ outcome: 'error', failure: { class: `http_${status}` } });
  expect(calls).toBe(4);
});

test('all pages of the tool list are read', async () => {
  await using server = await startMcp((rpc, _request, response) => {
    const cursor = (rpc.params as { cursor?: string }).cursor;
    const page =
      cursor === undefined ? { tools: [{ name: 'a' }, { name: 'b' }], nextCursor: 'p2' } : { tools: [{ name: cursor }] };
    sendJson(response, result(rpc, page));
  });
  await using driver = overHttp(server.url);
  expect(await attempt(driver, { call: LIST, wanted: { rows: 3, contains: 'p2', json: [{}, { name: 'b' }, {}] } })).toMatchObject(
    { outcome: 'ok' },
  );
  expect(await attempt(driver, { call: LIST, wanted: { rows: 2 } })).toMatchObject({
    outcome: 'invalid',
    failure: { class: 'rows', message: 'rows: expected 2, got 3' },
  });
});

const textContent = (text: string): unknown => ({ content: [{ type: 'text', text }] });

test.each<[string, unknown, Expectation, Partial<Attempt>]>([
  [
    'a failing tool',
    { ...(textContent('no such table') as object), isError: true },
    {},
    { outcome: 'invalid', failure: { class: 'tool_error', message: 'the tool failed: no such table' } },
  ],
  ['rows in structured content', { content: [], structuredContent: { rows: [1, 2] } }, { rows: 2 }, { outcome: 'ok' }],
  ['rows in JSON text', textContent('[{"n":1200}]'), { rows: 1, json: [{ n: 1200 }] }, { outcome: 'ok' }],
  [
    'too few rows',
    textContent('{"rows":[]}'),
    { rows: { min: 1 } },
    { outcome: 'invalid', failure: { class: 'rows', message: 'rows: expected at least 1, got 0' } },
  ],
  [
    'no rows at all',
    textContent('hello'),
    { rows: 1 },
    { outcome: 'invalid', failure: { class: 'rows', message: 'rows: the answer has none to count' } },
  ],
  [
    'a result that is none',
    'hello',
    {},
    { outcome: 'invalid', failure: { class: 'shape', message: 'the result of the tool is not an object' } },
  ],
])('a tool answer is judged: %s', async (...[, value, wanted, judged]) => {
  await using server = await startMcp((rpc, _request, response) => {
    sendJson(response, result(rpc, value));
  });
  await using driver = overHttp(server.url);
  expect(await attempt(driver, { wanted })).toMatchObject(judged);
});

test.each<[string, Answer, string, string]>([
  [
    'an error of JSON-RPC',
    (rpc, _q, response) => {
      sendJson(response, { jsonrpc: '2.0', id: rpc.id, error: { code: -32_602, message: 'Unknown tool' } });
    },
    'rpc_-32602',
    'Unknown tool',
  ],
  [
    'the reply to another request',
    (_rpc, _q, response) => {
      sendJson(response, { jsonrpc: '2.0', id: 99, result: {} });
    },
    'wrong_id',
    'id 99',
  ],
  [
    'a stream without a reply',
    (_rpc, _q, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(': bye\n\n');
    },
    'no_reply',
    'the stream ended',
  ],
  [
    'HTML',
    (_rpc, _q, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hi');
    },
    'not_json',
    'text/html',
  ],
  [
    'an accepted request without an answer',
    (_rpc, _q, response) => {
      response.writeHead(202).end();
    },
    'not_json',
    '202 (no body)',
  ],
  [
    'a server error',
    (_rpc, _q, response) => {
      sendJson(response, {}, 500);
    },
    'http_500',
    'answered 500',
  ],
  [
    'a dropped connection',
    (_rpc, _q, response) => {
      response.destroy();
    },
    'connection_closed',
    'closed',
  ],
])('over HTTP, %s is an error of its own class', async (...[, answer, failureClass, message]) => {
  await using server = await startMcp(answer);
  await using driver = overHttp(server.url);
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: failureClass } });
  expect(made.failure?.message).toContain(message);
});

test('a server that never answers is a timeout, and throttling is told apart', async () => {
  await using server = await startMcp((rpc, _request, response) => {
    if ((rpc.params as { name: string }).name === 'busy') sendJson(response, {}, 429);
  });
  await using driver = overHttp(server.url);
  expect(await attempt(driver, { timeoutMs: 100 })).toMatchObject({ outcome: 'timeout', failure: { class: 'timeout' } });
  expect(await attempt(driver, { call: tool('busy') })).toMatchObject({ outcome: 'throttled', failure: { class: 'http_429' } });
});

test.each(['2024-11-05', '2025-06-18'])('an older server chooses revision %s', async (protocolVersion) => {
  await using server = await startServer(({ body }, response) => {
    const rpc = (body === '' ? {} : JSON.parse(body)) as Rpc;
    sendJson(response, result(rpc, { ...INFO, protocolVersion }));
  });
  await using driver = overHttp(server.url);
  expect(await driver.check()).toEqual({ version: `truth 1.2.3 (MCP ${protocolVersion})` });
  expect(server.received[1]?.headers['mcp-protocol-version']).toBe(protocolVersion);
});

test('check says why a server cannot be used', async () => {
  await using web = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Hi');
  });
  await using html = overHttp(web.url);
  await expect(html.check()).rejects.toThrow(/mcp at http.*expected JSON, got text\/html/);
  await using dead = overHttp(`http://127.0.0.1:${await freePort()}/mcp`);
  await expect(dead.check()).rejects.toThrow(RemoteError);
  await expect(dead.check()).rejects.toThrow(/connection refused/);
  await using future = await startServer((_request, response) => {
    sendJson(response, { jsonrpc: '2.0', id: 0, result: { ...INFO, protocolVersion: '2099-01-01' } });
  });
  await using unknown = overHttp(future.url);
  await expect(unknown.check()).rejects.toThrow(/protocol version 2099-01-01; this client speaks 2025-11-25/);
});
