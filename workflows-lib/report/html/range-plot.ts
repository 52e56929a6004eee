import type { Metric } from '../../history/run-document.ts';
import { formatInterval, formatTick, formatValue } from '../format.ts';
import { QUANTILES, quantileValue } from '../view/metrics.ts';
import { logScale, thinned } from './scale.ts';
import type { Scale } from './scale.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const WIDTH = 300;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const LABEL_ROOM = 46;

/** Draws range plots of several metrics over one common axis. */
export interface RangePlot {
  readonly axis: Html;
  readonly row: (metric: Metric) => Html;
}

/** Whisker from least to most, dot at the median with its confidence interval, ticks at the 95th and 99th percentile; logarithmic. */
export function createRangePlot(metrics: readonly Metric[]): RangePlot {
  const positive = metrics.flatMap(({ min, max }) => [min, max]).filter((value) => value > 0);
  const [min, max] = positive.length === 0 ? [1, 10] : [Math.min(...positive), Math.max(...positive)];
  const scale = logScale(min, max, { from: 6, to: WIDTH - 6 });
  const axis = axisOf(scale, metrics[0]?.unit ?? 'ms');
  return { axis, row: (metric) => html`${rowOf(metric, scale)}<span class="narrow" aria-hidden="true">${axis}</span>` };
}

function axisOf(scale: Scale, unit: string): Html {
  const labels = thinned(scale, LABEL_ROOM).map((tick) => {
    const at = scale.at(tick);
    const anchor = at < 20 ? 'start' : at > WIDTH - 20 ? 'end' : 'middle';
    return html`<line class="axis" x1="${at}" x2="${at}" y1="12" y2="16" /><text x="${at}" y="9" text-anchor="${anchor}"
        >${formatTick(tick, unit)}</text
      >`;
  });
  return html`<svg class="range" viewBox="0 0 ${WIDTH} 16" role="img" aria-label="Logarithmic axis">${labels}</svg>`;
}

function rowOf(metric: Metric, scale: Scale): Html {
  const { at } = scale;
  const [least, most] = [at(metric.min), at(metric.max)];
  const grid = thinned(scale, LABEL_ROOM).map(
    (tick) => html`<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="${HEIGHT}" />`,
  );
  const text = describe(metric);
  return html`<svg class="range" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    ${grid}
    <path class="whisker" d="M${least} ${MIDDLE}H${most}M${least} ${MIDDLE - 4}v8M${most} ${MIDDLE - 4}v8" />
    ${marks(metric, at)}
  </svg>`;
}

function marks(metric: Metric, at: Scale['at']): Html[] {
  const { p50 } = metric.quantiles;
  const [p95, p99] = [quantileValue(metric, 'p95'), quantileValue(metric, 'p99')];
  const parts: Html[] = [];
  if (p99 !== undefined) parts.push(html`<path class="mark p99" d="M${at(p99)} ${MIDDLE - 6}l4 6l-4 6l-4-6z" />`);
  if (p95 !== undefined)
    parts.push(html`<line class="mark p95" x1="${at(p95)}" x2="${at(p95)}" y1="${MIDDLE - 8}" y2="${MIDDLE + 8}" />`);
  if ('withheld' in p50) return parts;
  if (p50.low !== null && p50.high !== null) {
    const low = at(p50.low);
    parts.push(
      html`<rect
        class="interval p50"
        x="${low}"
        y="${MIDDLE - 5}"
        width="${Math.max(1, at(p50.high) - low)}"
        height="10"
        rx="2"
      />`,
    );
  }
  return [...parts, html`<circle class="mark p50" cx="${at(p50.value)}" cy="${MIDDLE}" r="4" />`];
}

function describe(metric: Metric): string {
  const value = (number: number): string => formatValue(number, metric.unit);
  const percentiles = QUANTILES.flatMap((name) => {
    const quantile = metric.quantiles[name];
    if ('withheld' in quantile) return [];
    const interval = formatInterval(quantile, metric.unit);
    return [`${name} ${value(quantile.value)}${interval === undefined ? '' : ` (95% interval ${interval})`}`];
  });
  return [`least ${value(metric.min)}`, ...percentiles, `most ${value(metric.max)}`].join(', ');
}

/** What the marks of a range plot mean. */
export function rangeLegend(): Html {
  const key = (drawing: Html, words: string): Html =>
    html`<li><svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${drawing}</svg>${words}</li>`;
  return html`<ul class="legend">
    ${[
      key(html`<path class="whisker" d="M2 8h24M2 4v8M26 4v8" />`, 'least to most'),
      key(
        html`<rect class="interval p50" x="4" y="3" width="20" height="10" rx="2" /><circle
            class="mark p50"
            cx="14"
            cy="8"
            r="4"
          />`,
        'p50 and its 95% interval',
      ),
      key(html`<line class="mark p95" x1="14" x2="14" y1="0" y2="16" />`, 'p95'),
      key(html`<path class="mark p99" d="M14 2l4 6l-4 6l-4-6z" />`, 'p99'),
    ]}
  </ul>`;
}
