import { beforeEach, expect, test } from '@jest/globals';
import type { Grants } from './loopback.ts';
import { createClient } from './rest-client.ts';
import { usedOperations } from './routes/register.ts';
import { addIssue, addPull } from './seed.ts';
import { addRepository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();

beforeEach(() => {
  addPull(github.state, addRepository(github.state, 'octo/app'));
});

/** What GitHub's documentation of each operation asks of a token: any one of the named permissions. */
const NEEDS: readonly (readonly [operation: string, line: string, needs: string])[] = [
  ['actions/create-workflow-dispatch', 'POST /actions/workflows/a.yml/dispatches', 'actions=write'],
  ['actions/download-artifact', 'GET /actions/artifacts/1/zip', 'actions=read'],
  ['actions/get-workflow-run', 'GET /actions/runs/1', 'actions=read'],
  ['actions/list-workflow-run-artifacts', 'GET /actions/runs/1/artifacts', 'actions=read'],
  ['actions/list-workflow-runs', 'GET /actions/workflows/a.yml/runs', 'actions=read'],
  ['actions/list-workflow-runs-for-repo', 'GET /actions/runs', 'actions=read'],
  ['checks/create', 'POST /check-runs', 'checks=write'],
  ['checks/get', 'GET /check-runs/1', 'checks=read'],
  ['checks/list-annotations', 'GET /check-runs/1/annotations', 'checks=read'],
  ['checks/list-for-ref', 'GET /commits/main/check-runs', 'checks=read'],
  ['checks/update', 'PATCH /check-runs/1', 'checks=write'],
  ['git/create-blob', 'POST /git/blobs', 'contents=write'],
  ['git/create-commit', 'POST /git/commits', 'contents=write'],
  ['git/create-ref', 'POST /git/refs', 'contents=write'],
  ['git/create-tree', 'POST /git/trees', 'contents=write'],
  ['git/delete-ref', 'DELETE /git/refs/heads/x', 'contents=write'],
  ['git/get-blob', 'GET /git/blobs/1', 'contents=read'],
  ['git/get-commit', 'GET /git/commits/1', 'contents=read'],
  ['git/get-ref', 'GET /git/ref/heads/x', 'contents=read'],
  ['git/get-tree', 'GET /git/trees/1', 'contents=read'],
  ['git/update-ref', 'PATCH /git/refs/heads/x', 'contents=write'],
  ['issues/add-labels', 'POST /issues/1/labels', 'issues=write; pull_requests=write'],
  ['issues/create', 'POST /issues', 'issues=write'],
  ['issues/create-comment', 'POST /issues/1/comments', 'issues=write; pull_requests=write'],
  ['issues/delete-comment', 'DELETE /issues/comments/1', 'issues=write; pull_requests=write'],
  ['issues/get', 'GET /issues/1', 'issues=read'],
  ['issues/get-comment', 'GET /issues/comments/1', 'issues=read; pull_requests=read'],
  ['issues/list-comments', 'GET /issues/1/comments', 'issues=read; pull_requests=read'],
  ['issues/list-events-for-timeline', 'GET /issues/1/timeline', 'issues=read; pull_requests=read'],
  ['issues/list-for-repo', 'GET /issues', 'issues=read'],
  ['issues/remove-label', 'DELETE /issues/1/labels/x', 'issues=write; pull_requests=write'],
  ['issues/update', 'PATCH /issues/1', 'issues=write; pull_requests=write'],
  ['issues/update-comment', 'PATCH /issues/comments/1', 'issues=write; pull_requests=write'],
  ['pulls/get', 'GET /pulls/1', 'pull_requests=read'],
  ['pulls/list', 'GET /pulls', 'pull_requests=read'],
  ['repos/compare-commits-with-basehead', 'GET /compare/a...b', 'contents=read'],
  ['repos/create-commit-status', 'POST /statuses/1', 'statuses=write'],
  ['repos/create-deployment', 'POST /deployments', 'deployments=write'],
  ['repos/create-deployment-status', 'POST /deployments/1/statuses', 'deployments=write'],
  ['repos/create-dispatch-event', 'POST /dispatches', 'contents=write'],
  ['repos/get-content', 'GET /contents/a', 'contents=read'],
  ['repos/get-deployment', 'GET /deployments/1', 'deployments=read'],
  ['repos/list-commit-statuses-for-ref', 'GET /commits/main/statuses', 'statuses=read'],
  ['repos/list-deployment-statuses', 'GET /deployments/1/statuses', 'deployments=read'],
  ['repos/list-deployments', 'GET /deployments', 'deployments=read'],
  ['repos/list-pull-requests-associated-with-commit', 'GET /commits/1/pulls', 'pull_requests=read'],
  ['search/issues-and-pull-requests', 'GET //search/issues?q=x', 'issues=read; pull_requests=read'],
];

/** Every token may do these: they need no more than the metadata that all tokens read. */
const FREE = ['repos/get', 'repos/get-collaborator-permission-level', 'users/get-authenticated'];

test('the table names every operation', () => {
  expect([...NEEDS.map(([operation]) => operation), ...FREE].sort()).toEqual([...usedOperations()].sort());
});

const grant = (need: string): Grants => {
  const [permission = '', level] = need.replaceAll('_', '-').split('=');
  return { [permission]: level };
};

test.each(NEEDS)('%s needs its permission, and any one that is named is enough', async (operation, line, needs) => {
  const bare = createClient(github, github.token({ repository: 'octo/app', grants: {} }));
  const refused = await bare(line);
  expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration', status: '403' } });
  expect(refused.headers.get('x-accepted-github-permissions')).toBe(needs);
  expect(github.requests.at(-1)).toMatchObject({ operationId: operation, status: 403 });
  for (const need of needs.split('; ')) {
    const granted = createClient(github, github.token({ repository: 'octo/app', grants: grant(need) }));
    expect((await granted(line)).status).not.toBe(403);
  }
});

test('reading does not allow writing, and writing allows reading', async () => {
  const reads = createClient(github, github.token({ repository: 'octo/app', grants: { 'pull-requests': 'read' } }));
  expect((await reads('POST /issues/1/comments', { body: 'x' })).status).toBe(403);
  const writes = createClient(github, github.token({ repository: 'octo/app', grants: { 'pull-requests': 'write' } }));
  expect((await writes('GET /issues/1/comments')).status).toBe(200);
});

test('a bad token and none are refused in their own words', async () => {
  const bad = await createClient(github, 'ghs_wrong')('GET /pulls');
  expect(bad).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
  const none = await fetch(`${github.apiUrl}/repos/octo/app/pulls`, { headers: { 'user-agent': 'test' } });
  expect([none.status, await none.json()]).toMatchObject([401, { message: 'Requires authentication' }]);
});

test('a token writes in its own repository alone, and sees nothing of a private one', async () => {
  addIssue(github.state, addRepository(github.state, 'other/open'));
  addIssue(github.state, addRepository(github.state, 'other/closed', { isPrivate: true }));
  const send = createClient(github);
  const statuses = await Promise.all(
    ['open', 'closed', 'missing'].flatMap((name) => [
      send(`GET //repos/other/${name}/issues`),
      send(`POST //repos/other/${name}/issues/1/comments`, { body: 'x' }),
    ]),
  );
  expect(statuses.map(({ status }) => status)).toEqual([200, 403, 404, 404, 404, 404]);
});

test('the token stands in the text that a test planted', () => {
  expect(github.token({ repository: 'octo/app', grants: {}, prefix: 'PLANTED' })).toMatch(/^ghs_PLANTED[0-9a-f]{36}$/);
});
