import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Grants } from './contract.ts';
import { startLoopbackGitHub, type LoopbackGitHub } from './loopback.ts';
import { addRepository } from './state.ts';

const NAME = 'octo-org/octo-repo';

let github: LoopbackGitHub;
let root: string;

beforeAll(async () => {
  github = await startLoopbackGitHub();
  root = await mkdtemp(join(tmpdir(), 'git-http-test-'));
});
beforeEach(() => {
  github.reset();
  addRepository(github.state, NAME, { isPrivate: true });
});
afterEach(() => {
  expect(github.violations).toEqual([]);
});
afterAll(async () => {
  await github.close();
  await rm(root, { recursive: true, force: true });
});

interface Result {
  readonly code: number;
  readonly output: string;
}

/** Runs git with a token in an extra header, as the checkout action leaves it in the configuration. */
function git(
  args: readonly string[],
  options: { readonly token?: string; readonly cwd?: string; readonly scheme?: 'basic' | 'bearer' } = {},
): Promise<Result> {
  const { token, cwd = root, scheme = 'basic' } = options;
  const credentials = scheme === 'basic' ? Buffer.from(`x-access-token:${token ?? ''}`).toString('base64') : (token ?? '');
  const header = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraheader',
    GIT_CONFIG_VALUE_0: `Authorization: ${scheme} ${credentials}`,
  };
  const env = {
    ...{ PATH: process.env['PATH'], HOME: root, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
    ...(token === undefined ? {} : header),
  };
  return new Promise((resolve) => {
    execFile('git', args, { cwd, env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, output: stdout + stderr });
    });
  });
}

const tokenWith = (grants: Grants, repository = NAME): string => github.token({ repository, grants });

/** A folder with one commit more than it had, ready to be pushed. */
async function commit(folder: string, content: string | Buffer = randomBytes(8).toString('hex')): Promise<string> {
  await writeFile(join(folder, `${randomBytes(4).toString('hex')}.txt`), content);
  await git(['add', '.'], { cwd: folder });
  await git(['commit', '--quiet', '-m', 'more'], { cwd: folder });
  return folder;
}

async function newRepository(): Promise<string> {
  const folder = await mkdtemp(join(root, 'work-'));
  await git(['init', '--quiet', '--initial-branch=main', folder]);
  return commit(folder);
}

const push = (folder: string, token: string): Promise<Result> =>
  git(['push', '--quiet', github.gitUrl(NAME), 'HEAD:refs/heads/main'], { cwd: folder, token });

async function clone(token: string, ...options: readonly string[]): Promise<Result & { readonly folder: string }> {
  const folder = await mkdtemp(join(root, 'clone-'));
  return { folder, ...(await git(['clone', '--quiet', ...options, github.gitUrl(NAME), folder], { token })) };
}

test.each(['basic', 'bearer'] as const)('what was pushed is fetched again, with a token in a %s header', async (scheme) => {
  const token = tokenWith({ contents: 'write' });
  const source = await newRepository();
  const pushed = await git(['push', '--quiet', github.gitUrl(NAME), 'HEAD:refs/heads/main'], { cwd: source, token, scheme });
  expect(pushed).toEqual({ code: 0, output: '' });
  const { folder, code } = await clone(token);
  expect(code).toBe(0);
  const heads = await Promise.all([source, folder].map((cwd) => git(['rev-parse', 'HEAD'], { cwd })));
  expect(heads[0]?.output).toBe(heads[1]?.output);
});

test('a pack of several megabytes goes through both ways', async () => {
  const token = tokenWith({ contents: 'write' });
  const folder = await commit(await newRepository(), randomBytes(4 << 20));
  expect(await push(folder, token)).toEqual({ code: 0, output: '' });
  expect(github.requests.some(({ headers }) => headers['transfer-encoding'] === 'chunked')).toBe(true);
  expect((await clone(token)).code).toBe(0);
});

test('a shallow fetch brings one commit', async () => {
  const token = tokenWith({ contents: 'write' });
  await push(await commit(await commit(await newRepository())), token);
  const { folder } = await clone(token, '--depth=1');
  expect((await git(['rev-list', '--count', 'HEAD'], { cwd: folder })).output.trim()).toBe('1');
});

