import { expect, test } from '@jest/globals';
import { RemoteError } from '../core/errors.ts';
import { findPullRequest, type PullRequest } from './pull-request.ts';
import { REPOSITORY, errorOf, json, page, refusal, startApi, type TestApi } from './testing/api.ts';
import type { Subject } from './workflow-context.ts';

const SHA = 'a'.repeat(40);
const OTHER_SHA = 'b'.repeat(40);

interface PullOptions {
  readonly number?: number;
  readonly repo?: string | null;
  readonly ref?: string;
  readonly sha?: string;
  readonly state?: string;
  readonly base?: string;
}

function pull(options: PullOptions = {}): unknown {
  const { number = 7, repo = 'fork/app', ref = 'branch', sha = SHA, state = 'open', base = 'main' } = options;
  return {
    number,
    state,
    head: { sha, ref, repo: repo === null ? null : { full_name: repo } },
    base: { ref: base, repo: { default_branch: 'main' } },
    title: '<b>',
  };
}

const runSubject = {
  kind: 'workflow-run',
  event: 'pull_request',
  runId: 50,
  runAttempt: 1,
  headSha: SHA,
  headRepository: 'fork/app',
  headBranch: 'branch',
  conclusion: 'success',
} as const satisfies Subject;

const startPulls = (pulls: readonly unknown[]): Promise<TestApi> => {
  let base = '';
  const starting = startApi((request, response) => page(pulls, request, base)(request, response));
  return starting.then((api) => {
    base = api.server.url;
    return api;
  });
};

async function search(pulls: readonly unknown[], subject: Subject = runSubject): Promise<PullRequest | undefined> {
  await using api = await startPulls(pulls);
  return await findPullRequest(api.github, REPOSITORY, subject);
}

test.each([
  ["open against the queue's branch", {}, 7],
  ['closed', { state: 'closed' }, undefined],
  ['open against another branch', { base: 'next' }, undefined],
])('the pull request that a merge queue names counts where it is open against its branch: %s', async (_, options, number) => {
  await using api = await startApi(json(pull(options)));
  const subject = { kind: 'merge-group', number: 7, baseRef: 'main', headSha: OTHER_SHA, runId: 1, runAttempt: 1 } as const;
  expect((await findPullRequest(api.github, REPOSITORY, subject))?.number).toBe(number);
});

test('the pull request of the event is read as it stands now', async () => {
  await using api = await startApi(json(pull({ sha: OTHER_SHA, state: 'closed' })));
  const subject = { kind: 'pull-request', number: 7, headSha: SHA, headRepository: 'fork/app', runId: 1, runAttempt: 1 } as const;
  expect(await findPullRequest(api.github, REPOSITORY, subject)).toEqual({
    number: 7,
    headSha: OTHER_SHA,
    headRepository: 'fork/app',
    isFork: true,
    state: 'closed',
    baseRef: 'main',
    labels: [],
  });
  expect(api.asked()).toEqual(['GET /repos/octo/app/pulls/7']);
});

test('the pull request of a run is searched by its head, one page after the other', async () => {
  const many = Array.from({ length: 120 }, (_, index) => pull({ number: index + 1, repo: 'someone/app' }));
  await using api = await startPulls([...many, pull({ number: 500 })]);
  expect(await findPullRequest(api.github, REPOSITORY, runSubject)).toMatchObject({ number: 500, headSha: SHA });
  expect(api.asked()[0]).toBe('GET /repos/octo/app/pulls?state=open&head=fork%3Abranch&per_page=100');
  expect(api.asked()).toHaveLength(2);
});

test.each<readonly [string, PullOptions]>([
  ['of another repository of the same owner', { repo: 'fork/other' }],
  ['of another owner with the same branch', { repo: 'mallory/app' }],
  ['of another branch, where GitHub ignores the filter', { ref: 'branch-2' }],
  ['of a fork that was deleted', { repo: null }],
  ['that is closed', { state: 'closed' }],
])('a pull request %s is not taken, even with the same commit', async (_name, options) => {
  expect(await search([pull(options)])).toBeUndefined();
});

test('one whose head has moved on is found: it is the caller that says it is stale', async () => {
  expect(await search([pull({ sha: OTHER_SHA })])).toMatchObject({ number: 7, headSha: OTHER_SHA });
});

test('of several pull requests of the branch the one with the measured commit is taken, and the others are named', async () => {
  await using api = await startPulls([pull({ number: 3, sha: OTHER_SHA }), pull({ number: 9 }), pull({ number: 8 })]);
  expect(await findPullRequest(api.github, REPOSITORY, runSubject)).toMatchObject({ number: 8 });
  expect(api.logged).toEqual(['the measured branch has several open pull requests: taking #8, not #9, #3']);
});

test('a second one for the same branch against another base does not take its place', async () => {
  const against = (number: number, base: string): unknown => pull({ number, base });
  expect(await search([against(3, 'old-release'), against(9, 'main')])).toMatchObject({ number: 9 });
  expect(await search([against(9, 'main'), against(10, 'old-release')])).toMatchObject({ number: 9 });
});

test('names of repositories do not tell case apart', async () => {
  expect(await search([pull({ repo: 'Fork/App' })])).toMatchObject({ number: 7, isFork: true });
  expect(await search([pull({ repo: 'Octo/App' })], { ...runSubject, headRepository: 'octo/app' })).toMatchObject({
    isFork: false,
  });
});

test.each<readonly [string, Subject]>([
  ['a commit', { kind: 'commit', headSha: SHA, runId: 1, runAttempt: 1 }],
  ['a run of a deleted fork', { ...runSubject, headRepository: null }],
  ['a run without a branch', { ...runSubject, headBranch: '' }],
  ['a nightly run', { ...runSubject, event: 'schedule' }],
  ['a push', { ...runSubject, event: 'push' }],
])('%s has no pull request, and GitHub is not asked', async (_name, subject) => {
  await using api = await startPulls([pull()]);
  expect(await findPullRequest(api.github, REPOSITORY, subject)).toBeUndefined();
  expect(api.asked()).toEqual([]);
});

test('a hostile branch name stays inside its parameter', async () => {
  await using api = await startPulls([]);
  await findPullRequest(api.github, REPOSITORY, { ...runSubject, headBranch: 'x&state=all#/../' });
  expect(api.asked()[0]).toBe('GET /repos/octo/app/pulls?state=open&head=fork%3Ax%26state%3Dall%23%2F..%2F&per_page=100');
});

test('a pull request that cannot be seen is an error that names the permission', async () => {
  await using api = await startApi(refusal(404, 'Not Found'));
  const subject = { kind: 'pull-request', number: 7, headSha: SHA, headRepository: 'octo/app', runId: 1, runAttempt: 1 } as const;
  expect((await errorOf(findPullRequest(api.github, REPOSITORY, subject))).message).toContain('`pull-requests: read`');
});

test('an answer of another API is a remote error', async () => {
  await using api = await startApi(json([{ number: 'seven' }]));
  expect(await errorOf(findPullRequest(api.github, REPOSITORY, runSubject))).toBeInstanceOf(RemoteError);
});
