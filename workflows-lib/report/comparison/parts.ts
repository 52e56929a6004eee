import type { ChangePart, Comparison } from '../../history/comparison.ts';
import { NONE, formatDifference, formatValue } from '../format.ts';
import { metricNote } from './change-text.ts';

/** Parts of a bill that are tokens, as people call them: what is billed as input is what no cache has given. */
const TOKENS = new Map([
  ['input', 'uncached input tokens'],
  ['cached', 'cached input tokens'],
  ['cache write', 'tokens written to the cache'],
  ['output', 'output tokens'],
]);

/** Whether a part of a bill is some kind of token. */
export function billedTokens(part: string): boolean {
  return TOKENS.has(part);
}

/** What a part is called; text from outside. */
export function partName({ part, unit }: Pick<ChangePart, 'part' | 'unit'>): string {
  if (unit !== 'usd') return part;
  return part === 'model' ? 'models on one side only' : (TOKENS.get(part) ?? part);
}

/** A row of the table of all parts. */
export interface PartRow {
  /** Text from outside. */
  readonly metric: string;
  /** For how many calls the figures are, empty where for one. */
  readonly note: string;
  /** Text from outside. */
  readonly part: string;
  readonly base: string;
  readonly head: string;
  readonly change: string;
}

/** All parts of all changes, bills for a thousand calls. */
export function partRows({ parts }: Comparison): PartRow[] {
  return parts.map(({ of, part, unit, base, head, change }) => {
    const scale = unit === 'usd' ? 1000 : 1;
    const side = (value: number | null): string => (value === null ? NONE : formatValue(value * scale, unit));
    return {
      ...{ metric: of, note: metricNote({ unit }), part: partName({ part, unit }) },
      ...{ base: side(base), head: side(head), change: formatDifference(change * scale, unit) },
    };
  });
}
