import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { plantArtifact } from './artifacts.ts';
import { misplacedCredentials } from './credentials.ts';
import type { Traces } from './credentials.ts';
import { REPOSITORY, createScene } from './scene.ts';
import { addComment } from './seed.ts';
import { useLoopback } from './use-loopback.ts';

const SECRET = 'PlantedSecret9f81c';
const github = useLoopback();
let token = '';

beforeEach(() => {
  createScene(github);
  token = github.token({ repository: REPOSITORY, grants: { contents: 'read' } });
});

const found = (run: Traces['run'], workspace?: string): Promise<string[]> =>
  misplacedCredentials({ github, run, planted: [SECRET], ...(workspace === undefined ? {} : { workspace }) });

async function request(path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const usual = { authorization: `token ${token}`, 'user-agent': 'test', accept: 'application/vnd.github+json' };
  await fetch(`${github.apiUrl}${path}`, { headers: { ...usual, ...headers } });
}

test('a token in the header that it belongs in is in its place, and so is a secret in the mask that hides it', async () => {
  await request(`/repos/${REPOSITORY}`);
  const run = { log: 'all is well', stdout: `::add-mask::${SECRET}`, masks: [SECRET], commands: [mask(SECRET)] };
  expect(await found(run)).toEqual([]);
});

const mask = (data: string) => ({ name: 'add-mask', properties: {}, data });

test.each<readonly [string, (secret: string) => string]>([
  ['itself', (secret) => secret],
  ['Base64 at the start', (secret) => Buffer.from(secret).toString('base64')],
  ['Base64 after one byte', (secret) => Buffer.from(`x${secret}yz`).toString('base64')],
  ['Base64 after two bytes', (secret) => Buffer.from(`xx${secret}yz`).toString('base64url')],
  ['Base64 of a Basic header', (secret) => Buffer.from(`x-access-token:${secret}`).toString('base64')],
  ['hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
])('%s of a planted secret, and of a token that GitHub was shown, is found in a log', async (_, encode) => {
  await request(`/repos/${REPOSITORY}`);
  expect(await found({ log: `x ${encode(SECRET)} y` })).toEqual(['log']);
  expect(await found({ log: `x ${encode(token)} y` })).toEqual(['log']);
});

test.each(['outputs', 'env', 'state', 'annotations', 'summary', 'argumentLists', 'leftovers', 'orphans', 'groups'])(
  'a secret in %s is found',
  async (place) => {
    expect(await found({ [place]: [`x${SECRET}y`] })).toEqual([place]);
  },
);

test('a secret in an address, in a header and in what GitHub was given is found', async () => {
  await request(`/repos/${REPOSITORY}?q=${SECRET}`);
  await request(`/repos/${REPOSITORY}`, { 'x-debug': SECRET });
  const repository = github.state.repositories.get(REPOSITORY);
  if (repository !== undefined) addComment(github.state, repository, { issueNumber: 1, body: SECRET, author: 'octo-user' });
  expect(await found({})).toEqual([
    `request 0, GET /api/v3/repos/${REPOSITORY}`,
    `request 1, GET /api/v3/repos/${REPOSITORY}`,
    'what GitHub holds',
  ]);
});

test('a secret in a packed file of an artifact is found', async () => {
  const content = { 'run.json': `${'filling '.repeat(200)}${SECRET}${' filling'.repeat(200)}` };
  plantArtifact(github.state, { name: 'shotclock-run', runId: 1, repository: REPOSITORY, content });
  expect(await found({})).toEqual(['run.json of artifact shotclock-run']);
});

test('a secret in a file of the workspace is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credentials '));
  await writeFile(join(folder, 'notes.txt'), SECRET);
  expect(await found({}, folder)).toEqual(['notes.txt']);
  await rm(folder, { recursive: true });
});

test('the signature of a signed address is found in a log, unless the runner was told to mask it', async () => {
  await fetch(`${github.url}/blobs/downloads/1?sig=a%2Bsecret%3D`);
  expect(await found({ log: 'cannot get https://store.test/1?sig=a%2Bsecret%3D' })).toEqual(['log']);
  expect(await found({ log: 'sig=a+secret=' })).toEqual(['log']);
  expect(await found({ log: 'sig=a+secret=', masks: ['a+secret='] })).toEqual([]);
});
