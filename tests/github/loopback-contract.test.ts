import { beforeEach, expect, test } from '@jest/globals';
import { readDescription } from './description.ts';
import { createClient, type Send } from './rest-client.ts';
import { usedOperations } from './routes/register.ts';
import { addPull } from './seed.ts';
import { addArtifact, addRepository, type Repository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
let repository: Repository;
let send: Send;

beforeEach(() => {
  repository = addRepository(github.state, 'octo/app');
  send = createClient(github);
});

test('the slice of the description holds the operations that are played, and no others', () => {
  const described = Object.values(readDescription().paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...usedOperations()].sort());
});

test.each([
  { why: 'a field is missing', line: 'POST /issues/1/comments', body: {}, complaint: "body: must have required property 'body'" },
  {
    why: 'a field has the wrong type',
    line: 'POST /issues/1/comments',
    body: { body: 7 },
    complaint: 'body/body: must be string',
  },
  {
    ...{ why: 'a field is misspelt', line: 'PATCH /issues/comments/1', body: { body: 'x', boddy: 'x' } },
    complaint: 'body: must NOT have additional properties (boddy)',
  },
  { why: 'a query parameter is unknown', line: 'GET /pulls?heads=octo:fix', complaint: 'query heads: unknown parameter' },
  { why: 'a query parameter has the wrong type', line: 'GET /pulls?page=two', complaint: 'query page: must be integer' },
  {
    ...{ why: 'a query parameter has a wrong word', line: 'GET /pulls?state=opened' },
    complaint: 'query state: must be equal to one of the allowed values',
  },
  { why: 'a number in the path is none', line: 'GET /pulls/seven', complaint: 'path pull_number: must be integer' },
  {
    why: 'a body stands where none is described',
    line: 'DELETE /issues/comments/1',
    body: {},
    complaint: 'body: none is described',
  },
  { why: 'the body is no JSON', line: 'POST /issues', body: '{', complaint: 'the body is not a JSON object' },
])('a request is found wrong when $why', async ({ line, body, complaint }) => {
  const { status } = await send(line, body);
  expect(status).toBe(body === '{' ? 400 : 422);
  const [method = '', path = ''] = line.split(' ');
  expect(github.violations).toEqual([`${method} /api/v3/repos/octo/app${path}: ${complaint}`]);
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

test('a token that is sent along with a signed address is found', async () => {
  const { id } = addArtifact(github.state, { name: 'run', runId: 1, repository: 'octo/app', bytes: Buffer.from('zip') });
  const link = (await send(`GET /actions/artifacts/${id}/zip`)).headers.get('location') ?? '';
  await fetch(link);
  expect(github.violations).toEqual([]);
  await fetch(link, { headers: { authorization: 'Bearer ghs_x' } });
  expect(github.violations).toEqual([`GET /blobs/downloads/${id}: a token came with a signed address`]);
});