test('reading is not enough to push: 403 that names who was denied', async () => {
  const { code, output } = await push(await newRepository(), tokenWith({ contents: 'read' }));
  expect(code).not.toBe(0);
  expect(output).toMatch(/Permission to octo-org\/octo-repo\.git denied to github-actions\[bot\]\.[^]*403/);
});

test('a token without the contents grant cannot fetch', async () => {
  await push(await newRepository(), tokenWith({ contents: 'write' }));
  expect((await clone(tokenWith({ contents: 'read' }))).code).toBe(0);
  expect((await clone(tokenWith({ issues: 'write' }))).output).toContain('403');
});

test('an unknown token and no token are asked for credentials', async () => {
  expect((await clone('ghs_unknown')).output).toMatch(/Authentication failed|could not read Username/);
  const response = await fetch(`${github.gitUrl(NAME)}/info/refs?service=git-upload-pack`);
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="GitHub"']);
});

test('a token of another repository does not even see a private one', async () => {
  addRepository(github.state, 'octo-org/other');
  expect((await clone(tokenWith({ contents: 'write' }, 'octo-org/other'))).output).toMatch(/not found/i);
});

test('a public repository is fetched without a token, and pushed to only with one', async () => {
  const repository = github.state.repositories.get(NAME);
  if (repository !== undefined) repository.private = false;
  await push(await newRepository(), tokenWith({ contents: 'write' }));
  const folder = await mkdtemp(join(root, 'anonymous-'));
  expect((await git(['clone', '--quiet', github.gitUrl(NAME), folder])).code).toBe(0);
  const response = await fetch(`${github.gitUrl(NAME)}/info/refs?service=git-receive-pack`);
  expect(response.status).toBe(401);
});

test('of two racing pushes one is refused, and it goes through after a rebase', async () => {
  const token = tokenWith({ contents: 'write' });
  await push(await newRepository(), token);
  const clones = [await clone(token), await clone(token)];
  for (const { folder } of clones) await commit(folder);
  const results = await Promise.all(clones.map(({ folder }) => push(folder, token)));
  expect(results.filter(({ code }) => code === 0)).toHaveLength(1);
  const loser = clones[results.findIndex(({ code }) => code !== 0)]?.folder ?? '';
  expect(results.find(({ code }) => code !== 0)?.output).toMatch(/rejected/);
  expect((await git(['pull', '--quiet', '--rebase', github.gitUrl(NAME), 'main'], { cwd: loser, token })).code).toBe(0);
  expect((await push(loser, token)).code).toBe(0);
});

test('a push that is not a fast-forward is refused by name', async () => {
  const token = tokenWith({ contents: 'write' });
  await push(await newRepository(), token);
  expect((await push(await newRepository(), token)).output).toMatch(/rejected.*fetch first/);
});

test('the token stands in the Authorization header alone', async () => {
  const token = tokenWith({ contents: 'write' });
  const { output } = await push(await newRepository(), token);
  const elsewhere = github.requests.map(({ path, body, headers }) =>
    JSON.stringify([path, body, { ...headers, authorization: '' }]),
  );
  expect([output, ...elsewhere].filter((text) => text.includes(token))).toEqual([]);
});

test('whoever hangs up leaves no git process behind', async () => {
  const token = tokenWith({ contents: 'write' });
  await push(await commit(await newRepository(), randomBytes(4 << 20)), token);
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-git-upload-pack-request' };
  // The body never ends, so git waits for it.
  const body = new ReadableStream({ start: (controller) => { controller.enqueue(Buffer.from('0032want ')); } }); // prettier-ignore
  const pending = fetch(`${github.gitUrl(NAME)}/git-upload-pack`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
    signal: abort.signal,
  });
  pending.catch(() => undefined);
  await waitFor(async () => (await backends()) > 0);
  abort.abort();
  await waitFor(async () => (await backends()) === 0);
  expect(await backends()).toBe(0);
});

/** How many git processes serve our folders. */
async function backends(): Promise<number> {
  const { readProcesses, processesWithEnvironment } = await import('../../workflows-lib/system/process-table.ts');
  const folder = github.state.repositories.get(NAME)?.gitFolder ?? '';
  const serving = new Set(processesWithEnvironment('GIT_PROJECT_ROOT', folder));
  return readProcesses().filter(({ pid, state }) => serving.has(pid) && state !== 'Z').length;
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250 && !(await condition()); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
}
