import type { Metric } from '../../history/run-document.ts';
import { NONE, formatCount, formatInterval, formatQuantile, formatValue } from '../format.ts';
import type { Footnotes } from '../view/footnotes.ts';
import { failedCalls, missingReason } from '../view/metrics.ts';
import type { OperationInStage, QuantileName } from '../view/metrics.ts';
import { dottedName } from './section.ts';
import { missing } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

/** A percentile with its interval below, or a dash with the reason. `metric` is undefined when no call succeeded. */
export function quantileCell(metric: Metric | undefined, name: QuantileName, footnotes: Footnotes): Html {
  if (metric === undefined) return missing('no call succeeded', footnotes);
  const quantile = metric.quantiles[name];
  const reason = missingReason(quantile);
  if (reason !== undefined || 'withheld' in quantile) return missing(`${name} ${reason ?? ''}`, footnotes);
  return html`${formatQuantile(quantile, metric.unit)}${boundsLine(quantile, metric.unit)}`;
}

/** Nothing where both ends read the same: every value was that one. */
function boundsLine(bounds: { readonly low: number | null; readonly high: number | null }, unit: string): Html | undefined {
  const { low, high } = bounds;
  if (low !== null && high !== null && formatValue(low, unit) === formatValue(high, unit)) return undefined;
  const interval = formatInterval(bounds, unit);
  return interval === undefined ? undefined : html`<small class="bounds">${interval}</small>`;
}

/** The mean with its interval below. */
export function meanCell(metric: Metric | undefined): Html | string {
  if (metric === undefined) return NONE;
  return html`${formatValue(metric.mean, metric.unit)}${metric.meanBounds === null ? undefined : boundsLine(metric.meanBounds, metric.unit)}`;
}

/** A metric that an operation may not have: its median, without a footnote. */
export function medianCell(metric: Metric | undefined): string {
  return metric === undefined ? NONE : formatQuantile(metric.quantiles.p50, metric.unit);
}

/** A number of failures that stands out when it is not zero. */
export function errorCell(count: number): Html | string {
  return count === 0 ? '0' : html`<strong class="bad">${formatCount(count)}</strong>`;
}

/** The operation's name. */
export const operationColumn: Column<OperationInStage> = {
  head: 'Operation',
  kind: 'name',
  cell: ({ operation }) => dottedName(operation),
};

/** Calls and failures. */
export const callColumns: readonly Column<OperationInStage>[] = [
  { head: 'Calls', kind: 'number', cell: ({ outcome }) => formatCount(outcome?.attempts ?? 0) },
  { head: 'Errors', kind: 'number', cell: ({ outcome }) => errorCell(failedCalls(outcome)) },
];
