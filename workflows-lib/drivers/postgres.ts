import { Socket } from 'node:net';
import type { Pool, QueryResult } from 'pg';
import type { Clock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import type { Expectation, PostgresCall } from '../core/operation.ts';
import type { Attempt, Driver, Failure, PreparedCall, PreparedOperation, TargetInfo } from './driver.ts';
import { invalid, readable } from './failure.ts';
import { CHECK_TIMEOUT_MS } from './http.ts';
import { timeConnect } from './postgres/connect.ts';
import { postgresEnding } from './postgres/failure.ts';
import { runQuery, type QueryRun, type TrackedPool } from './postgres/query.ts';
import { compileExpectation, type Checks } from './validate.ts';

/** The server that is asked. */
export interface PostgresDriverOptions {
  /** Connection URL. Its password never appears in messages. */
  readonly url: string;
  /** The most connections that queries use at once; more queries wait for one, which counts as their time. */
  readonly poolSize: number;
  readonly clock: Clock;
  /** Name of the service, for messages. */
  readonly name?: string;
}

const QUERY_SUPPORTED: readonly (keyof Expectation)[] = ['rows', 'json', 'schema', 'contains'];
/** How long `close` lets connections say goodbye. */
const CLOSE_TIMEOUT_MS = 1_000;

interface PostgresTarget {
  readonly name: string;
  readonly url: string;
  readonly clock: Clock;
  readonly secrets: readonly string[];
  readonly tracked: () => Promise<TrackedPool>;
}

/**
 * Speaks to a PostgreSQL. `connect` opens a connection of its own each time, login included, and closes it untimed; `query` uses a pool
 * and has `connectedMs` where the pool opened a connection for it. A call that is given up on is cancelled in the server.
 * An expected `json` list is held against the rows, an object against the first row, a schema against the rows. Statements without a
 * result count the rows they changed. Throws UsageError when the URL is not one.
 */
export function openPostgresDriver({ url, poolSize, clock, name = 'postgres' }: PostgresDriverOptions): Driver<PostgresCall> {
  const secrets = secretsOf(name, url);
  let pool: Promise<TrackedPool> | undefined;
  const tracked = (): Promise<TrackedPool> => (pool ??= openPool({ url, poolSize, clock }));
  const target: PostgresTarget = { name, url, clock, secrets, tracked };
  return {
    prepare: (operation) => prepare(operation, target),
    check: (signal) => check(target, signal),
    close: async () => {
      const open = pool;
      pool = undefined;
      if (open !== undefined) await closePool(await open, clock);
    },
  };
}

function secretsOf(name: string, url: string): string[] {
  if (!URL.canParse(url) || !/^postgres(ql)?:/i.test(url)) throw new UsageError(`${name}: the URL is not a postgres:// URL.`);
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)].filter((secret) => secret !== '');
  } catch (error) {
    const mend = 'Write special characters of the password in the percent encoding of URLs ("%" is "%25").';
    throw new UsageError(`${name}: the password in the URL is not encoded. ${mend}`, { cause: error });
  }
}

