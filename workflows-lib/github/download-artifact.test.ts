import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { downloadArtifact, type ArtifactLimits } from './download-artifact.ts';
import { HostileArtifact } from './errors.ts';
import type { Fetch } from './guarded-fetch.ts';
import {
  REPOSITORY,
  TOKEN,
  errorOf,
  everythingOf,
  json,
  page,
  refusal,
  startApi,
  type Answer,
  type TestApi,
} from './testing/api.ts';
import { writeZip } from './testing/zip-writer.ts';

const SIGNATURE = 'sig=plantedSignature0123456789';
const WANTED = { repository: REPOSITORY, runId: 5, name: 'shotclock-run' };
const ZIP = writeZip([{ name: 'run.json', content: '{}' }]);

interface Listed {
  readonly id: number;
  readonly name?: string;
  readonly expired?: boolean;
  readonly created_at?: string | null;
  readonly size_in_bytes?: number;
  readonly digest?: string | null;
}

interface Scene {
  readonly artifacts?: readonly Listed[];
  /** The answer to a request for the address. */
  readonly zip?: Answer;
  /** The store's answer. */
  readonly blob?: Answer;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal?: AbortSignal;
}

const bytes =
  (content: Buffer): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/zip', 'content-length': String(content.length) }).end(content);

/** API and store on one server; the store lies under /store. */
async function startScene({ artifacts = [{ id: 1 }], zip, blob = bytes(ZIP), fetch, signal }: Scene = {}): Promise<TestApi> {
  const api: TestApi = await startApi(
    (request, response) => {
      if (request.path.startsWith('/store')) return blob(request, response);
      if (request.path.includes('/runs/5/artifacts')) {
        const all = artifacts.map((one) => ({
          name: 'shotclock-run',
          expired: false,
          size_in_bytes: 10,
          created_at: null,
          digest: null,
          ...one,
        }));
        return json({ total_count: all.length, artifacts: all })(request, response);
      }
      const location = `${api.server.url}/store/${request.path.split('/').at(-2) ?? ''}?${SIGNATURE}`;
      return (zip ?? json({}, 302, { location }))(request, response);
    },
    { ...(fetch !== undefined && { fetch }), ...(signal !== undefined && { signal }) },
  );
  return api;
}

const redirect = (location: string): Answer => json({}, 302, { location });

test('the files of the artifact come from the signed address, to which no token and no header of ours goes', async () => {
  await using api = await startScene();
  const files = await downloadArtifact(api.github, WANTED);
  expect(files?.get('run.json')?.toString()).toBe('{}');
  expect(api.asked()).toEqual([
    'GET /repos/octo/app/actions/runs/5/artifacts?name=shotclock-run&per_page=100',
    'GET /repos/octo/app/actions/artifacts/1/zip',
    `GET /store/1?${SIGNATURE}`,
  ]);
  expect(api.server.received[1]?.headers.authorization).toContain(TOKEN);
  expect(api.server.received[2]?.headers.authorization).toBeUndefined();
  expect(JSON.stringify(api.server.received[2]?.headers)).not.toContain(TOKEN);
});

test('of several artifacts of the name the newest is taken; of the same moment the one with the higher number', async () => {
  const artifacts = [
    { id: 4, created_at: '2026-03-01T10:00:00Z' },
    { id: 2, created_at: '2026-03-01T11:00:00Z' },
    { id: 3, created_at: '2026-03-01T11:00:00Z' },
    { id: 9, created_at: null },
    { id: 8, created_at: '2026-03-01T12:00:00Z', expired: true },
    { id: 7, created_at: '2026-03-01T12:00:00Z', name: 'shotclock-run-2' },
  ];
  await using api = await startScene({ artifacts });
  await downloadArtifact(api.github, WANTED);
  expect(api.asked().at(-1)).toBe(`GET /store/3?${SIGNATURE}`);
});

