import type { PriceEntry, Rates } from './price.ts';
import { findPrice, type PriceTable } from './price-table.ts';
import type { ModelUsage } from './usage.ts';

/** What one call cost, in USD. The parts do not overlap. */
export interface CostParts {
  /** Input that was neither read from nor written to the cache. */
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  /** All generated tokens; reasoning is billed as output. */
  readonly output: number;
}

/** The bill of one call, in USD. */
export interface Cost {
  /** `input + cached + cacheWrite + output`, added in this order: exactly the sum of its parts. */
  readonly usd: number;
  readonly parts: CostParts;
}

const MILLION = 1_000_000;

function ratesFor(price: PriceEntry, usage: ModelUsage): Rates {
  const { longContext } = price;
  return longContext !== undefined && usage.input > longContext.aboveInput ? longContext.rates : price.rates;
}

/**
 * The bill of one call, or `unpriced` when the table has no price for its model. Give it the usage of single calls, not of sums: the price of
 * a long context depends on the call's own input.
 */
export function costOf(usage: ModelUsage, table: PriceTable): Cost | 'unpriced' {
  const price = findPrice(table, usage);
  if (price === undefined) return 'unpriced';
  const rates = ratesFor(price, usage);
  const shortWrite = (usage.cacheWrite - usage.cacheWrite1h) * (rates.cacheWrite5m ?? rates.input);
  const longWrite = usage.cacheWrite1h * (rates.cacheWrite1h ?? rates.cacheWrite5m ?? rates.input);
  const parts: CostParts = {
    input: ((usage.input - usage.cached - usage.cacheWrite) * rates.input) / MILLION,
    cached: (usage.cached * (rates.cachedInput ?? rates.input)) / MILLION,
    cacheWrite: (shortWrite + longWrite) / MILLION,
    output: (usage.output * rates.output) / MILLION,
  };
  return { usd: parts.input + parts.cached + parts.cacheWrite + parts.output, parts };
}
