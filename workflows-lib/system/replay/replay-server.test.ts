import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { UsageError } from '../../core/errors.ts';
import { readMisses } from './misses.ts';
import { startReplay, type RunningReplay } from './replay-server.ts';
import { exchange, keepingLog, recordingOf, withFolder } from './testing/recordings.ts';
import type { ReplayOptions } from './options.ts';
import type { Exchange } from './recording.ts';

const asked = (content: string, fields: object = {}): object => ({
  model: 'gpt-4o',
  ...fields,
  messages: [{ role: 'user', content }],
});

interface Stage extends Partial<ReplayOptions> {
  readonly exchanges: readonly Exchange[];
}

/** Runs `use` against a replay of these exchanges. */
async function withReplay(
  { exchanges, ...options }: Stage,
  use: (replay: RunningReplay, warnings: readonly string[]) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const recording = join(folder, 'recording.jsonl');
    await writeFile(recording, recordingOf(...exchanges));
    const log = keepingLog();
    const replay = await startReplay({ recording, ...options }, { log });
    try {
      await use(replay, log.warnings);
    } finally {
      await replay.close();
    }
  });
}

async function post({ port }: RunningReplay, body: object | string, path = '/v1/chat/completions'): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: text });
}

test('recordings of the same request are played in turn, from the start again after the last', async () => {
  const exchanges = ['one', 'two', 'three'].map((answer) => exchange(asked('Who?'), answer));
  await withReplay({ exchanges }, async (replay) => {
    const answers: string[] = [];
    for (let turn = 0; turn < 5; turn++) answers.push(await (await post(replay, asked('Who?'))).text());
    expect(answers).toEqual(['one', 'two', 'three', 'one', 'two']);
  });
});

test('a request is found whatever order its keys come in, with the path of the base URL or without, with a query or without', async () => {
  await withReplay({ exchanges: [exchange({ model: 'm', a: { x: 1, y: [2] } }, 'found')] }, async (replay) => {
    const written = '{ "a": {"y":[2], "x":1.0}, "model":"m" }';
    for (const path of ['/v1/chat/completions', '/chat/completions', '/v1/chat/completions?beta=true']) {
      expect(await (await post(replay, written, path)).text()).toBe('found');
    }
  });
});

test.each([
  ['another order of a list', { a: [2, 1] }, '/v1/chat/completions'],
  ['another value', { a: [1, 3] }, '/v1/chat/completions'],
  ['one key more', { a: [1, 2], b: null }, '/v1/chat/completions'],
  ['another path', { a: [1, 2] }, '/v1/embeddings'],
])('%s is another request', async (_, body, path) => {
  await withReplay({ exchanges: [exchange({ a: [1, 2] })] }, async (replay) => {
    expect((await post(replay, { a: [1, 2] })).status).toBe(200);
    expect((await post(replay, body, path)).status).toBe(404);
  });
});

test('a blank of a recorded request stands for any word; the very same request, and what fixes more, comes first', async () => {
  const exchanges = ['Who plays ***?', '***', 'Who plays *** in ***?', 'Who plays tennis?', 'at-***'].map((text) =>
    exchange(asked(text), text),
  );
  await withReplay({ exchanges }, async (replay) => {
    const played = async (text: string): Promise<string> => (await post(replay, asked(text))).text();
    for (const text of ['Who plays ***?', '***', 'Who plays tennis?']) expect(await played(text)).toBe(text);
    expect(await played('Who plays basketball?')).toBe('Who plays ***?');
    expect(await played('Who plays basketball in Houston?')).toBe('Who plays *** in ***?');
    expect(await played('basketball')).toBe('***');
    expect(await played('at-basketball')).toBe('at-***');
    expect((await post(replay, asked('Who plays basketball well?'))).status).toBe(404);
  });
});

test('a word in the place of a blank is no difference that a miss names', async () => {
  await withReplay({ exchanges: [exchange(asked('About ***', { n: 1 }))] }, async (replay) => {
    const text = await (await post(replay, asked('About basketball', { n: 2 }))).text();
    expect(text).toContain('n is 2, recorded 1.');
    expect(text).not.toContain('messages[0]');
  });
});

test('a request without a recording is in the file for those before its client has the answer', async () => {
  await withFolder(async (folder) => {
    const missesFile = join(folder, 'misses.jsonl');
    await withReplay({ exchanges: [exchange(asked('x'))], missesFile }, async (replay) => {
      await post(replay, asked('x'));
      for (let time = 0; time < 3; time++) await post(replay, asked('y'));
      expect(await readMisses(missesFile)).toEqual([
        expect.stringMatching(/^No recording of POST .*"y".*The nearest is line 1,/),
      ]);
    });
  });
});

test('a request without a recording is named in the error that OpenAI clients raise, with the nearest recording and what differs', async () => {
  const exchanges = [exchange(asked('Name a city.')), exchange(asked('Who won the game of 3 March?', { temperature: 0 }))];
  await withReplay({ exchanges }, async (replay, warnings) => {
    const client = new OpenAI({ baseURL: replay.baseUrl, apiKey: 'any' });
    const request = {
      model: 'gpt-4o',
      temperature: 0.5,
      messages: [{ role: 'user' as const, content: 'Who won the game of 4 March?' }],
    };
    const failure: unknown = await client.chat.completions.create(request).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OpenAI.NotFoundError);
    expect(failure).toMatchObject({ status: 404, code: 'no_recording', type: 'invalid_request_error' });
    const { message } = failure as Error;
    expect(message).toMatch(
      /No recording of POST \/chat\/completions \(model gpt-4o, "Who won the game of 4 March\?", digest [0-9a-f]{12}\)\. The nearest is line 2,/,
    );
    expect(message).toContain(
      'temperature is 0.5, recorded 0; messages[0].content is …Who won the game of 4 March?", recorded …Who won the game of 3 March?".',
    );
    expect(warnings).toEqual([message.replace(/^404 /, '')]);
    expect(await replay.close()).toEqual({ played: 0, missing: 1 });
  });
});

