/** Why a request costs more or less than before: the change of its bill in parts that add up. */
import { costOf } from './cost.ts';
import type { PriceTable } from './price-table.ts';
import type { ModelUsage } from './usage.ts';

/** The usage of one model call and how often a request makes such a call: 1 for each call of a single request, 1/3 when three were asked. */
export interface UsageShare {
  readonly usage: ModelUsage;
  readonly perRequest: number;
}

/** The prices that each side is billed at. Mostly the same table twice. */
export interface PricesOfSides {
  readonly base: PriceTable;
  readonly head: PriceTable;
}

/**
 * `price`: what a token costs, a call that reaches the rates of a long context included. `input`, `cached`, `cache write`, `output`: how many
 * tokens of that kind there are, reasoning being output. `model`: the bills of models that only one side uses.
 */
export type CostPartName = 'price' | 'input' | 'cached' | 'cache write' | 'output' | 'model';

/** One part of the change, USD a request. */
export interface CostPart {
  readonly part: CostPartName;
  /** The bill of this part on each side where the change is their difference; null where price and quantity both moved it. */
  readonly base: number | null;
  readonly head: number | null;
  readonly change: number;
}

/** The change of the cost of a request, USD. */
export interface CostChange {
  readonly base: number;
  readonly head: number;
  /** `head - base`; the parts add up to it within 1e-12 of the larger bill. */
  readonly change: number;
  /** Only parts that moved, in the order of CostPartName. */
  readonly parts: readonly CostPart[];
  /** How much of the part `output` is reasoning; not another part. */
  readonly reasoning: number;
}

const ORDER: readonly CostPartName[] = ['price', 'input', 'cached', 'cache write', 'output', 'model'];
/** Differences below this share of the bill are rounding. */
const ROUNDING = 1e-13;

/** Tokens billed at one rate, and their bill; both a request. */
interface Billed {
  tokens: number;
  usd: number;
}

/** The two lifetimes of cache writes cost differently: apart, a shift between them is no change of the price. */
interface ModelBill {
  readonly input: Billed;
  readonly cached: Billed;
  readonly shortWrite: Billed;
  readonly longWrite: Billed;
  readonly output: Billed;
  reasoning: number;
}

const KINDS = [
  ['input', 'input'],
  ['cached', 'cached'],
  ['shortWrite', 'cache write'],
  ['longWrite', 'cache write'],
  ['output', 'output'],
] as const;

/**
 * Splits the change of the cost of a request. Within a model that both sides use, each kind of token counts with its quantity at the mean of
 * both rates and its rate at the mean of both quantities (Bennet 1920, "The theory of measurement of changes in cost of living"): exact, and
 * the same with the sides exchanged. Null when a model has no price.
 */
export function decomposeCostChange(
  base: readonly UsageShare[],
  head: readonly UsageShare[],
  prices: PricesOfSides,
): CostChange | null {
  const before = billModels(base, prices.base);
  const after = billModels(head, prices.head);
  if (before === undefined || after === undefined) return null;
  const [baseUsd, headUsd] = [totalOf(before), totalOf(after)];
  const tally = createTally(ROUNDING * Math.max(baseUsd, headUsd));
  for (const model of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(model), after.get(model)];
    if (old !== undefined && now !== undefined) tally.shared(old, now);
    else tally.model(old === undefined ? 0 : billOf(old), now === undefined ? 0 : billOf(now));
  }
  return { base: baseUsd, head: headUsd, change: headUsd - baseUsd, ...tally.result() };
}

function emptyBill(): ModelBill {
  const none = (): Billed => ({ tokens: 0, usd: 0 });
  return { input: none(), cached: none(), shortWrite: none(), longWrite: none(), output: none(), reasoning: 0 };
}

/** The bills by `provider/model`; undefined when one has no price. */
function billModels(shares: readonly UsageShare[], prices: PriceTable): Map<string, ModelBill> | undefined {
  const bills = new Map<string, ModelBill>();
  for (const share of shares) {
    const { provider, model } = share.usage;
    const key = `${provider}/${model}`;
    const bill = bills.get(key) ?? emptyBill();
    if (!addShare(bill, share, prices)) return undefined;
    bills.set(key, bill);
  }
  return bills;
}