test.each<readonly [string, Scene]>([
  ['no artifact', { artifacts: [] }],
  ['only expired ones', { artifacts: [{ id: 1, expired: true }] }],
  ['only ones of another name', { artifacts: [{ id: 1, name: 'Shotclock-run' }] }],
  ['one that expires between listing and download', { zip: refusal(410, 'Artifact has expired') }],
])('a run with %s has none', async (_name, scene) => {
  await using api = await startScene(scene);
  expect(await downloadArtifact(api.github, WANTED)).toBeUndefined();
});

test('a hostile name stays inside its parameter', async () => {
  await using api = await startScene({ artifacts: [] });
  await downloadArtifact(api.github, { ...WANTED, name: 'a&per_page=1#/../' });
  expect(api.asked()).toEqual(['GET /repos/octo/app/actions/runs/5/artifacts?name=a%26per_page%3D1%23%2F..%2F&per_page=100']);
});

const LIMITS: ArtifactLimits = { compressedBytes: 1_000, files: 5, fileBytes: 1_000, totalBytes: 1_000 };

test('an artifact that says it is too large is not downloaded', async () => {
  await using api = await startScene({ artifacts: [{ id: 1, size_in_bytes: 1_001 }] });
  expect(await errorOf(downloadArtifact(api.github, { ...WANTED, limits: LIMITS }))).toBeInstanceOf(HostileArtifact);
  expect(api.asked()).toHaveLength(1);
});

test('an artifact that is larger than it says is cut off while it streams, and not asked for again', async () => {
  let written = 0;
  const endless: Answer = (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && written < 200_000_000) {
        written += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return;
      }
    };
    response.writeHead(200, { 'content-type': 'application/zip' });
    response.on('drain', more);
    more();
  };
  await using api = await startScene({ blob: endless });
  expect(await errorOf(downloadArtifact(api.github, { ...WANTED, limits: LIMITS }))).toBeInstanceOf(HostileArtifact);
  expect(api.asked()).toHaveLength(3);
  expect(written).toBeLessThan(50_000_000);
});

test('a packed transport does not get round the limit', async () => {
  const { gzipSync } = await import('node:zlib');
  const packed = gzipSync(Buffer.alloc(1_000_000));
  const blob: Answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  await using api = await startScene({ blob });
  expect(await errorOf(downloadArtifact(api.github, { ...WANTED, limits: LIMITS }))).toBeInstanceOf(Error);
  expect(api.server.received[2]?.headers['accept-encoding']).toBe('identity');
});

test.each([
  'http://example.com/store/1',
  'http://127.0.0.1.example.com/x',
  'http://169.254.169.254/latest/meta-data',
  'ftp://127.0.0.1/x',
  'file:///etc/passwd',
  'https://user:password@example.com/x',
  '/store/1',
  '',
])('an address like %j is not followed, and not repeated', async (location) => {
  await using api = await startScene({ zip: redirect(location === '' ? '' : `${location}?${SIGNATURE}`) });
  const error = await errorOf(downloadArtifact(api.github, WANTED));
  expect(error).toBeInstanceOf(RemoteError);
  expect(everythingOf(error)).not.toContain('plantedSignature');
  expect(api.asked()).toHaveLength(2);
});

test('an encrypted address of another host is followed, one on this machine only where the API is here too', async () => {
  const asked: string[] = [];
  const scripted =
    (location: string): Fetch =>
    (url) => {
      asked.push(url);
      if (url.includes('/runs/5/artifacts')) {
        const artifacts = [{ id: 1, name: 'shotclock-run', expired: false, size_in_bytes: 1 }];
        return Promise.resolve(Response.json({ total_count: 1, artifacts }));
      }
      if (url.endsWith('/zip')) return Promise.resolve(new Response(null, { status: 302, headers: { location } }));
      return Promise.resolve(new Response(new Uint8Array(ZIP)));
    };
  const apiUrl = 'https://api.github.com';
  await using api = await startApi(json({}), { apiUrl, fetch: scripted('https://store.example.com/1?sig=x') });
  expect((await downloadArtifact(api.github, WANTED))?.size).toBe(1);
  await using local = await startApi(json({}), { apiUrl, fetch: scripted('http://127.0.0.1:1/1?sig=x') });
  expect(await errorOf(downloadArtifact(local.github, WANTED))).toBeInstanceOf(RemoteError);
  expect(asked.filter((url) => url.includes('sig='))).toEqual(['https://store.example.com/1?sig=x']);
});

