import { expect, test } from '@jest/globals';
import OpenAI from 'openai';
import { DEEPSEEK, only, sentTokens, withSimulator } from './testing/simulators.ts';

const client = (url: string, apiKey = 'key'): OpenAI => new OpenAI({ apiKey, baseURL: `${url}/v1`, maxRetries: 0 });
const question = (content: string, model = 'gpt-4o'): OpenAI.ChatCompletionCreateParamsNonStreaming => ({
  model,
  messages: [{ role: 'user', content }],
});

type Chunk = OpenAI.ChatCompletionChunk;

async function stream(url: string, body: OpenAI.ChatCompletionCreateParamsNonStreaming, usage = true): Promise<Chunk[]> {
  const options = usage ? { stream_options: { include_usage: true } } : {};
  const chunks: Chunk[] = [];
  for await (const chunk of await client(url).chat.completions.create({ ...body, ...options, stream: true })) chunks.push(chunk);
  return chunks;
}

const textOf = (chunks: readonly Chunk[]): string => chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');

test('the official client gets the same answer whole and streamed', async () => {
  await withSimulator({ cache: false }, async ({ url }) => {
    const whole = await client(url).chat.completions.create(question('Who won?'));
    const chunks = await stream(url, question('Who won?'));
    expect(whole.choices[0]?.message.content).toBe(textOf(chunks));
    expect(textOf(chunks).length).toBeGreaterThan(50);
    expect(chunks.at(-1)?.usage).toEqual(whole.usage);
    expect(whole.choices[0]?.finish_reason).toBe('stop');
  });
});

test('the official helper for streams assembles a complete message', async () => {
  await withSimulator({}, async ({ url }) => {
    const { model, messages } = question('Who won?');
    const runner = client(url).chat.completions.stream({ model, messages, stream_options: { include_usage: true } });
    const final = await runner.finalChatCompletion();
    expect(final.choices[0]?.message).toMatchObject({ role: 'assistant', content: expect.stringMatching(/\w/) });
    expect(final.usage?.total_tokens).toBeGreaterThan(0);
  });
});

test('streamed tokens, billed tokens and logged tokens are the same number', async () => {
  await withSimulator({}, async ({ url, finish }) => {
    const chunks = await stream(url, question('How many?'));
    const record = only(await finish());
    expect(chunks.at(-1)?.usage?.completion_tokens).toBe(sentTokens(record));
    // `user`, a line break, `How`, ` many`, `?`, a line break.
    expect(record.bill).toMatchObject({ output: sentTokens(record), input: 6 });
    expect(record.usage).toEqual(chunks.at(-1)?.usage);
  });
});

