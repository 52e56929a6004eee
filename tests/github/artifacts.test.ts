import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { at, parseJson, textAt } from '../../workflows-lib/core/json.ts';
import { plantArtifact, runtimeToken } from './artifacts.ts';
import { addRepository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const JOB = { repository: 'octo-org/octo-repo', runId: 42, job: 'ca395085-040a-526b-2ce8-bdc85f692774' };
const IDS = { workflow_run_backend_id: '42', workflow_job_run_backend_id: JOB.job };
const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';

const github = useLoopback();

beforeEach(() => {
  addRepository(github.state, JOB.repository);
});

let expected: RegExp[] = [];
afterEach(() => {
  expect(github.violations).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  expected = [];
});

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

async function call(method: string, body: unknown, token = runtimeToken(JOB)): Promise<Answered> {
  const response = await fetch(`${github.resultsUrl}${SERVICE}/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: parseJson(await response.text()) };
}

const create = async (name = 'run'): Promise<string> =>
  textAt((await call('CreateArtifact', { ...IDS, name, version: 7 })).body, 'signed_upload_url');

async function putBlock(url: string, id: string, bytes: string): Promise<number> {
  const blockId = encodeURIComponent(Buffer.from(id).toString('base64'));
  return (await fetch(`${url}&comp=block&blockid=${blockId}`, { method: 'PUT', body: bytes })).status;
}

async function putList(url: string, ids: readonly string[]): Promise<number> {
  const list = ids.map((id) => `<Latest>${Buffer.from(id).toString('base64')}</Latest>`).join('');
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><BlockList>${list}</BlockList>`;
  return (await fetch(`${url}&comp=blocklist`, { method: 'PUT', body })).status;
}

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

async function upload(content: string): Promise<Answered> {
  const url = await create();
  await putBlock(url, '1', content);
  await putList(url, ['1']);
  return call('FinalizeArtifact', { ...IDS, name: 'run', size: String(content.length), hash: sha256(content) });
}

test('blocks are put together in the order of the list, not of their arrival, and only then is the artifact there', async () => {
  const url = await create();
  expect([await putBlock(url, '2', 'world'), await putBlock(url, '1', 'hello '), await putBlock(url, '3', 'not listed')]).toEqual(
    [201, 201, 201],
  );
  expect(await putList(url, ['1', '2'])).toBe(201);
  expect(github.state.artifacts).toEqual([]);
  const finalized = await call('FinalizeArtifact', { ...IDS, name: 'run', size: '11', hash: sha256('hello world') });
  const [artifact] = github.state.artifacts;
  expect(artifact?.bytes.toString()).toBe('hello world');
  expect(finalized).toEqual({ status: 200, body: { ok: true, artifact_id: String(artifact?.id) } });
});

test.each([
  ['a token that nobody gave out', 'eyJhbGciOiJub25lIn0.eyJzY3AiOiJBY3Rpb25zLlJlc3VsdHM6NDI6MSJ9.'],
  ['a job token', 'ghs_something'],
  ['no token', ''],
])('%s is 401', async (_, token) => {
  expect((await call('ListArtifacts', IDS, token)).status).toBe(401);
});

test('a runtime token whose run was changed is not known', async () => {
  const [head = '', payload = ''] = runtimeToken(JOB).split('.');
  const claims = Buffer.from(payload, 'base64url').toString().replace('Results:42:', 'Results:43:');
  expect((await call('ListArtifacts', IDS, `${head}.${Buffer.from(claims).toString('base64url')}.`)).status).toBe(401);
});

test('a token of one run cannot write to another', async () => {
  expected = [/belongs to another run/];
  expect((await call('CreateArtifact', { ...IDS, workflow_run_backend_id: '43', name: 'run', version: 7 })).status).toBe(403);
});

test.each([
  ['a field that the service does not know', { ...IDS, name: 'run', version: 7, nmae: 'x' }],
  ['another version', { ...IDS, name: 'run', version: 4 }],
  ['a name with a slash', { ...IDS, name: 'a/b', version: 7 }],
  ['a retention that is no time', { ...IDS, name: 'run', version: 7, expires_at: 'tomorrow' }],
  ['no body', undefined],
])('a request with %s is a violation', async (_, body) => {
  expected = [/CreateArtifact/];
  expect((await call('CreateArtifact', body)).status).toBe(400);
});

test('an unknown call is a violation, answered in JSON so that nobody retries', async () => {
  expected = [/no handler/];
  expect(await call('MigrateArtifact', IDS)).toMatchObject({ status: 404, body: { code: 'bad_route' } });
});

test.each([
  ['another size', { size: '4' }, /size is 4, but 5/],
  ['another hash', { size: '5', hash: sha256('other') }, /hash is not/],
  ['no size', {}, /size is 0/],
])('finalising with %s than what was uploaded is refused', async (_, claim, violation) => {
  expected = [violation];
  const url = await create();
  await putBlock(url, '1', 'hello');
  await putList(url, ['1']);
  expect((await call('FinalizeArtifact', { ...IDS, name: 'run', ...claim })).status).toBe(400);
  expect(github.state.artifacts).toEqual([]);
});

test('finalising before the block list was put is refused', async () => {
  expected = [/nothing was uploaded/];
  await putBlock(await create(), '1', 'hello');
  expect((await call('FinalizeArtifact', { ...IDS, name: 'run', size: '5' })).status).toBe(400);
});

test('a second artifact of the same name in a run is a conflict', async () => {
  await upload('hello');
  expect((await call('CreateArtifact', { ...IDS, name: 'run', version: 7 })).status).toBe(409);
});

test('a list can be narrowed by name, and a deleted artifact is gone', async () => {
  await upload('hello');
  plantArtifact(github.state, { ...JOB, name: 'other', content: { a: 'b' } });
  plantArtifact(github.state, { ...JOB, runId: 43, name: 'run', content: { a: 'b' } });
  const listed = await call('ListArtifacts', { ...IDS, name_filter: 'run' });
  expect(at(listed.body, 'artifacts')).toEqual([
    expect.objectContaining({ name: 'run', size: '5', digest: sha256('hello'), workflow_run_backend_id: '42' }),
  ]);
  expect((await call('DeleteArtifact', { ...IDS, name: 'run' })).status).toBe(200);
  expect((await call('GetSignedArtifactURL', { ...IDS, name: 'run' })).status).toBe(404);
  expect(github.state.artifacts.map(({ name, runId }) => [name, runId])).toEqual([
    ['other', 42],
    ['run', 43],
  ]);
});

async function signedUrl(): Promise<string> {
  return textAt((await call('GetSignedArtifactURL', { ...IDS, name: 'run' })).body, 'signed_url');
}

test('a download needs no token but the signature, and comes whole or in ranges', async () => {
  await upload('0123456789');
  const url = await signedUrl();
  const get = async (range?: string): Promise<readonly [number, string, string | null]> => {
    const response = await fetch(url, range === undefined ? {} : { headers: { range } });
    return [response.status, await response.text(), response.headers.get('content-range')];
  };
  expect(await get()).toEqual([200, '0123456789', null]);
  expect(await get('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
  expect(await get('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
  expect(await get('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10']);
  expect((await get('bytes=10-'))[0]).toBe(416);
});

test.each([
  ['without a signature', (url: string) => url.replace(/sig=[^&]+/, '')],
  ['with another signature', (url: string) => url.replace(/sig=.{6}/, 'sig=AAAAAA')],
  ['with a later expiry', (url: string) => url.replace(/se=20\d\d/, 'se=2099')],
  ['with the signature of another blob', (url: string) => url.replace(/downloads\/\d+/, 'downloads/1')],
])('a download %s is 403', async (_, spoil) => {
  await upload('hello');
  const response = await fetch(spoil(await signedUrl()));
  expect([response.status, response.headers.get('x-ms-error-code')]).toEqual([403, 'AuthenticationFailed']);
});

test('an upload address that was changed takes nothing', async () => {
  const url = await create();
  expect(await putBlock(url.replace(/sig=.{6}/, 'sig=AAAAAA'), '1', 'x')).toBe(403);
});

test.each([
  ['a list that names a block which never came', (url: string) => putList(url, ['9'])],
  [
    'a list that is no XML of its kind',
    async (url: string) => (await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: '<a/>' })).status,
  ],
  ['an empty block', (url: string) => putBlock(url, '1', '')],
  [
    'a block without an identifier',
    async (url: string) => (await fetch(`${url}&comp=block`, { method: 'PUT', body: 'x' })).status,
  ],
  [
    'an operation that we do not play',
    async (url: string) => (await fetch(`${url}&comp=metadata`, { method: 'PUT', body: 'x' })).status,
  ],
])('%s is a violation', async (_, put) => {
  expected = [/blob upload/];
  expect(await put(await create())).toBe(400);
});

test('an expired artifact cannot be downloaded', async () => {
  await upload('hello');
  const url = await signedUrl();
  for (const artifact of github.state.artifacts) artifact.expired = true;
  expect((await fetch(url)).status).toBe(404);
});

test('a planted artifact is downloaded as the very bytes that were planted', async () => {
  const bytes = Buffer.from('not a zip at all');
  plantArtifact(github.state, { ...JOB, name: 'run', content: bytes });
  const response = await fetch(await signedUrl());
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('what was uploaded is in the REST API, with its retention, and its zip is one redirect away', async () => {
  const expires = '2030-01-02T03:04:05Z';
  const created = await call('CreateArtifact', { ...IDS, name: 'run', version: 7, expires_at: expires });
  const url = textAt(created.body, 'signed_upload_url');
  await putBlock(url, '1', 'hello');
  await putList(url, ['1']);
  await call('FinalizeArtifact', { ...IDS, name: 'run', size: '5' });
  const token = github.token({ repository: JOB.repository, grants: { actions: 'read' } });
  const headers = { authorization: `Bearer ${token}` };
  const listed = await fetch(`${github.apiUrl}/repos/${JOB.repository}/actions/runs/42/artifacts`, { headers });
  const [artifact] = at(await listed.json(), 'artifacts') as readonly unknown[];
  expect(artifact).toMatchObject({ name: 'run', size_in_bytes: 5, digest: sha256('hello'), expires_at: expires });
  const archive = `${github.apiUrl}/repos/${JOB.repository}/actions/artifacts/${String(at(artifact, 'id'))}/zip`;
  const redirect = await fetch(archive, { headers, redirect: 'manual' });
  expect(redirect.status).toBe(302);
  expect(await (await fetch(redirect.headers.get('location') ?? '')).text()).toBe('hello');
});
