import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { UsageError } from '../../core/errors.ts';
import { silentLog, type Log } from '../../core/log.ts';
import { readRecording } from './read-recording.ts';
import { RecordingFile } from './recording-file.ts';
import type { ProxyOptions, RecordingProxy } from './recording-proxy.ts';
import { startReplay } from './replay-server.ts';
import { exchange, keepingLog, LOCAL_KEY, REAL_KEY, recordingOf, startProxy, withFolder } from './testing/recordings.ts';

interface Stage {
  readonly proxy: RecordingProxy;
  readonly file: string;
  /** What the provider was asked. */
  readonly requests: readonly IncomingMessage[];
}

/** Runs `use` against a proxy in front of a provider that does what `provide` does. */
async function withProvider(
  provide: RequestListener,
  use: (stage: Stage) => Promise<void>,
  { log = silentLog, ...options }: Partial<ProxyOptions> & { readonly log?: Log } = {},
): Promise<void> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    provide(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await withFolder(async (folder) => {
      const file = join(folder, 'recording.jsonl');
      const { port } = server.address() as AddressInfo;
      const proxy = await startProxy(file, { baseUrl: `http://127.0.0.1:${port}/v1`, ...options }, log);
      await use({ proxy, file, requests });
      await proxy.close().catch(() => undefined);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function ask(
  { baseUrl }: RecordingProxy,
  body: object = { model: 'm' },
  headers: Record<string, string> = {},
): Promise<Response> {
  const given = { authorization: `Bearer ${LOCAL_KEY}`, 'content-type': 'application/json', ...headers };
  return fetch(`${baseUrl}/chat/completions?x=1`, { method: 'POST', headers: given, body: JSON.stringify(body) });
}

const answerWith =
  (body: string, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

test('the provider gets the real key, the path below its base URL, the query and the other headers, and no cookie', async () => {
  await withProvider(answerWith('{}'), async ({ proxy, requests }) => {
    await ask(proxy, { model: 'm' }, { cookie: 'a=b', 'x-own': 'kept', 'anthropic-version': '2023-06-01' });
    expect(requests.map(({ url }) => url)).toEqual(['/v1/chat/completions?x=1']);
    expect(requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${REAL_KEY}`,
      'x-own': 'kept',
      'accept-encoding': 'identity',
    });
    expect(requests[0]?.headers).toHaveProperty('anthropic-version', '2023-06-01');
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
    expect(requests[0]?.headers['content-length']).toBe('13');
  });
});

test('a stranger on this machine cannot spend the key', async () => {
  await withProvider(answerWith('{}'), async ({ proxy, requests }) => {
    expect((await ask(proxy, {}, { authorization: 'Bearer guessed' })).status).toBe(401);
    expect((await ask(proxy, {}, { authorization: '' })).status).toBe(401);
    expect(requests).toEqual([]);
    expect((await ask(proxy, {}, { authorization: `Bearer ${REAL_KEY}` })).status).toBe(200);
  });
});

test('keys that a request or an answer quotes are blanked, however they are spelled, and what stands around them stays', async () => {
  const secret = 'p@ss"word/1';
  const spelled = [REAL_KEY, LOCAL_KEY, secret, encodeURIComponent(secret), Buffer.from(REAL_KEY).toString('base64')];
  const answer = JSON.stringify({ quoted: spelled, org: 'org-0123456789', end: 'kept' });
  const headers = {
    'set-cookie': 'session=0123456789',
    'openai-organization': 'org-0123456789',
    'x-request-id': 'req-0123456789',
  };
  await withProvider(
    answerWith(answer, headers),
    async ({ proxy, file }) => {
      const question = { model: 'm', messages: [{ role: 'user', content: spelled.join(' ') }] };
      expect(await (await ask(proxy, question)).text()).toBe(answer);
      expect(await proxy.close()).toMatchObject({ recorded: 1 });
      const text = await readFile(file, 'utf8');
      for (const form of [...spelled, 'word/1', 'org-0123456789', 'req-0123456789', 'session=']) expect(text).not.toContain(form);
      const [recorded] = (await readRecording(file)).exchanges;
      expect(recorded?.request).toEqual({ json: { model: 'm', messages: [{ role: 'user', content: '*** *** *** *** ***' }] } });
      const played = Buffer.concat(recorded?.chunks.map(({ bytes }) => bytes) ?? []).toString();
      expect(played).toHaveLength(answer.length);
      expect(JSON.parse(played)).toMatchObject({ end: 'kept' });
    },
    { secrets: [secret] },
  );
});

test('an everyday value that only stands under a name that sounds secret is recorded as it is', async () => {
  const log = keepingLog();
  await withProvider(
    answerWith('{"format":"default"}'),
    async ({ proxy, file }) => {
      const question = { model: 'm', max_tokens: 128_000, format: 'default' };
      await (await ask(proxy, question, { 'openai-project': 'default' })).text();
      expect(await proxy.close()).toEqual({ recorded: 1, unrecorded: new Map() });
      expect((await readRecording(file)).exchanges[0]?.request).toEqual({ json: question });
    },
    { secrets: ['128000', 'default'], log },
  );
  expect(log.warnings).toEqual([]);
});

test('a word that a variable or header holds is blanked with a warning, and the replay plays the answer to it all the same', async () => {
  const log = keepingLog();
  await withProvider(
    answerWith('{"about":"houston-1"}'),
    async ({ proxy, file }) => {
      const question = { model: 'm', messages: [{ role: 'user', content: 'Who plays basketball?' }] };
      await (await ask(proxy, question)).text();
      await (await ask(proxy, { model: 'm' }, { 'openai-project': 'houston-1' })).text();
      await proxy.close();
      const replay = await startReplay({ recording: file });
      try {
        const answer = await fetch(`${replay.baseUrl}/chat/completions`, { method: 'POST', body: JSON.stringify(question) });
        expect(answer.status).toBe(200);
      } finally {
        await replay.close();
      }
    },
    { secrets: ['basketball'], log },
  );
  expect(log.warnings).toEqual([
    expect.stringMatching(/^Blanked: POST \/chat\/completions: the request quotes .*has \*\*\* there/),
    expect.stringMatching(/^Blanked: POST \/chat\/completions: the answer quotes .*asterisks/),
  ]);
});

test('a key that is cut in two by chunks is blanked in both', async () => {
  const provide: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(`{"key":"${REAL_KEY.slice(0, 9)}`);
    setTimeout(() => response.end(`${REAL_KEY.slice(9)}"}`), 30);
  };
  await withProvider(provide, async ({ proxy, file }) => {
    await (await ask(proxy)).text();
    await proxy.close();
    const { exchanges } = await readRecording(file);
    expect(exchanges[0]?.chunks.map(({ bytes }) => bytes.toString())).toEqual([`{"key":"*********`, `${'*'.repeat(15)}"}`]);
  });
});

test.each([
  ['spread over the events of a stream', 'text/event-stream', spread(REAL_KEY)],
  ['spelled with escapes', 'application/json', `{"a":"\\u0073${REAL_KEY.slice(1)}"}`],
])('an answer with a key %s is passed on and not recorded', async (_, type, answer) => {
  await withProvider(answerWith(answer, { 'content-type': type }), async ({ proxy, file }) => {
    expect(await (await ask(proxy)).text()).toBe(answer);
    expect(await proxy.close()).toEqual({
      recorded: 0,
      unrecorded: new Map([['it quotes a key where it cannot be blanked', 1]]),
    });
    expect(await readFile(file, 'utf8')).toBe('');
  });
});

function spread(text: string): string {
  const pieces = text.match(/.{1,5}/g) ?? [];
  const events = pieces.map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
  return `${events.join('')}data: [DONE]\n\n`;
}

test.each([
  { what: 'an error of the provider', provide: answerWith('{"error":{}}', {}, 429), status: 429, reason: 'status 429' },
  { what: 'a redirection', provide: answerWith('', { location: '/x' }, 304), status: 304, reason: 'status 304' },
  {
    what: 'a stream without its end',
    provide: answerWith('data: {}\n\n', { 'content-type': 'text/event-stream' }),
    ...{ status: 200, reason: 'the stream ended before the answer did' },
  },
  {
    what: 'a compressed answer',
    provide: answerWith('', { 'content-encoding': 'br', 'content-length': '0' }),
    ...{ status: 200, reason: 'the answer is compressed although none was asked for' },
  },
])('$what is passed on and not recorded', async ({ provide, status, reason }) => {
  await withProvider(provide, async ({ proxy, file }) => {
    expect((await ask(proxy)).status).toBe(status);
    expect(await proxy.close()).toEqual({ recorded: 0, unrecorded: new Map([[reason, 1]]) });
    expect(await readFile(file, 'utf8')).toBe('');
  });
});

test('an answer that the provider breaks off breaks off for the client too, and is not recorded', async () => {
  const provide: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"half":', () => setTimeout(() => response.destroy(), 30));
  };
  await withProvider(provide, async ({ proxy, file }) => {
    await expect(ask(proxy).then((response) => response.text())).rejects.toThrow();
    expect(await proxy.close()).toEqual({ recorded: 0, unrecorded: new Map([['the provider broke off', 1]]) });
    expect(await readFile(file, 'utf8')).toBe('');
  });
});

test('a client that goes away ends the request to the provider, and nothing is recorded', async () => {
  let gone: () => void = () => undefined;
  const providerHears = new Promise<void>((resolve) => (gone = resolve));
  const provide: RequestListener = (_, response) => {
    response.once('close', gone);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"half":');
  };
  await withProvider(provide, async ({ proxy }) => {
    const response = await ask(proxy);
    await response.body?.cancel();
    await providerHears;
    expect(await proxy.close()).toEqual({ recorded: 0, unrecorded: new Map([['the client went away', 1]]) });
  });
});

test('a provider that cannot be reached is a 502 that names it', async () => {
  await withProvider(
    answerWith('{}'),
    async ({ proxy }) => {
      const response = await ask(proxy);
      expect([response.status, await response.text()]).toEqual([
        502,
        expect.stringContaining('http://127.0.0.1:1 cannot be reached'),
      ]);
      expect((await proxy.close()).recorded).toBe(0);
    },
    { baseUrl: 'http://127.0.0.1:1' },
  );
});

test('closing breaks off what is under way and keeps what is whole', async () => {
  let calls = 0;
  const provide: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    if (calls++ === 0) response.end('{}');
    else response.write('{');
  };
  await withProvider(provide, async ({ proxy, file }) => {
    await (await ask(proxy)).text();
    const stalled = (await ask(proxy)).text().catch(() => 'broken off');
    expect(await proxy.close()).toEqual({ recorded: 1, unrecorded: new Map([['the client went away', 1]]) });
    expect(await stalled).toBe('broken off');
    expect((await readRecording(file)).exchanges).toHaveLength(1);
  });
});

const LINE = recordingOf(exchange({ model: 'm' }));

test('a recording is added to: behind a whole last line, or in place of one that was cut off', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'recording.jsonl');
    const log = keepingLog();
    for (const before of [LINE, LINE.trimEnd(), `${LINE}{"record`]) {
      await writeFile(path, before);
      const file = await RecordingFile.open({ path, label: 'r.jsonl', protocol: 'openai' }, log);
      expect(await file.append(LINE)).toBeUndefined();
      await file.close();
      expect(await readFile(path, 'utf8')).toBe(LINE + LINE);
    }
    expect(log.warnings).toEqual(['r.jsonl:2: the last line was cut off and is taken away (8 bytes).']);
  });
});

test.each([
  { what: 'another file', content: '{"name": "package"}', protocol: 'openai', message: /r\.jsonl:1:/ },
  {
    what: 'a recording of another protocol',
    content: LINE,
    protocol: 'anthropic',
    message: /recorded from openai, this service/,
  },
] as const)('$what is not written to', async ({ content, protocol, message }) => {
  await withFolder(async (folder) => {
    const path = join(folder, 'recording.jsonl');
    await writeFile(path, content);
    await chmod(path, 0o644);
    const failure: unknown = await RecordingFile.open({ path, label: 'r.jsonl', protocol }, silentLog).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toMatch(message);
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual([content, 0o644]);
  });
});
