import { GitFailure } from './git.ts';
import { cutOff, fetch, isShallow, type Repository } from './repository.ts';

/** How many commits more are fetched behind each place where a shallow clone was cut off, step by step. */
const DEEPEN_STEPS = [50, 200, 1_000, 5_000];
/** A history that is cut off in more places is not deepened at all of them in one request. */
const MOST_WANTED = 100;

/**
 * The best common ancestor of two commits that are both here. In a shallow clone the history is deepened until it is certain; a common
 * ancestor that was found behind a cut may not be the best one. Undefined when they share no history, or when that lies deeper than 6,250
 * commits. Throws GitFailure when deepening fails.
 */
export async function mergeBase(repository: Repository, one: string, other: string): Promise<string | undefined> {
  for (const step of [...DEEPEN_STEPS, undefined]) {
    const { base, cuts } = await lookFor(repository, one, other);
    if (cuts.length === 0) return base;
    if (step !== undefined) await fetch(repository, [`--deepen=${step}`], cuts.slice(0, MOST_WANTED));
  }
  return undefined;
}

interface Found {
  readonly base: string | undefined;
  /** Behind these a better common ancestor may lie. */
  readonly cuts: readonly string[];
}

async function lookFor(repository: Repository, one: string, other: string): Promise<Found> {
  const { git } = repository;
  const base = await git.ask(['merge-base', one, other]);
  if (!(await isShallow(repository))) return { base, cuts: [] };
  // Any common ancestor that is not one of `base` is reached through commits that are not either; if none of them is cut off, none is hidden.
  const between = await git.run(['rev-list', one, other, ...(base === undefined ? [] : [`^${base}`])]);
  const cut = await cutOff(repository);
  return { base, cuts: between.split('\n').filter((commit) => cut.has(commit)) };
}

/** The parents that a commit names, whether they are here or not: a cut hides them from everything else that git says. */
export async function namedParents({ git }: Repository, commit: string): Promise<readonly string[]> {
  const text = await git.run(['cat-file', 'commit', commit]);
  const header = text.split('\n\n')[0] ?? '';
  const parents = header.split('\n').flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
  if (header === '') throw new GitFailure(`git cat-file: ${commit} has no header`);
  return parents;
}
