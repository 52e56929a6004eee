import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';
import type { Repository } from './state.ts';

/** Who wrote something, and when (ISO 8601, to the second). */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

/** A commit as git keeps it. */
export interface CommitObject {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

/** An entry of a tree; `size` of blobs alone. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number | null;
}

/** The object that a revision names, or undefined. `type` is asked for as `sha^{type}`. */
export async function resolveObject(repository: Repository, revision: string): Promise<string | undefined> {
  const { code, stdout } = await git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** What kind of object a SHA is: blob, tree, commit, tag; undefined when git has none. */
export async function typeOfObject(repository: Repository, sha: string): Promise<string | undefined> {
  const { code, stdout } = await git(repository, ['cat-file', '-t', sha]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** The bytes of a blob, or undefined. */
export async function readBlob(repository: Repository, sha: string): Promise<Buffer | undefined> {
  const { code, stdout } = await git(repository, ['cat-file', 'blob', sha]);
  return code === 0 ? stdout : undefined;
}

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'];

/** A commit, or undefined when the revision is none. */
export async function readCommit(repository: Repository, revision: string): Promise<CommitObject | undefined> {
  const sha = await resolveObject(repository, `${revision}^{commit}`);
  if (sha === undefined) return undefined;
  const { stdout } = await git(repository, ['show', '--no-patch', `--format=${FIELDS.join('%x00')}`, sha]);
  const [id = '', tree = '', parents = '', ...rest] = stdout.toString('utf8').split('\0');
  const [name = '', email = '', date = '', committerName = '', committerEmail = '', committed = '', message = ''] = rest;
  return {
    ...{ sha: id, tree, parents: parents.split(' ').filter((parent) => parent !== ''), message: message.trimEnd() },
    author: { name, email, date: utc(date) },
    committer: { name: committerName, email: committerEmail, date: utc(committed) },
  };
}

const utc = (date: string): string => new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');

/** The entries of a tree, or of all trees below it; undefined when the revision is no tree. */
export async function readTree(
  repository: Repository,
  revision: string,
  recursive = false,
): Promise<readonly TreeEntry[] | undefined> {
  const { code, stdout } = await git(repository, ['ls-tree', '-z', '--long', ...(recursive ? ['-r', '-t'] : []), revision]);
  if (code !== 0) return undefined;
  const lines = stdout.toString('utf8').split('\0');
  return lines.flatMap((line) => {
    const [, mode = '', type = '', sha = '', size = '', path = ''] = /^(\d+) (\w+) (\w+)\s+(\S+)\t(.*)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, type, sha, size: size === '-' ? null : Number(size) }];
  });
}

/** Writes a blob; returns its SHA. */
export async function writeBlob(repository: Repository, bytes: Buffer): Promise<string> {
  const { stdout } = await git(repository, ['hash-object', '-w', '--stdin'], { input: bytes });
  return stdout.toString('utf8').trim();
}

/** What is to stand at a path of a new tree; nothing when `sha` is null. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

/** Writes the tree that comes of changing another (or none); undefined when git refuses. */
export async function writeTree(
  repository: Repository,
  changes: readonly TreeChange[],
  base?: string,
): Promise<string | undefined> {
  const index = join(tmpdir(), `loopback-index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  const lines = changes.map(({ path, mode, sha }) => `${sha === null ? '0' : mode} ${sha ?? '0'.repeat(40)}\t${path}\0`);
  try {
    if (base !== undefined && (await git(repository, ['read-tree', base], { env })).code !== 0) return undefined;
    const update = await git(repository, ['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    if (update.code !== 0) return undefined;
    const { code, stdout } = await git(repository, ['write-tree'], { env });
    return code === 0 ? stdout.toString('utf8').trim() : undefined;
  } finally {
    rmSync(index, { force: true });
  }
}

/** Writes a commit; returns its SHA, undefined when the tree or a parent is missing. */
export async function writeCommit(repository: Repository, commit: Omit<CommitObject, 'sha'>): Promise<string | undefined> {
  const { tree, parents, message, author, committer } = commit;
  const env = {
    ...{ GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_AUTHOR_DATE: author.date },
    ...{ GIT_COMMITTER_NAME: committer.name, GIT_COMMITTER_EMAIL: committer.email, GIT_COMMITTER_DATE: committer.date },
  };
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  const { code, stdout } = await git(repository, args, { env, input: message });
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Whether one commit is an ancestor of another, or the same. */
export async function isAncestor(repository: Repository, older: string, newer: string): Promise<boolean> {
  return (await git(repository, ['merge-base', '--is-ancestor', older, newer])).code === 0;
}

/** The best common ancestor of two commits; undefined when their histories never met. */
export async function mergeBase(repository: Repository, one: string, other: string): Promise<string | undefined> {
  const { code, stdout } = await git(repository, ['merge-base', one, other]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** The commits that the second has and the first has not, oldest first. */
export async function commitsBetween(repository: Repository, without: string, tip: string): Promise<readonly string[]> {
  const { stdout } = await git(repository, ['rev-list', '--reverse', `${without}..${tip}`]);
  return stdout
    .toString('utf8')
    .split('\n')
    .filter((sha) => sha !== '');
}
