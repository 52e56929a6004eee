import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Clock } from '../core/clock.ts';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { ARTIFACT_LIMITS, readZip } from './read-zip.ts';
import { errorOf, everythingOf } from './testing/api.ts';
import { RUNTIME_TOKEN, SIGNATURE, startArtifactService, type ArtifactService } from './testing/artifact-service.ts';
import { uploadArtifact, type ArtifactClient, type UploadOptions, type UploadedArtifact } from './upload-artifact.ts';

const run = promisify(execFile);
const JOB = {
  ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
  ACTIONS_RESULTS_URL: 'https://results.test',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
};

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shotclock-upload-'));
  await writeFile(join(root, 'run.json'), '{"schema":"shotclock.run/1"}');
  await writeFile(join(root, 'report.md'), '# report');
  await mkdir(join(root, 'folder'));
  await symlink('/etc/hostname', join(root, 'link'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** The ending of a process that uploads, and what it printed. */
interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly result?: UploadedArtifact;
  readonly error?: { readonly name: string; readonly message: string; readonly everything: string };
}

async function uploadInProcess(service: ArtifactService, name = 'shotclock-run'): Promise<Ending> {
  const script = join(import.meta.dirname, 'testing', 'upload-once.ts');
  const ending = join(root, 'ending');
  const options = JSON.stringify({ name, root, files: ['run.json', 'report.md'] });
  const printed = await run(process.execPath, [script, options, ending], {
    env: { ...service.env, RUNNER_DEBUG: '1' },
    cwd: root,
  });
  return { ...printed, ...(JSON.parse(await readFile(ending, 'utf8')) as Partial<Ending>) };
}

const scripted = (answer: () => Promise<{ id?: number; size?: number; digest?: string }>): ArtifactClient => ({
  uploadArtifact: answer,
});
const fine = scripted(() => Promise.resolve({ id: 1, size: 2, digest: 'abc' }));

function upload(options: Partial<UploadOptions> = {}): Promise<UploadedArtifact> {
  return uploadArtifact({ name: 'shotclock-run', root, files: ['run.json'], env: JOB, log: silentLog, client: fine, ...options });
}

test('what the toolkit uploads is an archive that our own reader takes, with the digest that was returned', async () => {
  await using service = await startArtifactService();
  const { result } = await uploadInProcess(service);
  const blob = service.blob();
  expect(result).toEqual({ id: 77, bytes: blob.length, sha256: createHash('sha256').update(blob).digest('hex') });
  const files = await readZip(blob, ARTIFACT_LIMITS);
  expect([...files.keys()]).toEqual(['run.json', 'report.md']);
  expect(files.get('run.json')?.toString()).toBe('{"schema":"shotclock.run/1"}');
});

test('in all that the toolkit prints the token never stands, and the signature only after the runner was told to mask it', async () => {
  await using service = await startArtifactService();
  const { stdout, stderr } = await uploadInProcess(service);
  expect(stdout).toContain('Uploading artifact');
  expect(stdout + stderr).not.toContain(RUNTIME_TOKEN);
  expect(stderr).toBe('');
  // Commands to the runner write % as %25.
  const lines = stdout.split('\n').map((line) => line.replaceAll('%25', '%'));
  for (const secret of [SIGNATURE, encodeURIComponent(SIGNATURE)]) {
    expect(lines.find((line) => line.includes(secret))).toBe(`::add-mask::${secret}`);
  }
  expect(lines.filter((line) => line.includes('plantedSignature') && !line.startsWith('::'))).toEqual([]);
});

test.each<readonly [string, { status: number; body: unknown }, string, RegExp]>([
  [
    'a name that the run has used',
    { status: 409, body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' } },
    'UsageError',
    /give each benchmark of a workflow, and each job of a matrix, an artifact of its own name/,
  ],
  [
    'a full store',
    { status: 403, body: { msg: 'insufficient usage to create artifact' } },
    'UsageError',
    /storage for artifacts is full/,
  ],
  ['a refused token', { status: 401, body: { msg: 'unauthenticated' } }, 'RemoteError', /\(401\)/],
])('%s ends at once, with the mend where there is one', async (_name, failure, ...[kind, message]) => {
  await using service = await startArtifactService((method) => (method === 'CreateArtifact' ? failure : undefined));
  const { error } = await uploadInProcess(service);
  expect(error?.name).toBe(kind);
  expect(error?.message).toMatch(message);
});

test('a store that refuses the bytes is a remote error without the signed address', async () => {
  const refusal = { status: 403, body: { message: 'AuthenticationFailed' } };
  await using service = await startArtifactService((method) => (method === 'PUT' ? refusal : undefined));
  const { error } = await uploadInProcess(service);
  expect(error?.name).toBe('RemoteError');
  expect(error?.everything).not.toMatch(/plantedSignature|sig=/);
  expect(error?.everything).not.toContain(RUNTIME_TOKEN);
});

test('files are handed on by absolute path inside the root, and the days when they are given', async () => {
  const given: unknown[] = [];
  const client: ArtifactClient = {
    uploadArtifact: (...args) => {
      given.push(args);
      return Promise.resolve({ id: 1, size: 2, digest: 'abc' });
    },
  };
  expect(await upload({ client, files: ['run.json', join(root, 'report.md')], retentionDays: 3 })).toEqual({
    id: 1,
    bytes: 2,
    sha256: 'abc',
  });
  expect(given).toEqual([['shotclock-run', [join(root, 'run.json'), join(root, 'report.md')], root, { retentionDays: 3 }]]);
});

test.each([
  '',
  ' ',
  'a ',
  'a/b',
  'a\\b',
  '..',
  'a:b',
  'a"b',
  'a<b',
  'a|b',
  'a*',
  'a?',
  'a\nb',
  'a\0b',
  'a\u2028b',
  '\ud800',
  'x'.repeat(201),
])('the name %j is refused before anything is loaded or sent', async (name) => {
  const error = await errorOf(upload({ name, env: {} }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('cannot name an artifact');
});

test('outside of an action the missing variable is named, and why it is missing', async () => {
  for (const missing of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    const error = await errorOf(upload({ env: { ...JOB, [missing]: '' } }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(`${missing} is not set`);
  }
});

test('on an enterprise server it says that there are no such artifacts and how to do without', async () => {
  const env = { ...JOB, GITHUB_SERVER_URL: 'https://git.example.com', GITHUB_API_URL: 'https://git.example.com/api/v3' };
  const thrown = Object.assign(new Error('not supported'), { name: 'GHESNotSupportedError' });
  for (const options of [{ env }, { client: scripted(() => Promise.reject(thrown)) }]) {
    const error = await errorOf(upload(options));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain("set `artifact: ''`");
  }
});

test.each([
  ['a file that is not there', 'nothing.json', 'there is no such file'],
  ['a file outside of the root', '../other.json', 'does not lie in'],
  ['the root itself', '.', 'does not lie in'],
  ['a folder', 'folder', 'no plain file'],
  ['a link', 'link', 'no plain file'],
])('%s is not uploaded', async (_name, file, message) => {
  const error = await errorOf(upload({ files: ['run.json', file] }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain(message);
});

test('no file at all is a mistake', async () => {
  expect(await errorOf(upload({ files: [] }))).toBeInstanceOf(UsageError);
});

test('a file that a report will not read is uploaded with a warning', async () => {
  const warnings: string[] = [];
  await writeFile(join(root, 'large.json'), '');
  await truncate(join(root, 'large.json'), ARTIFACT_LIMITS.fileBytes + 1);
  await upload({ files: ['large.json'], log: { ...silentLog, warn: (message) => void warnings.push(message) } });
  expect(warnings).toEqual([expect.stringContaining('large.json has 16,777,217 bytes')]);
});

test('an upload that hangs is given up when its time is over', async () => {
  const hanging = scripted(() => new Promise(() => undefined));
  const error = await errorOf(upload({ client: hanging, timeoutMs: 20 }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('it took too long');
});

const BROKEN = 'Unable to make request: ECONNRESET\nIf you are using self-hosted runners, please make sure of it';

test.each([
  ['broke before it began is started again, twice at most', `Failed to CreateArtifact: ${BROKEN}`, [2_000, 4_000]],
  ['broke later is not: bytes may have been sent', `Failed to FinalizeArtifact: ${BROKEN}`, []],
  ['was refused is not', 'Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden', []],
])('an upload that %s', async (_, message, waits) => {
  const slept: number[] = [];
  const clock: Clock = { now: () => 0, date: () => new Date(0), sleep: (ms) => Promise.resolve(void slept.push(ms)) };
  let starts = 0;
  const failing = (times: number): ArtifactClient =>
    scripted(() => (++starts > times ? Promise.resolve({ id: 1, size: 2, digest: 'abc' }) : Promise.reject(new Error(message))));
  expect(await errorOf(upload({ client: failing(9), clock }))).toBeInstanceOf(RemoteError);
  expect({ slept, starts }).toEqual({ slept: waits, starts: waits.length + 1 });
  if (waits.length === 0) return;
  starts = 0;
  expect(await upload({ client: failing(2), clock })).toMatchObject({ id: 1 });
});

test('an interruption ends an upload for its own reason', async () => {
  const stop = new AbortController();
  const client = scripted(() => {
    stop.abort(new Interrupted('Ctrl-C'));
    return new Promise(() => undefined);
  });
  expect(await errorOf(upload({ client, signal: stop.signal }))).toBeInstanceOf(Interrupted);
});

test("an error keeps neither the token nor an address of the toolkit's sentence, nor the error that carries them", async () => {
  const address = `https://store.test/a/b?sig=${SIGNATURE}`;
  const thrown = Object.assign(new Error(`PUT ${address} with ${RUNTIME_TOKEN}\nfailed`), { request: { url: address } });
  const error = await errorOf(upload({ client: scripted(() => Promise.reject(thrown)) }));
  expect(error.message).toBe('the artifact "shotclock-run" was not uploaded: PUT https://store.test/… with *** failed');
  expect(everythingOf(error)).not.toMatch(/plantedSignature/);
});

test('an answer without an id is no success', async () => {
  expect(await errorOf(upload({ client: scripted(() => Promise.resolve({})) }))).toBeInstanceOf(RemoteError);
});
