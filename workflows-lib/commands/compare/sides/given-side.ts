import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';

import { UsageError } from '../../../core/errors.ts';
import { GitFailure } from './git.ts';
import type { Place } from './place.ts';
import { commitHere, findCommit, type Repository } from './repository.ts';
import type { SideSource } from './side-source.ts';
import type { Target } from './target-branch.ts';
import { addWorktree } from './worktree.ts';

/** What a person has named, and as what. */
export interface GivenSide {
  readonly side: 'base' | 'head';
  readonly text: string;
}

/**
 * The side that a person has named. A name that is both a ref and a folder is the ref. Throws UsageError when it is neither.
 */
export async function givenSide(place: Place, { side, text }: GivenSide): Promise<SideSource> {
  const isPath = isAbsolute(text) || /^\.\.?(?:\/|$)/.test(text);
  const { repository, cwd } = place;
  const commit = isPath || repository === undefined ? undefined : await commitHere(repository, text);
  if (commit === undefined && (await isFolder(resolve(cwd, text)))) return directory(place, text);
  const found = isPath || repository === undefined ? undefined : (commit ?? (await findRef(repository, text)));
  if (found !== undefined && repository !== undefined)
    return inWorktree(place, repository, { side, label: text, commit: found, origin: 'ref' });
  const kinds = isPath || repository === undefined ? 'folder' : 'branch, tag, commit or folder';
  throw new UsageError(`--${side} ${JSON.stringify(text)}: there is no such ${kinds}.`);
}

/** Undefined when the remote does not know it; the remote that cannot be asked is another matter. */
async function findRef(repository: Repository, text: string): Promise<string | undefined> {
  try {
    return await findCommit(repository, text);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new UsageError(`${JSON.stringify(text)} is not in this clone and cannot be fetched: ${error.message}.`, {
      cause: error,
    });
  }
}

async function directory({ cwd, cleaner }: Place, text: string): Promise<SideSource> {
  const folder = await realpath(resolve(cwd, text));
  const inside = async (args: readonly string[]): Promise<string | undefined> => cleaner.ask(['-C', folder, ...args]);
  const root = await inside(['rev-parse', '--show-toplevel']);
  // The commit of a repository around it would be the same for any of its folders.
  const commit = root === folder ? await inside(['rev-parse', '--verify', '--quiet', 'HEAD']) : undefined;
  return { label: text, commit: commit ?? null, origin: 'directory', folder, remove: async () => Promise.resolve() };
}

/** A commit to check out. */
export interface CheckedOut extends Target {
  readonly side: 'base' | 'head';
  readonly origin: SideSource['origin'];
}

/** A side in a working tree of its own. Throws UsageError when the commit cannot be checked out. */
export async function inWorktree({ cleaner }: Place, { git }: Repository, wanted: CheckedOut): Promise<SideSource> {
  const { side, label, commit, origin } = wanted;
  const worktree = await addWorktree({ git, cleaner, side, commit });
  return { label, commit, origin, ...worktree };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
