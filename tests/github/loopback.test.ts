import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createClient, pick, pluck, type Send } from './rest-client.ts';
import { addComment, addIssue, addPull, addWorkflowRun } from './seed.ts';
import { addArtifact, addRepository, type Repository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
let repository: Repository;
let send: Send;

beforeEach(() => {
  repository = addRepository(github.state, 'octo/app');
  send = createClient(github);
});
// Everything in this file is right use of the API and a right answer to it.
afterEach(() => {
  expect(github.violations).toEqual([]);
});

const SHA = 'a'.repeat(40);

test('250 comments come in three pages, with links to the next and the last', async () => {
  const { number: issueNumber } = addPull(github.state, repository);
  for (let index = 0; index < 250; index++)
    addComment(github.state, repository, { issueNumber, body: `comment ${index}`, author: 'mona' });
  const pages = await Promise.all([1, 2, 3].map((page) => send(`GET /issues/1/comments?per_page=100&page=${page}`)));
  expect(pages.map(({ body }) => pluck(body, 'id').length)).toEqual([100, 100, 50]);
  expect(pick(pages[2]?.body, 49, 'body')).toBe('comment 249');
  const rels = pages.map(({ headers }) =>
    [...(headers.get('link') ?? '').matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(
      ([, page, rel]) => `${rel ?? ''} ${page ?? ''}`,
    ),
  );
  expect(rels).toEqual([
    ['next 2', 'last 3'],
    ['prev 1', 'next 3', 'last 3', 'first 1'],
    ['prev 2', 'first 1'],
  ]);
});

test('a page has 30 items when nothing is said and 100 at the most', async () => {
  const { number: issueNumber } = addIssue(github.state, repository);
  for (let index = 0; index < 120; index++) addComment(github.state, repository, { issueNumber, body: 'x', author: 'mona' });
  const sizes = await Promise.all(
    ['', '?per_page=500'].map(async (query) => pluck((await send(`GET /issues/1/comments${query}`)).body).length),
  );
  expect(sizes).toEqual([30, 100]);
});

test('a comment is written in the name of the token, changed, and gone after it was deleted', async () => {
  addPull(github.state, repository);
  const { status, body } = await send('POST /issues/1/comments', { body: 'first' });
  expect([status, pick(body, 'user', 'login'), pick(body, 'user', 'type')]).toEqual([201, 'github-actions[bot]', 'Bot']);
  const path = `/issues/comments/${String(pick(body, 'id'))}`;
  await send(`PATCH ${path}`, { body: 'second' });
  expect(pick((await send(`GET ${path}`)).body, 'body')).toBe('second');
  expect(await send(`DELETE ${path}`)).toMatchObject({ status: 204, body: undefined });
  expect((await send(`PATCH ${path}`, { body: 'third' })).status).toBe(404);
});

test('a comment may have 65,536 characters, not bytes, and one more is refused in words that say so', async () => {
  addPull(github.state, repository);
  expect((await send('POST /issues/1/comments', { body: '😀'.repeat(65_536) })).status).toBe(201);
  const { status, body } = await send('POST /issues/1/comments', { body: 'x'.repeat(65_537) });
  expect(status).toBe(422);
  expect(pick(body, 'errors', 0, 'message')).toBe('Body is too long (maximum is 65536 characters)');
});

test('pull requests are found by the owner and branch of their head, across forks', async () => {
  addRepository(github.state, 'stranger/app', { forkOf: 'octo/app' });
  addPull(github.state, repository, { headRef: 'fix' });
  addPull(github.state, repository, { headRef: 'fix', headRepository: 'stranger/app' });
  addPull(github.state, repository, { headRef: 'fix', headRepository: 'stranger/app', state: 'closed' });
  const found = async (query: string): Promise<unknown> => pluck((await send(`GET /pulls?${query}`)).body, 'number');
  expect(await found('state=open&head=stranger:fix')).toEqual([2]);
  expect(await found('state=all&head=stranger:fix')).toEqual([3, 2]);
  // A filter without an owner is no filter.
  expect(await found('state=open&head=fix')).toEqual([2, 1]);
  expect(await found('base=release')).toEqual([]);
});

test('the head of a pull request has no repository when its fork was deleted', async () => {
  addPull(github.state, repository, { headRepository: null });
  expect(pick((await send('GET /pulls/1')).body, 'head', 'repo')).toBeNull();
});

test('a commit of a fork belongs to no pull request', async () => {
  addPull(github.state, repository, { headSha: SHA });
  addPull(github.state, repository, { headSha: 'f'.repeat(40), headRepository: 'stranger/app' });
  expect(pluck((await send(`GET /commits/${SHA}/pulls`)).body, 'number')).toEqual([1]);
  expect(pluck((await send(`GET /commits/${'f'.repeat(40)}/pulls`)).body)).toEqual([]);
});

test('issues are opened with labels, found by them, and closed with a reason', async () => {
  await send('POST /issues', { title: 'Slow', labels: ['benchmark', { name: 'p1' }] });
  await send('POST /issues', { title: 'Other' });
  await send('POST /issues/2/labels', { labels: ['benchmark'] });
  expect(pluck((await send('GET /issues?labels=benchmark,P1')).body, 'title')).toEqual(['Slow']);
  const { body } = await send('GET //search/issues?q=repo:octo/app+is:issue+label:benchmark+slow');
  expect([pick(body, 'total_count'), pick(body, 'items', 0, 'title')]).toEqual([1, 'Slow']);
  await send('DELETE /issues/2/labels/benchmark');
  await send('PATCH /issues/1', { state: 'closed', state_reason: 'not_planned' });
  expect(pluck((await send('GET /issues?state=all')).body, 'state_reason')).toEqual([null, 'not_planned']);
});

const annotation = (line: number): object => ({
  path: 'a.ts',
  start_line: line,
  end_line: line,
  annotation_level: 'failure',
  message: 'slow',
});

test('the annotations of a check run add up over its updates', async () => {
  const output = { title: 'Slower', summary: 'Two of three' };
  const annotations = Array.from({ length: 50 }, (_, index) => annotation(index + 1));
  const { body } = await send('POST /check-runs', {
    name: 'bench',
    head_sha: SHA,
    external_id: '7',
    output: { ...output, annotations },
  });
  const path = `/check-runs/${String(pick(body, 'id'))}`;
  await send(`PATCH ${path}`, { conclusion: 'failure', output: { ...output, annotations: [annotation(51)] } });
  const check = await send(`GET ${path}`);
  expect(check.body).toMatchObject({
    status: 'completed',
    conclusion: 'failure',
    external_id: '7',
    output: { annotations_count: 51 },
  });
  expect(pluck((await send(`GET ${path}/annotations?per_page=100`)).body, 'start_line')).toHaveLength(51);
});

test('a check cannot be completed without a conclusion', async () => {
  expect((await send('POST /check-runs', { name: 'bench', head_sha: SHA, status: 'completed' })).status).toBe(422);
});

test('of several checks of one name a commit shows the newest, or all when asked', async () => {
  for (const name of ['bench', 'bench', 'lint']) await send('POST /check-runs', { name, head_sha: SHA });
  const names = async (query: string): Promise<unknown> =>
    pluck(pick((await send(`GET /commits/${SHA}/check-runs${query}`)).body, 'check_runs'), 'name');
  expect(await names('')).toEqual(['lint', 'bench']);
  expect(await names('?check_name=bench&filter=all')).toEqual(['bench', 'bench']);
});

test('a deployment that succeeds retires the one before it, in a lasting environment that is not production', async () => {
  const deploy = async (environment: string): Promise<string> => {
    const { body } = await send('POST /deployments', { ref: SHA, environment, payload: { release: 1 }, required_contexts: [] });
    const path = `/deployments/${String(pick(body, 'id'))}/statuses`;
    await send(`POST ${path}`, { state: 'success', log_url: 'https://example.com/log' });
    return path;
  };
  const [staging, production] = [await deploy('staging'), await deploy('production')];
  await deploy('staging');
  await deploy('production');
  expect(pluck((await send(`GET ${staging}`)).body, 'state')).toEqual(['inactive', 'success']);
  expect(pluck((await send(`GET ${production}`)).body, 'state')).toEqual(['success']);
  expect(pluck((await send('GET /deployments?environment=staging')).body, 'payload', 'release')).toEqual([1, 1]);
});

test('a deployment of a ref that does not exist is refused', async () => {
  expect((await send('POST /deployments', { ref: 'no-such-branch' })).status).toBe(422);
});

test('the statuses of a commit come newest first', async () => {
  for (const state of ['pending', 'success']) await send(`POST /statuses/${SHA}`, { state, context: 'gate' });
  expect(pluck((await send(`GET /commits/${SHA}/statuses`)).body, 'state')).toEqual(['success', 'pending']);
});

test('what was dispatched stands in the state', async () => {
  await send('POST /dispatches', { event_type: 'deploy', client_payload: { sha: SHA } });
  await send('POST /actions/workflows/deploy.yml/dispatches', { ref: 'main', inputs: { environment: 'staging' } });
  expect(repository.dispatches).toEqual([
    { kind: 'repository', eventType: 'deploy', payload: { sha: SHA } },
    { kind: 'workflow', workflow: 'deploy.yml', ref: 'main', inputs: { environment: 'staging' } },
  ]);
});

test('a run that a fork started names no pull request, one of an own branch does', async () => {
  addRepository(github.state, 'stranger/app', { forkOf: 'octo/app' });
  addPull(github.state, repository, { headSha: SHA });
  addPull(github.state, repository, { headSha: 'f'.repeat(40), headRepository: 'stranger/app' });
  addWorkflowRun(github.state, repository, { headSha: SHA });
  addWorkflowRun(github.state, repository, { headSha: 'f'.repeat(40), headRepository: 'stranger/app' });
  const { body } = await send('GET /actions/workflows/benchmark.yml/runs?status=success');
  const runs = pick(body, 'workflow_runs');
  expect(pluck(runs, 'head_repository', 'full_name')).toEqual(['stranger/app', 'octo/app']);
  expect(pluck(runs, 'pull_requests', 0, 'number')).toEqual([undefined, 1]);
});

test('artifacts are listed by name, newest first, and their zip lies behind a signed link that needs no token', async () => {
  const { id: runId } = addWorkflowRun(github.state, repository);
  const common = { runId, repository: 'octo/app' };
  for (const name of ['run', 'logs', 'run']) addArtifact(github.state, { ...common, name, bytes: Buffer.from(`zip of ${name}`) });
  const listed = pick((await send(`GET /actions/runs/${runId}/artifacts?name=run`)).body, 'artifacts');
  const ids = pluck(listed, 'id').map(Number);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids).toHaveLength(2);
  const { status, headers } = await send(`GET /actions/artifacts/${String(ids[0])}/zip`);
  const link = headers.get('location') ?? '';
  expect([status, new URL(link).searchParams.has('sig')]).toEqual([302, true]);
  expect(await (await fetch(link)).text()).toBe('zip of run');
  const forged = new URL(link);
  forged.searchParams.set('sig', Buffer.alloc(32).toString('base64'));
  expect((await fetch(forged)).status).toBe(403);
});

test('an expired artifact is gone', async () => {
  const { id: runId } = addWorkflowRun(github.state, repository);
  const { id } = addArtifact(github.state, {
    name: 'run',
    runId,
    repository: 'octo/app',
    bytes: Buffer.from('x'),
    expired: true,
  });
  expect((await send(`GET /actions/artifacts/${id}/zip`)).status).toBe(410);
});

test('everybody reads a public repository, and somebody who does not exist has no permission at all', async () => {
  repository.collaborators.set('mona', 'write');
  addIssue(github.state, repository, { author: 'passer-by' });
  await send('GET /issues');
  const levels = await Promise.all(
    ['octo', 'mona', 'passer-by', 'nobody'].map((login) => send(`GET /collaborators/${login}/permission`)),
  );
  expect(levels.map(({ status, body }) => pick(body, 'permission') ?? status)).toEqual(['admin', 'write', 'read', 404]);
});

test('GET /user names the owner of a personal token and refuses a job its own', async () => {
  const personal = createClient(github, github.token({ repository: 'octo/app', grants: {}, kind: 'user', login: 'mona' }));
  expect(pick((await personal('GET //user')).body, 'login')).toBe('mona');
  expect(await send('GET //user')).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
});

test('a reset forgets state, tokens and requests', async () => {
  addPull(github.state, repository);
  await send('GET /pulls');
  github.reset();
  expect([github.state.repositories.size, github.requests.length]).toEqual([0, 0]);
  expect((await send('GET /pulls')).status).toBe(401);
});
