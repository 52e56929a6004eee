/** Numbers as people read them. The only place of the project where a number becomes text for a person. */
import { oneLine } from './escape.ts';
import type { Quantile } from '../history/run-document.ts';

/** What stands where there is no figure. Its reason stands beside it. */
export const NONE = '–';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Three significant digits for 1 <= |value| < 1000: 1.23, 12.3, 123. Above, whole and grouped; below, at most three decimals. */
function significant(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.95) return grouped.format(value);
  if (size >= 9.995) return value.toFixed(1);
  return value.toFixed(size >= 0.9995 || size === 0 ? 2 : 3);
}

/** Milliseconds: `0.214 ms`, `1.23 ms`, `214 ms`, `1.23 s`, `2 min 05 s`, `1 h 02 min`. Values that would round to nothing: `< 0.001 ms`. */
export function formatDuration(ms: number): string {
  const size = Math.abs(ms);
  if (ms === 0) return '0 ms';
  if (size < 0.0005) return ms < 0 ? '> -0.001 ms' : '< 0.001 ms';
  if (size < 999.5) return `${significant(ms)} ms`;
  if (size < 119_950) return `${significant(ms / 1000)} s`;
  const sign = ms < 0 ? '-' : '';
  const seconds = Math.round(size / 1000);
  const pad = (part: number): string => String(part).padStart(2, '0');
  if (seconds < 3600) return `${sign}${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${sign}${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** Milliseconds as options and plans take them, rounded up to what one would write: `20s`, `6m`, `3h`. */
export function formatDurationUp(ms: number): string {
  if (ms <= 120_000) return `${Math.ceil(ms / 10_000) * 10}s`;
  return ms <= 7_200_000 ? `${Math.ceil(ms / 60_000)}m` : `${Math.ceil(ms / 3_600_000)}h`;
}

/** US dollars: `$1,234.50`, `$3.10`, `$0.214`, `$0.0031`; three significant digits below one dollar. An exact zero is `$0`. */
export function formatMoney(usd: number): string {
  if (usd === 0) return '$0';
  const sign = usd < 0 ? '-' : '';
  const size = Math.abs(usd);
  if (size >= 0.9995) return `${sign}$${dollars.format(size)}`;
  if (size < 1e-9) return `${sign === '-' ? '>' : '<'} ${sign}$0.000000001`;
  const decimals = Math.min(9, 2 - Math.floor(Math.log10(size)));
  const text = size.toFixed(decimals).replace(/0+$/, '');
  return `${sign}$${text.padEnd(4, '0')}`;
}

/** Whole numbers, grouped: `12,345`. A fraction (a mean of counts) keeps three significant digits. */
export function formatCount(count: number): string {
  return Number.isInteger(count) ? grouped.format(count) : significant(count);
}

/** A ratio of 1 as a percentage: `0%`, `0.25%`, `95%`. What is not nothing is never `0%`, and what is not all is never `100%`. */
export function formatPercent(ratio: number): string {
  const percent = ratio * 100;
  if (Number.isInteger(percent) || Math.abs(percent) > 100) return `${grouped.format(percent)}%`;
  if (percent > 99.99) return '> 99.99%';
  if (Math.abs(percent) < 0.01) return percent < 0 ? '> -0.01%' : '< 0.01%';
  const decimals = Math.abs(percent) < 1 || percent > 99 ? 2 : 1;
  return `${Number(percent.toFixed(decimals))}%`;
}

/** Bytes in powers of 1024: `512 B`, `1.50 KiB`, `187 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [value, unit] = [bytes, 0];
  while (Math.abs(value) >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? formatCount(value) : significant(value)} ${units[unit] ?? ''}`;
}

/** A rate: `0.123/s`, `12.3/s`, `1,234/s`. */
export function formatRate(perSecond: number): string {
  if (perSecond === 0) return '0/s';
  return perSecond > 0 && perSecond < 0.0005 ? '< 0.001/s' : `${significant(perSecond)}/s`;
}

const BY_UNIT = new Map<string, (value: number) => string>([
  ['ms', formatDuration],
  ['s', (value) => formatDuration(value * 1000)],
  ['usd', formatMoney],
  ['ratio', formatPercent],
  ['per_s', formatRate],
  ['bytes', formatBytes],
  ['tokens', formatCount],
  ['count', formatCount],
]);

/** Whether a unit is one of the run document's own; any other is text from outside. */
export function isUnit(unit: string): boolean {
  return BY_UNIT.has(unit);
}

/** A value in one of the run document's units. An unknown unit follows the number, cut to 16 characters but not escaped. */
export function formatValue(value: number, unit: string): string {
  return BY_UNIT.get(unit)?.(value) ?? `${significant(value)} ${oneLine(unit, 16)}`.trim();
}

/** A value on an axis: as `formatValue`, without the zeros that only say how exactly a figure is known. */
export function formatTick(value: number, unit: string): string {
  return value === 0 && unit !== 'ratio' ? '0' : formatValue(value, unit).replace(/\.0+(?!\d)|(\.\d*[1-9])0+(?!\d)/, '$1');
}

/** What a thousand calls cost: an amount, `unpriced` (never $0), or a dash where nothing is billed. */
export function formatCostPer1k(cost: number | 'unpriced' | null): string {
  if (cost === null) return NONE;
  return cost === 'unpriced' ? cost : formatMoney(cost);
}

/** A relative change: `+9.8%`, `-0.25%`, `0%`, `+1,240%`; three significant digits at most. */
export function formatRelativeChange(ratio: number): string {
  const percent = ratio * 100;
  const size = Math.abs(percent);
  if (size < 0.005) return '0%';
  const digits = size >= 99.95 ? grouped.format(size) : String(Number(size.toFixed(size < 1 ? 2 : 1)));
  return `${percent < 0 ? '-' : '+'}${digits}%`;
}

/** A change in a unit, with its sign: `+23`, `-$0.214`, `+1.2 points` for a change of a ratio. */
export function formatDifference(change: number, unit: string): string {
  const sign = change < 0 ? '-' : change > 0 ? '+' : '';
  if (unit === 'ratio') {
    const points = formatPercent(Math.abs(change)).replace('%', '');
    return `${sign}${points} ${points === '1' ? 'point' : 'points'}`;
  }
  return `${sign}${formatValue(Math.abs(change), unit)}`;
}

/** A percentile's value, or a dash when it is withheld. */
export function formatQuantile(quantile: Quantile, unit: string): string {
  return 'withheld' in quantile ? NONE : formatValue(quantile.value, unit);
}

/** `201 to 230 ms`, `0.9 ms to 1.1 s`; a bound that the sample cannot give is `?`. Undefined when it gives neither. */
export function formatInterval(
  bounds: { readonly low: number | null; readonly high: number | null },
  unit: string,
): string | undefined {
  if (bounds.low === null && bounds.high === null) return undefined;
  const bound = (value: number | null): string => (value === null ? '?' : formatValue(value, unit));
  const [low, high] = [bound(bounds.low), bound(bounds.high)];
  const suffix = /(?<=\d)(?: \w+|\/s)$/.exec(high)?.[0];
  return `${suffix !== undefined && low.endsWith(suffix) ? low.slice(0, -suffix.length) : low} to ${high}`;
}

/** `2026-11-23 14:05 UTC` of an ISO 8601 time. */
export function formatTime(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `1 call`, `2 calls`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
