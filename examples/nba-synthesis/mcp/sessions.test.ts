import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { createLogger } from '../telemetry/log.ts';
import { connectClient, textOf } from '../testing/mcp-client.ts';
import { createHttpServer } from './http.ts';
import type { HttpServer } from './http.ts';
import { createSessions } from './sessions.ts';
import type { Sessions } from './sessions.ts';

const lines: { body: string; attributes: Record<string, unknown> }[] = [];
const stream = { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) };
const log = createLogger({ service: 'test', version: '1', stream });
let now = 0;
let sessions: Sessions;
let server: HttpServer;
let url: URL;
/** Set by the tool `wait` when it runs. */
let running: PromiseWithResolvers<undefined>;
let aborted: PromiseWithResolvers<undefined>;

function createServer(): McpServer {
  const mcp = new McpServer({ name: 'test', version: '1' });
  mcp.registerTool('echo', { inputSchema: { text: z.string() } }, ({ text }) => ({ content: [{ type: 'text', text }] }));
  mcp.registerTool('wait', {}, async ({ signal }) => {
    running.resolve(undefined);
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    aborted.resolve(undefined);
    return { content: [] };
  });
  return mcp;
}

beforeEach(async () => {
  lines.length = 0;
  running = Promise.withResolvers();
  aborted = Promise.withResolvers();
  sessions = createSessions({ createServer, log, idleMs: 1_000, maxSessions: 3, now: () => now });
  server = createHttpServer({ sessions, probes: {}, log, host: '127.0.0.1' });
  url = await server.listen(0);
});
afterEach(async () => {
  await server.stop(0);
});

const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};
const begin = async (): Promise<string> => (await post(INITIALIZE)).headers.get('mcp-session-id') ?? '';

test('clients have sessions of their own, and each gets its own answers', async () => {
  const clients = await Promise.all([connectClient(url), connectClient(url)]);
  expect(new Set(clients.map((client) => client.transport.sessionId)).size).toBe(2);
  const texts = ['one', 'two'];
  const answers = await Promise.all(clients.map((client, index) => client.call('echo', { text: texts[index] })));
  expect(answers.map(textOf)).toEqual(texts);
  for (const client of clients) await client.client.close();
});

test('DELETE ends a session, and its id is unknown from then on', async () => {
  const id = await begin();
  const gone = await fetch(url, { method: 'DELETE', headers: { 'mcp-session-id': id } });
  expect(gone.status).toBe(200);
  expect(sessions.count()).toBe(0);
  const response = await post({ jsonrpc: '2.0', id: 2, method: 'ping' }, { 'mcp-session-id': id });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: -32001, message: 'Session not found' } });
});

test('a session that is idle for too long ends, one that is used does not', async () => {
  const idle = await begin();
  const used = await begin();
  now += 900;
  await (await post({ jsonrpc: '2.0', id: 2, method: 'ping' }, { 'mcp-session-id': used })).text();
  now += 200;
  await sessions.sweep();
  expect(sessions.count()).toBe(1);
  expect((await post({ jsonrpc: '2.0', id: 3, method: 'ping' }, { 'mcp-session-id': idle })).status).toBe(404);
  expect((await post({ jsonrpc: '2.0', id: 3, method: 'ping' }, { 'mcp-session-id': used })).status).toBe(200);
  expect(lines.find((line) => line.body === 'mcp session ended')?.attributes).toEqual({
    'mcp.session.id': idle,
    'session.end_reason': 'expired',
  });
});

test('a session with an open stream is not idle', async () => {
  const id = await begin();
  const messages = await fetch(url, { headers: { accept: 'text/event-stream', 'mcp-session-id': id } });
  expect(messages.status).toBe(200);
  now += 5_000;
  await sessions.sweep();
  expect(sessions.count()).toBe(1);
  await messages.body?.cancel();
});

test('beyond the bound the session idle for the longest time makes room', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 4; count++) {
    now += 1;
    ids.push(await begin());
  }
  expect(sessions.count()).toBe(3);
  const statuses = [];
  for (const id of ids) statuses.push((await post({ jsonrpc: '2.0', id: 2, method: 'ping' }, { 'mcp-session-id': id })).status);
  expect(statuses).toEqual([404, 200, 200, 200]);
});

test.each<{ what: string; body: unknown; headers: Record<string, string>; status: number }>([
  { what: 'a request before any session', body: { jsonrpc: '2.0', id: 1, method: 'tools/list' }, headers: {}, status: 400 },
  { what: 'what is no JSON', body: '{', headers: {}, status: 400 },
  { what: 'what is no JSON-RPC', body: { hello: 'world' }, headers: {}, status: 400 },
  { what: 'another content type', body: INITIALIZE, headers: { 'content-type': 'text/plain' }, status: 415 },
  { what: 'a client that takes no JSON', body: INITIALIZE, headers: { accept: 'text/html' }, status: 406 },
  { what: 'a body of megabytes', body: { ...INITIALIZE, padding: 'x'.repeat(1_100_000) }, headers: {}, status: 413 },
  { what: 'an unknown session', body: INITIALIZE, headers: { 'mcp-session-id': 'guess' }, status: 404 },
])('$what is refused and leaves no session', async ({ body, headers, status }) => {
  expect((await post(body, headers)).status).toBe(status);
  expect(sessions.count()).toBe(0);
});

test('a call that its client cancels ends at once, on the wire as well', async () => {
  const id = await begin();
  const call = post(
    { jsonrpc: '2.0', id: 5, method: 'tools/call', params: { name: 'wait', arguments: {} } },
    { 'mcp-session-id': id },
  );
  await running.promise;
  expect(sessions.running()).toBe(1);
  await post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 5 } }, { 'mcp-session-id': id });
  expect(await (await call).text()).toMatch(/^data: .*"id":5.*The request was cancelled/m);
  await aborted.promise;
  expect(sessions.running()).toBe(0);
  expect(lines.find((line) => line.attributes['gen_ai.tool.name'] === 'wait')?.attributes).toMatchObject({
    'error.type': 'cancelled',
  });
});

test('what still runs when the grace is over is broken off', async () => {
  const id = await begin();
  const call = post(
    { jsonrpc: '2.0', id: 5, method: 'tools/call', params: { name: 'wait', arguments: {} } },
    { 'mcp-session-id': id },
  );
  await running.promise;
  await server.stop(10);
  // The stream ends without its answer.
  expect(await (await call).text()).toBe('');
  expect(lines.map((line) => line.body)).toContain('requests broken off');
  server = createHttpServer({ sessions, probes: {}, log, host: '127.0.0.1' });
  await server.listen(0);
});

test('unknown tools, unknown methods and bad arguments are logged with their error', async () => {
  const client = await connectClient(url);
  lines.length = 0;
  await client.call('nothing');
  await client.call('echo', { text: 5 });
  await expect(client.client.request({ method: 'no/such' }, z.object({}))).rejects.toThrow();
  expect(
    lines.map((line) => [line.attributes['mcp.method.name'], line.attributes['gen_ai.tool.name'], line.attributes['error.type']]),
  ).toEqual([
    ['tools/call', 'nothing', 'tool_error'],
    ['tools/call', 'echo', 'tool_error'],
    ['no/such', undefined, '-32601'],
  ]);
  await client.client.close();
});
