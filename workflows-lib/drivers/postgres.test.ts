import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../examples/nba-synthesis/testing/postgres.ts';
import { systemClock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import type { Expectation, PostgresCall } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openPostgresDriver } from './postgres.ts';
import { freePort } from './testing/scripted-server.ts';

const PASSWORD = 'owner-secret';
let database: TestPostgres;
beforeAll(async () => {
  database = await startPostgres();
  await using driver = openPlain();
  const hba = `COPY (SELECT 'host all all 127.0.0.1/32 scram-sha-256') TO`;
  // The test server trusts everybody; these tests need one that asks for passwords.
  const strict = `ALTER ROLE owner PASSWORD '${PASSWORD}';
    DO $$ BEGIN EXECUTE format('${hba.replaceAll("'", "''")} %L', current_setting('hba_file')); END $$;
    SELECT pg_reload_conf()`;
  expect(await attempt(driver, query(strict))).toMatchObject({ outcome: 'ok' });
});
afterAll(async () => {
  await database.stop();
});

function withPassword(password: string): URL {
  const url = new URL(database.ownerUrl);
  url.password = password;
  return url;
}

const openPlain = (): ReturnType<typeof open> => open(database.ownerUrl);

function open(url = withPassword(PASSWORD).href, poolSize = 4): Driver<PostgresCall> & AsyncDisposable {
  const driver = openPostgresDriver({ url, poolSize, clock: systemClock, name: 'database' });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

const CONNECT: PostgresCall = { protocol: 'postgres', action: 'connect' };
const query = (sql: string, ...parameters: readonly unknown[]): PostgresCall => ({
  protocol: 'postgres',
  action: 'query',
  sql,
  parameters,
});

interface Try {
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

function attempt(
  driver: Driver<PostgresCall>,
  call: PostgresCall,
  { wanted = {}, timeoutMs = 10_000, signal }: Try = {},
): Promise<Attempt> {
  return driver.prepare({ name: 'database.x', call, expect: wanted, timeoutMs }).execute(signal);
}

test.each<[string, readonly unknown[], Expectation, string | undefined]>([
  ['SELECT 1 AS n', [], { rows: 1, json: { n: 1 } }, undefined],
  ['SELECT $1::int + $2::int AS n', [40, 2], { json: [{ n: 42 }], contains: '42' }, undefined],
  ['SELECT 1 WHERE false', [], { rows: 0 }, undefined],
  [
    'SELECT generate_series(1, 3) AS n',
    [],
    { rows: { min: 2, max: 3 }, schema: { type: 'array', items: { required: ['n'] } } },
    undefined,
  ],
  ['SELECT 1 AS a; SELECT 2 AS b', [], { json: { b: 2 } }, undefined],
  ["SELECT timestamptz '2025-01-02 03:04:05Z' AS at", [], { json: { at: '2025-01-02T03:04:05.000Z' } }, undefined],
  ['CREATE TEMP TABLE t (n int); INSERT INTO t VALUES (1), (2)', [], { rows: 2 }, undefined],
  ['SELECT generate_series(1, 3)', [], { rows: 2 }, 'rows: expected 2, got 3'],
  ['SELECT 1 AS n', [], { json: { n: 2 } }, 'json.n: expected 2, got 1'],
  ['SELECT 1 AS n', [], { json: [{ n: 1 }, { n: 2 }] }, 'json: expected 2 items, got 1'],
  ["SELECT 'x' AS n", [], { schema: { items: { properties: { n: { type: 'number' } } } } }, 'schema: /0/n must be number'],
])('%s %j is held against %j', async (...[sql, parameters, wanted, message]) => {
  await using driver = open();
  const made = await attempt(driver, query(sql, ...parameters), { wanted });
  expect({ outcome: made.outcome, message: made.failure?.message }).toEqual({
    outcome: message === undefined ? 'ok' : 'invalid',
    message,
  });
});

test('connect logs in anew each time and leaves no connection behind', async () => {
  await using driver = open();
  const first = await attempt(driver, CONNECT);
  const second = await attempt(driver, CONNECT);
  for (const made of [first, second]) {
    expect(made).toMatchObject({ outcome: 'ok', connectedMs: made.endMs });
    expect(made.endMs).toBeGreaterThan(made.startMs);
  }
  const others = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'shotclock' AND pid <> pg_backend_pid()`;
  expect(await attempt(driver, query(others), { wanted: { json: { n: 0 } } })).toMatchObject({ outcome: 'ok' });
});

test('a query tells when it opened its connection, and the next one uses it again', async () => {
  await using driver = open();
  const first = await attempt(driver, query('SELECT 1'));
  expect(first.connectedMs).toBeGreaterThan(first.startMs);
  expect(first.connectedMs).toBeLessThanOrEqual(first.endMs);
  expect(await attempt(driver, query('SELECT 1'))).not.toHaveProperty('connectedMs');
});

test('the time of a query is at least what the server spent on it', async () => {
  await using driver = open();
  const made = await attempt(driver, query('SELECT pg_sleep(0.1)'));
  expect(made.endMs - made.startMs).toBeGreaterThanOrEqual(100);
});

test('an error of SQL has its SQLSTATE as class and keeps the connection', async () => {
  await using driver = open(undefined, 1);
  expect(await attempt(driver, query('SELEC 1'))).toMatchObject({
    outcome: 'error',
    failure: { class: 'sql_42601', message: 'syntax error at or near "SELEC"' },
  });
  expect(await attempt(driver, query('SELECT * FROM nowhere'))).toMatchObject({ failure: { class: 'sql_42P01' } });
  expect(await attempt(driver, query('SELECT 1'))).not.toHaveProperty('connectedMs');
});

const sleepers = query(
  `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`,
);

test.each(['the time is over', 'the caller stops it'])('a query is cancelled in the server when %s', async (why) => {
  await using driver = open();
  const controller = new AbortController();
  const byCaller = why === 'the caller stops it';
  const made = attempt(driver, query('SELECT pg_sleep(30)'), { timeoutMs: byCaller ? 30_000 : 300, signal: controller.signal });
  await using watcher = open();
  while ((await attempt(watcher, sleepers, { wanted: { json: { n: 1 } } })).outcome !== 'ok');
  if (byCaller) controller.abort();
  expect(await made).toMatchObject(byCaller ? { outcome: 'error', failure: { class: 'aborted' } } : { outcome: 'timeout' });
  while ((await attempt(watcher, sleepers, { wanted: { json: { n: 0 } } })).outcome !== 'ok');
  expect(await attempt(driver, query('SELECT 1'))).toMatchObject({ outcome: 'ok' });
});

test('more queries than connections wait for one, and giving up while waiting harms nobody', async () => {
  await using driver = open(undefined, 1);
  const long = attempt(driver, query('SELECT pg_sleep(0.4)'));
  const impatient = attempt(driver, query('SELECT 1'), { timeoutMs: 100 });
  const patient = attempt(driver, query('SELECT 1'));
  expect(await impatient).toMatchObject({ outcome: 'timeout' });
  expect(await long).toMatchObject({ outcome: 'ok' });
  const waited = await patient;
  expect(waited).toMatchObject({ outcome: 'ok' });
  expect(waited.endMs - waited.startMs).toBeGreaterThan(300);
});

test('a connection that the server ends is an error, and the next query gets another one', async () => {
  await using driver = open(undefined, 1);
  expect(await attempt(driver, query('SELECT pg_terminate_backend(pg_backend_pid())'))).toMatchObject({
    outcome: 'error',
    failure: { class: 'sql_57P01' },
  });
  const next = await attempt(driver, query('SELECT 1'));
  expect(next).toMatchObject({ outcome: 'ok' });
  expect(next.connectedMs).toBeDefined();
});

test('check tells the version', async () => {
  await using driver = open();
  expect((await driver.check()).version).toMatch(/^\d+\.\d+$/);
});

function changed(change: (url: URL) => void): string {
  const url = withPassword(PASSWORD);
  change(url);
  return url.href;
}

test.each<[string, (url: URL) => void, string, RegExp]>([
  ['the password is wrong', (url) => (url.password = 'wrong-one'), 'sql_28P01', /password authentication failed/],
  ['the database is not there', (url) => (url.pathname = '/nowhere'), 'sql_3D000', /database "nowhere" does not exist/],
])('when %s, connect, query and check all say so without the password', async (...[, change, failureClass, message]) => {
  await using driver = open(changed(change));
  for (const call of [CONNECT, query('SELECT 1')]) {
    expect(await attempt(driver, call)).toMatchObject({ outcome: 'error', failure: { class: failureClass } });
  }
  const refused: unknown = await driver.check().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RemoteError);
  expect(String(refused)).toMatch(message);
  expect(String(refused)).toMatch(/database at \w+@127\.0\.0\.1:\d+\//);
  expect(String(refused)).not.toContain(new URL(changed(change)).password);
});

test('nothing that listens is refused, and an unknown host is not found', async () => {
  await using dead = open(`postgres://u:hidden@127.0.0.1:${await freePort()}/db`);
  expect(await attempt(dead, CONNECT)).toMatchObject({ failure: { class: 'ECONNREFUSED' } });
  expect(await attempt(dead, query('SELECT 1'))).toMatchObject({ failure: { class: 'ECONNREFUSED' } });
  await expect(dead.check()).rejects.toThrow(/connection refused: nothing listens there/);
});

/** Accepts connections and says nothing. */
async function startMute(): Promise<
  { readonly server: Server; readonly url: string; readonly closed: () => number } & AsyncDisposable
> {
  const sockets = new Set<Socket>();
  let closed = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('close', () => closed++);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const dispose = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { server, url: `postgres://u:p@127.0.0.1:${String(port)}/db`, closed: () => closed, [Symbol.asyncDispose]: dispose };
}

test('a server that accepts and never answers is a timeout, and its connections are dropped', async () => {
  await using mute = await startMute();
  {
    await using driver = open(mute.url, 1);
    expect(await attempt(driver, CONNECT, { timeoutMs: 100 })).toMatchObject({ outcome: 'timeout' });
    expect(await attempt(driver, query('SELECT 1'), { timeoutMs: 100 })).toMatchObject({ outcome: 'timeout' });
    // The first query's connection did not stay in the pool of one.
    expect(await attempt(driver, query('SELECT 1'), { timeoutMs: 100 })).toMatchObject({ outcome: 'timeout' });
  }
  while (mute.closed() < 3) await new Promise((resolve) => setImmediate(resolve));
});

test.each(['mysql://root:hunter2@localhost/db', 'postgres://root:hunter2%zz@localhost/db'])(
  'a URL that cannot be used is refused without showing it: %#',
  (url) => {
    expect(() => open(url)).toThrow(UsageError);
    expect(() => open(url)).not.toThrow(/hunter2/);
  },
);
