import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { ModelService, OperationPlan, Plan } from '../../../config/plan.ts';
import { systemClock } from '../../../core/clock.ts';
import { silentLog } from '../../../core/log.ts';
import type { PreparedCall } from '../../../drivers/driver.ts';
import { createPriceTable } from '../../../pricing/price-table.ts';
import { behindProxy, startCountingProxy, type CountingProxy } from '../../../system/counting-proxy.ts';
import type { RunningSystem } from '../../../system/running-system.ts';
import { startSystem } from '../../../system/start.ts';
import { planOf, postgresOf, processOf } from '../../../system/testing/plan.ts';
import { openOperations } from '../../open-drivers.ts';
import { measureAnatomy, type OperationAnatomy } from './anatomy.ts';
import { compareStatements } from './compare-statements.ts';
import { openCounters } from './counters.ts';
import { explainChange } from './explain.ts';

const MODEL: ModelService = {
  ...{ name: 'model', type: 'openai', mode: 'simulated', model: 'gpt-4o-mini', provider: 'openai' },
  simulation: { profile: 'fast', seed: 'anatomy', faults: {} },
};
const OPERATIONS: OperationPlan[] = [
  {
    ...{ name: 'api.ask', on: 'api', expect: {}, timeoutMs: 10_000 },
    call: { protocol: 'http', method: 'GET', path: '/ask', headers: {}, usage: '/usage' },
  },
  {
    ...{ name: 'model.stream', on: 'model', expect: {}, timeoutMs: 10_000 },
    call: { protocol: 'openai', messages: [{ role: 'user', content: 'Tell a story.' }], maxTokens: 30, stream: true },
  },
  {
    ...{ name: 'database.connect', on: 'database', expect: {}, timeoutMs: 10_000 },
    call: { protocol: 'postgres', action: 'connect' },
  },
  {
    ...{ name: 'database.broken', on: 'database', expect: { rows: 3 }, timeoutMs: 10_000 },
    call: { protocol: 'postgres', action: 'query', sql: 'SELECT 1 AS broken', parameters: [] },
  },
];

let folder: string;
const started: { proxy: CountingProxy; system: RunningSystem }[] = [];
let base: OperationAnatomy[];
let head: OperationAnatomy[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anatomy-test-'));
  await writeFile(join(folder, 'seed.sql'), 'CREATE TABLE games AS SELECT generate_series(1, 100) AS id;');
  base = await anatomyOf(1);
  head = await anatomyOf(2);
});

afterAll(async () => {
  for (const { proxy, system } of started) {
    await system.stop();
    await proxy.close();
  }
  await rm(folder, { recursive: true });
});

function planWith(queries: number): Plan {
  const run = (script: string): string => `"${process.execPath}" "${join(import.meta.dirname, 'testing', script)}"`;
  const mcp = processOf(run('tool-server.ts'), {
    ...{ name: 'mcp', mcp: '/mcp', ready: { tcp: true } },
    env: { DATABASE_URL: '${services.database.url}', QUERIES: String(queries) },
  });
  const api = processOf(run('api-server.ts'), {
    ...{ name: 'api', needs: ['mcp'], ready: { tcp: true } },
    env: {
      ...{ MCP_URL: '${processes.mcp.url}/mcp', MODEL_URL: '${services.model.base_url}' },
      ...{ API_KEY: '${services.model.api_key}', MODEL: '${services.model.model}' },
    },
  });
  return planOf({ services: [postgresOf({ seed: [join(folder, 'seed.sql')] }), MODEL], processes: [mcp, api] });
}

async function anatomyOf(queries: number): Promise<OperationAnatomy[]> {
  const proxy = await startCountingProxy(systemClock);
  const plan = planWith(queries);
  const system = await startSystem(behindProxy(plan, proxy), { clock: systemClock, log: silentLog });
  started.push({ proxy, system });
  const opened = openOperations(OPERATIONS, system, { clock: systemClock, concurrency: 1 });
  try {
    const operations = new Map(opened.calls.map((call) => [call.operation, call]));
    const { signal } = new AbortController();
    return await measureAnatomy({ operations, system, services: plan.services, proxy, repeat: 3, clock: systemClock, signal });
  } finally {
    await opened.close();
  }
}

const find = (side: readonly OperationAnatomy[], operation: string): OperationAnatomy => {
  const found = side.find((one) => one.operation === operation);
  if (found === undefined) throw new Error(`no anatomy of ${operation}`);
  return found;
};
const prices = { base: createPriceTable(), head: createPriceTable() };

