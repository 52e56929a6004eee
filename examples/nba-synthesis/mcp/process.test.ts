/** The server as a process of its own: configuration, logs, probes, standard input and output, and how it ends. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { callTool, connectClient } from '../testing/mcp-client.ts';
import { withClient } from '../testing/postgres.ts';
import { startSeasonStores } from '../testing/season-stores.ts';
import type { SeasonStores } from '../testing/season-stores.ts';

const ENTRY = join(import.meta.dirname, '..', 'mcp-server.ts');

interface Line {
  readonly severity_text: string;
  readonly body: string;
  readonly resource: Record<string, unknown>;
  readonly attributes: Record<string, unknown>;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: URL;
  readonly lines: readonly Line[];
  /** Resolves with the first line that says so, also one from the past. */
  line(body: string): Promise<Line>;
  /** Sends a signal and resolves with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

let stores: SeasonStores;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  stores = await startSeasonStores();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(async () => {
  await stores.stop();
});

function launch(env: Record<string, string>, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [ENTRY, ...args], { env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  children.add(child);
  return child;
}

async function start(env: Record<string, string> = {}): Promise<Running> {
  const child = launch({ ...stores.env, ...env });
  if (child.stdout === null) throw new Error('no output');
  const lines: Line[] = [];
  const waiting = new Map<string, (line: Line) => void>();
  createInterface({ input: child.stdout }).on('line', (raw) => {
    const line = JSON.parse(raw) as Line;
    lines.push(line);
    waiting.get(line.body)?.(line);
  });
  const lineOf = async (body: string): Promise<Line> => {
    const known = lines.find((line) => line.body === body);
    if (known !== undefined) return known;
    const { promise, resolve } = Promise.withResolvers<Line>();
    waiting.set(body, resolve);
    return await promise;
  };
  const listening = await lineOf('listening');
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  };
  return { child, url: new URL(`http://127.0.0.1:${Number(listening.attributes['server.port'])}/mcp`), lines, line: lineOf, end };
}

async function get(url: URL, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(new URL(path, url));
  return { status: response.status, body: await response.json() };
}

async function failedStart(env: Record<string, string>, ...args: string[]): Promise<{ code: unknown; stderr: string }> {
  const child = launch(env, ...args);
  const [exit, stderr] = await Promise.all([once(child, 'exit'), child.stderr === null ? '' : text(child.stderr)]);
  return { code: (exit as unknown[])[0], stderr };
}

/** Resolves once the reader runs this many statements that sleep. */
async function untilSleeping(count: number): Promise<void> {
  await withClient(stores.postgres.ownerUrl, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        "SELECT 1 FROM pg_stat_activity WHERE usename = 'nba_reader' AND state = 'active' AND wait_event = 'PgSleep'",
      );
      if (rows.length === count) return;
    }
  });
}

test('the probes tell who it is and whether each dependency answers', async () => {
  const server = await start();
  expect(await get(server.url, '/livez')).toEqual({ status: 200, body: { status: 'alive' } });
  expect(await get(server.url, '/version')).toEqual({
    status: 200,
    body: { service: 'nba-synthesis-mcp', version: '1.2.3', node: process.version },
  });
  expect(await get(server.url, '/readyz')).toMatchObject({
    status: 200,
    body: {
      status: 'ready',
      dependencies: { database: { ready: true, breaker: 'closed' }, files: { ready: true, breaker: 'closed' } },
    },
  });
  expect((await get(server.url, '/nowhere')).status).toBe(404);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('every line of the log is one JSON object with the resource, and none shows a secret', async () => {
  const server = await start();
  const client = await connectClient(server.url);
  await client.call('list_tables');
  await client.close();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(server.lines.map((line) => line.body)).toEqual(
    expect.arrayContaining(['listening', 'mcp session started', 'mcp request', 'mcp session ended', 'stopping', 'stopped']),
  );
  for (const line of server.lines)
    expect(line.resource).toEqual({ 'service.name': 'nba-synthesis-mcp', 'service.version': '1.2.3' });
  expect(JSON.stringify(server.lines)).not.toMatch(/reader-secret|s3-secret-key/);
});

test.each(['SIGTERM', 'SIGINT'] as const)('on %s it finishes what runs, refuses what is new, and ends with 0', async (signal) => {
  const server = await start();
  const client = await connectClient(server.url);
  const other = await connectClient(server.url);
  const answer = client.call('query_database', { sql: 'SELECT 1 AS one FROM pg_sleep(1)' });
  await untilSleeping(1);
  const exit = server.end(signal);
  await server.line('stopping');
  expect(await get(server.url, '/readyz')).toEqual({ status: 503, body: { status: 'stopping', dependencies: {} } });
  expect((await get(server.url, '/livez')).status).toBe(200);
  await expect(other.call('list_tables')).rejects.toThrow('The server is stopping');
  expect((await answer).structuredContent).toMatchObject({ rows: [{ one: 1 }] });
  expect(await exit).toBe(0);
  await client.client.close();
  await other.client.close();
});

test('an open stream of server messages does not keep it from ending', async () => {
  const server = await start();
  const client = await connectClient(server.url);
  await client.client.ping();
  expect(await server.end('SIGTERM')).toBe(0);
  await client.client.close();
});

test('while the database is away it stays alive but not ready, tools say so, and afterwards all is well', async () => {
  const server = await start();
  const client = await connectClient(server.url);
  await client.call('list_tables');
  await stores.postgres.crash();
  try {
    const { text: message } = await client.failure('query_database', { sql: 'SELECT 1' });
    expect(message).toMatch(/^database did not answer/);
    expect((await client.call('list_s3_files', { max_keys: 1 })).isError).toBeUndefined();
    expect(await get(server.url, '/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not_ready', dependencies: { database: { ready: false }, files: { ready: true } } },
    });
    expect((await get(server.url, '/livez')).status).toBe(200);
  } finally {
    await stores.postgres.restart();
  }
  expect((await client.call('query_database', { sql: 'SELECT 1 AS one' })).structuredContent).toMatchObject({
    rows: [{ one: 1 }],
  });
  await client.close();
  expect(await server.end('SIGTERM')).toBe(0);
});

test('a login that can do everything is warned about', async () => {
  const server = await start({ DATABASE_URL: stores.postgres.ownerUrl });
  expect((await server.line('DATABASE_URL logs in as a superuser; use a role that can only read')).severity_text).toBe('WARN');
  await server.end('SIGTERM');
});

test('over standard input and output it speaks the protocol there and logs to standard error', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [ENTRY, '--stdio'],
    env: { ...stores.env },
    stderr: 'pipe',
  });
  const log = transport.stderr instanceof Readable ? text(transport.stderr) : Promise.resolve('');
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  const result = await callTool(client, 'query_database', { sql: 'SELECT count(*) AS games FROM games' });
  expect(result.structuredContent).toMatchObject({ rows: [{ games: 1230 }] });
  await client.close();
  const lines = (await log)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.find((line) => line.attributes['gen_ai.tool.name'] === 'query_database')?.attributes).toMatchObject({
    'network.transport': 'pipe',
  });
});

