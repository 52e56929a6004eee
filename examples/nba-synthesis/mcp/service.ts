/** The server and its dependencies, each behind its policy, over HTTP or over standard input and output. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { errorTypeOf } from '../resilience/failure.ts';
import { createPolicy } from '../resilience/policy.ts';
import { createReadiness } from '../resilience/readiness.ts';
import type { DependencyStatus } from '../resilience/readiness.ts';
import type { Logger } from '../telemetry/log.ts';
import { createMemoryCache } from './cache.ts';
import type { Cache } from './cache.ts';
import type { CacheConfig, McpConfig } from './config.ts';
import { attemptTimeoutMs, createDatabase, isTransientDatabaseError } from './database.ts';
import type { Database } from './database.ts';
import { createFiles, isTransientFilesError } from './files.ts';
import { createHttpServer } from './http.ts';
import type { HttpOptions } from './http.ts';
import { observeTransport } from './observed-transport.ts';
import { createRedisCache } from './redis-cache.ts';
import { createSessions } from './sessions.ts';
import { createToolServer } from './tools.ts';
import type { ToolParts } from './tools.ts';

/** Name of this service in logs and in `/version`. */
export const SERVICE_NAME = 'nba-synthesis-mcp';

/** A running server. */
export interface Service {
  /** Finishes what runs, at most `graceMs` long, then ends sessions and connections. */
  stop(graceMs: number): Promise<void>;
}

/** The service over HTTP. */
export interface HttpService extends Service {
  /** Of the MCP endpoint. */
  readonly url: URL;
}

interface Dependencies {
  readonly parts: ToolParts;
  readonly readiness: () => Promise<Record<string, DependencyStatus>>;
  close(): Promise<void>;
}

const FILES_ATTEMPT_MS = 5_000;
const CLOSE_MS = 2_000;
const BACKOFF = { initialDelayMs: 50, maxDelayMs: 500 };

async function createCache(config: CacheConfig, log: Logger): Promise<Cache | undefined> {
  if (config.kind === 'redis') return await createRedisCache({ url: config.url, log });
  return config.kind === 'memory' ? createMemoryCache() : undefined;
}

/** The role is what makes the tools safe; a login that may do everything takes that away. */
async function checkLogin(database: Database, log: Logger): Promise<void> {
  try {
    const rows = await database.catalog("SELECT 1 WHERE current_setting('is_superuser') = 'on'", [], AbortSignal.timeout(10_000));
    if (rows.length > 0)
      log.warn('DATABASE_URL logs in as a superuser; use a role that can only read', { 'db.system.name': 'postgresql' });
  } catch (error) {
    log.warn('database not reachable yet', { 'db.system.name': 'postgresql', 'error.type': errorTypeOf(error) });
  }
}

async function createDependencies(config: McpConfig, log: Logger): Promise<Dependencies> {
  const common = { attempts: 3, backoff: BACKOFF, log };
  const timeoutMs = attemptTimeoutMs(config.database);
  const databasePolicy = createPolicy('database', { ...common, timeoutMs, isTransient: isTransientDatabaseError });
  const filesPolicy = createPolicy('files', { ...common, timeoutMs: FILES_ATTEMPT_MS, isTransient: isTransientFilesError });
  const database = createDatabase({ config: config.database, policy: databasePolicy, log });
  const files = createFiles(config.files, filesPolicy);
  const cache = await createCache(config.cache, log);
  void checkLogin(database, log);
  return {
    parts: { database, files, cache, log, version: config.version },
    readiness: createReadiness({
      database: { policy: databasePolicy, check: (signal) => database.ping(signal) },
      files: { policy: filesPolicy, check: (signal) => files.ping(signal) },
    }),
    async close() {
      files.close();
      // The pool waits for statements that still run; a database that does not answer must not hold up the end.
      await Promise.race([Promise.all([database.close(), cache?.close()]), delay(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

/** A cache that is down is shown, but the server answers without it, so it stays ready. */
function cacheStatus(cache: Cache | undefined): Record<string, unknown> {
  if (cache === undefined) return {};
  const { state, kind } = cache.status();
  return { cache: { ready: state === 'up', optional: true, kind } };
}

function probes({ parts, readiness }: Dependencies): HttpOptions['probes'] {
  return {
    '/livez': () => Promise.resolve({ status: 200, body: { status: 'alive' } }),
    '/version': () =>
      Promise.resolve({ status: 200, body: { service: SERVICE_NAME, version: parts.version, node: process.version } }),
    async '/readyz'(stopping) {
      if (stopping) return { status: 503, body: { status: 'stopping', dependencies: {} } };
      const required = await readiness();
      const ready = Object.values(required).every((dependency) => dependency.ready);
      const dependencies = { ...required, ...cacheStatus(parts.cache) };
      return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not_ready', dependencies } };
    },
  };
}

/** Starts the server over streamable HTTP. Rejects when it cannot listen; dependencies may come later (see `/readyz`). */
export async function startHttpService(config: McpConfig, log: Logger): Promise<HttpService> {
  const dependencies = await createDependencies(config, log);
  const sessions = createSessions({ createServer: () => createToolServer(dependencies.parts), log });
  const server = createHttpServer({ sessions, probes: probes(dependencies), log, host: config.host });
  try {
    const url = await server.listen(config.port);
    log.info('listening', { 'server.address': url.hostname, 'server.port': Number(url.port), 'network.transport': 'tcp' });
    return {
      url,
      async stop(graceMs) {
        await server.stop(graceMs);
        await dependencies.close();
      },
    };
  } catch (error) {
    await dependencies.close();
    throw error;
  }
}

const STDIO_POLL_MS = 20;

/** Starts the server for one client on standard input and output. */
export async function startStdioService(config: McpConfig, log: Logger): Promise<Service> {
  const dependencies = await createDependencies(config, log);
  const server = createToolServer(dependencies.parts);
  const transport = observeTransport(new StdioServerTransport(), log, 'pipe');
  await server.connect(transport);
  log.info('serving', { 'network.transport': 'pipe' });
  return {
    async stop(graceMs) {
      const until = performance.now() + graceMs;
      while (transport.running() > 0 && performance.now() < until) await delay(STDIO_POLL_MS);
      await server.close();
      await dependencies.close();
    },
  };
}
