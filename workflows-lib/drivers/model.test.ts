import type { ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import type { Expectation, ModelCall } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openModelDriver, type ModelDriverOptions } from './model.ts';
import { freePort, sendJson, startServer } from './testing/scripted-server.ts';

const KEY = 'key-never-to-be-seen';
const CALL: ModelCall = { protocol: 'openai', messages: [{ role: 'user', content: 'Who won?' }], maxTokens: 50, stream: true };

function open(url: string, options: Partial<ModelDriverOptions> = {}): Driver<ModelCall> & AsyncDisposable {
  const driver = openModelDriver({
    ...{ protocol: 'openai', baseUrl: url, apiKey: KEY, provider: 'deepseek', model: 'deepseek-chat', clock: systemClock },
    ...options,
  });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

interface Try {
  readonly call?: Partial<ModelCall>;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
}

function attempt(driver: Driver<ModelCall>, { call = {}, wanted = {}, timeoutMs = 5_000 }: Try = {}): Promise<Attempt> {
  return driver.prepare({ name: 'deepseek.simple', call: { ...CALL, ...call }, expect: wanted, timeoutMs }).execute();
}

function stream(response: ServerResponse, pieces: readonly (string | Uint8Array)[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const piece of pieces) response.write(piece);
}

function events(...documents: readonly unknown[]): string {
  return documents.map((document) => `data: ${JSON.stringify(document)}\n\n`).join('');
}

const delta = (content: unknown, finish: string | null = null): unknown => ({
  choices: [{ delta: content, finish_reason: finish }],
});

// Recorded from the API references: the last chunk before [DONE] has no choices and carries the usage.
const OPENAI_USAGE = {
  choices: [],
  usage: { prompt_tokens: 20, completion_tokens: 5, prompt_cache_hit_tokens: 8, prompt_cache_miss_tokens: 12 },
};
const OPENAI_STREAM =
  events(delta({ role: 'assistant', content: '' }), delta({ content: 'The Häwks ' }), delta({ content: 'won 🏀' })) +
  events(delta({}, 'stop'), OPENAI_USAGE) +
  'data: [DONE]\n\n';
const OPENAI_BILL = { provider: 'deepseek', model: 'deepseek-chat', input: 20, cached: 8, output: 5, reasoning: 0 };

test('an OpenAI request has the form of the API reference, with the usage asked for', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [OPENAI_STREAM]);
    response.end();
  });
  await using driver = open(`${server.url}/v1/`, { requestId: () => 'call-7', headers: { 'x-team': 'a' } });
  await attempt(driver, { call: { temperature: 0 } });
  const [request] = server.received;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/v1/chat/completions',
    headers: {
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'x-client-request-id': 'call-7',
      'x-team': 'a',
    },
  });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    model: 'deepseek-chat',
    messages: [{ role: 'user', content: 'Who won?' }],
    max_tokens: 50,
    temperature: 0,
    stream: true,
    stream_options: { include_usage: true },
  });
});

