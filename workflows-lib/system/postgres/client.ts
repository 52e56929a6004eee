import type { Client } from 'pg';

import { errorCode } from '../../core/error-code.ts';
import { RemoteError, toError } from '../../core/errors.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Where a database is, and as whom to log in. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The connection URL of an address. Holds the password. */
export function postgresUrl({ host, port, user, password, database }: PostgresAddress): string {
  const [name, secret, path] = [user, password, database].map(encodeURIComponent);
  return `postgres://${name}:${secret}@${host}:${port}/${path}`;
}

/** Connects, lets `use` work, and always disconnects. Rejects with what `pg` says. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const { Client } = await import('pg');
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'shotclock',
  });
  // A connection that breaks while nothing is asked of it must not end the process; the next query says it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server's version: `18.4`. */
export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return rows[0]?.server_version.split(' ')[0] ?? 'unknown';
}

/**
 * Connects once to a database that somebody else runs, and tells its version. Throws RemoteError that names the service and the address,
 * never the password: refused, unknown host, wrong password, unknown database.
 */
export async function checkExternal(service: string, url: string): Promise<string> {
  try {
    return await withClient(url, serverVersion);
  } catch (error) {
    const message = `PostgreSQL ${service} at ${addressForPeople(url)} cannot be used: ${reasonOf(error)}.`;
    throw new RemoteError(message, { service, action: 'connect', attempts: 1 }, { cause: error });
  }
}

/** User, host, port and database of a connection URL, without the password. */
export function addressForPeople(url: string): string {
  if (!URL.canParse(url)) return 'an address that is no URL';
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port === '' ? '5432' : port}${pathname}`;
  return username === '' ? place : `${username}@${place}`;
}

function reasonOf(error: unknown): string {
  const code = errorCode(error) ?? '';
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'the connection was refused. Is the server running, and is that its port?',
    ENOTFOUND: 'there is no such host',
    '28P01': 'the user or the password is wrong',
    '3D000': 'there is no such database',
    '28000': 'the server does not let this user in',
  };
  const explanation = known[code];
  // An aggregate of several addresses has no message of its own.
  const { message } = toError(error);
  const said = message === '' ? code : message;
  return explanation === undefined ? said : `${explanation} (${said})`;
}
