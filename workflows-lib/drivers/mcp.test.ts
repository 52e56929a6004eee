import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import type { Expectation, McpCall } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openMcpDriver, type McpDriverOptions } from './mcp.ts';
import { freePort, sendJson, startServer, type Received, type ScriptedServer } from './testing/scripted-server.ts';

const EVERYTHING = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js');

function open(options: McpDriverOptions): Driver<McpCall> & AsyncDisposable {
  const driver = openMcpDriver(options);
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

const overHttp = (url: string, headers: Readonly<Record<string, string>> = {}): Driver<McpCall> & AsyncDisposable =>
  open({ transport: 'http', url, headers, clock: systemClock, name: 'mcp' });
const overStdio = (run: string, env: Readonly<Record<string, string>> = {}): Driver<McpCall> & AsyncDisposable =>
  open({ transport: 'stdio', run, cwd: tmpdir(), env, clock: systemClock, name: 'tools' });

interface Try {
  readonly call?: McpCall;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
}

const LIST: McpCall = { protocol: 'mcp', action: 'list_tools' };
const CONNECT: McpCall = { protocol: 'mcp', action: 'connect' };
const tool = (name: string, args: Readonly<Record<string, unknown>> = {}): McpCall => ({
  protocol: 'mcp',
  action: 'call_tool',
  tool: name,
  arguments: args,
});

function attempt(driver: Driver<McpCall>, { call = tool('t'), wanted = {}, timeoutMs = 10_000 }: Try = {}): Promise<Attempt> {
  return driver.prepare({ name: 'mcp.t', call, expect: wanted, timeoutMs }).execute();
}

interface EverythingServer extends AsyncDisposable {
  readonly url: string;
  log(): string;
}

async function startEverything(): Promise<EverythingServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const listening = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      log += chunk.toString();
      if (log.includes('listening on port')) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => {
      reject(new Error(log));
    });
  });
  await listening;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    log: () => log,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same must hold over both transports; the server is not ours. */
async function exercise(driver: Driver<McpCall>): Promise<void> {
  expect((await driver.check()).version).toMatch(/everything.* \d+\.\d+\.\d+ \(MCP 2025-11-25\)$/);
  expect(await attempt(driver, { call: LIST, wanted: { rows: { min: 5 }, contains: 'echo' } })).toMatchObject({ outcome: 'ok' });
  const echo = tool('echo', { message: 'héllo 🏀' });
  expect(await attempt(driver, { call: echo, wanted: { contains: 'héllo 🏀' } })).toMatchObject({ outcome: 'ok' });
  const sum = tool('get-sum', { a: 2, b: 40 });
  expect(await attempt(driver, { call: sum, wanted: { contains: '42' } })).toMatchObject({ outcome: 'ok' });
  const structured = tool('get-structured-content', { location: 'Chicago' });
  const schema = { required: ['temperature', 'conditions'], properties: { temperature: { type: 'number' } } };
  expect(await attempt(driver, { call: structured, wanted: { schema } })).toMatchObject({ outcome: 'ok' });
  expect(await attempt(driver, { call: structured, wanted: { json: { conditions: 'Raining frogs' } } })).toMatchObject({
    outcome: 'invalid',
    failure: { class: 'json' },
  });
  // Progress notifications come in the same stream before the answer.
  const long = tool('trigger-long-running-operation', { duration: 0.2, steps: 2 });
  const slow = await attempt(driver, { call: long, wanted: { contains: 'completed' } });
  expect(slow).toMatchObject({ outcome: 'ok' });
  expect(slow.endMs - slow.startMs).toBeGreaterThan(190);
  const wrongArguments = await attempt(driver, { call: tool('echo', { message: 7 }) });
  expect(wrongArguments.outcome).toBe('error');
  expect(wrongArguments.failure?.class).toMatch(/^(tool_error|rpc_-32602)$/);
  const many = await Promise.all(
    Array.from({ length: 30 }, (_, index) => {
      return attempt(driver, { call: tool('echo', { message: `m${index}.` }), wanted: { contains: `m${index}.` } });
    }),
  );
  expect(many.map(({ outcome }) => outcome)).toEqual(many.map(() => 'ok'));
  const connected = await attempt(driver, { call: CONNECT });
  expect(connected).toMatchObject({ outcome: 'ok' });
}

