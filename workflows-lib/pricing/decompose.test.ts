import { expect, test } from '@jest/globals';
import { seededRandom, type Random } from '../core/random.ts';
import { costOf } from './cost.ts';
import { decomposeCostChange, type CostChange, type UsageShare } from './decompose.ts';
import { createPriceTable, type PriceOverride, type PriceTable } from './price-table.ts';
import type { ModelUsage } from './usage.ts';

const RATES = { provider: 'own', model: 'm', input: 2, cachedInput: 0.5, cacheWrite: 3, output: 10 };
const table = createPriceTable([RATES, { ...RATES, model: 'n', input: 1, output: 4 }]);
const same = { base: table, head: table };
const usageOf = (parts: Partial<ModelUsage>): ModelUsage => ({
  ...{ provider: 'own', model: 'm', input: 0, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0 },
  ...parts,
});
const once = (parts: Partial<ModelUsage>): UsageShare[] => [{ usage: usageOf(parts), perRequest: 1 }];
const parted = (change: CostChange | null): Record<string, number> =>
  Object.fromEntries((change?.parts ?? []).map((part) => [part.part, Number((part.change * 1e6).toFixed(6))]));

test('a longer prompt and a longer answer are input and output', () => {
  // Input: 100 x $2 = 200 millionths; output: 20 x $10 = 200 millionths, 15 of the 20 tokens reasoning.
  const change = decomposeCostChange(
    once({ input: 1000, output: 50, reasoning: 5 }),
    once({ input: 1100, output: 70, reasoning: 20 }),
    same,
  );
  expect(parted(change)).toEqual({ input: 200, output: 200 });
  expect(change?.change).toBeCloseTo(0.0004, 15);
  expect(change?.reasoning).toBeCloseTo(0.00015, 15);
  expect(change?.parts[0]).toMatchObject({ part: 'input', base: 0.002, head: 0.0022 });
});

test('a prompt that is no longer read from the cache is more input and less cached', () => {
  // 800 tokens at $0.50 become 800 at $2: -400 and +1,600 millionths.
  expect(parted(decomposeCostChange(once({ input: 1000, cached: 800 }), once({ input: 1000 }), same))).toEqual({
    input: 1600,
    cached: -400,
  });
});

test('cache writes are a part of their own, and a longer lifetime of the same tokens is no change of the price', () => {
  const usage = { provider: 'anthropic', model: 'claude-sonnet-4-5', input: 1000, cacheWrite: 1000 };
  // 1,000 tokens at $3.75 become 1,000 at $6.
  expect(parted(decomposeCostChange(once(usage), once({ ...usage, cacheWrite1h: 1000 }), same))).toEqual({ 'cache write': 2250 });
});

test('a price that rises with everything else as it was is the price alone', () => {
  const dearer = createPriceTable([{ ...RATES, output: 12 }]);
  const change = decomposeCostChange(once({ input: 10, output: 100 }), once({ input: 10, output: 100 }), {
    base: table,
    head: dearer,
  });
  expect(parted(change)).toEqual({ price: 200 });
  expect(change?.parts[0]).toMatchObject({ base: null, head: null });
});

test('price and quantity that move together share what they cause together', () => {
  const dearer = createPriceTable([{ ...RATES, output: 20 }]);
  // 100 x $10 -> 200 x $20: 100 more tokens at the mean of $15 = 1,500; $10 more for the mean of 150 tokens = 1,500; 3,000 together.
  const change = decomposeCostChange(once({ output: 100 }), once({ output: 200 }), { base: table, head: dearer });
  expect(parted(change)).toEqual({ price: 1500, output: 1500 });
});

test('a switch of the model is the part of the model, tokens and all', () => {
  // 1,000 x $2 + 100 x $10 = 3,000 millionths; 1,200 x $1 + 100 x $4 = 1,600.
  const change = decomposeCostChange(once({ input: 1000, output: 100 }), once({ model: 'n', input: 1200, output: 100 }), same);
  expect(parted(change)).toEqual({ model: -1400 });
  expect(change?.parts[0]?.base).toBeCloseTo(0.003, 15);
  expect(change?.parts[0]?.head).toBeCloseTo(0.0016, 15);
});

test('a call more of a model that was there before is more of its tokens, one of a new model is the part of the model', () => {
  const call = once({ input: 100, output: 10 });
  expect(parted(decomposeCostChange(call, [...call, ...call], same))).toEqual({ input: 200, output: 100 });
  // 100 x $1 + 10 x $4.
  expect(parted(decomposeCostChange(call, [...call, ...once({ model: 'n', input: 100, output: 10 })], same))).toEqual({
    model: 140,
  });
});

