import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { UsageError } from '../core/errors.ts';

/** Everybody may pass through a folder: x for others. */
const PASSABLE = 0o001;

/**
 * Creates the one private folder of a run under the system's temporary folder. `announce` hears its path just before, so that no moment
 * exists in which it is there and nobody would remove it. Throws UsageError when it cannot be created.
 */
export async function createWorkFolder(announce: (path: string) => void): Promise<string> {
  const base = await chooseBase();
  const folder = join(base, `shotclock-${randomBytes(9).toString('hex')}`);
  announce(folder);
  try {
    // PostgreSQL refuses to run as root. Then it runs as nobody, who must be able to pass through (not to list) on the way to its own folder.
    await mkdir(folder, { mode: 0o700 });
    if (isRoot()) await chmod(folder, 0o711);
    return folder;
  } catch (error) {
    throw new UsageError(
      `Cannot create a temporary folder in ${base}. Free space there, or set TMPDIR to a folder that can be written.`,
      {
        cause: error,
      },
    );
  }
}

/** Removes it with everything inside. Safe to call twice. */
export async function removeWorkFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Whether we are the superuser, so that child processes can be given another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether any user can pass through this folder and all folders above it. */
export async function isReachableByAll(folder: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    const { mode } = await stat(current).catch(() => ({ mode: 0 }));
    if ((mode & PASSABLE) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

async function chooseBase(): Promise<string> {
  if (!isRoot() || (await isReachableByAll(tmpdir()))) return tmpdir();
  for (const base of ['/tmp', '/var/tmp']) if (await isReachableByAll(base)) return base;
  return tmpdir();
}
