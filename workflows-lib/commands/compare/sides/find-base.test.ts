import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Interrupted, toError, UsageError } from '../../../core/errors.ts';
import { silentLog } from '../../../core/log.ts';
import { findBase, type FindBaseOptions, type FoundSides } from './find-base.ts';
import { GIT_ENV, gitProject, type GitProject } from './testing/git-project.ts';

let project: GitProject;
/** Where feature left main. */
let fork: string;
/** The last commit of main. */
let tip: string;
/** The last commit of feature. */
let feature: string;

beforeEach(async () => {
  project = await gitProject();
  const { origin, git, commit } = project;
  for (let count = 0; count < 5; count++) await commit(origin, `old ${count}`);
  fork = await commit(origin, 'fork', { 'shotclock.yml': 'system: { name: base }' });
  await git(origin, 'switch', '--quiet', '--create', 'feature');
  for (let count = 0; count < 3; count++) await commit(origin, `feature ${count}`, { 'feature.txt': String(count) });
  feature = await git(origin, 'rev-parse', 'HEAD');
  await git(origin, 'switch', '--quiet', 'main');
  await commit(origin, 'main moves on', { 'main.txt': 'x' });
  tip = await commit(origin, 'and on', { 'main.txt': 'y' });
});

afterEach(async () => {
  await project.dispose();
});

type Wanted = Partial<FindBaseOptions> & Pick<FindBaseOptions, 'cwd'>;

const find = async (wanted: Wanted): Promise<FoundSides> => findBase({ env: GIT_ENV, log: silentLog, ...wanted });

async function failure(wanted: Wanted): Promise<UsageError> {
  const error: unknown = await find(wanted).catch((reason: unknown) => reason);
  if (error instanceof UsageError) return error;
  throw toError(error);
}

async function removeBoth({ base, head }: FoundSides): Promise<void> {
  await base.remove();
  await head.remove();
}

const leftovers = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter(
    (name) => name.startsWith(`shotclock-base-${process.pid}-`) || name.startsWith(`shotclock-head-${process.pid}-`),
  );

async function asPullRequest(clone: string, merge: string): Promise<Record<string, string | undefined>> {
  const path = join(project.folder, 'event.json');
  await writeFile(path, JSON.stringify({ pull_request: { base: { sha: tip, ref: 'main' } } }));
  const names = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_BASE_REF: 'main',
    GITHUB_HEAD_REF: 'feature',
  };
  return { ...GIT_ENV, ...names, GITHUB_SHA: merge, GITHUB_REF: 'refs/pull/7/merge', GITHUB_WORKSPACE: clone };
}

test('base is where the checkout left the default branch, in a working tree of its own', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  await writeFile(join(cwd, 'feature.txt'), 'not committed');
  const found = await find({ cwd });
  expect(found.base).toMatchObject({ label: 'main', commit: fork, origin: 'merge-base' });
  expect(found.head).toMatchObject({ label: 'feature', commit: feature, origin: 'checkout', folder: cwd });
  expect(await readFile(join(found.base.folder, 'shotclock.yml'), 'utf8')).toContain('base');
  expect((await readdir(found.base.folder)).sort()).toEqual(['.git', 'file.txt', 'shotclock.yml']);
  expect(await readFile(join(cwd, 'feature.txt'), 'utf8')).toBe('not committed');
  await removeBoth(found);
});

test('what was made for a side is removed, from disk and from the repository, and the checkout never', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  const found = await find({ cwd });
  await writeFile(join(found.base.folder, 'built'), 'x');
  await removeBoth(found);
  await removeBoth(found);
  expect(await leftovers()).toEqual([]);
  expect(await project.git(cwd, 'worktree', 'list')).not.toContain('shotclock');
  expect(await readdir(cwd)).toContain('feature.txt');
});

test('from a folder inside the checkout, the root of the checkout is the side', async () => {
  const root = await project.clone('clone', '--branch=feature');
  const cwd = join(root, 'deep');
  await mkdir(cwd);
  const found = await find({ cwd });
  expect(found).toMatchObject({ root, head: { folder: root } });
  await removeBoth(found);
});

test('a shallow clone is deepened until the merge base is certain', async () => {
  const cwd = await project.clone('clone', '--branch=feature', '--depth=1', '--no-single-branch');
  expect(await project.git(cwd, 'rev-list', '--count', 'HEAD')).toBe('1');
  const found = await find({ cwd });
  expect(found.base.commit).toBe(fork);
  await removeBoth(found);
});

test('a shallow clone of one branch asks the remote for its default branch', async () => {
  const cwd = await project.clone('clone', '--branch=feature', '--depth=1');
  expect(await project.git(cwd, 'branch', '--all')).not.toContain('main');
  const found = await find({ cwd });
  expect(found.base).toMatchObject({ label: 'main', commit: fork });
  await removeBoth(found);
});