test('usage comes in a last chunk without choices when asked for, and otherwise not at all', async () => {
  await withSimulator({}, async ({ url }) => {
    const asked = await stream(url, question('Usage?'));
    expect(asked.at(-1)?.choices).toEqual([]);
    expect(asked.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
    const unasked = await stream(url, question('Usage?'), false);
    expect(unasked.every((chunk) => !('usage' in chunk))).toBe(true);
    expect(unasked.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });
});

test('a first chunk names the role and carries no text', async () => {
  await withSimulator({}, async ({ url }) => {
    const [first] = await stream(url, question('Role?'));
    expect(first?.choices[0]?.delta).toEqual({ role: 'assistant', content: '', refusal: null });
  });
});

test('DeepSeek sends usage in the chunk that finishes, asked for or not', async () => {
  await withSimulator(DEEPSEEK, async ({ url }) => {
    for (const asked of [true, false]) {
      const chunks = await stream(url, question('Usage?', 'deepseek-chat'), asked);
      const last = chunks.at(-1);
      expect(last?.choices[0]?.finish_reason).toBe('stop');
      expect(last?.usage).toMatchObject({ prompt_cache_hit_tokens: 0, prompt_cache_miss_tokens: last?.usage?.prompt_tokens });
      expect(chunks.slice(0, -1).every((chunk) => (asked ? chunk.usage === null : !('usage' in chunk)))).toBe(true);
    }
  });
});

test('a DeepSeek reasoner streams its thoughts apart and bills them', async () => {
  await withSimulator({ provider: 'deepseek', model: 'deepseek-reasoner' }, async ({ url, finish }) => {
    const chunks = await stream(url, question('Why?', 'deepseek-reasoner'));
    const thoughts = chunks.map(
      (chunk) => (chunk.choices[0]?.delta as { reasoning_content?: string | null }).reasoning_content ?? '',
    );
    expect(thoughts.join('')).not.toBe('');
    const record = only(await finish());
    const thought = record.reasoningChunks.reduce((sum, [, tokens]) => sum + tokens, 0);
    expect(chunks.at(-1)?.usage?.completion_tokens_details?.reasoning_tokens).toBe(thought);
    expect(chunks.at(-1)?.usage?.completion_tokens).toBe(thought + sentTokens(record));
  });
});

test('a reasoning model of OpenAI bills thoughts that it does not show', async () => {
  await withSimulator({ model: 'o4-mini' }, async ({ url, finish }) => {
    const answer = await client(url).chat.completions.create(question('Why?', 'o4-mini'));
    const reasoning = answer.usage?.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(reasoning).toBeGreaterThan(0);
    expect(answer.usage?.completion_tokens).toBe(reasoning + sentTokens(only(await finish())));
    expect(answer.choices[0]?.message).not.toHaveProperty('reasoning_content');
  });
});

test('a repeated prompt is billed as cached in blocks of 64 by DeepSeek, unless the cache is off', async () => {
  const long = question('word '.repeat(150), 'deepseek-chat');
  for (const [cache, cached] of [
    [true, 128],
    [false, 0],
  ] as const) {
    await withSimulator({ ...DEEPSEEK, cache }, async ({ url }) => {
      await client(url).chat.completions.create(long);
      const { usage } = await client(url).chat.completions.create(long);
      expect(usage?.prompt_tokens_details?.cached_tokens).toBe(cached);
      expect(usage).toMatchObject({
        prompt_cache_hit_tokens: cached,
        prompt_cache_miss_tokens: (usage?.prompt_tokens ?? 0) - cached,
      });
    });
  }
});

test('a length limit ends the answer with the finish reason length', async () => {
  await withSimulator({}, async ({ url }) => {
    const answer = await client(url).chat.completions.create({ ...question('Tell all.'), max_completion_tokens: 7 });
    expect(answer.choices[0]?.finish_reason).toBe('length');
    expect(answer.usage?.completion_tokens).toBe(7);
  });
});

const SAID = [{ role: 'user', content: 'x' }];

test.each([
  { what: 'no messages', fields: {}, status: 400, message: "Missing required parameter: 'messages'." },
  { what: 'an empty conversation', fields: { messages: [] }, status: 400, message: "Invalid value for 'messages'" },
  {
    what: 'an unknown role',
    fields: { messages: [{ role: 'robot' }] },
    status: 400,
    message: "Invalid value for 'messages[0].role'",
  },
  { what: 'a limit of none', fields: { messages: SAID, max_tokens: 0 }, status: 400, message: "Invalid value for 'max_tokens'" },
  {
    what: 'options of no stream',
    fields: { messages: SAID, stream_options: {} },
    status: 400,
    message: "'stream_options' is only",
  },
  {
    what: 'an unknown model',
    fields: { model: 'gpt-0', messages: SAID },
    status: 404,
    message: 'The model `gpt-0` does not exist',
  },
])('$what: refused in the shape of OpenAI', async ({ fields, status, message }) => {
  await withSimulator({}, async ({ url }) => {
    const body = { model: 'gpt-4o', ...fields } as OpenAI.ChatCompletionCreateParamsNonStreaming;
    const failure: unknown = await client(url)
      .chat.completions.create(body)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OpenAI.APIError);
    expect(failure).toMatchObject({ status, type: 'invalid_request_error', message: expect.stringContaining(message) });
  });
});

test('DeepSeek calls an unknown model a bad request', async () => {
  await withSimulator(DEEPSEEK, async ({ url }) => {
    const failure: unknown = await client(url)
      .chat.completions.create(question('x', 'v0'))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 400, message: '400 Model Not Exist' });
  });
});

test('a wrong key is refused and the right one is not', async () => {
  await withSimulator({ apiKey: 'right' }, async ({ url }) => {
    const failure: unknown = await client(url, 'wrong')
      .chat.completions.create(question('x'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(failure).toMatchObject({ code: 'invalid_api_key' });
    await expect(client(url, 'wrong').models.list()).rejects.toThrow(OpenAI.AuthenticationError);
    expect((await client(url, 'right').models.list()).data.map((model) => model.id)).toEqual(['gpt-4o']);
  });
});
