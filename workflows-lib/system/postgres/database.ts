import type { PostgresService } from '../../config/plan.ts';
import { postgresUrl, withClient, type PostgresAddress } from './client.ts';
import { giveRolesPasswords } from './roles.ts';
import { runSeed, type SeedFile } from './seed.ts';
import type { PostgresTemplate } from './template.ts';

/** How to log in to the database of a service. */
export interface Database {
  /** As the owner. */
  readonly url: string;
  readonly roles: Readonly<Record<string, string>>;
}

/**
 * Creates the database of a service in an empty cluster: seeded, its roles given passwords, and analysed. Throws UsageError for a mistake in
 * a seed and for a role that no seed creates.
 */
export async function createDatabase(
  { name, roles }: PostgresService,
  address: PostgresAddress,
  seeds: readonly SeedFile[],
): Promise<Database> {
  await withClient(postgresUrl(address), async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
  const database = { ...address, database: name };
  const url = postgresUrl(database);
  return withClient(url, async (client) => {
    for (const seed of seeds) await runSeed(client, seed);
    const logins = await giveRolesPasswords(client, database, roles);
    // Without statistics the first queries would be planned blindly, until autovacuum comes round in the middle of a measurement.
    await client.query('ANALYZE');
    return { url, roles: logins };
  });
}

/** How to log in to the database of a service in a copy of a template. */
export function copiedDatabase(
  { name, roles }: PostgresService,
  address: PostgresAddress,
  { rolePasswords }: PostgresTemplate,
): Database {
  const database = { ...address, database: name };
  const logins = Object.entries(roles).map(([role, url]) => {
    const password = rolePasswords[role] ?? '';
    return [role, url ?? postgresUrl({ ...database, user: role, password })] as const;
  });
  return { url: postgresUrl(database), roles: Object.fromEntries(logins) };
}
