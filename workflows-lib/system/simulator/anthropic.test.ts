import Anthropic from '@anthropic-ai/sdk';
import { expect, test } from '@jest/globals';
import { ANTHROPIC, only, sentTokens, withSimulator } from './testing/simulators.ts';

const client = (url: string, apiKey = 'key'): Anthropic => new Anthropic({ apiKey, baseURL: url, maxRetries: 0 });
const question = (content: Anthropic.MessageParam['content']): Anthropic.MessageCreateParamsNonStreaming => ({
  model: ANTHROPIC.model,
  max_tokens: 2000,
  messages: [{ role: 'user', content }],
});

/**
 * The marker that asks for 1,200 words of one token each to be cached. As a system prompt they are billed as 1,204 tokens: `syste`, `m`, a
 * line break, the words, and the last space with the line break after it.
 */
const longBlock = (ttl?: '1h'): Anthropic.TextBlockParam => ({
  type: 'text',
  text: 'word '.repeat(1200),
  cache_control: { type: 'ephemeral', ...(ttl === undefined ? {} : { ttl }) },
});

test('the official client gets the same answer whole and streamed', async () => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const whole = await client(url).messages.create(question('Who won?'));
    const streamed = await client(url).messages.stream(question('Who won?')).finalMessage();
    expect(streamed.content).toEqual(whole.content);
    expect(streamed.usage).toEqual(whole.usage);
    expect(streamed).toMatchObject({ stop_reason: 'end_turn', role: 'assistant', model: ANTHROPIC.model });
  });
});

test('a stream has the events of the documentation in their order', async () => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const response = await fetch(`${url}/v1/messages`, {
      method: 'POST',
      headers: { 'anthropic-version': '2023-06-01', 'content-type': 'application/json' },
      body: JSON.stringify({ ...question('Order?'), stream: true }),
    });
    const events = [...(await response.text()).matchAll(/^event: (\w+)\ndata: (.*)\n\n/gm)].map(([, name, data]) => {
      expect(JSON.parse(data ?? '')).toHaveProperty('type', name);
      return name;
    });
    const order = events.filter((name, index) => name !== events[index - 1]);
    expect(order).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
  });
});

test('the counts of the last event are totals: adding the first event to them would be one too many', async () => {
  await withSimulator(ANTHROPIC, async ({ url, finish }) => {
    const events: Anthropic.RawMessageStreamEvent[] = [];
    for await (const event of await client(url).messages.create({ ...question('Usage?'), stream: true })) events.push(event);
    const start = events.find((event) => event.type === 'message_start');
    const end = events.find((event) => event.type === 'message_delta');
    const record = only(await finish());
    expect(start?.message.usage.output_tokens).toBe(1);
    expect(end?.usage.output_tokens).toBe(sentTokens(record));
    expect(record.bill).toMatchObject({ output: sentTokens(record), input: end?.usage.input_tokens });
  });
});

test.each([
  [undefined, { ephemeral_5m_input_tokens: 1204, ephemeral_1h_input_tokens: 0 }],
  ['1h', { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 1204 }],
] as const)('a marked prompt (lifetime %s) is written to the cache, then read from it', async (ttl, created) => {
  await withSimulator(ANTHROPIC, async ({ url, finish }) => {
    const body = { ...question('And now?'), system: [longBlock(ttl)] };
    const first = (await client(url).messages.create(body)).usage;
    const second = (await client(url).messages.create(body)).usage;
    expect(first).toMatchObject({ cache_creation_input_tokens: 1204, cache_read_input_tokens: 0, cache_creation: created });
    expect(second).toMatchObject({
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 1204,
      input_tokens: first.input_tokens,
    });
    const [written, read] = (await finish()).map((record) => record.bill);
    const input = 1204 + first.input_tokens;
    expect(written).toMatchObject({ input, cached: 0, cacheWrite: 1204, cacheWrite1h: created.ephemeral_1h_input_tokens });
    expect(read).toMatchObject({ input, cached: 1204, cacheWrite: 0 });
  });
});

test('a marker on the request itself caches everything up to its last block', async () => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    // `user` is one token, so this is one less than as a system prompt.
    const body = { ...question('word '.repeat(1200)), cache_control: { type: 'ephemeral' } as const };
    expect((await client(url).messages.create(body)).usage).toMatchObject({ cache_creation_input_tokens: 1203, input_tokens: 0 });
  });
});

test('a length limit and a stop sequence end the answer and say so', async () => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const short = await client(url).messages.create({ ...question('Tell all.'), max_tokens: 7 });
    expect(short).toMatchObject({ stop_reason: 'max_tokens', usage: { output_tokens: 7 } });
    const stopped = await client(url).messages.create({ ...question('Tell all.'), stop_sequences: ['the'] });
    expect(stopped).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: 'the' });
  });
});

test.each([
  { what: 'no limit', fields: { max_tokens: undefined }, message: 'max_tokens: Field required' },
  { what: 'an unknown role', fields: { messages: [{ role: 'system', content: 'x' }] }, message: 'messages.0.role' },
  {
    what: 'an answer before any question',
    fields: { messages: [{ role: 'assistant', content: 'x' }] },
    message: 'first message',
  },
  { what: 'an empty question', fields: { messages: [{ role: 'user', content: '' }] }, message: 'non-empty content' },
  { what: 'five breakpoints', fields: { system: Array.from({ length: 5 }, () => longBlock()) }, message: 'maximum of 4 blocks' },
  { what: 'an unknown model', fields: { model: 'claude-0' }, message: 'claude-0', status: 404, type: 'not_found_error' },
])('$what: refused in the shape of Anthropic', async ({ fields, message, status = 400, type = 'invalid_request_error' }) => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const body = { ...question('x'), ...fields } as Anthropic.MessageCreateParamsNonStreaming;
    const failure: unknown = await client(url)
      .messages.create(body)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Anthropic.APIError);
    const requestID: unknown = expect.stringMatching(/^req_/);
    expect(failure).toMatchObject({ status, type, message: expect.stringContaining(message), requestID });
  });
});

test('a request without a version is refused', async () => {
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const response = await fetch(`${url}/v1/messages`, { method: 'POST', body: JSON.stringify(question('x')) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: 'error', error: { message: 'anthropic-version: header is required' } });
  });
});

test('a wrong key is refused and the right one is not', async () => {
  await withSimulator({ ...ANTHROPIC, apiKey: 'right' }, async ({ url }) => {
    await expect(client(url, 'wrong').messages.create(question('x'))).rejects.toThrow(Anthropic.AuthenticationError);
    expect((await client(url, 'right').models.list()).data.map((model) => model.id)).toEqual([ANTHROPIC.model]);
  });
});
