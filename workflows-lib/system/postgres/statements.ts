/** What a database was asked, as its own pg_stat_statements counted it. */
import type { Client } from 'pg';
import { errorCode } from '../../core/error-code.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Counters of one statement. */
export interface StatementTotals {
  /** Constants are `$1`, `$2`, …; runs of white space one space. */
  readonly statement: string;
  readonly calls: number;
  /** Milliseconds of execution, added up. */
  readonly totalMs: number;
  /** Rows returned or changed. */
  readonly rows: number;
  /** Shared blocks found in the cache or read into it. */
  readonly blocks: number;
}

/** The counters of one database, to be read many times. */
export interface StatementReader {
  /** All statements of this database since the server started, by text; what reads the counters is left out. */
  read(): Promise<StatementTotals[]>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Whether the extension may be created where it is missing: only in a database of our own. */
export interface StatementOptions {
  readonly create: boolean;
}

/** Only what clients sent, not what functions ran inside: from version 14 on the view tells them apart. */
const QUERY = `SELECT query, calls::float8 AS calls, total_exec_time AS ms, rows::float8 AS rows,
    (shared_blks_hit + shared_blks_read)::float8 AS blocks
  FROM pg_stat_statements
  WHERE toplevel AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND query NOT ILIKE '%pg_stat_statements%'`;

/**
 * How PostgreSQL says that there are no such counters: no view or function of that name, an older one with other columns, one in another
 * schema, no rights, not preloaded, not installed, or a server that must not be written to.
 */
const ABSENT = ['42P01', '42883', '42703', '3F000', '42501', '55000', '58P01', '0A000', '25006'];

interface StatementRow {
  readonly query: string;
  readonly calls: number;
  readonly ms: number;
  readonly rows: number;
  readonly blocks: number;
}

/**
 * Connects to read counters. Undefined where the server does not count statements, or not for this user; rejects with what `pg` says when
 * it cannot be reached.
 */
export async function openStatements(url: string, { create }: StatementOptions): Promise<StatementReader | undefined> {
  const { Client: ClientOfPg } = await import('pg');
  const client = new ClientOfPg({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'shotclock',
  });
  // A connection that breaks while nothing is asked of it must not end the process; the next reading says it.
  client.on('error', () => undefined);
  const close = async (): Promise<void> => client.end().catch(() => undefined);
  try {
    await client.connect();
    if (create) await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await readTotals(client);
  } catch (error) {
    await close();
    if (ABSENT.includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
  return { read: async () => readTotals(client), close };
}

/** Reads the counters of a database of ours once; undefined where the server does not count statements. */
export async function readStatements(url: string): Promise<StatementTotals[] | undefined> {
  const reader = await openStatements(url, { create: true });
  if (reader === undefined) return undefined;
  try {
    return await reader.read();
  } finally {
    await reader.close();
  }
}

async function readTotals(client: Client): Promise<StatementTotals[]> {
  const { rows } = await client.query<StatementRow>(QUERY);
  const totals = new Map<string, StatementTotals>();
  // Different users, and spellings that differ in white space alone, have counters of their own.
  for (const { query, calls, ms, rows: given, blocks } of rows) {
    const statement = query.replace(/\s+/g, ' ').trim();
    const known = totals.get(statement) ?? { statement, calls: 0, totalMs: 0, rows: 0, blocks: 0 };
    totals.set(statement, combine(known, { statement, calls, totalMs: ms, rows: given, blocks }, 1));
  }
  return [...totals.values()];
}

function combine(left: StatementTotals, right: StatementTotals, sign: 1 | -1): StatementTotals {
  return {
    statement: left.statement,
    calls: left.calls + sign * right.calls,
    totalMs: left.totalMs + sign * right.totalMs,
    rows: left.rows + sign * right.rows,
    blocks: left.blocks + sign * right.blocks,
  };
}

/**
 * What was asked between two readings: statements that were called at least once, in the order of their texts. Counters that are lower than
 * before were evicted or reset in between, and count from zero.
 */
export function differenceOf(before: readonly StatementTotals[], after: readonly StatementTotals[]): StatementTotals[] {
  const known = new Map(before.map((totals) => [totals.statement, totals]));
  return after
    .map((totals) => {
      const old = known.get(totals.statement);
      return old === undefined || old.calls > totals.calls ? totals : combine(totals, old, -1);
    })
    .filter(({ calls }) => calls > 0)
    .sort((left, right) => (left.statement < right.statement ? -1 : 1));
}
