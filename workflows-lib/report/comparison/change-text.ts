import type { ComparedMetric } from '../../history/comparison.ts';
import { NONE, formatDifference, formatPercent, formatRelativeChange, formatValue } from '../format.ts';

/** A change of head against base as people read it: positive is more, whichever side of it is worse. */
export interface SignedChange {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Bills are for one call, which nobody can read; they are shown for a thousand. */
const CALLS_BILLED = 1000;

/** Whether changes of a metric are relative to base: times and rates a second; all others are in the metric's unit. */
export function isRelative({ unit }: Pick<ComparedMetric, 'unit'>): boolean {
  return unit === 'ms' || unit === 'per_s';
}

/** What a metric is called beside its name: of a bill, for how many calls it is. */
export function metricNote({ unit }: Pick<ComparedMetric, 'unit'>): string {
  return unit === 'usd' ? 'per 1,000 calls' : '';
}

/** A text about a metric, with what it is of: "+$0.28 (+9%) per 1,000 calls". */
export function noted(metric: Pick<ComparedMetric, 'unit'>, text: string): string {
  return [text, metricNote(metric)].filter((part) => part !== '').join(' ');
}

/** One side's typical value. */
export function sideText({ unit }: Pick<ComparedMetric, 'unit'>, value: number | null): string {
  return value === null ? NONE : formatValue(value * scaleOf(unit), unit);
}

/** A worsening as a change of the value: less of a throughput is what is worse. */
export function signedChange({ unit, change }: ComparedMetric): SignedChange | undefined {
  if (change === null) return undefined;
  const { estimate, low, high } = change;
  if (unit !== 'per_s') return { estimate, low, high };
  const rise = (slowdown: number): number => 1 / (1 + slowdown) - 1;
  return { estimate: rise(estimate), low: high === null ? null : rise(high), high: low === null ? null : rise(low) };
}

/** `+9.8% (+7.1% to +12.4%)`, `+23 (+1.2%)`; a dash where nothing was measured. */
export function changeText(metric: ComparedMetric): string {
  const change = signedChange(metric);
  if (change === undefined) return NONE;
  const shown = amountText(metric, change.estimate);
  const interval = intervalText(metric, change);
  if (interval !== undefined) return `${shown} (${interval})`;
  const relative = isRelative(metric) || metric.unit === 'ratio' || !metric.base ? undefined : change.estimate / metric.base;
  const share = relative === undefined ? '0%' : formatRelativeChange(relative);
  // One token of thousands is a change that has no share worth telling.
  return share === '0%' ? shown : `${shown} (${share})`;
}

/** The change alone, without its interval. */
export function shortChange(metric: ComparedMetric): string {
  const change = signedChange(metric);
  return change === undefined ? NONE : amountText(metric, change.estimate);
}

/** Undefined where the value is exact. */
function intervalText(metric: ComparedMetric, { low, high }: SignedChange): string | undefined {
  if ((low === null && high === null) || low === high) return undefined;
  const end = (value: number | null): string => (value === null ? '?' : amountText(metric, value));
  const [from, to] = [end(low), end(high)];
  return `${to.endsWith(' points') ? from.replace(/ points?$/, '') : from} to ${to}`;
}

function amountText({ unit }: Pick<ComparedMetric, 'unit'>, value: number): string {
  return isRelative({ unit }) ? formatRelativeChange(value) : formatDifference(value * scaleOf(unit), unit);
}

/** How much worse is still fine. */
export function toleranceText({ unit, tolerance }: Pick<ComparedMetric, 'unit' | 'tolerance'>): string {
  return isRelative({ unit }) ? formatPercent(tolerance) : formatDifference(tolerance * scaleOf(unit), unit).replace(/^\+/, '');
}

/** The least worsening that would have been seen. */
export function detectableText({ unit, detectable }: Pick<ComparedMetric, 'unit' | 'detectable'>): string {
  if (detectable === null) return NONE;
  return isRelative({ unit }) ? formatRelativeChange(detectable) : formatDifference(detectable * scaleOf(unit), unit);
}

function scaleOf(unit: ComparedMetric['unit']): number {
  return unit === 'usd' ? CALLS_BILLED : 1;
}
