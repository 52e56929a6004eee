/**
 * `npm run bench:overhead`: what measuring costs. The same call is made with the bare client and through driver and recorder, in turn, one at
 * a time, in the order A B B A, so that drift of the machine falls on both alike. The median of the paired differences is what a call through
 * Shotclock takes longer; the bare loop only reads the answer, the driver also checks it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client as HttpClient } from 'undici';
import { z } from 'zod';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import type { Expectation, HttpCall, McpCall, PostgresCall } from '../../workflows-lib/core/operation.ts';
import type { PreparedCall } from '../../workflows-lib/drivers/driver.ts';
import { openHttpDriver } from '../../workflows-lib/drivers/http.ts';
import { openMcpDriver } from '../../workflows-lib/drivers/mcp.ts';
import { openPostgresDriver } from '../../workflows-lib/drivers/postgres.ts';
import { createRecorder, type Recorder } from '../../workflows-lib/load/recorder.ts';
import { createPriceTable } from '../../workflows-lib/pricing/price-table.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { withPostgres } from './postgres-server.ts';

const TARGET_US = 25;
/** What the null servers print once they listen. */
const greeting = z.object({ port: z.int() });
const limits = { timeoutMs: 30_000 } as const;
const PAIRS = { full: 6_000, quick: 1_000 } as const;
/** Until the code is compiled and the connections stand. */
const WARM_UP_PAIRS = 500;

/** One thing to do, both ways. */
interface Contest {
  readonly name: string;
  readonly bare: () => Promise<unknown>;
  readonly call: PreparedCall;
}

await runBench('overhead: driver and recorder over a bare loop of the same client', async (options) => {
  const figures: Figure[] = [];
  await withPostgres(async (url) => {
    figures.push(...(await measurePostgres(url, options)));
  });
  await withNullServers(async (origin) => {
    figures.push(...(await measureHttp(origin, options)));
    for (const path of ['/mcp', '/mcp-stream']) figures.push(...(await measureMcp(`${origin}${path}`, options)));
  });
  return figures;
});

async function compare({ name, bare, call }: Contest, { quick, progress }: BenchOptions): Promise<Figure[]> {
  progress(`${name} ...`);
  const pairs = quick ? PAIRS.quick : PAIRS.full;
  const recorder = createRecorder(createPriceTable());
  const withBare = (): Promise<number> => timeOf(bare);
  const withDriver = (): Promise<number> => timeOf(() => measured(call, recorder));
  const times = { bare: new Float64Array(pairs), driver: new Float64Array(pairs) };
  for (let pair = -WARM_UP_PAIRS; pair < pairs; pair++) {
    const bareFirst = pair % 2 === 0;
    const first = bareFirst ? await withBare() : await withDriver();
    const second = bareFirst ? await withDriver() : await withBare();
    if (pair < 0) continue;
    times.bare[pair] = bareFirst ? first : second;
    times.driver[pair] = bareFirst ? second : first;
  }
  const wrong = recorder.records().find(({ outcomes, series }) => outcomes.ok !== pairs + WARM_UP_PAIRS || series.size === 0);
  if (wrong !== undefined) throw new Error(`${name}: not every call was ok: ${JSON.stringify(wrong.failures)}`);
  const added = times.driver.map((time, pair) => time - (times.bare[pair] ?? 0));
  return [
    { name: `${name}: bare, median`, value: median(times.bare), unit: 'us' },
    { name: `${name}: measured, median`, value: median(times.driver), unit: 'us' },
    { name: `${name}: added, median of ${pairs} pairs`, value: median(added), unit: 'us', atMost: TARGET_US },
  ];
}

async function measured(call: PreparedCall, recorder: Recorder): Promise<void> {
  const attempt = await call.execute();
  const stage = { id: 'overhead', workload: 'closed' } as const;
  recorder.record({ stage, operation: call.operation, intendedStartMs: attempt.startMs }, attempt);
}

/** Microseconds. */
async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1_000;
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

async function measurePostgres(url: string, options: BenchOptions): Promise<Figure[]> {
  const { Pool } = await import('pg');
  const pool = new Pool({ connectionString: url, max: 1 });
  const driver = openPostgresDriver({ url, poolSize: 1, clock: systemClock });
  const sql = 'SELECT $1::int AS count';
  const call: PostgresCall = { protocol: 'postgres', action: 'query', sql, parameters: [1_230] };
  const expect: Expectation = { rows: 1, json: { count: 1_230 } };
  try {
    const prepared = driver.prepare({ name: 'database.query', call, expect, ...limits });
    return await compare({ name: 'postgres', bare: () => pool.query(sql, [1_230]), call: prepared }, options);
  } finally {
    await driver.close();
    await pool.end();
  }
}

async function measureHttp(origin: string, options: BenchOptions): Promise<Figure[]> {
  const client = new HttpClient(origin);
  const driver = openHttpDriver({ url: origin, headers: {}, clock: systemClock });
  const json = { question: 'Who won?' };
  const call: HttpCall = { protocol: 'http', method: 'POST', path: '/', headers: {}, json };
  const request = {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  } as const;
  try {
    const expect: Expectation = { status: 200, json: { status: 'success' } };
    const prepared = driver.prepare({ name: 'api.ask', call, expect, ...limits });
    return await compare(
      { name: 'http', bare: async () => (await client.request(request)).body.text(), call: prepared },
      options,
    );
  } finally {
    await driver.close();
    await client.close();
  }
}

async function measureMcp(url: string, options: BenchOptions): Promise<Figure[]> {
  const { origin, pathname: path } = new URL(url);
  const client = new HttpClient(origin);
  const driver = openMcpDriver({ transport: 'http', url, headers: {}, clock: systemClock });
  const call: McpCall = { protocol: 'mcp', action: 'call_tool', tool: 'query_database', arguments: { sql: 'SELECT 1' } };
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-session-id': 'null-session',
  };
  let id = 0;
  const bare = async (): Promise<string> => {
    const params = { name: 'query_database', arguments: { sql: 'SELECT 1' } };
    const body = JSON.stringify({ jsonrpc: '2.0', id: ++id, method: 'tools/call', params });
    return (await client.request({ method: 'POST', path, headers, body })).body.text();
  };
  try {
    const prepared = driver.prepare({ name: 'mcp.query', call, expect: { rows: 1 }, ...limits });
    const name = path === '/mcp' ? 'mcp over http' : 'mcp over http, streamed';
    return await compare({ name, bare, call: prepared }, options);
  } finally {
    await driver.close();
    await client.close();
  }
}

async function withNullServers(use: (origin: string) => Promise<void>): Promise<void> {
  const script = fileURLToPath(new URL('overhead-servers.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    await use(`http://127.0.0.1:${greeting.parse(JSON.parse(line)).port}`);
  } finally {
    child.stdin.end();
    await exited;
  }
}
