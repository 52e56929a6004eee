import { parseDuration } from '../../../workflows-lib/core/duration.ts';
import { UsageError } from '../../../workflows-lib/core/errors.ts';

type Values = Readonly<Record<string, string | undefined>>;

/** A whole number above 0 from the command line. Throws a UsageError for anything else. */
export function countOption(values: Values, name: string, otherwise: number): number {
  const text = values[name];
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--${name} takes a whole number above 0, not ${text}`);
  return Number(text);
}

/** Milliseconds from the command line. Throws a UsageError for what is no duration. */
export function durationOption(values: Values, name: string, otherwiseMs: number): number {
  const text = values[name];
  if (text === undefined) return otherwiseMs;
  const ms = parseDuration(text);
  if (ms === undefined || ms <= 0) throw new UsageError(`--${name} takes a duration such as 30s, not ${text}`);
  return ms;
}
