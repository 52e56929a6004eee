/** The base of a private repository, fetched with the token that the action hands to git alone. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withGitToken } from '../../workflows-lib/action/compare-inputs.ts';
import { findBase } from '../../workflows-lib/commands/compare/sides/find-base.ts';
import type { FoundSides } from '../../workflows-lib/commands/compare/sides/find-base.ts';
import { GIT_ENV, gitProject } from '../../workflows-lib/commands/compare/sides/testing/git-project.ts';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import { silentLog } from '../../workflows-lib/core/log.ts';
import { git } from './git.ts';
import { PLANTED, REPOSITORY } from './scene.ts';
import { addRepository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();

let folder = '';
let clone = '';
let fork = '';

/** The environment of git in a job whose action was given this token, or none. */
function gitEnv(token?: string): Readonly<Record<string, string | undefined>> {
  const env = { ...GIT_ENV, GITHUB_SERVER_URL: github.url };
  const signal = new AbortController().signal;
  const context = { clock: systemClock, log: silentLog, env, cwd: clone, signal, onProgress: () => undefined };
  return { ...env, ...withGitToken(context, token).gitEnv };
}

const readToken = (): string => github.token({ repository: REPOSITORY, grants: { contents: 'read' }, prefix: PLANTED });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetch-base-'));
  clone = join(folder, 'clone');
  const { origin, git: run, commit, dispose } = await gitProject();
  fork = await commit(origin, 'where the change begins', { 'a.txt': 'base' });
  await run(origin, 'switch', '--quiet', '--create', 'feature');
  for (let count = 0; count < 3; count++) await commit(origin, `change ${count}`, { 'a.txt': `head ${count}` });
  await run(origin, 'switch', '--quiet', 'main');
  await commit(origin, 'main moves on', { 'b.txt': 'x' });
  const repository = addRepository(github.state, REPOSITORY, { isPrivate: true });
  await git(repository, ['fetch', '--quiet', origin, '+refs/heads/*:refs/heads/*']);
  await dispose();
  const args = ['clone', '--quiet', '--depth=1', '--branch=feature', github.gitUrl(REPOSITORY), clone];
  await promisify(execFile)('git', args, { env: gitEnv(readToken()) });
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
});

const find = async (env: ReturnType<typeof gitEnv>): Promise<FoundSides> => findBase({ cwd: clone, env, log: silentLog });

test('a shallow checkout without credentials of its own fetches the merge base', async () => {
  const { base, head } = await find(gitEnv(readToken()));
  try {
    expect(base).toMatchObject({ commit: fork, origin: 'merge-base' });
    expect(await readFile(join(base.folder, 'a.txt'), 'utf8')).toBe('base');
  } finally {
    await base.remove();
    await head.remove();
  }
  expect(await readFile(join(clone, '.git', 'config'), 'utf8')).not.toContain('AUTHORIZATION');
});

test('without the token, and with one for another server, it is refused and says so', async () => {
  await expect(find(gitEnv())).rejects.toThrow(/git/);
  const elsewhere = { ...gitEnv(readToken()), GIT_CONFIG_KEY_0: 'http.https://github.example/.extraheader' };
  const refused: unknown = await find(elsewhere).catch((error: unknown) => error);
  expect(String(refused)).toMatch(/UsageError/);
  expect(String(refused)).not.toContain(PLANTED);
});
