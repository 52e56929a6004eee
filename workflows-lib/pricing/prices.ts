/**
 * Prices of the providers' standard tier, USD per million tokens, as their pages gave them on the day in `seen`. Only confirmed figures
 * stand here: a model that is missing is `unpriced`, and `prices` in the configuration adds or replaces one.
 */
import type { PriceEntry, Rates } from './price.ts';

const OPENAI = { provider: 'openai', source: 'https://developers.openai.com/api/docs/pricing', seen: '2026-11-23' };
const DEEPSEEK = { provider: 'deepseek', source: 'https://api-docs.deepseek.com/quick_start/pricing', seen: '2026-11-23' };
const ANTHROPIC = {
  provider: 'anthropic',
  source: 'https://platform.claude.com/docs/en/about-claude/pricing',
  seen: '2026-11-23',
};

function openAi(input: number, cachedInput: number, output: number): Rates {
  return { input, cachedInput, output };
}

/** Rates of models that bill cache writes: a quarter more than input. */
function openAiWithWrites(input: number, cachedInput: number, output: number): Rates {
  return { input, cachedInput, cacheWrite5m: input * 1.25, output };
}

/** Above 272,000 input tokens, input and cache cost twice and output one and a half times as much. */
function openAiLong(rates: Rates): Pick<PriceEntry, 'rates' | 'longContext'> {
  const { input, cachedInput, cacheWrite5m, output } = rates;
  const cached = cachedInput === undefined ? {} : { cachedInput: cachedInput * 2 };
  const write = cacheWrite5m === undefined ? {} : { cacheWrite5m: cacheWrite5m * 2 };
  return { rates, longContext: { aboveInput: 272_000, rates: { input: input * 2, ...cached, ...write, output: output * 1.5 } } };
}

/** Cache writes cost 1.25 times the input for five minutes and twice the input for an hour. */
function claude(input: number, cachedInput: number, output: number): Rates {
  return { input, cachedInput, cacheWrite5m: input * 1.25, cacheWrite1h: input * 2, output };
}

const SONNET_4_LONG = { aboveInput: 200_000, rates: claude(6, 0.6, 22.5) };
const PEAK = 'peak rate; off-peak hours (all but 01:00-04:00 and 06:00-10:00 UTC on Chinese working days) cost half';
const WITHDRAWN = 'the name was withdrawn on 2026-07-24; this is the last price it was billed at';

const OPENAI_PRICES: readonly PriceEntry[] = [
  { ...OPENAI, model: 'gpt-4o', effectiveFrom: '2024-10-02', rates: openAi(2.5, 1.25, 10) },
  { ...OPENAI, model: 'gpt-4o-2024-05-13', effectiveFrom: '2024-05-13', rates: { input: 5, output: 15 } },
  { ...OPENAI, model: 'gpt-4o-mini', effectiveFrom: '2024-10-02', rates: openAi(0.15, 0.075, 0.6) },
  { ...OPENAI, model: 'gpt-4.1', effectiveFrom: '2025-04-14', rates: openAi(2, 0.5, 8) },
  { ...OPENAI, model: 'gpt-4.1-mini', effectiveFrom: '2025-04-14', rates: openAi(0.4, 0.1, 1.6) },
  { ...OPENAI, model: 'gpt-4.1-nano', effectiveFrom: '2025-04-14', rates: openAi(0.1, 0.025, 0.4) },
  { ...OPENAI, model: 'o3', effectiveFrom: '2025-06-10', rates: openAi(2, 0.5, 8) },
  { ...OPENAI, model: 'o4-mini', effectiveFrom: '2025-04-16', rates: openAi(1.1, 0.275, 4.4) },
  { ...OPENAI, model: 'gpt-5', effectiveFrom: '2025-08-07', rates: openAi(1.25, 0.125, 10) },
  { ...OPENAI, model: 'gpt-5-mini', effectiveFrom: '2025-08-07', rates: openAi(0.25, 0.025, 2) },
  { ...OPENAI, model: 'gpt-5-nano', effectiveFrom: '2025-08-07', rates: openAi(0.05, 0.005, 0.4) },
  { ...OPENAI, model: 'gpt-5.1', effectiveFrom: '2026-03-21', rates: openAi(1.25, 0.125, 10) },
  { ...OPENAI, model: 'gpt-5.4', effectiveFrom: '2026-03-21', ...openAiLong(openAi(2.5, 0.25, 15)) },
  { ...OPENAI, model: 'gpt-5.4-mini', effectiveFrom: '2026-03-21', rates: openAi(0.75, 0.075, 4.5) },
  { ...OPENAI, model: 'gpt-5.4-nano', effectiveFrom: '2026-03-21', rates: openAi(0.2, 0.02, 1.25) },
  { ...OPENAI, model: 'gpt-6-sol', effectiveFrom: '2026-09-22', ...openAiLong(openAiWithWrites(2, 0.2, 10)) },
  { ...OPENAI, model: 'gpt-6-luna', effectiveFrom: '2026-09-22', ...openAiLong(openAiWithWrites(0.1, 0.01, 0.5)) },
  { ...OPENAI, model: 'gpt-6.1-sol', effectiveFrom: '2026-09-29', ...openAiLong(openAiWithWrites(2, 0.1, 10)) },
  { ...OPENAI, model: 'gpt-6.2-sol', effectiveFrom: '2026-11-23', ...openAiLong(openAiWithWrites(2, 0.1, 10)) },
];