function addShare(bill: ModelBill, { usage, perRequest }: UsageShare, prices: PriceTable): boolean {
  const cost = costOf(usage, prices);
  // A 1-hour write is billed apart: the same call without any tells how the write's bill splits.
  const shortWrite = usage.cacheWrite - usage.cacheWrite1h;
  const withoutLong = costOf({ ...usage, cacheWrite: shortWrite, cacheWrite1h: 0 }, prices);
  if (cost === 'unpriced' || withoutLong === 'unpriced') return false;
  const shortUsd = usage.cacheWrite1h === 0 ? cost.parts.cacheWrite : withoutLong.parts.cacheWrite;
  const add = (to: Billed, tokens: number, usd: number): void => {
    to.tokens += tokens * perRequest;
    to.usd += usd * perRequest;
  };
  add(bill.input, usage.input - usage.cached - usage.cacheWrite, cost.parts.input);
  add(bill.cached, usage.cached, cost.parts.cached);
  add(bill.shortWrite, shortWrite, shortUsd);
  add(bill.longWrite, usage.cacheWrite1h, cost.parts.cacheWrite - shortUsd);
  add(bill.output, usage.output, cost.parts.output);
  bill.reasoning += usage.reasoning * perRequest;
  return true;
}

function billOf(bill: ModelBill): number {
  return KINDS.reduce((sum, [kind]) => sum + bill[kind].usd, 0);
}

function totalOf(bills: ReadonlyMap<string, ModelBill>): number {
  return [...bills.values()].reduce((sum, bill) => sum + billOf(bill), 0);
}

interface Tally {
  shared(base: ModelBill, head: ModelBill): void;
  model(base: number, head: number): void;
  result(): Pick<CostChange, 'parts' | 'reasoning'>;
}

interface PartSum {
  base: number;
  head: number;
  change: number;
  mixed: boolean;
}

function createTally(rounding: number): Tally {
  const sums = new Map<CostPartName, PartSum>();
  let reasoning = 0;
  const sumOf = (part: CostPartName): PartSum => {
    const known = sums.get(part) ?? { base: 0, head: 0, change: 0, mixed: part === 'price' };
    sums.set(part, known);
    return known;
  };
  return {
    shared: (base, head) => {
      for (const [kind, part] of KINDS) {
        const { quantity, price } = splitChange(base[kind], head[kind], rounding);
        const sum = sumOf(part);
        sum.base += base[kind].usd;
        sum.head += head[kind].usd;
        sum.change += quantity;
        sum.mixed ||= price !== 0;
        sumOf('price').change += price;
      }
      reasoning += (head.reasoning - base.reasoning) * meanRate(base.output, head.output);
    },
    model: (base, head) => {
      const sum = sumOf('model');
      sum.base += base;
      sum.head += head;
      sum.change += head - base;
    },
    result: () => {
      const parts = ORDER.flatMap((part): CostPart[] => {
        const sum = sums.get(part);
        if (sum === undefined || Math.abs(sum.change) <= rounding) return [];
        const { base, head, change, mixed } = sum;
        return [mixed ? { part, base: null, head: null, change } : { part, base, head, change }];
      });
      return { parts, reasoning };
    },
  };
}

/** The change of a bill by the number of tokens and by their rate. A side without such tokens has no rate of its own and takes the other's. */
function splitChange(base: Billed, head: Billed, rounding: number): { quantity: number; price: number } {
  const change = head.usd - base.usd;
  const quantity = (head.tokens - base.tokens) * meanRate(base, head);
  const price = change - quantity;
  // The rates are quotients of sums: a difference in their last digit is no change of the price.
  return Math.abs(price) <= rounding ? { quantity: change, price: 0 } : { quantity, price };
}

function meanRate(base: Billed, head: Billed): number {
  if (base.tokens === 0) return head.tokens === 0 ? 0 : head.usd / head.tokens;
  const rate = base.usd / base.tokens;
  return head.tokens === 0 ? rate : (rate + head.usd / head.tokens) / 2;
}
