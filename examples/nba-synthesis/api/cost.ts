/** What the model calls of a request cost, from a small dated price table. */
import type { CallUsage } from './usage.ts';

/** USD per million tokens. */
interface Rates {
  readonly input: number;
  readonly cached: number;
  /** Five-minute cache lifetime, the only one this service asks for. */
  readonly cacheWrite: number;
  readonly output: number;
}

/** The day on which the providers' price pages were read. */
const PRICED_ON = '2026-11-23';

/** https://api-docs.deepseek.com/quick_start/pricing and https://platform.claude.com/docs/en/about-claude/pricing */
const PRICES: ReadonlyMap<string, Rates> = new Map([
  ['deepseek-chat', { input: 0.14, cached: 0.0028, cacheWrite: 0.14, output: 0.28 }],
  ['claude-sonnet-4-5', { input: 3, cached: 0.3, cacheWrite: 3.75, output: 15 }],
]);

/** A dated snapshot costs what its model costs. */
const SNAPSHOT = /-\d{8}$/;

/** The bill of a request. */
export interface Cost {
  /** The sum of what is priced. Read it together with `unpriced`. */
  readonly usd: number;
  readonly by_model: Readonly<Record<string, number>>;
  /** Models whose price or usage is unknown: their calls are missing from `usd`, which is then a lower bound. */
  readonly unpriced: readonly string[];
  readonly priced_on: string;
}

function usdOf(usage: CallUsage, rates: Rates): number {
  const plain = usage.input - usage.cached - usage.cache_write;
  const micro = plain * rates.input + usage.cached * rates.cached + usage.cache_write * rates.cacheWrite;
  return (micro + usage.output * rates.output) / 1_000_000;
}

/** The bill for `usages`; `withoutUsage` names models that answered without saying what they used. */
export function costOf(usages: readonly CallUsage[], withoutUsage: readonly string[] = []): Cost {
  const byModel = new Map<string, number>();
  const unpriced = new Set(withoutUsage);
  for (const usage of usages) {
    const rates = PRICES.get(usage.model.replace(SNAPSHOT, ''));
    if (rates === undefined) unpriced.add(usage.model);
    else byModel.set(usage.model, (byModel.get(usage.model) ?? 0) + usdOf(usage, rates));
  }
  const usd = [...byModel.values()].reduce((sum, value) => sum + value, 0);
  return { usd, by_model: Object.fromEntries(byModel), unpriced: [...unpriced].sort(), priced_on: PRICED_ON };
}
