import { expect, test } from '@jest/globals';
import { usageFromAnthropic, usageFromOpenAi } from './normalize.ts';

const openai = { provider: 'openai', model: 'gpt-4o' };
const deepseek = { provider: 'deepseek', model: 'deepseek-chat' };
const anthropic = { provider: 'anthropic', model: 'claude-sonnet-4-5' };
const none = { cached: 0, cacheWrite: 0, cacheWrite1h: 0, reasoning: 0 };

test('an OpenAI chat completion keeps cached tokens inside the input and reasoning inside the output', () => {
  const raw = {
    prompt_tokens: 2006,
    completion_tokens: 300,
    total_tokens: 2306,
    prompt_tokens_details: { cached_tokens: 1920, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 192, accepted_prediction_tokens: 0 },
  };
  expect(usageFromOpenAi(raw, openai)).toEqual({ ...openai, ...none, input: 2006, cached: 1920, output: 300, reasoning: 192 });
});

test('an OpenAI response is read under its own names, cache writes too', () => {
  const raw = {
    input_tokens: 75,
    input_tokens_details: { cached_tokens: 40, cache_write_tokens: 30 },
    output_tokens: 1186,
    output_tokens_details: { reasoning_tokens: 1024 },
    total_tokens: 1261,
  };
  const expected = { ...openai, ...none, input: 75, cached: 40, cacheWrite: 30, output: 1186, reasoning: 1024 };
  expect(usageFromOpenAi(raw, openai)).toEqual(expected);
});

test('DeepSeek names its cache hits beside the prompt tokens', () => {
  const raw = { prompt_tokens: 500, completion_tokens: 20, prompt_cache_hit_tokens: 448, prompt_cache_miss_tokens: 52 };
  expect(usageFromOpenAi(raw, deepseek)).toEqual({ ...deepseek, ...none, input: 500, cached: 448, output: 20 });
});

test('hits and misses make the input where the prompt tokens are missing', () => {
  const raw = { completion_tokens: 20, prompt_cache_hit_tokens: 448, prompt_cache_miss_tokens: 52 };
  expect(usageFromOpenAi(raw, deepseek)).toMatchObject({ input: 500, cached: 448 });
});

test('the three disjoint input counts of Anthropic add up', () => {
  const raw = {
    input_tokens: 50,
    cache_read_input_tokens: 100_000,
    cache_creation_input_tokens: 248,
    cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
    output_tokens: 503,
    output_tokens_details: { thinking_tokens: 400 },
  };
  const counts = { input: 100_298, cached: 100_000, cacheWrite: 248, cacheWrite1h: 100, output: 503, reasoning: 400 };
  expect(usageFromAnthropic(raw, anthropic)).toEqual({ ...anthropic, ...counts });
});

test('the lifetimes make the cache write where their sum is missing', () => {
  const raw = {
    input_tokens: 1,
    output_tokens: 1,
    cache_creation: { ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 4 },
  };
  expect(usageFromAnthropic(raw, anthropic)).toMatchObject({ input: 8, cacheWrite: 7, cacheWrite1h: 4 });
});

test('null fields count as 0', () => {
  const nulls = { cache_read_input_tokens: null, cache_creation_input_tokens: null, cache_creation: null };
  expect(usageFromAnthropic({ input_tokens: 9, output_tokens: 2, ...nulls }, anthropic)).toEqual({
    ...anthropic,
    ...none,
    input: 9,
    output: 2,
  });
  const openAiNulls = { prompt_tokens_details: null, completion_tokens_details: { reasoning_tokens: null } };
  expect(usageFromOpenAi({ prompt_tokens: 9, completion_tokens: 2, ...openAiNulls }, openai)).toEqual({
    ...openai,
    ...none,
    input: 9,
    output: 2,
  });
});

test.each([
  ['no object', 'usage'],
  ['null', null],
  ['an array', [1]],
  ['an empty object', {}],
  ['no output', { prompt_tokens: 1 }],
  ['a negative count', { prompt_tokens: -1, completion_tokens: 1 }],
  ['a fraction', { prompt_tokens: 1.5, completion_tokens: 1 }],
  ['a text', { prompt_tokens: '5', completion_tokens: 1 }],
  ['NaN', { prompt_tokens: NaN, completion_tokens: 1 }],
  ['more cached than input', { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 6 } }],
  ['more reasoning than output', { prompt_tokens: 5, completion_tokens: 1, completion_tokens_details: { reasoning_tokens: 2 } }],
  ['more DeepSeek hits than input', { prompt_tokens: 5, completion_tokens: 1, prompt_cache_hit_tokens: 6 }],
])('%s is no OpenAI usage', (_name, raw) => {
  expect(usageFromOpenAi(raw, openai)).toBeUndefined();
});

test.each([
  ['no input', { output_tokens: 4 }],
  ['a negative cache read', { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: -1 }],
  ['a fractional lifetime', { input_tokens: 1, output_tokens: 1, cache_creation: { ephemeral_1h_input_tokens: 0.5 } }],
  [
    'a lifetime above its sum',
    { input_tokens: 1, output_tokens: 1, cache_creation_input_tokens: 2, cache_creation: { ephemeral_1h_input_tokens: 3 } },
  ],
])('%s is no Anthropic usage', (_name, raw) => {
  expect(usageFromAnthropic(raw, anthropic)).toBeUndefined();
});
