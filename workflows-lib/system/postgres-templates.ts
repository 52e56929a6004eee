import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { PostgresService } from '../config/plan.ts';
import { RemoteError } from '../core/errors.ts';
import { withClient } from './postgres/client.ts';
import { dataFolder, startCluster } from './postgres/cluster.ts';
import { createDatabase } from './postgres/database.ts';
import type { SeedFile } from './postgres/seed.ts';
import type { PostgresTemplate, PostgresTemplates } from './postgres/template.ts';
import type { RunContext } from './run-context.ts';
import { openRun, startFailure, type SystemPorts } from './run.ts';

/** Templates that exist until they are closed. */
export interface OpenPostgresTemplates extends PostgresTemplates {
  /** Removes them; copies are not touched. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Templates for the databases of systems that are to be compared, given to `startSystem` of each. A cluster with the same name, seeds (by
 * what is in them), roles and settings is built once, in a run of its own, and copied: the copies have the same pages and the same
 * statistics, so that their plans of queries and their times differ by nothing that chance has laid down. They share passwords.
 */
export async function openPostgresTemplates(ports: SystemPorts): Promise<OpenPostgresTemplates> {
  const run = await openRun(ports);
  const built = new Map<string, Promise<PostgresTemplate>>();
  const build = async (key: string, service: PostgresService, seeds: readonly SeedFile[]): Promise<PostgresTemplate> => {
    try {
      return await buildTemplate({ key, service, seeds }, run.context);
    } catch (error) {
      throw startFailure(error, run);
    }
  };
  return {
    provide: async (service, seeds) => {
      const key = keyOf(service, seeds);
      const building = built.get(key) ?? build(key, service, seeds);
      built.set(key, building);
      return building;
    },
    close: async () => {
      run.fail(new Error('The templates were closed while one was being built.'));
      await run.close();
    },
  };
}

function keyOf({ name, settings, roles }: PostgresService, seeds: readonly SeedFile[]): string {
  const own = Object.keys(roles).filter((role) => roles[role] === undefined);
  const made = [name, seeds.map(({ sql }) => sql), Object.entries(settings).sort(), own.sort()];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
}

interface Wanted {
  readonly key: string;
  readonly service: PostgresService;
  readonly seeds: readonly SeedFile[];
}

async function buildTemplate({ key, service, seeds }: Wanted, context: RunContext): Promise<PostgresTemplate> {
  // Two that differ in their seeds alone have the same name.
  const place = { ...service, name: `${service.name}-${key}` };
  const address = await startCluster(place, context, { stopSignal: 'SIGINT' });
  const { url, roles } = await createDatabase(service, address, seeds);
  await withClient(url, async (client) => {
    // Commits are asynchronous here: only when they have reached the disk can their rows be marked as visible to all.
    await client.query('CHECKPOINT');
    // Else autovacuum would do that in the middle of a measurement, on each side at another moment.
    await client.query('VACUUM (ANALYZE)');
  });
  await context.fleet.children.get(place.name)?.stop();
  const data = dataFolder(place, context);
  if (existsSync(join(data, 'postmaster.pid'))) {
    const message = `PostgreSQL ${service.name} did not write its data to disk in time.`;
    throw new RemoteError(message, { service: service.name, action: 'stop', attempts: 1 });
  }
  const own = Object.entries(roles).filter(([role]) => service.roles[role] === undefined);
  const rolePasswords = Object.fromEntries(own.map(([role, login]) => [role, decodeURIComponent(new URL(login).password)]));
  return { data, password: address.password, rolePasswords };
}
