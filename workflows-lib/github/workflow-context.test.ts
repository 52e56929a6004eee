import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { errorOf } from './testing/api.ts';
import { isEnterpriseServer, parseRepository, readWorkflowContext, type Env, type WorkflowContext } from './workflow-context.ts';

const SHA = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
const ENV = {
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_SHA: SHA,
  GITHUB_RUN_ID: '100',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_API_URL: 'https://api.github.com/',
  GITHUB_SERVER_URL: 'https://github.com',
};
const PULL = { number: 7, head: { sha: HEAD, ref: 'branch', repo: { full_name: 'fork/app' } } };
const RUN = {
  id: 50,
  run_attempt: 3,
  event: 'pull_request',
  head_sha: HEAD,
  head_branch: 'branch',
  conclusion: 'success',
  head_repository: { full_name: 'fork/app' },
  pull_requests: [{ number: 666 }],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-event-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(eventName: string, event?: unknown, env: Env = {}): Promise<WorkflowContext> {
  const path = join(folder, 'event.json');
  await writeFile(path, typeof event === 'string' ? event : JSON.stringify(event ?? {}));
  return await readWorkflowContext({ ...ENV, GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: path, ...env });
}

test('the variables of the job are read', async () => {
  expect(await read('push')).toEqual({
    repository: { owner: 'octo', name: 'app' },
    eventName: 'push',
    sha: SHA,
    runId: 100,
    runAttempt: 2,
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    isEnterpriseServer: false,
    subject: { kind: 'commit', headSha: SHA, runId: 100, runAttempt: 2 },
  });
});

test.each(['push', 'workflow_dispatch', 'schedule', 'an_event_of_tomorrow'])(
  '%s is about a commit, whatever its event file says',
  async (eventName) => {
    const { subject } = await read(eventName, 'no JSON', { GITHUB_EVENT_PATH: '' });
    expect(subject).toEqual({ kind: 'commit', headSha: SHA, runId: 100, runAttempt: 2 });
  },
);

test.each([
  [`refs/heads/gh-readonly-queue/main/pr-12-${HEAD}`, { kind: 'merge-group', number: 12, baseRef: 'main' }],
  [`refs/heads/gh-readonly-queue/rel/1.x/pr-7/pr-12-${HEAD}`, { kind: 'merge-group', number: 12, baseRef: 'rel/1.x/pr-7' }],
  [`refs/heads/gh-readonly-queue/main/pr-0-${HEAD}`, { kind: 'commit' }],
  [`refs/heads/pr-12-${HEAD}`, { kind: 'commit' }],
])('merge_group: %s is about %j', async (ref, expected) => {
  const { subject } = await read('merge_group', { merge_group: { head_ref: ref, head_sha: HEAD } });
  expect(subject).toEqual({ ...expected, headSha: SHA, runId: 100, runAttempt: 2 });
});

test('issue_comment: the number is that of the pull request, and what was measured is still to be found', async () => {
  const { subject } = await read('issue_comment', { issue: { number: 7, pull_request: { url: 'x' } }, comment: { body: 'x' } });
  expect(subject).toEqual({ kind: 'pull-request-comment', number: 7, headSha: SHA, runId: 100, runAttempt: 2 });
  await expect(read('issue_comment', { issue: { number: 7 } })).rejects.toThrow('#7 is no pull request');
});

test("pull_request: number and head are the event's, not the merge commit", async () => {
  const { subject } = await read('pull_request', { pull_request: PULL });
  expect(subject).toEqual({
    kind: 'pull-request',
    number: 7,
    headSha: HEAD,
    headRepository: 'fork/app',
    runId: 100,
    runAttempt: 2,
  });
});

test('pull_request of a deleted fork: the repository is unknown', async () => {
  const { subject } = await read('pull_request', { pull_request: { ...PULL, head: { ...PULL.head, repo: null } } });
  expect(subject).toMatchObject({ headRepository: 'unknown repository' });
});

test('workflow_run: everything is of the run that measured, and its list of pull requests is not looked at', async () => {
  const { subject, runId } = await read('workflow_run', { workflow_run: RUN });
  expect(runId).toBe(100);
  expect(subject).toEqual({
    kind: 'workflow-run',
    event: 'pull_request',
    runId: 50,
    runAttempt: 3,
    headSha: HEAD,
    headRepository: 'fork/app',
    headBranch: 'branch',
    conclusion: 'success',
  });
});

test('workflow_run of a deleted fork, without a branch and without a conclusion', async () => {
  const { subject } = await read('workflow_run', {
    workflow_run: { ...RUN, head_repository: null, head_branch: null, conclusion: null },
  });
  expect(subject).toMatchObject({ headRepository: null, headBranch: '', conclusion: null });
});

test('a hostile branch name is kept as it is: data, not a path', async () => {
  const { subject } = await read('workflow_run', { workflow_run: { ...RUN, head_branch: 'x&state=all#$(id)`"' } });
  expect(subject).toMatchObject({ headBranch: 'x&state=all#$(id)`"' });
});

test('pull_request_target is not supported, and the error says why and what to do instead', async () => {
  const error = await errorOf(read('pull_request_target', { pull_request: PULL }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('not supported');
  expect(error.message).toContain('a stranger started');
  expect(error.message).toContain('benchmark-comment.yml');
});

test.each([...Object.keys(ENV), 'GITHUB_EVENT_NAME', 'GITHUB_EVENT_PATH'])(
  'without %s it says that this runs in a job',
  async (name) => {
    const error = await errorOf(read('pull_request', { pull_request: PULL }, { [name]: undefined }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe(`${name} is not set: this runs in a GitHub Actions job`);
  },
);

test.each([
  ['GITHUB_REPOSITORY', 'octo', 'write it as owner/name'],
  ['GITHUB_SHA', 'main', 'GITHUB_SHA is no commit'],
  ['GITHUB_RUN_ID', '0', 'GITHUB_RUN_ID is no positive number'],
  ['GITHUB_RUN_ID', '1e3', 'GITHUB_RUN_ID is no positive number'],
  ['GITHUB_RUN_ATTEMPT', '99999999999999999999', 'GITHUB_RUN_ATTEMPT is no positive number'],
  ['GITHUB_API_URL', 'file:///etc/passwd', 'GITHUB_API_URL is no address'],
  ['GITHUB_API_URL', 'https://user:secret@host', 'GITHUB_API_URL is no address'],
  ['GITHUB_SERVER_URL', 'github.com', 'GITHUB_SERVER_URL is no address'],
])('%s as %j is refused by name', async (name, value, message) => {
  const error = await errorOf(read('push', {}, { [name]: value }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain('secret');
});

test.each<readonly [string, string, unknown, string]>([
  ['no JSON', 'pull_request', '{"pull_request":', 'was cut off'],
  ['an empty file', 'pull_request', ' ', 'is empty'],
  ['a list', 'pull_request', [], 'it is missing or malformed'],
  ['no pull request', 'pull_request', {}, 'its pull_request is missing'],
  ['a number that is none', 'pull_request', { pull_request: { ...PULL, number: '7' } }, 'its pull_request.number'],
  ['a huge number', 'pull_request', { pull_request: { ...PULL, number: 1e300 } }, 'its pull_request.number'],
  ['a negative number', 'pull_request', { pull_request: { ...PULL, number: -7 } }, 'its pull_request.number'],
  [
    'a head that is no commit',
    'pull_request',
    { pull_request: { ...PULL, head: { sha: '../../x', repo: null } } },
    'its pull_request.head.sha',
  ],
  [
    'a repository with a path',
    'pull_request',
    { pull_request: { ...PULL, head: { sha: HEAD, repo: { full_name: 'a/b/../c' } } } },
    'full_name',
  ],
  ['no run', 'workflow_run', { workflow_run: null }, 'its workflow_run'],
  ['a run without an id', 'workflow_run', { workflow_run: { ...RUN, id: null } }, 'its workflow_run.id'],
  ['a run with a hostile commit', 'workflow_run', { workflow_run: { ...RUN, head_sha: '$(id)' } }, 'its workflow_run.head_sha'],
])('a malformed event is refused by its field: %s', async (_name, eventName, ...[event, message]) => {
  const error = await errorOf(read(eventName, event));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain(message);
});

test('an event file that is not there, or is a folder, is said so', async () => {
  for (const path of [join(folder, 'nothing.json'), folder]) {
    const error = await errorOf(read('pull_request', {}, { GITHUB_EVENT_PATH: path }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain('cannot read the event file that GITHUB_EVENT_PATH names');
  }
});

test.each([
  ['https://github.com', 'https://api.github.com', false],
  ['https://octo.ghe.com', 'https://api.octo.ghe.com', false],
  ['https://github.example.com', 'https://github.example.com/api/v3', true],
  ['https://github.com.example.com', 'https://github.com.example.com/api/v3', true],
  ['https://ghe.com', 'https://ghe.com/api/v3', true],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/v3', false],
  ['https://github.example.com', 'http://localhost:8080/api', false],
  ['https://github.example.com', 'https://127.0.0.1.example.com/api', true],
])('%s with its API at %s: enterprise server %s', (serverUrl, apiUrl, expected) => {
  expect(isEnterpriseServer(serverUrl, apiUrl)).toBe(expected);
});

test.each(['a', 'a/', '/b', 'a/b/c', 'a/..', 'a/.', '../b', 'a b/c', 'a/b?x', 'a/b\n', '-a/b', ''])(
  '%j is no repository',
  (text) => {
    expect(() => parseRepository(text)).toThrow(UsageError);
  },
);

test.each(['octo/app', 'Octo-Org/.github', 'user_corp/a.b_c-d'])('%s is a repository', (text) => {
  const { owner, name } = parseRepository(text);
  expect(`${owner}/${name}`).toBe(text);
});