test('when its input ends it stops by itself', async () => {
  const child = launch({ ...stores.env }, '--stdio');
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('garbage on standard input is survived', async () => {
  const child = launch({ ...stores.env }, '--stdio');
  if (child.stdin === null || child.stdout === null) throw new Error('no pipes');
  child.stdin.write('this is no JSON\n{"jsonrpc":"1.0"}\n');
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'ping' })}\n`);
  const [answer] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  expect(JSON.parse(answer)).toEqual({ jsonrpc: '2.0', id: 7, result: {} });
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

const COMPLETE = {
  DATABASE_URL: 'postgres://u:hidden-password@localhost/x',
  S3_BUCKET: 'b',
  AWS_ACCESS_KEY_ID: 'k',
  AWS_SECRET_ACCESS_KEY: 's',
};

test.each<[string, Record<string, string>, string[]]>([
  ['DATABASE_URL is not set; S3_BUCKET is not set; AWS_ACCESS_KEY_ID is not set; AWS_SECRET_ACCESS_KEY is not set', {}, []],
  ['S3_BUCKET is not set', { ...COMPLETE, S3_BUCKET: ' ' }, []],
  ['DATABASE_URL must be a URL that begins with postgres://', { ...COMPLETE, DATABASE_URL: 'hidden-password' }, []],
  ['PORT must be at most 65535', { ...COMPLETE, PORT: '70000' }, []],
  ['QUERY_TIMEOUT must be a duration such as 5s, 1500ms or 1m', { ...COMPLETE, QUERY_TIMEOUT: 'soon' }, []],
  ["Unknown option '--stdoi'", COMPLETE, ['--stdoi']],
])('it does not start, with one line and exit code 2: %s', async (message, env, args) => {
  const { code, stderr } = await failedStart(env, ...args);
  expect(code).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('hidden-password');
});

test('a port that is taken is one line and exit code 2', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    const { code, stderr } = await failedStart({ ...stores.env, PORT: String(port) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`address already in use 127.0.0.1:${port}`) as unknown,
    });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  } finally {
    holder.close();
  }
});

test('a page of a foreign site gets nothing, whatever name it has for this machine', async () => {
  const server = await start();
  const ask = async (headers: Record<string, string>): Promise<string> => {
    const socket = createConnection(Number(server.url.port), '127.0.0.1');
    const all = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      connection: 'close',
      ...headers,
    };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    socket.end(`POST /mcp HTTP/1.1\r\n${head.join('')}content-length: ${body.length}\r\n\r\n${body}`);
    return (await text(socket)).split('\r\n')[0] ?? '';
  };
  expect(await ask({ host: 'evil.example' })).toContain('403');
  expect(await ask({ host: `127.0.0.1:${server.url.port}`, origin: 'https://evil.example' })).toContain('403');
  expect(await ask({ host: `localhost:${server.url.port}`, origin: 'http://localhost:6274' })).toContain('400');
  await server.end('SIGTERM');
});