test('a stream that is cut anywhere into packets, also inside a character, gives the same answer', async () => {
  const bytes = Buffer.from(OPENAI_STREAM);
  const inBall = bytes.indexOf(Buffer.from('🏀')) + 2;
  await using server = await startServer(async (_request, response) => {
    stream(response, [bytes.subarray(0, inBall)]);
    await new Promise((resolve) => setImmediate(resolve));
    response.end(bytes.subarray(inBall));
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { wanted: { contains: 'The Häwks won 🏀', finish: 'stop' } });
  expect(made).toMatchObject({ outcome: 'ok', usage: [OPENAI_BILL], bytesReceived: bytes.length });
  expect(made.tokenTimesMs).toHaveLength(2);
});

test('the first token is the first piece with text, reasoning included, timed when it came', async () => {
  const sentMs: number[] = [];
  await using server = await startServer(async (_request, response) => {
    stream(response, [events(delta({ role: 'assistant', content: '' }))]);
    for (const content of [{ reasoning_content: 'Hm' }, { content: 'Yes' }, { content: '!' }]) {
      await new Promise<void>((resolve) => setTimeout(resolve, 20));
      sentMs.push(systemClock.now());
      response.write(events(delta(content)));
    }
    response.end(`${events(delta({}, 'stop'))}data: [DONE]\n\n`);
  });
  await using driver = open(server.url);
  const made = await attempt(driver);
  const seenMs = made.tokenTimesMs ?? [];
  expect(made.firstTokenMs).toBe(seenMs[0]);
  expect(seenMs).toHaveLength(3);
  // Each piece is seen after it was sent and before the next one was.
  const inOrder = sentMs.flatMap((sent, index) => [sent, seenMs[index] ?? 0]);
  expect([...inOrder, made.endMs]).toEqual([...inOrder, made.endMs].sort((a, b) => a - b));
  expect(made.firstByteMs).toBeLessThan(sentMs[0] ?? 0);
});

const ANTHROPIC_STREAM = [
  [
    'message_start',
    { message: { usage: { input_tokens: 10, cache_read_input_tokens: 4, cache_creation_input_tokens: 6, output_tokens: 1 } } },
  ],
  ['content_block_start', { index: 0, content_block: { type: 'text', text: '' } }],
  ['ping', {}],
  ['content_block_delta', { index: 0, delta: { type: 'text_delta', text: '{"winner":' } }],
  ['content_block_delta', { index: 0, delta: { type: 'text_delta', text: '"Hawks"}' } }],
  ['content_block_stop', { index: 0 }],
  ['message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 12, input_tokens: null } }],
  ['message_stop', {}],
] as const;
const anthropicEvents = (until: number = ANTHROPIC_STREAM.length): string =>
  ANTHROPIC_STREAM.slice(0, until)
    .map(([type, rest]) => `event: ${type}\r\ndata: ${JSON.stringify({ type, ...rest })}\r\n\r\n`)
    .join('');
const CLAUDE = { protocol: 'anthropic', provider: 'anthropic', model: 'claude-sonnet-4-5' } as const;

test('an Anthropic request has its system prompt, headers and version where the API wants them', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [anthropicEvents()]);
    response.end();
  });
  await using driver = open(server.url, CLAUDE);
  const made = await attempt(driver, {
    call: {
      messages: [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'Who?' },
      ],
    },
    wanted: { json: { winner: 'Hawks' }, finish: ['end_turn', 'max_tokens'] },
  });
  expect(made).toMatchObject({ outcome: 'ok', usage: [{ input: 20, cached: 4, cacheWrite: 6, output: 12 }] });
  expect(made.tokenTimesMs).toHaveLength(2);
  const [request] = server.received;
  expect(request).toMatchObject({ path: '/v1/messages', headers: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' } });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    model: 'claude-sonnet-4-5',
    max_tokens: 50,
    system: 'Be short.',
    messages: [{ role: 'user', content: 'Who?' }],
    stream: true,
  });
});

test('answers that do not stream are read too', async () => {
  await using server = await startServer(({ path }, response) => {
    if (path === '/chat/completions') {
      const usage = { prompt_tokens: 3, completion_tokens: 2 };
      sendJson(response, { choices: [{ message: { content: '```json\n{"a":1}\n```' }, finish_reason: 'stop' }], usage });
    } else {
      const usage = { input_tokens: 3, output_tokens: 2 };
      sendJson(response, { content: [{ type: 'text', text: '{"a":1}' }], stop_reason: 'end_turn', usage });
    }
  });
  await using deepseek = open(server.url);
  await using claude = open(server.url, CLAUDE);
  const wanted: Expectation = { json: { a: 1 }, schema: { required: ['a'] } };
  for (const driver of [deepseek, claude]) {
    const made = await attempt(driver, { call: { stream: false }, wanted });
    expect(made).toMatchObject({ outcome: 'ok', usage: [{ input: 3, output: 2 }] });
    expect(made).not.toHaveProperty('firstTokenMs');
  }
});

test.each<[string, Expectation, string]>([
  ['the finish reason is another', { finish: 'length' }, 'finish: expected length, got stop'],
  ['the text does not contain it', { contains: 'Lakers' }, 'contains: expected "Lakers", got "The Häwks won 🏀"'],
  ['the text is no JSON', { json: { a: 1 } }, 'json: the answer is not JSON: The Häwks won 🏀'],
])('an answer is invalid, though billed, when %s', async (_title, wanted, message) => {
  await using server = await startServer((_request, response) => {
    stream(response, [OPENAI_STREAM]);
    response.end();
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { wanted });
  expect(made).toMatchObject({ outcome: 'invalid', failure: { message }, usage: [OPENAI_BILL] });
});

test.each<[string, unknown, Partial<Attempt>]>([
  ['is withheld', delta({ content: 'no' }, 'content_filter'), { outcome: 'invalid' }],
  ['is empty', delta({ content: '' }, 'stop'), { outcome: 'invalid' }],
  ['is a tool call', delta({ tool_calls: [{ index: 0 }] }, 'tool_calls'), { outcome: 'ok' }],
])('without an expectation, an answer that %s is judged by itself', async (_title, chunk, judged) => {
  await using server = await startServer((_request, response) => {
    stream(response, [`${events(chunk)}data: [DONE]\n\n`]);
    response.end();
  });
  await using driver = open(server.url);
  expect(await attempt(driver)).toMatchObject(judged);
});

test('a stream without its end marker is cut, whether it ends politely or not, and keeps what was learnt', async () => {
  await using server = await startServer(({ path }, response) => {
    stream(response, [path === '/v1/messages' ? anthropicEvents(5) : events(delta({ content: 'The' }, 'stop'), OPENAI_USAGE)]);
    if (path === '/v1/messages') setImmediate(() => response.destroy());
    else response.end();
  });
  await using deepseek = open(server.url);
  await using claude = open(server.url, CLAUDE);
  const polite = await attempt(deepseek);
  expect(polite).toMatchObject({ outcome: 'error', failure: { class: 'stream_cut' }, usage: [OPENAI_BILL] });
  expect(polite.tokenTimesMs).toHaveLength(1);
  expect(await attempt(claude)).toMatchObject({ outcome: 'error', failure: { class: 'stream_cut' } });
});

test('a stream that stalls is a timeout with the tokens that came', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [events(delta({ content: 'The' }))]);
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { timeoutMs: 150 });
  expect(made).toMatchObject({ outcome: 'timeout', failure: { class: 'timeout' } });
  expect(made.tokenTimesMs).toHaveLength(1);
});

