import type { Client } from 'pg';

import { errorCode } from '../../core/error-code.ts';
import { UsageError } from '../../core/errors.ts';
import { randomSecret } from '../random-secret.ts';
import { postgresUrl, type PostgresAddress } from './client.ts';

/**
 * Gives every role without a URL of its own a random password, and returns how each role logs in. `database` is where they log in.
 * Throws UsageError when the seed has not created a role.
 */
export async function giveRolesPasswords(
  client: Client,
  database: PostgresAddress,
  roles: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const [role, url] of Object.entries(roles)) {
    const password = randomSecret();
    if (url === undefined) await letLogIn(client, role, password);
    urls[role] = url ?? postgresUrl({ ...database, user: role, password });
  }
  return urls;
}

async function letLogIn(client: Client, role: string, password: string): Promise<void> {
  try {
    await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  } catch (error) {
    if (errorCode(error) !== '42704') throw error;
    throw new UsageError(`The role ${role} does not exist: no seed file creates it. Add \`CREATE ROLE ${role};\` to one.`, {
      cause: error,
    });
  }
}