test('what a call does inside is counted exactly, call by call, also where a statement ends after the answer', () => {
  const ask = find(base, 'api.ask');
  expect(ask).toMatchObject({ calls: 3, failed: 0, queries: [1, 1, 1], modelCalls: [1, 1, 1], toolCalls: [1, 1, 1] });
  expect(ask.statements).toMatchObject([{ service: 'database', statement: 'SELECT id FROM games WHERE id <= $1', calls: 1 }]);
  expect(ask.tools).toEqual([{ name: 'query', calls: 1 }]);
  expect(ask.models).toEqual([{ name: 'openai/gpt-4o-mini', calls: 1 }]);
  expect(find(head, 'api.ask').queries).toEqual([3, 3, 3]);
});

test('the times inside lie within the call', () => {
  const { total, sql, model, tools } = find(base, 'api.ask').times;
  for (const time of [sql, model, tools]) expect(time).toBeGreaterThan(0);
  // Each is told by a process of its own, whose clocks are read a little apart.
  expect((tools ?? 0) + (model ?? 0)).toBeLessThan(1.05 * (total ?? 0));
  expect(sql).toBeLessThan(tools ?? 0);
});

test('an operation that goes to the model itself has its tokens and its phases', () => {
  const stream = find(base, 'model.stream');
  expect(stream).toMatchObject({ queries: [0, 0, 0], modelCalls: [1, 1, 1], toolCalls: [0, 0, 0], statements: [] });
  expect(stream.usage).toHaveLength(3);
  expect(stream.usage[0]?.perRequest).toBe(1 / 3);
  const { firstByte, firstToken, tokens } = stream.times;
  for (const time of [firstByte, firstToken, tokens]) expect(time).not.toBeNull();
});

test('connections are told where each call opens one', () => {
  expect(find(base, 'database.connect').times.connect).toBeGreaterThan(0);
});

test('wrong answers are not looked into', () => {
  expect(find(base, 'database.broken')).toMatchObject({ calls: 0, failed: 3, queries: [], statements: [] });
});

test('two queries more are found and named, side by side', () => {
  const parts = explainChange({ metric: 'queries', prices }, find(base, 'api.ask'), find(head, 'api.ask'));
  expect(parts.map(({ part, change }) => [part, change])).toEqual([
    ['SELECT id FROM games WHERE id <= $1', 1],
    ['SELECT pg_sleep($1)', 1],
  ]);
  expect(compareStatements(base, head)).toMatchObject([
    { statement: 'SELECT pg_sleep($1)', base: null, head: { calls: 1 } },
    { statement: 'SELECT id FROM games WHERE id <= $1', base: { calls: 1, rows: 0 }, head: { calls: 2, rows: 1 } },
  ]);
});

test('a signal ends it with its reason', async () => {
  const [running] = started;
  const execute: PreparedCall['execute'] = () => Promise.reject(new Error('called'));
  const operations = new Map([['x', { operation: 'x', execute }]]);
  const signal = AbortSignal.abort(new Error('stopped on request'));
  const system = running?.system ?? { endpoints: {}, hide: String };
  await expect(measureAnatomy({ operations, system, services: {}, repeat: 1, clock: systemClock, signal })).rejects.toThrow(
    'stopped on request',
  );
});

test('counters that cannot all be opened leave no connection behind', async () => {
  const { database } = started[0]?.system.endpoints ?? {};
  if (database?.type !== 'postgres') throw new Error('no database is running');
  const simulatorLog = join(folder, 'seed.sql', 'no-folder');
  const model = { type: 'openai', baseUrl: '', apiKey: '', model: 'm', provider: 'openai', simulatorLog } as const;
  const system = { endpoints: { database, model }, hide: String };
  await expect(openCounters({ system, services: planWith(1).services, clock: systemClock })).rejects.toThrow(/ENOTDIR/);
  const client = new Client({ connectionString: database.url, application_name: 'test' });
  await client.connect();
  try {
    const sql = "SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'shotclock'";
    let open: unknown;
    // The server notices a closed connection a little later.
    for (let time = 0; time < 100 && open !== 0; time++) {
      await systemClock.sleep(10);
      open = (await client.query<{ open: number }>(sql)).rows[0]?.open;
    }
    expect(open).toBe(0);
  } finally {
    await client.end();
  }
});
