import { parseDuration } from './duration.ts';

/** The unit that an objective's limit is held in. */
export type LimitUnit = 'ms' | 'ratio' | 'usd' | 'per_s' | 'tokens' | 'count';

const FORMS: Readonly<Record<Exclude<LimitUnit, 'ms'>, RegExp>> = {
  ratio: /^(\d+(?:\.\d+)?)(%?)$/,
  usd: /^\$(\d+(?:\.\d+)?)()$/,
  per_s: /^(\d+(?:\.\d+)?)()\/s$/,
  tokens: /^(\d+)()$/,
  count: /^(\d+)()$/,
};

/** The number of a limit as objectives write it (`30s`, `5%`, `$15`, `0.5/s`, `2000`) in its unit; undefined when it is none of that unit. */
export function parseLimit(text: string, unit: LimitUnit): number | undefined {
  if (unit === 'ms') return parseDuration(text);
  const match = FORMS[unit].exec(text);
  if (match?.[1] === undefined) return undefined;
  return Number(match[1]) / (match[2] === '%' ? 100 : 1);
}