const DEEPSEEK_PRICES: readonly PriceEntry[] = ['deepseek-chat', 'deepseek-reasoner']
  .flatMap((model): PriceEntry[] => [
    { ...DEEPSEEK, model, effectiveFrom: '2025-09-05', rates: { input: 0.56, cachedInput: 0.07, output: 1.68 } },
    { ...DEEPSEEK, model, effectiveFrom: '2025-09-29', rates: { input: 0.28, cachedInput: 0.028, output: 0.42 } },
    {
      ...DEEPSEEK,
      model,
      effectiveFrom: '2026-06-22',
      rates: { input: 0.14, cachedInput: 0.0028, output: 0.28 },
      note: WITHDRAWN,
    },
  ])
  .concat([
    {
      ...DEEPSEEK,
      model: 'deepseek-v4-flash',
      effectiveFrom: '2026-06-22',
      rates: { input: 0.14, cachedInput: 0.0028, output: 0.28 },
    },
    {
      ...DEEPSEEK,
      model: 'deepseek-v4-flash',
      effectiveFrom: '2026-10-27',
      rates: { input: 0.3, cachedInput: 0.006, output: 1.2 },
      note: PEAK,
    },
    {
      ...DEEPSEEK,
      model: 'deepseek-flash',
      effectiveFrom: '2026-10-27',
      rates: { input: 0.3, cachedInput: 0.006, output: 1.2 },
      note: PEAK,
    },
  ]);

const ANTHROPIC_PRICES: readonly PriceEntry[] = [
  { ...ANTHROPIC, model: 'claude-3-5-haiku', effectiveFrom: '2025-05-22', rates: claude(0.8, 0.08, 4) },
  { ...ANTHROPIC, model: 'claude-haiku-4-5', effectiveFrom: '2025-10-01', rates: claude(1, 0.1, 5) },
  {
    ...ANTHROPIC,
    model: 'claude-haiku-5-5',
    effectiveFrom: '2026-10-07',
    rates: claude(0.1, 0.01, 0.5),
    longContext: { aboveInput: 100_000, rates: claude(0.5, 0.05, 2.5) },
  },
  { ...ANTHROPIC, model: 'claude-sonnet-4', effectiveFrom: '2025-05-14', rates: claude(3, 0.3, 15), longContext: SONNET_4_LONG },
  {
    ...ANTHROPIC,
    model: 'claude-sonnet-4-0',
    effectiveFrom: '2025-05-14',
    rates: claude(3, 0.3, 15),
    longContext: SONNET_4_LONG,
  },
  {
    ...ANTHROPIC,
    model: 'claude-sonnet-4-5',
    effectiveFrom: '2025-09-29',
    rates: claude(3, 0.3, 15),
    longContext: SONNET_4_LONG,
  },
  { ...ANTHROPIC, model: 'claude-sonnet-4-6', effectiveFrom: '2026-11-23', rates: claude(3, 0.3, 15) },
  { ...ANTHROPIC, model: 'claude-sonnet-5', effectiveFrom: '2026-06-30', rates: claude(2, 0.2, 10) },
  { ...ANTHROPIC, model: 'claude-sonnet-5-5', effectiveFrom: '2026-09-29', rates: claude(2, 0.2, 10) },
  { ...ANTHROPIC, model: 'claude-sonnet-5-5', effectiveFrom: '2026-10-07', rates: claude(2, 0.1, 10) },
  { ...ANTHROPIC, model: 'claude-opus-4', effectiveFrom: '2025-05-14', rates: claude(15, 1.5, 75) },
  { ...ANTHROPIC, model: 'claude-opus-4-0', effectiveFrom: '2025-05-14', rates: claude(15, 1.5, 75) },
  { ...ANTHROPIC, model: 'claude-opus-4-1', effectiveFrom: '2025-08-05', rates: claude(15, 1.5, 75) },
  { ...ANTHROPIC, model: 'claude-opus-4-5', effectiveFrom: '2025-11-01', rates: claude(5, 0.5, 25) },
  { ...ANTHROPIC, model: 'claude-opus-4-6', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
  { ...ANTHROPIC, model: 'claude-opus-4-7', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
  { ...ANTHROPIC, model: 'claude-opus-4-8', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
  { ...ANTHROPIC, model: 'claude-opus-5', effectiveFrom: '2026-07-24', rates: claude(5, 0.5, 25) },
  { ...ANTHROPIC, model: 'claude-opus-5-5', effectiveFrom: '2026-09-22', rates: claude(4, 0.2, 20) },
];

/** Every price that is known, for every day it is known for. */
export const PRICES: readonly PriceEntry[] = [...OPENAI_PRICES, ...DEEPSEEK_PRICES, ...ANTHROPIC_PRICES];
