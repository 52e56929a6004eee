import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

import { UsageError } from '../../core/errors.ts';
import type { RunContext } from '../run-context.ts';
import { MEND } from './wanted-package.ts';

/** No install takes that long: whoever made such a folder was killed. */
const ABANDONED_AFTER_MS = 60 * 60_000;
const UNFINISHED = '.installing-';

/**
 * Where an install may be kept, the best first; the run's own folder keeps it for this run only. On a runner that outlives its job nothing is
 * shared between runs: a program that one pull request has left in a cache would be run for the next.
 */
export function cacheFolders({ env, folder }: RunContext): string[] {
  const isOwn = env['GITHUB_ACTIONS'] === 'true' && env['RUNNER_ENVIRONMENT'] !== 'github-hosted';
  if (isOwn) return [join(folder, 'shotclock')];
  const toolCache = env['RUNNER_TOOL_CACHE'] ?? '';
  const userCache = env['XDG_CACHE_HOME'] ?? '';
  // The XDG specification: a relative path is invalid and is to be ignored.
  const cache = isAbsolute(userCache) ? userCache : join(env['HOME'] ?? homedir(), '.cache');
  return [...(isAbsolute(toolCache) ? [toolCache] : []), cache, folder].map((path) => join(path, 'shotclock'));
}

/** The first that can be written; it is created. Throws UsageError when none can. */
export async function firstWritable(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    try {
      const trial = unfinishedIn(folder);
      await mkdir(trial, { recursive: true });
      await rm(trial, { recursive: true });
      return folder;
    } catch {
      // Missing, read-only or somebody else's: the next one is as good.
    }
  }
  throw new UsageError(`PostgreSQL cannot be installed: none of these folders can be written: ${folders.join(', ')}. ${MEND}`);
}

/** Removes what installs have left that were killed. */
export async function removeAbandoned(cache: string, { clock }: RunContext): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(
    names.map(async (name) => {
      const path = join(cache, name);
      const made = await stat(path).catch(() => undefined);
      const ageMs = clock.date().getTime() - (made?.mtimeMs ?? Infinity);
      if (ageMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
    }),
  );
}

/** A new path in a cache for something that is not whole yet. */
export function unfinishedIn(cache: string): string {
  return join(cache, `${UNFINISHED}${randomUUID()}`);
}
