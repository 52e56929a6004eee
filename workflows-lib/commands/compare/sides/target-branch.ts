import { z } from 'zod';

import { commitSha } from '../../../github/event-schema.ts';
import { readEvent } from '../../../github/event-file.ts';
import { LONG_TIMEOUT_MS } from './git.ts';
import { commitHere, findCommit, type Repository } from './repository.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What a change is to be merged into. */
export interface Target {
  /** `main`. */
  readonly label: string;
  /** A commit of it that is here. */
  readonly commit: string;
}

const branch = z.string().min(1).max(1_000);
const events = z.object({
  pull_request: z.object({ base: z.object({ sha: commitSha, ref: branch }) }).optional(),
  merge_group: z.object({ base_sha: commitSha, base_ref: branch }).optional(),
});

/**
 * The branch that a pull request or a merge queue wants to merge into, else the default branch: of the remote, or `main` or `master`.
 * Undefined when there is none. Throws UsageError for an unreadable event file, GitFailure when a branch cannot be fetched.
 */
export async function findTarget(repository: Repository, env: Env): Promise<Target | undefined> {
  const wanted = await wantedByJob(env);
  if (wanted === undefined) return defaultBranch(repository);
  for (const ref of [wanted.sha, wanted.label]) {
    const commit = ref === undefined ? undefined : await findCommit(repository, ref);
    if (commit !== undefined) return { label: wanted.label, commit };
  }
  return undefined;
}

interface Wanted {
  readonly label: string;
  readonly sha?: string;
}

async function wantedByJob(env: Env): Promise<Wanted | undefined> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path, GITHUB_BASE_REF: base } = env;
  if (path !== undefined && ['pull_request', 'merge_group'].includes(name)) {
    const { pull_request: pull, merge_group: group } = await readEvent(path, name, events);
    if (pull !== undefined) return { label: pull.base.ref, sha: pull.base.sha };
    if (group !== undefined) return { label: group.base_ref.replace(/^refs\/heads\//, ''), sha: group.base_sha };
  }
  return base === undefined || base === '' ? undefined : { label: base };
}

async function defaultBranch(repository: Repository): Promise<Target | undefined> {
  const { git, remote } = repository;
  const prefix = `${remote ?? 'origin'}/`;
  const said = await git.ask(['symbolic-ref', '--quiet', '--short', `refs/remotes/${prefix}HEAD`]);
  for (const ref of [said, `${prefix}main`, `${prefix}master`]) {
    const commit = ref === undefined ? undefined : await commitHere(repository, ref);
    if (ref !== undefined && commit !== undefined) return { label: ref.replace(prefix, ''), commit };
  }
  const asked = await askRemote(repository);
  for (const label of asked === undefined ? ['main', 'master'] : [asked]) {
    const commit = await findCommit({ git, remote: asked === undefined ? undefined : remote }, label);
    if (commit !== undefined) return { label, commit };
  }
  return undefined;
}

/** A clone of one branch knows no other; its remote does. Undefined without a remote, or when it does not answer. */
async function askRemote({ git, remote }: Repository): Promise<string | undefined> {
  if (remote === undefined) return undefined;
  const answer = await git.ask(['ls-remote', '--symref', remote, 'HEAD'], LONG_TIMEOUT_MS);
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer ?? '')?.[1];
}
