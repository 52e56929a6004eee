import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { RemoteError, toError, UsageError } from '../../core/errors.ts';
import type { PostgresService } from '../../config/plan.ts';
import { randomSecret } from '../random-secret.ts';
import { pollUntilReady } from '../readiness.ts';
import type { RunContext } from '../run-context.ts';
import { indented, type Child } from '../supervise.ts';
import { saysDiskIsFull } from './disk-full.ts';
import { prepareBinaries, type PostgresBinaries } from './binaries.ts';
import { copyDataFolder } from './copy-data.ts';
import { providePackage } from './install.ts';
import { postgresUrl, withClient, type PostgresAddress } from './client.ts';
import { serverUser, type SystemUser } from './system-user.ts';
import type { PostgresTemplate } from './template.ts';

const HOST = '127.0.0.1';
const OWNER = 'postgres';
const READY_TIMEOUT_MS = 30_000;
/** PostgreSQL itself kills what has not stopped within 5 s. */
const STOP_TIMEOUT_MS = 8_000;
/** All buffers go to disk. */
const WRITE_TIMEOUT_MS = 60_000;

/**
 * Nothing here outlives the run, so nothing needs to survive a crash of the machine. Checkpoints are kept out of measurements; the sizes
 * suit a laptop or a runner of two cores.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  checkpoint_timeout: '1h',
  max_wal_size: '2GB',
  dynamic_shared_memory_type: 'posix',
  shared_buffers: '128MB',
  max_connections: '200',
  timezone: 'UTC',
  logging_collector: 'off',
};

/** How a cluster differs from an empty one that nobody will read again. */
export interface ClusterOptions {
  /** A data folder of a server that has stopped, to begin with a copy of; else with what initdb makes. */
  readonly origin?: Pick<PostgresTemplate, 'data' | 'password'>;
  /** SIGQUIT ends it at once, SIGINT after everything was written. */
  readonly stopSignal?: 'SIGQUIT' | 'SIGINT';
}

/** Where the data folder of a service is. */
export function dataFolder({ name }: Pick<PostgresService, 'name'>, { folder }: Pick<RunContext, 'folder'>): string {
  return join(folder, `postgres-${name}`, 'data');
}

/**
 * Creates a data folder in the run's folder and starts a server on it. Returns the address of the owner in the database that initdb made,
 * once it accepts connections. Throws UsageError with what PostgreSQL said when it cannot.
 */
export async function startCluster(
  service: PostgresService,
  context: RunContext,
  { origin, stopSignal = 'SIGQUIT' }: ClusterOptions = {},
): Promise<PostgresAddress> {
  const user = await serverUser();
  const data = dataFolder(service, context);
  const folder = dirname(data);
  const { initdb, ...server } = await prepareBinaries(context.folder, user, await providePackage(context));
  const password = origin?.password ?? randomSecret();
  context.secrets.add(password);
  await createPrivateFolder(folder, user);
  if (origin === undefined) await initialise({ initdb, data, password, folder, user }, { service, context });
  else await copyDataFolder(origin.data, data, user);
  const port = await context.ports.claim();
  const address = { host: HOST, port, user: OWNER, password, database: 'postgres' };
  await launchServer({ ...server, data, address, user, stopSignal }, { service, context });
  return address;
}

async function createPrivateFolder(path: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  await chmod(path, 0o700);
  if (user !== undefined) await chown(path, user.uid, user.gid);
}

interface Requested {
  readonly service: PostgresService;
  readonly context: RunContext;
}

interface Initialisation {
  readonly initdb: string;
  readonly data: string;
  readonly password: string;
  readonly folder: string;
  readonly user: SystemUser | undefined;
}

async function initialise(
  { initdb, data, password, folder, user }: Initialisation,
  { service, context }: Requested,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  const args = [
    ...[`--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // PostgreSQL's own C.UTF-8: the same order of text on every platform, whatever locales are installed.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'],
    // As files in the data folder, shared memory goes with the folder, however initdb ends. The server itself uses the faster kind.
    '--set=dynamic_shared_memory_type=mmap',
  ];
  const name = `${service.name} (initdb)`;
  try {
    // Killed in the middle, initdb leaves System V shared memory behind that outlives every process; it is done within a second anyway.
    const stopping = { stopSignal: 'none', stopTimeoutMs: STOP_TIMEOUT_MS } as const;
    const spec = { name, program: initdb, args, cwd: folder, env: {}, ...stopping };
    await context.fleet.runToEnd(user === undefined ? spec : { ...spec, user });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const full = saysDiskIsFull(error.message);
    const reason = full ? `the disk of ${context.folder} is full. Free space, or set TMPDIR to another disk.` : error.message;
    throw new UsageError(`PostgreSQL could not create its data folder: ${reason}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

interface Server extends Omit<PostgresBinaries, 'initdb'> {
  readonly data: string;
  readonly address: PostgresAddress;
  readonly user: SystemUser | undefined;
  readonly stopSignal: 'SIGQUIT' | 'SIGINT';
}

async function launchServer(server: Server, { service, context }: Requested): Promise<void> {
  const { postgres, hasStatStatements, data, address, user, stopSignal } = server;
  const preload = hasStatStatements ? { shared_preload_libraries: 'pg_stat_statements' } : {};
  const settings = Object.entries({ ...SETTINGS, ...preload, ...service.settings });
  const args = ['-D', data, '-p', String(address.port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint of data that nobody will read again.
  const stopTimeoutMs = stopSignal === 'SIGQUIT' ? STOP_TIMEOUT_MS : WRITE_TIMEOUT_MS;
  const stopping = { stopSignal, stopTimeoutMs };
  const spec = { name: service.name, program: postgres, args, cwd: data, env: {}, ...stopping };
  const asUser = user === undefined ? spec : { ...spec, user };
  await context.fleet.launch(asUser, 'service', async (child) => waitForServer(child, address, context));
}

async function waitForServer(child: Child, address: PostgresAddress, context: RunContext): Promise<void> {
  const connect = async (): Promise<undefined> => withClient(postgresUrl(address), async () => Promise.resolve(undefined));
  const signal = AbortSignal.any([context.signal, child.death]);
  const patience = { clock: context.clock, timeoutMs: READY_TIMEOUT_MS, signal };
  const unready = await pollUntilReady(connect, patience).catch((error: unknown) => {
    // The settings of the plan are the likeliest reason why a server of ours does not start.
    throw child.death.aborted ? new UsageError(`PostgreSQL did not start: ${toError(child.death.reason).message}`) : error;
  });
  if (unready === undefined) return;
  const message = `${child.name} accepted no connection: ${unready.reason}. ${indented(child.output.lastLines())}`;
  throw new RemoteError(context.secrets.hide(message), { service: child.name, action: 'connect', attempts: unready.attempts });
}
