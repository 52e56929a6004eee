import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';

import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import type { RunningSystem } from '../running-system.ts';
import { startSystem } from '../start.ts';
import { planOf, postgresOf } from '../testing/plan.ts';
import { differenceOf, openStatements, readStatements, type StatementTotals } from './statements.ts';

let system: RunningSystem;
let url: string;
let other: string;

beforeAll(async () => {
  const uncounted = postgresOf({ name: 'uncounted', settings: { shared_preload_libraries: '' } });
  system = await startSystem(planOf({ services: [postgresOf(), uncounted] }), { clock: systemClock, log: silentLog });
  url = urlOf('database');
  other = urlOf('uncounted');
});

afterAll(async () => {
  await system.stop();
});

function urlOf(name: string): string {
  const endpoint = system.endpoints[name];
  return endpoint?.type === 'postgres' ? endpoint.url : '';
}

async function ask(at: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: at });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function during(work: () => Promise<void>): Promise<StatementTotals[]> {
  const before = (await readStatements(url)) ?? [];
  await work();
  return differenceOf(before, (await readStatements(url)) ?? []);
}

test('statements are counted by their text without constants and white space, with rows, time and blocks', async () => {
  await ask(url, 'CREATE TABLE games AS SELECT generate_series(1, 1000) AS id');
  const seen = await during(async () => {
    await ask(url, 'SELECT id FROM games WHERE id <= 3', 'SELECT id\n  FROM games\n  WHERE id <= 5', 'SELECT pg_sleep(0.02)');
  });
  expect(seen.map(({ statement, calls, rows }) => ({ statement, calls, rows }))).toEqual([
    { statement: 'SELECT id FROM games WHERE id <= $1', calls: 2, rows: 8 },
    { statement: 'SELECT pg_sleep($1)', calls: 1, rows: 1 },
  ]);
  expect(seen[0]?.blocks).toBeGreaterThanOrEqual(2 * Math.ceil(1000 / 226));
  expect(seen[1]?.totalMs).toBeGreaterThanOrEqual(20);
});

test('reading the counters does not count', async () => {
  expect(await during(() => Promise.resolve())).toEqual([]);
});

test('statements of other databases do not count', async () => {
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  expect(await during(async () => ask(elsewhere.href, 'SELECT 4711'))).toEqual([]);
});

test('every role counts, and what a function runs inside counts as the call of the function', async () => {
  await ask(
    url,
    "CREATE ROLE reader LOGIN PASSWORD 'secret'",
    'CREATE FUNCTION twice() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; PERFORM 2; RETURN 2; END $$',
    "ALTER ROLE reader SET pg_stat_statements.track = 'all'",
  );
  const asReader = new URL(url);
  asReader.username = 'reader';
  asReader.password = 'secret';
  const seen = await during(async () => {
    await ask(asReader.href, 'SELECT twice()');
    await ask(url, 'SELECT twice()');
  });
  expect(seen).toMatchObject([{ statement: 'SELECT twice()', calls: 2 }]);
});

test('a reader stays open over many readings', async () => {
  const reader = await openStatements(url, { create: false });
  const first = (await reader?.read()) ?? [];
  await ask(url, 'SELECT 1 AS many');
  const second = (await reader?.read()) ?? [];
  await ask(url, 'SELECT 2 AS many');
  const third = (await reader?.read()) ?? [];
  expect(differenceOf(first, third)).toMatchObject([{ statement: 'SELECT $1 AS many', calls: 2 }]);
  expect(differenceOf(second, third)).toMatchObject([{ statement: 'SELECT $1 AS many', calls: 1 }]);
  await reader?.close();
  await reader?.close();
});

test('a server that does not count statements has no counters', async () => {
  expect(await readStatements(other)).toBeUndefined();
});

test('a database of somebody else is not changed', async () => {
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  expect(await openStatements(elsewhere.href, { create: false })).toBeUndefined();
});

test('a server that cannot be reached rejects', async () => {
  const nowhere = new URL(url);
  nowhere.port = '9';
  await expect(openStatements(nowhere.href, { create: false })).rejects.toThrow(/ECONNREFUSED/);
});

test('counters that were reset or evicted in between count from zero', () => {
  const totals = (calls: number): StatementTotals => ({ statement: 'SELECT $1', calls, totalMs: calls, rows: calls, blocks: 0 });
  expect(differenceOf([totals(10)], [totals(2)])).toEqual([totals(2)]);
  expect(differenceOf([totals(10)], [])).toEqual([]);
});
