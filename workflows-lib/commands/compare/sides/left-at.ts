import { UsageError } from '../../../core/errors.ts';
import type { Log } from '../../../core/log.ts';
import type { GitPorts } from './git.ts';
import { mergeBase, namedParents } from './merge-base.ts';
import { findCommit, type Repository } from './repository.ts';
import { findTarget, type Target } from './target-branch.ts';

/** What to do when the history that is here does not tell. */
export const MEND =
  'Fetch the whole history (`fetch-depth: 0` of actions/checkout, or `git fetch --unshallow`), or say what to compare with: --base REF.';

interface LeftAtOptions extends Pick<GitPorts, 'env'> {
  readonly log: Log;
}

/**
 * Where a commit left the branch that it is to be merged into. Throws UsageError where nothing says so, GitFailure when fetching fails.
 */
export async function leftAt(repository: Repository, head: string, { env, log }: LeftAtOptions): Promise<Target> {
  const tested = await testedMerge(repository, head, env);
  const target = tested ?? (await findTarget(repository, env));
  if (target === undefined) throw new UsageError(`No branch was found that this is to be merged into. ${MEND}`);
  const commit = tested === undefined ? await mergeBase(repository, head, target.commit) : tested.commit;
  if (commit === undefined) {
    const short = [head, target.commit].map((name) => name.slice(0, 12)).join(' and ');
    throw new UsageError(`No common ancestor of head and ${target.label} (${short}) was found. ${MEND}`);
  }
  log.debug(`merge base with ${target.label}: ${commit}`);
  return { label: target.label, commit };
}

/**
 * For a pull request GitHub checks out a merge that nobody pushed: what it was merged into is its first parent, whatever has been pushed
 * since. At depth 1 no other way of asking shows that.
 */
async function testedMerge(repository: Repository, head: string, env: GitPorts['env']): Promise<Target | undefined> {
  const { GITHUB_SHA: sha, GITHUB_REF: ref = '', GITHUB_BASE_REF: base = '' } = env;
  if (sha !== head || !/^refs\/pull\/\d+\/merge$/.test(ref)) return undefined;
  const parents = await namedParents(repository, head);
  const commit = parents.length === 2 && parents[0] !== undefined ? await findCommit(repository, parents[0]) : undefined;
  return commit === undefined ? undefined : { label: base === '' ? 'base' : base, commit };
}
