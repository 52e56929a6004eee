import { expect, test } from '@jest/globals';
import { costOf, type Cost } from './cost.ts';
import { usageFromAnthropic, usageFromOpenAi, type Biller } from './normalize.ts';
import { createPriceTable } from './price-table.ts';
import type { ModelUsage } from './usage.ts';

const table = createPriceTable();

function bill(usage: ModelUsage | undefined): Cost {
  if (usage === undefined) throw new Error('no usage');
  const cost = costOf(usage, table);
  if (cost === 'unpriced') throw new Error('unpriced');
  return cost;
}

const openAi = (raw: unknown, biller: Biller): Cost => bill(usageFromOpenAi(raw, biller));
const anthropic = (raw: unknown, model: string): Cost => bill(usageFromAnthropic(raw, { provider: 'anthropic', model }));

test('OpenAI with cached input: gpt-4o', () => {
  const raw = { prompt_tokens: 2006, completion_tokens: 300, prompt_tokens_details: { cached_tokens: 1920 } };
  const cost = openAi(raw, { provider: 'openai', model: 'gpt-4o-2024-08-06' });
  // 86 x $2.50 + 1,920 x $1.25 + 300 x $10, per million: 215 + 2,400 + 3,000 = 5,615 millionths.
  expect(cost.parts.input).toBeCloseTo(0.000215, 12);
  expect(cost.parts.cached).toBeCloseTo(0.0024, 12);
  expect(cost.parts.output).toBeCloseTo(0.003, 12);
  expect(cost.usd).toBeCloseTo(0.005615, 12);
});

test('OpenAI with reasoning, which is billed as output: o4-mini', () => {
  const raw = { input_tokens: 1000, output_tokens: 1186, output_tokens_details: { reasoning_tokens: 1024 } };
  // 1,000 x $1.10 + 1,186 x $4.40 = 1,100 + 5,218.4 = 6,318.4 millionths; the 1,024 are inside the 1,186.
  expect(openAi(raw, { provider: 'openai', model: 'o4-mini' }).usd).toBeCloseTo(0.0063184, 12);
});

test('OpenAI with cache writes and a long context: gpt-6-sol', () => {
  const details = { cached_tokens: 100_000, cache_write_tokens: 50_000 };
  const short = { input_tokens: 272_000, output_tokens: 1000, input_tokens_details: details };
  // 122,000 x $2 + 100,000 x $0.20 + 50,000 x $2.50 + 1,000 x $10 = 244,000 + 20,000 + 125,000 + 10,000 millionths.
  expect(openAi(short, { provider: 'openai', model: 'gpt-6-sol' }).usd).toBeCloseTo(0.399, 12);
  // One token more doubles input and cache, output costs 1.5 times: 122,001 x $4 + 40,000 + 250,000 + 15,000 millionths.
  expect(openAi({ ...short, input_tokens: 272_001 }, { provider: 'openai', model: 'gpt-6-sol' }).usd).toBeCloseTo(0.793004, 12);
});

test('DeepSeek with cache hits', () => {
  const raw = { prompt_tokens: 10_000, completion_tokens: 500, prompt_cache_hit_tokens: 8_000, prompt_cache_miss_tokens: 2_000 };
  // 2,000 x $0.14 + 8,000 x $0.0028 + 500 x $0.28 = 280 + 22.4 + 140 = 442.4 millionths.
  expect(openAi(raw, { provider: 'deepseek', model: 'deepseek-chat' }).usd).toBeCloseTo(0.0004424, 12);
});

test('Anthropic with a cache read and writes of both lifetimes: Claude Sonnet 4.5', () => {
  const raw = {
    input_tokens: 50,
    cache_read_input_tokens: 100_000,
    cache_creation_input_tokens: 248,
    cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
    output_tokens: 503,
  };
  const cost = anthropic(raw, 'claude-sonnet-4-5-20250929');
  // 50 x $3 = 150; 100,000 x $0.30 = 30,000; 148 x $3.75 + 100 x $6 = 555 + 600 = 1,155; 503 x $15 = 7,545: 38,850 millionths.
  expect(cost.parts).toEqual({ input: 0.00015, cached: 0.03, cacheWrite: 0.001155, output: 0.007545 });
  expect(cost.usd).toBeCloseTo(0.03885, 12);
});

test('Anthropic with the lifetimes unknown bills every cache write at the five-minute rate', () => {
  const raw = { input_tokens: 0, cache_creation_input_tokens: 1000, output_tokens: 0 };
  // 1,000 x $1.25 = 1,250 millionths.
  expect(anthropic(raw, 'claude-haiku-4-5').usd).toBeCloseTo(0.00125, 12);
});

test('a long context bills the whole call at its own rates, output included', () => {
  // 200,000 tokens are still short: 199,000 x $3 + 1,000 x $0.30 + 10 x $15 = 597,000 + 300 + 150 millionths.
  expect(
    anthropic({ input_tokens: 199_000, cache_read_input_tokens: 1000, output_tokens: 10 }, 'claude-sonnet-4').usd,
  ).toBeCloseTo(0.59745, 12);
  // 200,001 are long: 199,001 x $6 + 1,000 x $0.60 + 10 x $22.50 = 1,194,006 + 600 + 225 millionths.
  expect(
    anthropic({ input_tokens: 199_001, cache_read_input_tokens: 1000, output_tokens: 10 }, 'claude-sonnet-4').usd,
  ).toBeCloseTo(1.194831, 12);
});

test('cached input without a price of its own is billed as input, cache writes too', () => {
  const usage = {
    provider: 'own',
    model: 'm',
    input: 1000,
    cached: 400,
    cacheWrite: 100,
    cacheWrite1h: 50,
    output: 10,
    reasoning: 0,
  };
  const own = createPriceTable([{ provider: 'own', model: 'm', input: 2, output: 5 }]);
  const cost = costOf(usage, own);
  // 500 x $2, 400 x $2, 100 x $2, 10 x $5.
  expect(cost).toMatchObject({ parts: { input: 0.001, cached: 0.0008, cacheWrite: 0.0002, output: 0.00005 } });
});

test('an override prices both cache lifetimes alike', () => {
  const usage = {
    provider: 'own',
    model: 'm',
    input: 100,
    cached: 0,
    cacheWrite: 100,
    cacheWrite1h: 40,
    output: 0,
    reasoning: 0,
  };
  const own = createPriceTable([{ provider: 'own', model: 'm', input: 2, cacheWrite: 3, output: 5 }]);
  expect(costOf(usage, own)).toMatchObject({ usd: 0.0003, parts: { input: 0, cacheWrite: 0.0003 } });
});

test('an unknown model is unpriced, not free', () => {
  const usage = {
    provider: 'openai',
    model: 'gpt-unknown',
    input: 1,
    cached: 0,
    cacheWrite: 0,
    cacheWrite1h: 0,
    output: 1,
    reasoning: 0,
  };
  expect(costOf(usage, table)).toBe('unpriced');
});

test('the parts add up to the bill exactly, for every model of the table', () => {
  for (const { provider, model } of table.entries) {
    const counts = { input: 123_457, cached: 33_331, cacheWrite: 12_343, cacheWrite1h: 777, output: 9_973, reasoning: 55 };
    const cost = bill({ provider, model, ...counts });
    const { input, cached, cacheWrite, output } = cost.parts;
    expect(input + cached + cacheWrite + output).toBe(cost.usd);
    expect(cost.usd).toBeGreaterThan(0);
  }
});
