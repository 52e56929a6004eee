import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import type { Expectation } from '../core/operation.ts';
import type { Attempt } from './driver.ts';
import {
  anthropicEvents,
  attempt,
  CLAUDE,
  delta,
  events,
  KEY,
  open,
  OPENAI_BILL,
  OPENAI_STREAM,
  stream,
} from './testing/model.ts';
import { sendJson, startServer } from './testing/scripted-server.ts';

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
