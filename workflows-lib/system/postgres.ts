import type { PostgresService } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { orAbort } from './or-abort.ts';
import { addressForPeople, checkExternal, serverVersion, withClient } from './postgres/client.ts';
import { startCluster } from './postgres/cluster.ts';
import { copiedDatabase, createDatabase } from './postgres/database.ts';
import { readSeeds } from './postgres/seed.ts';
import type { RunContext, StartedService } from './run-context.ts';

/**
 * Makes a PostgreSQL service usable. Embedded: a server of our own with a database of the service's name, seeded, its roles given
 * passwords, and analysed. External: checks that it lets us in, and changes nothing there.
 * Throws UsageError (seed, settings, roles) or RemoteError (the external server).
 */
export async function startPostgres(service: PostgresService, context: RunContext): Promise<StartedService> {
  return service.mode === 'external' ? useExternal(service, context) : startEmbedded(service, context);
}

async function startEmbedded(service: PostgresService, context: RunContext): Promise<StartedService> {
  const seeds = await readSeeds(service.name, service.seed);
  const { templates, signal } = context;
  const template = templates === undefined ? undefined : await orAbort(templates.provide(service, seeds), signal);
  const address = await startCluster(service, context, template === undefined ? {} : { origin: template });
  const { url, roles } =
    template === undefined ? await createDatabase(service, address, seeds) : copiedDatabase(service, address, template);
  for (const role of Object.values(roles)) context.secrets.addUrl(role);
  const version = await withClient(url, serverVersion);
  const summary = `PostgreSQL ${version} ready on ${address.host}:${address.port}`;
  return { endpoint: { type: 'postgres', url, roles }, info: { version }, summary };
}

async function useExternal(service: PostgresService, context: RunContext): Promise<StartedService> {
  const { name, url } = service;
  if (url === undefined) throw new UsageError(`services.${name}.url is missing: an external database needs its URL.`);
  const roles = requireRoleUrls(service);
  for (const secret of [url, ...Object.values(roles)]) context.secrets.addUrl(secret);
  const version = await orAbort(checkExternal(name, url), context.signal);
  if (service.seed.length > 0)
    context.log.info(`${name} is not ours (${addressForPeople(url)}): its seed files are not run there.`);
  return {
    endpoint: { type: 'postgres', url, roles },
    info: { version },
    summary: `PostgreSQL ${version} at ${addressForPeople(url)}`,
  };
}

function requireRoleUrls({ name, roles }: PostgresService): Record<string, string> {
  return Object.fromEntries(
    Object.entries(roles).map(([role, url]) => {
      if (url !== undefined) return [role, url];
      throw new UsageError(
        `services.${name}.roles.${role} needs a URL: passwords are only set in an embedded database, and ${name} is an external one.`,
      );
    }),
  );
}
