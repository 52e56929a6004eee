import { expect, test } from '@jest/globals';
import { createPriceTable, findPrice } from './price-table.ts';
import { PRICES } from './prices.ts';

const table = createPriceTable();
const inputOf = (provider: string, model: string, prices = table): number | undefined =>
  findPrice(prices, { provider, model })?.rates.input;

test('a dated snapshot costs what its model costs', () => {
  expect(inputOf('anthropic', 'claude-sonnet-4-5-20250929')).toBe(3);
  expect(inputOf('openai', 'gpt-5-mini-2025-08-07')).toBe(0.25);
  expect(inputOf('anthropic', 'claude-3-5-haiku-latest')).toBe(0.8);
});

test('a snapshot with a price of its own keeps it', () => {
  expect(inputOf('openai', 'gpt-4o-2024-05-13')).toBe(5);
  expect(inputOf('openai', 'gpt-4o-2024-11-20')).toBe(2.5);
});

test('another model of the family is not priced by its prefix', () => {
  expect(inputOf('openai', 'gpt-5-codex-next')).toBeUndefined();
  expect(inputOf('openai', 'gpt-4')).toBeUndefined();
  expect(inputOf('anthropic', 'claude-sonnet-4-9')).toBeUndefined();
  expect(inputOf('openai', 'gpt-4o-mini')).toBe(0.15);
});

test('the provider is part of the question', () => {
  expect(inputOf('openai', 'deepseek-chat')).toBeUndefined();
});

test('the newest price counts, unless a day is asked for', () => {
  const on = (date: string): number | undefined =>
    findPrice(table, { provider: 'deepseek', model: 'deepseek-chat', date })?.rates.output;
  expect(findPrice(table, { provider: 'deepseek', model: 'deepseek-chat' })?.rates.output).toBe(0.28);
  expect(on('2025-09-28')).toBe(1.68);
  expect(on('2025-09-29')).toBe(0.42);
  expect(on('2020-01-01')).toBeUndefined();
});

test('an override wins over the table, the longest name among overrides', () => {
  const own = createPriceTable([
    { provider: 'openai', model: 'gpt-*', input: 7, output: 7 },
    { provider: 'openai', model: 'gpt-5-mini', input: 8, output: 8 },
    { provider: 'lab', model: '*', input: 0, output: 0 },
  ]);
  expect(inputOf('openai', 'gpt-5-mini-2025-08-07', own)).toBe(8);
  expect(inputOf('openai', 'gpt-anything', own)).toBe(7);
  expect(inputOf('lab', 'whatever', own)).toBe(0);
  expect(inputOf('openai', 'o3', own)).toBe(2);
  expect(own.sources).toContain('lab: prices in the configuration');
});

test('the table names its date and one source a provider', () => {
  expect(table.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(table.sources).toHaveLength(3);
  for (const source of table.sources) expect(source).toMatch(/^\w+: https:\/\/\S+ \(read \d{4}-\d{2}-\d{2}\)$/);
});

test('every entry is a price: positive, cached input below input, cache writes at least input, output above', () => {
  for (const entry of PRICES) {
    for (const rates of [entry.rates, ...(entry.longContext === undefined ? [] : [entry.longContext.rates])]) {
      expect(rates.input).toBeGreaterThan(0);
      expect(rates.output).toBeGreaterThan(rates.input);
      expect(rates.cachedInput ?? 0).toBeLessThan(rates.input);
      expect(rates.cacheWrite5m ?? rates.input).toBeGreaterThanOrEqual(rates.input);
      expect(rates.cacheWrite1h ?? Infinity).toBeGreaterThan(rates.cacheWrite5m ?? 0);
    }
    expect(entry.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(entry.effectiveFrom <= entry.seen).toBe(true);
  }
});

test('no model has two prices from the same day', () => {
  const keys = PRICES.map((entry) => `${entry.provider}/${entry.model}@${entry.effectiveFrom}`);
  expect(new Set(keys).size).toBe(keys.length);
});
