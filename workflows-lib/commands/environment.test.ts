import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gitFacts } from './environment.ts';

let folder: string;

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' }).trim();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-git-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a folder that is no repository belongs to no commit', async () => {
  expect(await gitFacts(folder)).toEqual({ commit: null, branch: null, dirty: false });
});

test('a repository tells its commit, its branch and whether files differ from it', async () => {
  git('init', '-q', '-b', 'trunk');
  await writeFile(join(folder, 'a.txt'), 'one');
  git('add', 'a.txt');
  git('commit', '-q', '-m', 'First');
  const commit = git('rev-parse', 'HEAD');
  expect(await gitFacts(folder)).toEqual({ commit, branch: 'trunk', dirty: false });
  await writeFile(join(folder, 'a.txt'), 'two');
  expect((await gitFacts(folder)).dirty).toBe(true);
  git('checkout', '-q', '--detach', '-f');
  expect(await gitFacts(folder)).toEqual({ commit, branch: null, dirty: false });
});
