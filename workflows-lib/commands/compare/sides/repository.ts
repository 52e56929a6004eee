import { resolve } from 'node:path';
import { readFile } from 'node:fs/promises';

import { UsageError } from '../../../core/errors.ts';
import { GitFailure, LONG_TIMEOUT_MS, type Git } from './git.ts';

const FULL_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Control characters and blanks; nothing that a name of a commit needs. */
const UNPRINTABLE = /\p{Cc}/u;

/** A repository that may be a shallow clone, and can fetch what it lacks. */
export interface Repository {
  readonly git: Git;
  /** `origin`, or the first there is; undefined where nothing can be fetched. */
  readonly remote: string | undefined;
}

/** The repository that a folder stands in; undefined when it stands in none. */
export async function openRepository(git: Git): Promise<Repository | undefined> {
  const root = await git.ask(['rev-parse', '--show-toplevel']);
  if (root === undefined || root === '') return undefined;
  const remotes = ((await git.ask(['remote'])) ?? '').split('\n').filter((name) => name !== '' && !name.startsWith('-'));
  return { git, remote: remotes.includes('origin') ? 'origin' : remotes[0] };
}

/** Refuses what git would take for an option, and what no ref looks like. Throws UsageError. */
export function checkRef(ref: string): void {
  if (ref !== '' && !ref.startsWith('-') && !UNPRINTABLE.test(ref)) return;
  throw new UsageError(`${JSON.stringify(ref)} is no branch, tag or commit.`);
}

/** The commit that a ref names in this clone, as it stands or as a branch of the remote. Throws UsageError for what cannot be a ref. */
export async function commitHere({ git, remote }: Repository, ref: string): Promise<string | undefined> {
  checkRef(ref);
  const local = await verify(git, ref);
  return local ?? (remote === undefined ? undefined : verify(git, `refs/remotes/${remote}/${ref}`));
}

async function verify(git: Git, ref: string): Promise<string | undefined> {
  return git.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}

/**
 * The commit that a ref names, fetched if this clone lacks it: a full commit name, or a branch or tag of the remote. Undefined when nobody
 * knows it. Throws GitFailure when the remote cannot be asked.
 */
export async function findCommit(repository: Repository, ref: string): Promise<string | undefined> {
  const here = await commitHere(repository, ref);
  if (here !== undefined || repository.remote === undefined) return here;
  const commit = FULL_NAME.test(ref) ? ref : await commitOfRemote(repository, ref);
  if (commit === undefined) return undefined;
  await fetchCommit(repository, commit);
  return verify(repository.git, commit);
}

async function commitOfRemote({ git, remote }: Repository, ref: string): Promise<string | undefined> {
  if (remote === undefined || (await git.ask(['check-ref-format', `refs/heads/${ref}`])) === undefined) return undefined;
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
  const answer = await git.run(['ls-remote', remote, ...names], LONG_TIMEOUT_MS);
  const known = new Map(answer.split('\n').map((line) => [line.split('\t')[1], line.split('\t')[0]]));
  return names.map((name) => known.get(name)).find((commit) => commit !== undefined && FULL_NAME.test(commit));
}

/** At depth 1 in a shallow clone. A whole clone stays whole. */
async function fetchCommit(repository: Repository, commit: string): Promise<void> {
  const depth = (await isShallow(repository)) ? ['--depth=1'] : [];
  await fetch(repository, [...depth], [commit]);
}

/** Fetches without tags, submodules and output. Throws GitFailure. */
export async function fetch({ git, remote }: Repository, options: readonly string[], wanted: readonly string[]): Promise<void> {
  if (remote === undefined) throw new GitFailure('git fetch: there is no remote to fetch from');
  const quiet = ['--quiet', '--no-tags', '--no-recurse-submodules'];
  await git.run(['fetch', ...quiet, ...options, remote, ...wanted], LONG_TIMEOUT_MS);
}

/** Whether the history of this clone was cut off. */
export async function isShallow({ git }: Repository): Promise<boolean> {
  return (await git.ask(['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** The commits at which the history was cut off: their parents are not here. */
export async function cutOff({ git }: Repository): Promise<ReadonlySet<string>> {
  const path = await git.run(['rev-parse', '--git-path', 'shallow']);
  const text = await readFile(resolve(git.folder, path), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => FULL_NAME.test(line)));
}