test('a request without a recording is named in the error that Anthropic clients raise', async () => {
  const recorded = exchange({ model: 'claude-sonnet-5', max_tokens: 9, messages: [] }, '{}', {
    ...{ protocol: 'anthropic', path: '/v1/messages' },
  });
  await withReplay({ exchanges: [recorded] }, async (replay) => {
    const client = new Anthropic({ baseURL: replay.baseUrl, apiKey: 'any' });
    const text = `${'Long question. '.repeat(10)}End`;
    const messages = [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }];
    const request = { model: 'claude-sonnet-5', max_tokens: 9, messages };
    const failure: unknown = await client.messages.create(request).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Anthropic.NotFoundError);
    expect(failure).toMatchObject({ status: 404, type: 'not_found_error' });
    const { message } = failure as Error;
    expect(message).toContain(`No recording of POST /messages (model claude-sonnet-5, \\"${text.slice(0, 80).trim()}\\", digest`);
    expect(message).not.toContain('End');
  });
});

test('the list of models is answered without a recording, and is not missing', async () => {
  await withReplay({ exchanges: [exchange(asked('x'))] }, async (replay) => {
    const models = await new OpenAI({ baseURL: replay.baseUrl, apiKey: 'any' }).models.list();
    expect(models.data.map(({ id }) => id)).toEqual(['gpt-4o']);
    expect(await replay.close()).toEqual({ played: 0, missing: 0 });
  });
});

test('a body that is no JSON, or nested deeper than a stack goes, is answered like any other', async () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const text = exchange(undefined, 'plain', { request: { text: 'not JSON' } });
  await withReplay({ exchanges: [text] }, async (replay) => {
    expect(await (await post(replay, 'not JSON')).text()).toBe('plain');
    expect((await post(replay, deep)).status).toBe(404);
    expect((await post(replay, '')).status).toBe(404);
    expect(await (await post(replay, 'not JSON')).text()).toBe('plain');
  });
});

test('a request with another key than the given one is refused', async () => {
  await withReplay({ exchanges: [exchange(asked('x'))], apiKey: 'right-key' }, async (replay) => {
    expect((await post(replay, asked('x'))).status).toBe(401);
    const headers = { authorization: 'Bearer right-key' };
    const answer = await fetch(`${replay.baseUrl}/chat/completions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(asked('x')),
    });
    expect(answer.status).toBe(200);
  });
});

test('bytes that are no text by themselves are played as they were', async () => {
  const chunks = [Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 0x00, 0xff]), Buffer.from('\ufeff€\n')];
  const recorded = exchange(asked('x'), '', { chunks: chunks.map((bytes, index) => ({ atMs: index, bytes })) });
  await withReplay({ exchanges: [recorded] }, async (replay) => {
    const answer = await (await post(replay, asked('x'))).arrayBuffer();
    expect(Buffer.from(answer)).toEqual(Buffer.concat(chunks));
  });
});

const WHOLE = recordingOf(exchange(asked('x')));

test.each([
  ['missing', undefined, /^No recording .*recording\.jsonl/],
  ['empty', '', /recording\.jsonl:1: the recording is empty/],
  ['another file', '{"name":"package"}', /recording\.jsonl:1: recording: Invalid input/],
  ['broken in its middle', `${WHOLE}{"recording":1\n${WHOLE}`, /recording\.jsonl:2: no JSON/],
  ['of another version', WHOLE.replace('"recording":1', '"recording":2'), /recording\.jsonl:1: recording:/],
  ['with an impossible header', WHOLE.replace('application/json', 'a\\r\\nx: y'), /recording\.jsonl:1: headers\.content-type/],
  [
    'of two protocols',
    WHOLE + recordingOf(exchange({}, '', { protocol: 'anthropic' })),
    /recording\.jsonl:2: recorded from anthropic, but line 1 from openai/,
  ],
  ['of another protocol than the service', WHOLE, /recording\.jsonl:1: recorded from openai, .* type anthropic/],
])('a recording that is %s is refused with file and line', async (_, text, message) => {
  await withFolder(async (folder) => {
    const recording = join(folder, 'recording.jsonl');
    if (text !== undefined) await writeFile(recording, text);
    const failure: unknown = await startReplay({ recording, protocol: 'anthropic' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toMatch(message);
  });
});

test('a last line that was cut off is told and skipped; a whole one without its line break is played', async () => {
  await withFolder(async (folder) => {
    const recording = join(folder, 'recording.jsonl');
    await writeFile(recording, WHOLE.trimEnd());
    const whole = await startReplay({ recording });
    expect([whole.exchanges, await whole.close()]).toEqual([1, { played: 0, missing: 0 }]);
    await appendFile(recording, `\n${WHOLE.slice(0, 50)}`);
    const log = keepingLog();
    const torn = await startReplay({ recording, label: 'r.jsonl' }, { log });
    expect([torn.exchanges, await torn.close()]).toEqual([1, { played: 0, missing: 0 }]);
    expect(log.warnings).toEqual(['r.jsonl:2: the last line was cut off and is skipped (50 bytes).']);
    expect(await readFile(recording, 'utf8')).toContain(WHOLE.slice(0, 50));
  });
});
