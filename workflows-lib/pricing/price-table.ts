/** The price of a model: a dated table, the user's overrides before it. */
import type { PriceEntry } from './price.ts';
import { PRICES } from './prices.ts';

/** A price from the user's configuration, USD per million tokens; `cacheWrite` holds for every cache lifetime. */
export interface PriceOverride {
  readonly provider: string;
  readonly model: string;
  readonly input: number;
  readonly cachedInput?: number;
  readonly cacheWrite?: number;
  readonly output: number;
}

/** Prices with their date and sources, as they are written into a run. */
export interface PriceTable {
  /** The newest day on which one of its pages was read. */
  readonly date: string;
  /** One line a source: the page and the day it was read. */
  readonly sources: readonly string[];
  readonly entries: readonly PriceEntry[];
  /** The user's prices; they win over every entry. */
  readonly overrides: readonly PriceEntry[];
}

/** Whose price is asked for; `date` (`YYYY-MM-DD`) asks for the price of that day instead of the newest. */
export interface PriceQuestion {
  readonly provider: string;
  readonly model: string;
  readonly date?: string;
}

const SNAPSHOT = /^-(?:\d{8}|\d{4}-\d{2}-\d{2}|latest)$/;

function overrideEntry(override: PriceOverride): PriceEntry {
  const { provider, model, input, cachedInput, cacheWrite, output } = override;
  const cached = cachedInput === undefined ? {} : { cachedInput };
  const write = cacheWrite === undefined ? {} : { cacheWrite5m: cacheWrite, cacheWrite1h: cacheWrite };
  return { provider, model, effectiveFrom: '', rates: { input, ...cached, ...write, output }, source: 'configuration', seen: '' };
}

/** The built-in prices with the user's own before them. */
export function createPriceTable(overrides: readonly PriceOverride[] = []): PriceTable {
  const sources = new Set(PRICES.map((entry) => `${entry.provider}: ${entry.source} (read ${entry.seen})`));
  for (const override of overrides) sources.add(`${override.provider}: prices in the configuration`);
  return {
    date: PRICES.reduce((newest, entry) => (entry.seen > newest ? entry.seen : newest), ''),
    sources: [...sources],
    entries: PRICES,
    overrides: overrides.map(overrideEntry),
  };
}

/** How many characters of the model's id the entry names; undefined when it is not for this model. */
function matchLength(entry: PriceEntry, question: PriceQuestion): number | undefined {
  if (entry.provider !== question.provider) return undefined;
  if (entry.model.endsWith('*')) {
    const stem = entry.model.slice(0, -1);
    return question.model.startsWith(stem) ? stem.length : undefined;
  }
  if (!question.model.startsWith(entry.model)) return undefined;
  const rest = question.model.slice(entry.model.length);
  return rest === '' || SNAPSHOT.test(rest) ? entry.model.length : undefined;
}

function bestMatch(entries: readonly PriceEntry[], question: PriceQuestion): PriceEntry | undefined {
  let best: { entry: PriceEntry; length: number } | undefined;
  for (const entry of entries) {
    const length = matchLength(entry, question);
    if (length === undefined || (question.date !== undefined && entry.effectiveFrom > question.date)) continue;
    const newer = length === best?.length && entry.effectiveFrom > best.entry.effectiveFrom;
    if (best === undefined || length > best.length || newer) best = { entry, length };
  }
  return best?.entry;
}

/** The price of a model: the user's own, else the entry that names most of its id, the newest first. Undefined: the model is unpriced. */
export function findPrice(table: PriceTable, question: PriceQuestion): PriceEntry | undefined {
  return bestMatch(table.overrides, question) ?? bestMatch(table.entries, question);
}