async function openPool({ url, poolSize, clock }: Omit<PostgresDriverOptions, 'name'>): Promise<TrackedPool> {
  const { Pool: PoolOfPg } = await import('pg');
  const sockets = new Set<Socket>();
  let newest: Socket | undefined;
  let lastOpenedMs = 0;
  const stream = (): Socket => {
    const socket = new Socket();
    newest = socket;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  // Idle connections stay: a load test must not pay for reconnecting after a pause.
  const pool: Pool = new PoolOfPg({
    connectionString: url,
    max: poolSize,
    idleTimeoutMillis: 0,
    application_name: 'shotclock',
    stream,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    lastOpenedMs = clock.now();
    client.on('error', () => undefined);
  });
  return { pool, sockets, lastOpenedMs: () => lastOpenedMs, newestSocket: () => newest };
}

async function closePool({ pool, sockets }: TrackedPool, clock: Clock): Promise<void> {
  const ended = pool.end();
  const patience = new AbortController();
  const tooLong = clock.sleep(CLOSE_TIMEOUT_MS, patience.signal).then(
    () => {
      for (const socket of sockets) socket.destroy();
    },
    () => undefined,
  );
  await Promise.race([ended, tooLong]);
  patience.abort();
  await ended;
}

function prepare({ name, call, expect, timeoutMs }: PreparedOperation<PostgresCall>, target: PostgresTarget): PreparedCall {
  const { clock, secrets } = target;
  const supported = call.action === 'query' ? QUERY_SUPPORTED : [];
  const checks = compileExpectation({ operation: name, expect, supported });
  if (call.action === 'connect') {
    return {
      operation: name,
      execute: async (signal) => {
        const { Client } = await import('pg');
        const client = new Client({ connectionString: target.url, application_name: 'shotclock' });
        return attemptOf(await timeConnect(client, { clock, limits: { timeoutMs, signal }, secrets }), undefined);
      },
    };
  }
  const query = { text: call.sql, ...(call.parameters.length === 0 ? undefined : { values: [...call.parameters] }) };
  let pool: TrackedPool | undefined;
  return {
    operation: name,
    execute: async (signal) => {
      pool ??= await target.tracked();
      const run = await runQuery(pool, query, { clock, limits: { timeoutMs, signal }, secrets });
      return attemptOf(run, run.result === undefined ? undefined : wrongWith(run.result, checks));
    },
  };
}

function attemptOf({ startMs, connectedMs, endMs, ending }: QueryRun, wrong: Failure | undefined): Attempt {
  const why = ending ?? (wrong === undefined ? undefined : invalid(wrong));
  return {
    startMs,
    ...(connectedMs === undefined ? undefined : { connectedMs }),
    endMs,
    outcome: why?.outcome ?? 'ok',
    ...(why === undefined ? undefined : { failure: why.failure }),
    usage: [],
  };
}

function wrongWith(answer: QueryResult | readonly QueryResult[], checks: Checks): Failure | undefined {
  if (!checks.wantsRows && !checks.wantsText && !checks.wantsDocument) return undefined;
  // A simple query of several statements has a list of results; the last one counts.
  const result = Array.isArray(answer) ? (answer as readonly QueryResult[]).at(-1) : (answer as QueryResult);
  const rows: readonly unknown[] = result?.rows ?? [];
  const count = (result?.fields.length ?? 0) > 0 ? rows.length : (result?.rowCount ?? 0);
  const miscounted = checks.rows(count);
  if (miscounted !== undefined || (!checks.wantsText && !checks.wantsDocument)) return miscounted;
  // Dates and the like as they would look in JSON, which is what expectations are written in.
  const text = JSON.stringify(rows);
  const document = JSON.parse(text) as readonly unknown[];
  return checks.contains(text) ?? checks.subset(checks.wantsList ? document : document[0]) ?? checks.schema(document);
}

async function check({ name, url, clock, secrets }: PostgresTarget, signal?: AbortSignal): Promise<TargetInfo> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, application_name: 'shotclock', query_timeout: CHECK_TIMEOUT_MS });
  let version: string | undefined;
  try {
    const limits = { timeoutMs: CHECK_TIMEOUT_MS, signal };
    const { ending } = await timeConnect(client, { clock, limits, secrets }, async () => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      version = rows[0]?.server_version.split(' ')[0];
    });
    if (ending !== undefined) throw unreachable({ name, url, reason: ending.failure.message, secrets });
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    throw unreachable({ name, url, reason: postgresEnding(error, secrets).failure.message, secrets });
  }
  return version === undefined ? {} : { version };
}

interface Unreachable {
  readonly name: string;
  readonly url: string;
  readonly reason: string;
  readonly secrets: readonly string[];
}

function unreachable({ name, url, reason, secrets }: Unreachable): RemoteError {
  const { hostname, port, pathname, username } = new URL(url);
  const user = username === '' ? '' : `${decodeURIComponent(username)}@`;
  const address = `${user}${hostname}:${port === '' ? '5432' : port}${pathname}`;
  return new RemoteError(readable(`${name} at ${address}: ${reason}`, secrets), {
    service: name,
    action: 'connect',
    attempts: 1,
  });
}