test('a connection held open after the end marker does not spoil the answer', async () => {
  await using server = await startServer((_request, response) => {
    stream(response, [OPENAI_STREAM]);
  });
  await using driver = open(server.url);
  const made = await attempt(driver, { timeoutMs: 200 });
  expect(made).toMatchObject({ outcome: 'ok', usage: [OPENAI_BILL] });
  expect(made.endMs - made.startMs).toBeLessThan(200);
});

test.each<[string, string, Partial<Attempt>]>([
  [
    'openai',
    events({ error: { message: 'boom' } }),
    { outcome: 'error', failure: { class: 'stream_error', message: 'the stream reported an error: boom' } },
  ],
  [
    'anthropic',
    events({ type: 'error', error: { type: 'overloaded_error', message: 'later' } }),
    { outcome: 'error', failure: { class: 'overloaded', message: 'the stream reported overloaded_error: later' } },
  ],
  [
    'openai',
    'data: <html>\n\n',
    { outcome: 'error', failure: { class: 'not_json', message: 'expected JSON in the stream, got <html>' } },
  ],
])('an error inside a stream of %s is one: %s', async (protocol, body, judged) => {
  await using server = await startServer((_request, response) => {
    stream(response, [body]);
    response.end();
  });
  await using driver = open(server.url, protocol === 'anthropic' ? CLAUDE : {});
  expect(await attempt(driver)).toMatchObject(judged);
});

test.each<[number, Partial<Attempt>]>([
  [401, { outcome: 'error', failure: { class: 'http_401', message: 'answered 401: {"error":{"message":"bad key ***"}}' } }],
  [
    429,
    {
      outcome: 'throttled',
      failure: { class: 'http_429', message: 'answered 429, retry after 3: {"error":{"message":"bad key ***"}}' },
    },
  ],
  [500, { outcome: 'error', failure: { class: 'http_500', message: 'answered 500: {"error":{"message":"bad key ***"}}' } }],
  [503, { outcome: 'error', failure: { class: 'overloaded', message: 'answered 503: {"error":{"message":"bad key ***"}}' } }],
  [529, { outcome: 'error', failure: { class: 'overloaded', message: 'answered 529: {"error":{"message":"bad key ***"}}' } }],
])('status %i is told apart, and the key stays out of the message', async (status, judged) => {
  await using server = await startServer((_request, response) => {
    if (status === 429) response.setHeader('retry-after', '3');
    sendJson(response, { error: { message: `bad key ${KEY}` } }, status);
  });
  await using driver = open(server.url);
  expect(await attempt(driver)).toMatchObject(judged);
});

test.each([200, 404])('a web page with status %i where the API should be is not_json, and check says so', async (status) => {
  await using server = await startServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title>');
  });
  await using driver = open(server.url);
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: 'not_json' } });
  expect(made.failure?.message).toContain('text/html');
  await expect(driver.check()).rejects.toThrow(/deepseek at http.*expected JSON, got text\/html.*Is base_url right\?/);
});

test('an answer without a message in it is invalid', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, { choices: [] });
  });
  await using driver = open(server.url);
  expect(await attempt(driver, { call: { stream: false } })).toMatchObject({ outcome: 'invalid', failure: { class: 'shape' } });
  expect(await attempt(driver)).toMatchObject({ outcome: 'error', failure: { class: 'not_streamed' } });
});

test('check lists the models and tells a refused key from a server that lists none', async () => {
  let status = 200;
  await using server = await startServer((_request, response) => {
    sendJson(response, { error: KEY }, status);
  });
  await using driver = open(server.url);
  expect(await driver.check()).toEqual({});
  expect(server.received[0]).toMatchObject({ method: 'GET', path: '/models' });
  status = 404;
  expect(await driver.check()).toEqual({});
  status = 401;
  const refused: unknown = await driver.check().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RemoteError);
  expect(String(refused)).toMatch(/API key was refused \(401\)/);
  expect(String(refused)).not.toContain(KEY);
  await using dead = open(`http://127.0.0.1:${await freePort()}`);
  await expect(dead.check()).rejects.toThrow(/connection refused/);
});
