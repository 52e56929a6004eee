import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from '../../../core/errors.ts';
import type { Log } from '../../../core/log.ts';
import { GitFailure, type GitPorts } from './git.ts';
import { givenSide, inWorktree } from './given-side.ts';
import { leftAt, MEND } from './left-at.ts';
import { openPlace, type Place } from './place.ts';
import type { Repository } from './repository.ts';
import type { SideSource } from './side-source.ts';
import type { Target } from './target-branch.ts';

export type { SideSource } from './side-source.ts';

/** What to compare, and where to look for it. */
export interface FindBaseOptions extends GitPorts {
  /** A branch, tag, commit or folder; without it, where head left the branch that it is to be merged into. */
  readonly base?: string;
  /** The same; without it, the checkout as it lies there. */
  readonly head?: string;
  /** Absolute folder inside the checkout. */
  readonly cwd: string;
  readonly log: Log;
}

/** Both sides on disk. */
export interface FoundSides {
  readonly base: SideSource;
  readonly head: SideSource;
  /** Root of the checkout: what a path of the checkout is relative to on either side. */
  readonly root: string;
}

/**
 * Finds both sides and puts each into a folder of its own; the checkout is used where it lies. What a shallow clone lacks is fetched. A name
 * that is both a ref and a folder is the ref; a path (`./main`) is always the folder. Throws UsageError that says how to mend it; by then
 * nothing is left on disk. Whoever calls it removes both sides when done.
 */
export async function findBase(options: FindBaseOptions): Promise<FoundSides> {
  const place = await openPlace(options.cwd, options);
  const head = await findHead(place, options);
  try {
    const base = await findOther(place, head, options);
    for (const side of [base, head]) warnOfSubmodules(side, options.log);
    return { head, base, root: place.root };
  } catch (error) {
    await head.remove();
    throw error instanceof GitFailure ? new UsageError(`${error.message}. ${MEND}`, { cause: error }) : error;
  }
}

async function findHead(place: Place, options: FindBaseOptions): Promise<SideSource> {
  if (options.head === undefined) return checkout(place, options);
  return givenSide(place, { side: 'head', text: options.head });
}

async function checkout({ root, repository }: Place, { env }: FindBaseOptions): Promise<SideSource> {
  const commit = (await repository?.git.ask(['rev-parse', '--verify', '--quiet', 'HEAD'])) ?? null;
  const branch = await repository?.git.ask(['symbolic-ref', '--short', '--quiet', 'HEAD']);
  const ofPullRequest = env['GITHUB_HEAD_REF'] === '' ? undefined : env['GITHUB_HEAD_REF'];
  const label = branch ?? ofPullRequest ?? commit?.slice(0, 12) ?? root;
  return { label, commit, origin: 'checkout', folder: root, remove: async () => Promise.resolve() };
}

async function findOther(place: Place, head: SideSource, options: FindBaseOptions): Promise<SideSource> {
  if (options.base !== undefined) return givenSide(place, { side: 'base', text: options.base });
  const { repository } = place;
  if (repository === undefined || head.commit === null) {
    const what = repository === undefined ? `${head.folder} is no git repository` : `${head.label} has no commit`;
    throw new UsageError(`${what}, so there is no merge base. Say what to compare with: --base FOLDER.`);
  }
  const { label, commit } = await leftAt(repository, head.commit, options);
  await refuseItself(repository, head, { label, commit });
  return inWorktree(place, repository, { side: 'base', label, commit, origin: 'merge-base' });
}

/** A checkout of the branch itself without any change differs in nothing. */
async function refuseItself({ git }: Repository, head: SideSource, base: Target): Promise<void> {
  if (base.commit !== head.commit) return;
  const changed = head.origin === 'checkout' && (await git.run(['status', '--porcelain'])) !== '';
  if (changed) return;
  throw new UsageError(
    `There is nothing to compare: ${head.label} holds no commit that ${base.label} does not. Say what to compare with, for example --base HEAD~1.`,
  );
}

/** git fills a new working tree without them; where they come from may need credentials of its own. */
function warnOfSubmodules({ origin, folder, label }: SideSource, log: Log): void {
  if (origin === 'checkout' || origin === 'directory' || !existsSync(join(folder, '.gitmodules'))) return;
  log.warn(`${label} has submodules, which are not checked out for the comparison: let a prepare command fetch what is needed.`);
}