const once = (failing: Answer): Answer => {
  let failed = false;
  return (request, response) => {
    const answer = failed ? bytes(ZIP) : failing;
    failed = true;
    return answer(request, response);
  };
};
const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': String(ZIP.length) });
  response.write(ZIP.subarray(0, 10));
  setImmediate(() => response.destroy());
};

test.each<readonly [string, Answer]>([
  ['403, because the address has expired', refusal(403, `AuthenticationFailed ${SIGNATURE}`)],
  ['503', refusal(503, 'Server busy')],
  ['a reset', (_request, response) => void response.socket?.resetAndDestroy()],
  ['bytes that break off', cut],
])('after %s a new address is asked for', async (_name, failing) => {
  await using api = await startScene({ blob: once(failing) });
  expect((await downloadArtifact(api.github, WANTED))?.size).toBe(1);
  expect(api.asked().filter((line) => line.endsWith('/zip'))).toHaveLength(2);
  expect(api.waits).toEqual([250]);
  expect(api.logged.join('\n')).not.toContain('plantedSignature');
});

test.each<readonly [string, Answer]>([
  ['refuses', refusal(403, `AuthenticationFailed ${SIGNATURE}`)],
  ['leads elsewhere', redirect(`https://elsewhere.example.com/?${SIGNATURE}`)],
  ['breaks off', cut],
])('a store that %s every time is a remote error after three tries; nothing of the address stands in it', async (_name, blob) => {
  await using api = await startScene({ blob });
  const error = await errorOf(downloadArtifact(api.github, WANTED));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('(tried 3 times)');
  expect(everythingOf(error) + api.logged.join('\n')).not.toMatch(/plantedSignature|127\.0\.0\.1|elsewhere/);
});

test('bytes that are not those that were uploaded are refused', async () => {
  const digest = (content: Buffer): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
  await using honest = await startScene({ artifacts: [{ id: 1, digest: digest(ZIP) }] });
  expect((await downloadArtifact(honest.github, WANTED))?.size).toBe(1);
  await using forged = await startScene({ artifacts: [{ id: 1, digest: digest(Buffer.from('other')) }] });
  expect((await errorOf(downloadArtifact(forged.github, WANTED))).message).toContain('other bytes than its digest promises');
});

test('an artifact that is no archive, or an empty one, is hostile', async () => {
  for (const content of [Buffer.alloc(0), Buffer.from('<html>'), ZIP.subarray(0, 40)]) {
    await using api = await startScene({ blob: bytes(content) });
    expect(await errorOf(downloadArtifact(api.github, WANTED))).toBeInstanceOf(HostileArtifact);
  }
});

test('an interruption ends a download for its own reason', async () => {
  const stop = new AbortController();
  await using api = await startScene({
    signal: stop.signal,
    blob: () => {
      stop.abort(new Interrupted('Ctrl-C'));
    },
  });
  expect(await errorOf(downloadArtifact(api.github, WANTED))).toBeInstanceOf(Interrupted);
});

test('a token that may not read artifacts is told which permission it lacks', async () => {
  await using api = await startApi(refusal(403, 'Resource not accessible by integration'));
  const error = await errorOf(downloadArtifact(api.github, WANTED));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('grant `actions: read`');
});

test('artifacts on a second page are found', async () => {
  const all = Array.from({ length: 130 }, (_, id) => ({
    id: id + 1,
    name: 'shotclock-run',
    expired: id !== 129,
    size_in_bytes: 1,
  }));
  let base = '';
  await using api = await startApi((request, response) => {
    if (request.path.endsWith('/zip')) return refusal(410, 'expired')(request, response);
    return page(all, request, base)(request, response);
  });
  base = api.server.url;
  expect(await downloadArtifact(api.github, WANTED)).toBeUndefined();
  expect(api.asked().at(-1)).toBe('GET /repos/octo/app/actions/artifacts/130/zip');
});