test('a merge base that a cut hides behind an older one is still found', async () => {
  const { origin, git, commit } = project;
  // release knows main at `fork` on a short way, and at `tip` on a long one that depth 4 cuts off.
  await git(origin, 'switch', '--quiet', '--create', 'release', tip);
  for (let count = 0; count < 5; count++) await commit(origin, `release ${count}`, { 'release.txt': String(count) });
  await git(origin, 'switch', '--quiet', '--create', 'short', fork);
  await commit(origin, 'short', { 'short.txt': 'x' });
  await git(origin, 'merge', '--quiet', '--no-edit', 'release');
  await git(origin, 'switch', '--quiet', 'main');
  const cwd = await project.clone('clone', '--branch=short', '--depth=4', '--no-single-branch');
  expect(await git(cwd, 'merge-base', 'HEAD', 'origin/main')).toBe(fork);
  const found = await find({ cwd });
  expect(found.base.commit).toBe(tip);
  await removeBoth(found);
});

test('local commits on a shallow clone, which the remote does not know, are no obstacle', async () => {
  const cwd = await project.clone('clone', '--branch=feature', '--depth=1', '--no-single-branch');
  await project.commit(cwd, 'never pushed');
  const found = await find({ cwd });
  expect(found.base.commit).toBe(fork);
  await removeBoth(found);
});

test('of the merge that GitHub checks out for a pull request, at depth 1, base is the parent that it was merged into', async () => {
  const { origin, git, commit } = project;
  await git(origin, 'switch', '--quiet', '--detach', 'main');
  await git(origin, 'merge', '--quiet', '--no-edit', '--no-ff', 'feature');
  const merge = await git(origin, 'rev-parse', 'HEAD');
  await git(origin, 'update-ref', 'refs/pull/7/merge', merge);
  await git(origin, 'switch', '--quiet', 'main');
  await commit(origin, 'pushed meanwhile');
  const cwd = join(project.folder, 'clone');
  await git(project.folder, 'init', '--quiet', cwd);
  await git(cwd, 'remote', 'add', 'origin', `file://${origin}`);
  await git(cwd, 'fetch', '--quiet', '--no-tags', '--depth=1', 'origin', '+refs/pull/7/merge:refs/remotes/pull/7/merge');
  await git(cwd, 'checkout', '--quiet', '--detach', 'refs/remotes/pull/7/merge');
  const found = await find({ cwd, env: await asPullRequest(cwd, merge) });
  expect(found.base).toMatchObject({ label: 'main', commit: tip, origin: 'merge-base' });
  expect(found.head).toMatchObject({ label: 'feature', commit: merge });
  // The merge and its parent: nothing else was fetched.
  expect(await git(cwd, 'rev-list', '--count', '--all')).toBe('2');
  await removeBoth(found);
});

test('of the head of a pull request, at depth 1, base is where it left the branch of the event', async () => {
  const cwd = await project.clone('clone', '--branch=feature', '--depth=1');
  const env = { ...(await asPullRequest(cwd, tip)), GITHUB_REF: 'refs/pull/7/merge' };
  const found = await find({ cwd, env });
  expect(found.base).toMatchObject({ label: 'main', commit: fork });
  await removeBoth(found);
});

test.each(['https', 'git'])('a remote that cannot be reached over %s comes with the mend', async (protocol) => {
  const cwd = await project.clone('clone', '--branch=feature', '--depth=1', '--no-single-branch');
  await project.git(cwd, 'remote', 'set-url', 'origin', `${protocol}://user:hunter22@127.0.0.1:9/x.git`);
  const { message } = await failure({ cwd });
  expect(message).toMatch(/^git fetch: .*127\.0\.0\.1.*fetch-depth: 0.*--base REF\.$/);
  expect(message).not.toContain('hunter22');
  expect(await leftovers()).toEqual([]);
});

test('branches without a common history have no merge base', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  await project.git(cwd, 'switch', '--quiet', '--orphan', 'alone');
  await project.commit(cwd, 'alone');
  expect((await failure({ cwd })).message).toMatch(/^No common ancestor of head and main /);
});

test('a checkout of the default branch without changes has nothing to compare with', async () => {
  const cwd = await project.clone('clone');
  expect((await failure({ cwd })).message).toMatch(/^There is nothing to compare: .*--base HEAD~1/);
  await writeFile(join(cwd, 'file.txt'), 'changed');
  const found = await find({ cwd });
  expect(found.base.commit).toBe(tip);
  await removeBoth(found);
});

test.each([
  ['a branch of the remote', 'feature'],
  ['a tag of the remote', 'v1'],
  ['a full commit', 'SHA'],
])('%s that a shallow clone lacks is fetched', async (_kind, ref) => {
  await project.git(project.origin, 'tag', '--annotate', '--message=x', 'v1', 'feature');
  const cwd = await project.clone('clone', '--depth=1');
  const base = ref === 'SHA' ? feature : ref;
  const found = await find({ cwd, base });
  expect(found.base).toMatchObject({ label: base, commit: feature, origin: 'ref' });
  await removeBoth(found);
});

