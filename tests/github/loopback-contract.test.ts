import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readDescription } from './description.ts';
import { startLoopbackGitHub, type LoopbackGitHub } from './loopback.ts';
import { createClient, type Send } from './rest-client.ts';
import { usedOperations } from './routes/register.ts';
import { addPull } from './seed.ts';
import { addRepository, type Repository } from './state.ts';

let github: LoopbackGitHub;
let repository: Repository;
let send: Send;

beforeAll(async () => {
  github = await startLoopbackGitHub();
});
beforeEach(() => {
  github.reset();
  repository = addRepository(github.state, 'octo/app');
  send = createClient(github);
});
afterAll(() => github.close());

test('the slice of the description holds the operations that are played, and no others', () => {
  const described = Object.values(readDescription().paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...usedOperations()].sort());
});

test.each([
  ['a field is missing', 'POST /issues/1/comments', {}, "body: must have required property 'body'"],
  ['a field has the wrong type', 'POST /issues/1/comments', { body: 7 }, 'body/body: must be string'],
  [
    'a field is misspelt',
    'PATCH /issues/comments/1',
    { body: 'x', boddy: 'x' },
    'body: must NOT have additional properties (boddy)',
  ],
  ['a query parameter is unknown', 'GET /pulls?heads=octo:fix', undefined, 'query heads: unknown parameter'],
  ['a query parameter has the wrong type', 'GET /pulls?page=two', undefined, 'query page: must be integer'],
  [
    'a query parameter has a wrong word',
    'GET /pulls?state=opened',
    undefined,
    'query state: must be equal to one of the allowed values',
  ],
  ['a number in the path is none', 'GET /pulls/seven', undefined, 'path pull_number: must be integer'],
  ['a body stands where none is described', 'DELETE /issues/comments/1', { a: 1 }, 'body: none is described'],
  ['the body is no JSON', 'POST /issues/1/comments', '{', 'the body is not a JSON object'],
])('a request is found wrong when %s', async (_, line, body, complaint) => {
  const { status } = await send(line, body);
  expect(status).toBe(complaint.includes('JSON') ? 400 : 422);
  const [method = '', path = ''] = line.split(' ');
  expect(github.violations).toContain(`${method} /api/v3/repos/octo/app${path}: ${complaint}`);
});

test('51 annotations in one request are refused', async () => {
  const annotation = { path: 'a.ts', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'x' };
  const output = { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) };
  expect((await send('POST /check-runs', { name: 'bench', head_sha: 'a'.repeat(40), output })).status).toBe(422);
  expect(github.violations.join()).toContain('body/output/annotations: must NOT have more than 50 items');
  expect(repository.checkRuns).toEqual([]);
});

test('an answer of the loopback GitHub that GitHub would not give is found', async () => {
  addPull(github.state, repository, { createdAt: 'yesterday' });
  await send('GET /pulls/1');
  expect(github.violations).toEqual(['GET /api/v3/repos/octo/app/pulls/1: answer 200/created_at: must match format "date-time"']);
});

test.each([
  [{ status: 422, body: { errors: 'no' } }, "made-up answer 422: answer 422: must have required property 'message'"],
  [{ status: 409, body: {} }, "made-up answer 409: answer 409: must have required property 'message'"],
])('a made-up error %j that GitHub would not give is found', async (answer, complaint) => {
  github.misbehave({ path: /issues/, answer });
  await send('POST /issues', { title: 'x' });
  expect(github.violations.join('\n')).toContain(complaint);
});

test('an unknown route is answered 404 and found', async () => {
  expect(await send('GET /stargazers')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  expect(github.violations).toEqual(['GET /api/v3/repos/octo/app/stargazers: no such route']);
});

test('a client that does not say who it is is turned away and found', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) =>
    request(`${github.apiUrl}/user`, (response) => {
      resolve(response.statusCode);
      response.resume();
    }).end(),
  );
  expect(status).toBe(403);
  expect(github.violations).toEqual(['GET /api/v3/user: the User-Agent header is missing']);
});