test('a call counts with its share of the requests', () => {
  // A second call in every third request: 300 x $2 / 3.
  const head = [...once({ input: 900 }), { usage: usageOf({ input: 300 }), perRequest: 1 / 3 }];
  expect(parted(decomposeCostChange(once({ input: 900 }), head, same))).toEqual({ input: 200 });
});

test('a prompt that grows into the rates of a long context shows them as the price', () => {
  const long = { provider: 'anthropic', model: 'claude-sonnet-4' };
  const change = decomposeCostChange(
    once({ ...long, input: 200_000, output: 10 }),
    once({ ...long, input: 200_001, output: 10 }),
    same,
  );
  // One token more at the mean of $3 and $6; the rest of 600,006 and 75 millionths is the rate.
  expect(parted(change)).toEqual({ price: 600_076.5, input: 4.5 });
});

test('nothing moved, nothing is named', () => {
  const call = once({ input: 1000, cached: 333, output: 77 });
  const thirds = [1, 2, 3].flatMap(() => call.map(({ usage }) => ({ usage, perRequest: 1 / 3 })));
  expect(decomposeCostChange(call, thirds, same)?.parts).toEqual([]);
  expect(decomposeCostChange([], [], same)).toEqual({ base: 0, head: 0, change: 0, parts: [], reasoning: 0 });
});

test('a model without a price on either side leaves the change unknown', () => {
  expect(decomposeCostChange(once({ input: 1 }), once({ model: 'unheard-of', input: 1 }), same)).toBeNull();
  expect(decomposeCostChange(once({ model: 'unheard-of', input: 1 }), once({ input: 1 }), same)).toBeNull();
});

const MODELS = [
  { provider: 'own', model: 'm' },
  { provider: 'own', model: 'n' },
  { provider: 'anthropic', model: 'claude-sonnet-4' },
  { provider: 'openai', model: 'gpt-6-sol' },
];

function randomShares(random: Random): UsageShare[] {
  return Array.from({ length: random.integer(7) }, () => {
    const input = random.integer(random.next() < 0.2 ? 400_000 : 3000);
    const cached = random.integer(input + 1);
    const cacheWrite = random.integer(input - cached + 1);
    const output = random.integer(2000);
    const usage = {
      ...(MODELS[random.integer(MODELS.length)] ?? { provider: 'own', model: 'm' }),
      ...{
        input,
        cached,
        cacheWrite,
        cacheWrite1h: random.integer(cacheWrite + 1),
        output,
        reasoning: random.integer(output + 1),
      },
    };
    return { usage, perRequest: 1 / (1 + random.integer(5)) };
  });
}

function randomPrices(random: Random): PriceTable {
  const rates = (model: string): PriceOverride => ({
    ...{ provider: 'own', model, input: 5 * random.next(), cachedInput: random.next(), output: 20 * random.next() },
    ...(random.next() < 0.5 ? { cacheWrite: 8 * random.next() } : {}),
  });
  return createPriceTable([rates('m'), rates('n')]);
}

function bill(shares: readonly UsageShare[], prices: PriceTable): number {
  return shares.reduce((sum, { usage, perRequest }) => {
    const cost = costOf(usage, prices);
    return sum + (cost === 'unpriced' ? NaN : cost.usd * perRequest);
  }, 0);
}

test('for any usages and prices the parts add up to the change of the bills, and exchanging the sides turns every sign', () => {
  const random = seededRandom('decompose');
  for (let round = 0; round < 2000; round++) {
    const [base, head, prices] = [
      randomShares(random),
      randomShares(random),
      { base: randomPrices(random), head: randomPrices(random) },
    ];
    const change = decomposeCostChange(base, head, prices);
    const [old, now] = [bill(base, prices.base), bill(head, prices.head)];
    const slack = 1e-12 * Math.max(old, now);
    const sum = (change?.parts ?? []).reduce((total, part) => total + part.change, 0);
    expect(Math.abs(sum - (now - old))).toBeLessThanOrEqual(slack);
    expect(Math.abs((change?.base ?? NaN) - old)).toBeLessThanOrEqual(slack);
    const back = decomposeCostChange(head, base, { base: prices.head, head: prices.base });
    for (const { part, change: moved } of change?.parts ?? []) {
      const turned = back?.parts.find((other) => other.part === part)?.change ?? 0;
      expect(Math.abs(moved + turned)).toBeLessThanOrEqual(slack);
    }
  }
});

test('where a part tells both of its bills, the change is their difference', () => {
  const random = seededRandom('bills');
  for (let round = 0; round < 500; round++) {
    const change = decomposeCostChange(randomShares(random), randomShares(random), same);
    for (const part of change?.parts ?? []) {
      if (part.base === null || part.head === null) continue;
      expect(Math.abs(part.head - part.base - part.change)).toBeLessThanOrEqual(1e-12 * Math.max(part.base, part.head));
    }
  }
});