test('fetching one commit leaves a whole clone whole', async () => {
  const cwd = await project.clone('clone', '--single-branch');
  const found = await find({ cwd, base: 'feature' });
  expect(await project.git(cwd, 'rev-parse', '--is-shallow-repository')).toBe('false');
  await removeBoth(found);
});

test('two refs each get a working tree of their own', async () => {
  const cwd = await project.clone('clone');
  const found = await find({ cwd, base: 'HEAD~1', head: 'origin/feature' });
  expect(found.head).toMatchObject({ label: 'origin/feature', commit: feature, origin: 'ref' });
  expect(new Set([found.base.folder, found.head.folder, cwd]).size).toBe(3);
  await removeBoth(found);
  expect(await leftovers()).toEqual([]);
});

test('a folder is used where it lies, with the commit that it stands on if it is a checkout', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  await mkdir(join(cwd, 'plain'));
  const found = await find({ cwd, base: '../origin', head: 'plain' });
  expect(found.base).toMatchObject({ label: '../origin', commit: tip, origin: 'directory', folder: project.origin });
  expect(found.head).toMatchObject({ label: 'plain', commit: null, origin: 'directory', folder: join(cwd, 'plain') });
  await removeBoth(found);
  expect(await readdir(project.origin)).toContain('file.txt');
});

test('two folders are compared without any repository', async () => {
  const cwd = join(project.folder, 'plain');
  await mkdir(join(cwd, 'before'), { recursive: true });
  const found = await find({ cwd, base: 'before' });
  expect(found).toMatchObject({ base: { folder: join(cwd, 'before'), commit: null }, head: { folder: cwd, commit: null } });
  expect((await failure({ cwd })).message).toContain('is no git repository, so there is no merge base');
});

test.each(['-c', '--upload-pack=touch x', '', 'a\nb', 'no-such-thing', './no-such-folder', 'x:refs/heads/main', '+refs/heads/*'])(
  'the base %j is refused',
  async (base) => {
    const cwd = await project.clone('clone');
    const { message } = await failure({ cwd, base });
    expect(message).not.toContain('\n');
    expect(message).toMatch(/is no branch, tag or commit|there is no such/);
    expect(await project.git(cwd, 'rev-parse', 'main')).toBe(tip);
  },
);

test('no hook of the repository runs', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  const hook = join(cwd, '.git', 'hooks', 'post-checkout');
  await mkdir(dirname(hook), { recursive: true });
  await writeFile(hook, `#!/bin/sh\ntouch ${join(project.folder, 'hooked')}\n`, { mode: 0o755 });
  await removeBoth(await find({ cwd }));
  expect(await readdir(project.folder)).not.toContain('hooked');
});

test('variables that point git elsewhere are not followed', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  const found = await find({ cwd, env: { ...GIT_ENV, GIT_DIR: join(project.origin, '.git'), GIT_WORK_TREE: project.origin } });
  expect(found.root).toBe(cwd);
  await removeBoth(found);
});

test('a base that cannot be checked out leaves nothing behind, and no working tree of head either', async () => {
  const cwd = await project.clone('clone');
  await project.git(cwd, 'config', 'filter.broken.smudge', 'false');
  await project.git(cwd, 'config', 'filter.broken.clean', 'cat');
  await project.git(cwd, 'config', 'filter.broken.required', 'true');
  const broken = await project.commit(cwd, 'broken', { '.gitattributes': '*.txt filter=broken' });
  const { message } = await failure({ cwd, base: broken, head: 'HEAD~1' });
  expect(message).toContain(`Commit ${broken} cannot be checked out`);
  expect(await leftovers()).toEqual([]);
  expect(await project.git(cwd, 'worktree', 'list')).not.toContain('shotclock');
});

test('an interruption is thrown as it is', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  const reason = new Interrupted('Ctrl-C');
  await expect(find({ cwd, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('what a killed run left behind is removed by the next one', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  const abandoned = join(tmpdir(), 'shotclock-base-4194305-abcdef');
  await mkdir(abandoned);
  await project.git(cwd, 'worktree', 'add', '--quiet', '--detach', join(abandoned, 'clone'), fork);
  await removeBoth(await find({ cwd }));
  expect(await readdir(tmpdir())).not.toContain('shotclock-base-4194305-abcdef');
  expect(await project.git(cwd, 'worktree', 'list')).not.toContain('shotclock');
  await rm(abandoned, { recursive: true, force: true });
});

test('submodules, which a new working tree does not hold, are warned of', async () => {
  const cwd = await project.clone('clone', '--branch=feature');
  await project.commit(cwd, 'submodule', { '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ./x\n' });
  const warnings: string[] = [];
  const found = await find({ cwd, base: 'HEAD', log: { ...silentLog, warn: (line) => warnings.push(line) } });
  expect(warnings).toEqual([expect.stringMatching(/^HEAD has submodules, which are not checked out/)]);
  await removeBoth(found);
});