test('the official everything server is driven over streamable HTTP, and its sessions are ended', async () => {
  await using server = await startEverything();
  {
    await using driver = overHttp(server.url);
    await exercise(driver);
    expect((await attempt(driver, { call: CONNECT })).connectedMs).toBeDefined();
  }
  const opened = server.log().match(/Session initialized/g)?.length;
  const closed = server.log().match(/Transport closed/g)?.length;
  expect({ opened, closed }).toEqual({ opened: 3, closed: 3 });
});

test('the official everything server is driven over stdio, and its processes end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-mcp-'));
  try {
    const pids = join(folder, 'pids');
    const wrapper = join(folder, 'server.mjs');
    await writeFile(
      wrapper,
      `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n');
       process.argv[2] = 'stdio'; await import(${JSON.stringify(EVERYTHING)});`,
    );
    {
      await using driver = overStdio(`node ${wrapper} stdio`);
      await exercise(driver);
    }
    const started = (await readFile(pids, 'utf8')).trim().split('\n');
    expect(started).toHaveLength(2);
    expect(started.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

interface Rpc {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
}
type Answer = (rpc: Rpc, request: Received, response: Parameters<Parameters<typeof startServer>[0]>[1]) => void;

const INFO = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'truth', version: '1.2.3' } };

/** A server that does the handshake right and lets the test answer the rest. */
function startMcp(answer: Answer, sessionId = 's-1'): Promise<ScriptedServer> {
  return startServer((request, response) => {
    const rpc = (request.body === '' ? {} : JSON.parse(request.body)) as Rpc;
    if (rpc.method === 'initialize') {
      response.setHeader('mcp-session-id', sessionId);
      sendJson(response, { jsonrpc: '2.0', id: rpc.id, result: INFO });
    } else if (rpc.method === 'notifications/initialized' || rpc.method === undefined) {
      response.writeHead(202).end();
    } else answer(rpc, request, response);
  });
}

const result = (rpc: Rpc, value: unknown): unknown => ({ jsonrpc: '2.0', id: rpc.id, result: value });
const event = (message: unknown): string => `event: message\ndata: ${JSON.stringify(message)}\n\n`;

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
    { outcome: 'error', failure: { class: 'tool_error', message: 'the tool failed: no such table' } },
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

const script = (text: string): string => `node -e '${text.replaceAll("'", '"')}'`;

test.each<[string, string, string, RegExp]>([
  [
    'prints garbage',
    'console.log("Server listening on 3000"); setInterval(() => {}, 1000)',
    'garbage',
    /not JSON-RPC on standard output: Server listening on 3000/,
  ],
  [
    'dies',
    'console.error("cannot find\\nDATABASE_URL"); process.exit(3)',
    'server_exited',
    /ended with exit code 3 with: cannot find DATABASE_URL/,
  ],
  ['is missing', '', 'ENOENT', /no such file or program/],
])('a stdio server that %s says so', async (...[, text, failureClass, message]) => {
  await using driver = overStdio(text === '' ? 'no-such-program-here --x' : script(text));
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: failureClass } });
  expect(made.failure?.message).toMatch(message);
  await expect(driver.check()).rejects.toThrow(message);
});

test('a stdio server that never answers is a timeout, and its process is ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-mcp-'));
  try {
    const file = join(folder, 'pid');
    const silent = `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)`;
    await using driver = overStdio(script(silent));
    expect(await attempt(driver, { timeoutMs: 700 })).toMatchObject({ outcome: 'timeout' });
    expect(existsSync(`/proc/${await readFile(file, 'utf8')}`)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a stdio server that dies between calls is started again', async () => {
  const server = `
    let text = "";
    process.stdin.on("data", (chunk) => {
      text += chunk;
      const lines = text.split("\\n"); text = lines.pop();
      for (const line of lines) {
        const { id, method, params } = JSON.parse(line);
        if (method === "initialize") console.log(JSON.stringify({ jsonrpc: "2.0", id, result: ${JSON.stringify(INFO)} }));
        if (method === "tools/call") { console.log(JSON.stringify({ jsonrpc: "2.0", id, result: { content: [] } })); if (params.name === "die") process.exit(1); }
      }
    });`;
  await using driver = overStdio(script(server.replaceAll(/\s*\n\s*/g, ' ')));
  expect(await attempt(driver, { call: tool('die') })).toMatchObject({ outcome: 'ok' });
  // The next call meets the dying process or already a new one; the one after that certainly a new one.
  const next = await attempt(driver);
  expect(['ok', 'server_exited']).toContain(next.failure?.class ?? next.outcome);
  expect(await attempt(driver)).toMatchObject({ outcome: 'ok' });
});
