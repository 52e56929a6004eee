import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { toError, UsageError } from '../../../core/errors.ts';
import { LONG_TIMEOUT_MS, type Git } from './git.ts';

/** `shotclock-base-PID-XXXXXX`. */
const OURS = /^shotclock-(?:base|head)-(\d+)-\w+$/;

/** A working tree of its own for a commit. */
export interface Worktree {
  readonly folder: string;
  /** Removes it from disk and from the repository. Safe to call twice. */
  remove(): Promise<void>;
}

/** What is wanted. */
export interface WorktreeOptions {
  readonly git: Git;
  /** The same git without a signal: what was begun is removed after an interruption too. */
  readonly cleaner: Git;
  readonly side: 'base' | 'head';
  /** A full commit name. */
  readonly commit: string;
}

/**
 * Checks a commit out into a temporary folder. Throws UsageError that says what git said; by then nothing is left of it. On the way, what
 * earlier runs left that were killed is removed.
 */
export async function addWorktree({ git, cleaner, side, commit }: WorktreeOptions): Promise<Worktree> {
  await removeAbandoned(cleaner);
  const parent = await mkdtemp(join(await realpath(tmpdir()), `shotclock-${side}-${process.pid}-`));
  const folder = join(parent, basename(git.folder));
  let removing: Promise<void> | undefined;
  const remove = async (): Promise<void> => (removing ??= removeWorktree(cleaner, folder));
  try {
    await git.run(['worktree', 'add', '--detach', '--quiet', folder, commit], LONG_TIMEOUT_MS);
    return { folder, remove };
  } catch (error) {
    await remove();
    if (toError(error).name !== 'GitFailure') throw error;
    throw new UsageError(`Commit ${commit} cannot be checked out into a folder of its own: ${toError(error).message}`, {
      cause: error,
    });
  }
}

async function removeWorktree(git: Git, folder: string): Promise<void> {
  const removed = await git.ask(['worktree', 'remove', '--force', '--force', folder], LONG_TIMEOUT_MS);
  await rm(dirname(folder), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  // Half-made, git does not know it as a working tree, but may have noted it.
  if (removed === undefined) await git.ask(['worktree', 'prune']);
}

async function removeAbandoned(git: Git): Promise<void> {
  const list = (await git.ask(['worktree', 'list', '--porcelain'])) ?? '';
  for (const line of list.split('\n')) {
    const folder = line.startsWith('worktree ') ? line.slice('worktree '.length) : '';
    const [, pid] = OURS.exec(basename(dirname(folder))) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) await removeWorktree(git, folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive as well.
    return toError(error).message.includes('EPERM');
  }
}
