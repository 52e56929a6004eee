import { realpath } from 'node:fs/promises';

import { gitIn, type Git, type GitPorts } from './git.ts';
import { openRepository, type Repository } from './repository.ts';

/** Where a comparison is asked for. */
export interface Place {
  readonly cwd: string;
  /** Root of the checkout; `cwd` where that is no repository. */
  readonly root: string;
  readonly repository: Repository | undefined;
  /** git without a signal: what was begun is removed after an interruption too. */
  readonly cleaner: Git;
}

/** Looks around a folder. Throws UsageError when git is missing. */
export async function openPlace(cwd: string, { env, signal }: GitPorts): Promise<Place> {
  const ports = { env, ...(signal === undefined ? {} : { signal }) };
  const root = (await gitIn(cwd, ports).ask(['rev-parse', '--show-toplevel'])) ?? '';
  if (root === '') return { cwd, root: await realpath(cwd), repository: undefined, cleaner: gitIn(cwd, { env }) };
  return { cwd, root, repository: await openRepository(gitIn(root, ports)), cleaner: gitIn(root, { env }) };
}
