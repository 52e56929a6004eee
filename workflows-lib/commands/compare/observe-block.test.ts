import { expect, test } from '@jest/globals';
import type { Attempt } from '../../drivers/driver.ts';
import type { ComparedSeries } from '../../history/comparison.ts';
import type { BlockAttempts } from '../../load/triples.ts';
import { createPriceTable } from '../../pricing/price-table.ts';
import type { ModelUsage } from '../../pricing/usage.ts';
import { observeBlock } from './observe-block.ts';
import { createSeriesBook } from './series-book.ts';

const RULES = { gate: ['*.duration', '*.tokens.*', '*.cost', '*.model_calls', '*.error_rate'], tolerance: 0.03, tolerances: {} };
const PRICES = { base: createPriceTable(), head: createPriceTable() };
const USAGE: ModelUsage = {
  ...{
    provider: 'anthropic',
    model: 'claude-sonnet-4-5',
    input: 100,
    cached: 0,
    cacheWrite: 0,
    cacheWrite1h: 0,
    output: 20,
    reasoning: 0,
  },
};

const answer = (usage: readonly ModelUsage[] = [], rest: Partial<Attempt> = {}): Attempt => ({
  ...{ startMs: 0, endMs: 5, outcome: 'ok', usage, ...rest },
});
const FAILED = answer([], { outcome: 'error' });

function observed(blocks: readonly BlockAttempts[], billed?: ReadonlySet<string>): Map<string, ComparedSeries> {
  const book = createSeriesBook(RULES);
  for (const block of blocks)
    observeBlock('api.ask', block, { book, prices: PRICES, ...(billed === undefined ? {} : { billed }) });
  return new Map(book.series().map((series) => [series.name, series]));
}

test('an answer that lists no model call was billed for none, where answers list them', () => {
  const half = [answer([USAGE]), answer()];
  const block = { base: half, head: [answer([USAGE]), answer([USAGE])], twin: half };
  const calls = observed([block], new Set(['api.ask'])).get('api.ask.model_calls');
  expect(calls?.baseValues).toEqual([
    { value: 0, count: 2 },
    { value: 1, count: 2 },
  ]);
  expect(calls?.headValues).toEqual([{ value: 1, count: 2 }]);
  expect(observed([block], new Set(['api.ask'])).get('api.ask.cost')).toMatchObject({ base: 0.0003, head: 0.0006 });
  // Elsewhere nobody knows, and what is unknown is not zero.
  expect(observed([block]).get('api.ask.model_calls')?.baseValues).toEqual([{ value: 1, count: 2 }]);
});

test('the first model call of an operation has something to be held against, and none at all is no metric', () => {
  const block = { base: [answer()], head: [answer([USAGE])], twin: [answer()] };
  const series = observed([block], new Set(['api.ask']));
  expect(series.get('api.ask.tokens.input')).toMatchObject({ base: 0, head: 100 });
  expect(series.has('api.ask.tokens.cached')).toBe(false);
});

test('failures are kept pair by pair, and between two starts of base', () => {
  const series = observed([
    { base: [answer(), answer()], head: [FAILED, FAILED], twin: [answer(), FAILED] },
    { base: [answer()], head: [answer()], twin: [answer()] },
  ]).get('api.ask.error_rate');
  expect(series).toMatchObject({ class: 'rate', values: [0.75, 0], twin: [0.5, 0] });
  expect(series?.headValues).toEqual([
    { value: 0, count: 1 },
    { value: 1, count: 2 },
  ]);
});

test('the slow end is measured from the calls of all pairs', () => {
  const book = createSeriesBook(RULES);
  const calls = (ms: number): Attempt[] => Array.from({ length: 8 }, (_, index) => answer([], { endMs: index === 7 ? ms : 5 }));
  for (let pair = 0; pair < 20; pair++)
    observeBlock('api.ask', { base: calls(6), head: calls(60), twin: calls(6) }, { book, prices: PRICES });
  const [tail, ...others] = book.tails({
    ...{ seed: 'seed', level: 0.01, looks: [{ pairs: 20, share: 1 }], gatingMetrics: 1 },
    ...{ budgetMs: 1_000, pairsPerStart: 4, layout: 'side-by-side' },
  });
  expect(others).toEqual([]);
  expect(tail).toMatchObject({
    ...{ name: 'api.ask.duration.p95', class: 'quantile', role: 'info', unit: 'ms', tolerance: 0.03, base: 6, head: 60 },
    tail: { estimate: expect.closeTo(9, 9), stretches: 5 },
  });
});
