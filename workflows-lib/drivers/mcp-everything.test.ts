import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { McpCall } from '../core/operation.ts';
import type { Driver } from './driver.ts';
import { attempt, CONNECT, LIST, overHttp, overStdio, tool } from './testing/mcp.ts';
import { freePort } from './testing/scripted-server.ts';

const EVERYTHING = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js');

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
  expect(wrongArguments.outcome).toMatch(/^(invalid|error)$/);
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
