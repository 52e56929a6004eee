/** The database behind the tools: one read-only statement at a time, bounded in rows, bytes and time. */
import { DatabaseError, Pool } from 'pg';
import type { PoolClient, QueryConfig } from 'pg';
import { isTransientError } from '../resilience/failure.ts';
import type { Policy } from '../resilience/policy.ts';
import type { Logger } from '../telemetry/log.ts';
import type { DatabaseConfig } from './config.ts';
import { ToolError } from './tool-error.ts';
import { columnsOf, jsonTypes, toObject } from './values.ts';
import type { ResultColumn } from './values.ts';

/** What a statement returned, cut off at the wanted number of rows. */
export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truncated: boolean;
}

/** Reads from the database; nothing can be written. */
export interface Database {
  /**
   * Runs one SELECT (or WITH … SELECT, VALUES, TABLE) and returns at most `maxRows` rows. Throws `ToolError` with the SQLSTATE when the
   * statement is refused or fails, `DependencyError` when the database cannot answer.
   */
  query(sql: string, maxRows: number, signal: AbortSignal): Promise<QueryResult>;
  /** Runs a statement of our own with parameters; the same failures. */
  catalog(sql: string, parameters: readonly unknown[], signal: AbortSignal): Promise<readonly unknown[]>;
  /** Rejects when the database does not answer. */
  ping(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** The database and the policy for it. */
export interface DatabaseOptions {
  readonly config: DatabaseConfig;
  readonly policy: Policy;
  readonly log: Logger;
}

const CONNECT_TIMEOUT_MS = 3_000;
/** Largest answer that is taken from the connection: one row alone may hold a gigabyte. */
const MAX_RESULT_BYTES = 8 * 1024 * 1024;
/** DECLARE takes nothing but a query that does not write: the parser itself refuses INSERT, DROP, SET, COPY and writing WITH clauses. */
const DECLARE = 'DECLARE answer NO SCROLL CURSOR FOR ';
const ONE_SELECT = 'Give one SELECT or WITH … SELECT statement; nothing else is run.';

/** How long one attempt at the database may take altogether: a connection, and the statement. For the policy. */
export function attemptTimeoutMs(config: DatabaseConfig): number {
  return CONNECT_TIMEOUT_MS + config.queryTimeoutMs + 1_000;
}

/** SQLSTATEs of a connection that broke and of a server that is going, coming or full (08P01 is a caller's mistake); plus what `pg` says about broken connections without any code. */
const TRANSIENT_SQLSTATE = /^(0800[0-6]|57P0[1-3]|53300)/;
const BROKEN = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether the same statement may succeed a moment later. */
export function isTransientDatabaseError(error: unknown): boolean {
  if (error instanceof DatabaseError) return TRANSIENT_SQLSTATE.test(error.code ?? '');
  return isTransientError(error) || (error instanceof Error && BROKEN.test(error.message));
}

/** The answer grew beyond what is taken. */
class ResultTooLarge extends Error {
  override readonly name = 'ResultTooLarge';
}

function place(error: DatabaseError): string {
  const position = Number(error.position) - DECLARE.length;
  return position >= 1 ? ` (at character ${position})` : '';
}

function toToolError(error: unknown, timeoutMs: number): unknown {
  if (error instanceof ResultTooLarge) {
    return new ToolError(
      'result_too_large',
      `The result is larger than ${MAX_RESULT_BYTES} bytes; select fewer columns or rows.`,
      { cause: error },
    );
  }
  if (!(error instanceof DatabaseError) || isTransientDatabaseError(error)) return error;
  const { code = 'unknown' } = error;
  const hint = error.hint === undefined ? '' : ` ${error.hint}`;
  const advice =
    code === '57014' ? ` A statement may run ${timeoutMs} ms.` : code === '42601' || code === '0A000' ? ` ${ONE_SELECT}` : '';
  return new ToolError(code, `SQLSTATE ${code}: ${error.message}${place(error)}.${hint}${advice}`, { cause: error });
}

/** Ends the connection as soon as the signal aborts or more than the limit has arrived. Returns what undoes the watch. */
function watch(client: PoolClient, signal: AbortSignal): () => void {
  const { stream } = client.connection;
  let received = 0;
  const onData = (chunk: Buffer): void => {
    received += chunk.length;
    if (received > MAX_RESULT_BYTES) stream.destroy(new ResultTooLarge());
  };
  const onAbort = (): void => {
    stream.destroy(new Error('Connection terminated: the call was given up'));
  };
  stream.on('data', onData);
  signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    stream.off('data', onData);
    signal.removeEventListener('abort', onAbort);
  };
}

/** Lends a connection. One on which anything but SQL went wrong is not used again. */
async function withClient<T>(pool: Pool, signal: AbortSignal, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const lost: Error[] = [];
  const onError = (error: Error): void => void lost.push(error);
  // While it is lent, nobody else listens, and an error event without a listener ends the process.
  client.on('error', onError);
  const unwatch = watch(client, signal);
  let broken = false;
  try {
    signal.throwIfAborted();
    return await use(client);
  } catch (error) {
    broken = !(error instanceof DatabaseError);
    // Why the connection went away says more than that a later statement found it gone.
    throw lost[0] ?? error;
  } finally {
    unwatch();
    client.release(broken || lost.length > 0);
    client.off('error', onError);
  }
}

async function select(client: PoolClient, sql: string, limits: { maxRows: number; timeoutMs: number }): Promise<QueryResult> {
  await client.query(`BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = ${limits.timeoutMs}`);
  try {
    // In the extended protocol the server takes one statement and no more.
    const declaration: QueryConfig & { queryMode: 'extended' } = { text: DECLARE + sql, queryMode: 'extended' };
    await client.query(declaration);
    const fetched = await client.query<unknown[]>({
      text: `FETCH FORWARD ${limits.maxRows + 1} FROM answer`,
      rowMode: 'array',
      types: jsonTypes,
    });
    const columns = columnsOf(fetched.fields);
    const rows = fetched.rows.slice(0, limits.maxRows).map((values) => toObject(columns, values));
    return { columns, rows, truncated: fetched.rows.length > limits.maxRows };
  } finally {
    // Rolling back undoes settings made with set_config; advisory locks of the session would outlive it.
    await client.query('ROLLBACK; SELECT pg_advisory_unlock_all()');
  }
}

function createPool({ config, log }: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: config.url,
    max: config.poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'nba-synthesis-mcp',
  });
  // A connection that breaks while nobody uses it: the pool has dropped it already.
  pool.on('error', (error) => {
    log.warn('database connection lost', {
      'db.system.name': 'postgresql',
      'error.type': error instanceof DatabaseError ? error.code : error.name,
    });
  });
  return pool;
}

/** A pool of connections that opens with the first call. */
export function createDatabase(options: DatabaseOptions): Database {
  const { config, policy } = options;
  const pool = createPool(options);
  const limits = { timeoutMs: config.queryTimeoutMs };
  const guarded = async <T>(signal: AbortSignal, use: (client: PoolClient) => Promise<T>): Promise<T> => {
    try {
      return await policy.execute((attempt) => withClient(pool, attempt, use), signal);
    } catch (error) {
      throw toToolError(error, config.queryTimeoutMs);
    }
  };
  return {
    query: (sql, maxRows, signal) => guarded(signal, (client) => select(client, sql, { ...limits, maxRows })),
    catalog: (sql, parameters, signal) =>
      guarded(signal, async (client) => (await client.query<Record<string, unknown>>(sql, [...parameters])).rows),
    ping: (signal) =>
      withClient(pool, signal, async (client) => {
        await client.query('SELECT 1');
      }),
    close: () => pool.end(),
  };
}
