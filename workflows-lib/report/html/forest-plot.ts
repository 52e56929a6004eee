import type { ComparedMetric } from '../../history/comparison.ts';
import { isRelative, signedChange, toleranceText, changeText } from '../comparison/change-text.ts';
import type { MetricResult } from '../comparison/metric-result.ts';
import { METRIC_WORD } from '../comparison/metric-result.ts';
import { formatRelativeChange } from '../format.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const WIDTH = 260;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const EDGE = 8;
/** However large a change is, the tolerance of the others stays visible. */
const WIDEST = 1;
const NARROWEST = 0.02;

/** Draws changes of several metrics, as shares of base, over one common axis around zero. */
export interface ForestPlot {
  readonly axis: Html;
  /** Undefined where a metric's change is no share of anything. */
  readonly row: (metric: ComparedMetric, result: MetricResult) => Html | undefined;
}

/** A change as shares of base. */
interface Shares {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly tolerance: number;
  /** Whether less is what is worse. */
  readonly mirrored: boolean;
}

/** Dot at the estimate, whisker over its interval, a line at the tolerance and one at no change (Lewis and Clarke 2001). */
export function createForestPlot(metrics: readonly ComparedMetric[]): ForestPlot {
  const all = metrics.flatMap((metric) => sharesOf(metric) ?? []);
  const ends = all.flatMap(({ low, high, tolerance }) => [Math.abs(low), Math.abs(high), tolerance]);
  const most = ends.reduce((left, right) => Math.max(left, right), NARROWEST);
  const half = roundedUp(Math.min(WIDEST, most * 1.05));
  const at = (share: number): number => WIDTH / 2 + (Math.max(-half, Math.min(half, share)) / half) * (WIDTH / 2 - EDGE);
  const axis = axisOf(half, at);
  return {
    axis,
    row: (metric, result) => {
      const shares = sharesOf(metric);
      if (shares === undefined) return undefined;
      return html`${rowOf(shares, { at, half, result, text: describe(metric, result) })}<span class="narrow" aria-hidden="true"
          >${axis}</span
        >`;
    },
  };
}

function sharesOf(metric: ComparedMetric): Shares | undefined {
  const change = signedChange(metric);
  const scale = isRelative(metric) ? 1 : Math.abs(metric.base ?? 0);
  if (change === undefined || scale === 0) return undefined;
  const [estimate, low, high] = [change.estimate, change.low ?? change.estimate, change.high ?? change.estimate].map(
    (value) => value / scale,
  );
  if (estimate === undefined || low === undefined || high === undefined) return undefined;
  return { estimate, low, high, tolerance: metric.tolerance / scale, mirrored: metric.unit === 'per_s' };
}

/** The next of 1, 2, 3, 5 times a power of ten: an axis whose ends can be named. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const factor = [1, 2, 3, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(3));
}

function axisOf(half: number, at: (share: number) => number): Html {
  const labels = [-half, 0, half].map((tick, index) => {
    const anchor = ['start', 'middle', 'end'][index] ?? 'middle';
    const x = [0, WIDTH / 2, WIDTH][index] ?? 0;
    return html`<line class="axis" x1="${at(tick)}" x2="${at(tick)}" y1="12" y2="16" /><text
        x="${x}"
        y="9"
        text-anchor="${anchor}"
        >${formatRelativeChange(tick)}</text
      >`;
  });
  return html`<svg class="forest" viewBox="0 0 ${WIDTH} 16" role="img" aria-label="Change against base">${labels}</svg>`;
}

interface Drawing {
  readonly at: (share: number) => number;
  readonly half: number;
  readonly result: MetricResult;
  readonly text: string;
}

function rowOf({ estimate, low, high, tolerance, mirrored }: Shares, { at, half, result, text }: Drawing): Html {
  const limit = at(mirrored ? -tolerance : tolerance);
  const [from, to] = mirrored ? [EDGE, limit] : [limit, WIDTH - EDGE];
  return html`<svg class="forest ${result}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    <rect class="worse" x="${from}" y="1" width="${Math.max(0, to - from)}" height="${HEIGHT - 2}" />
    <line class="axis" x1="${at(0)}" x2="${at(0)}" y1="0" y2="${HEIGHT}" />
    <line class="tolerance" x1="${limit}" x2="${limit}" y1="1" y2="${HEIGHT - 1}" />
    <path class="bound" d="M${at(low)} ${MIDDLE}H${at(high)}${endMark(low, half, at)}${endMark(high, half, at)}" />
    <circle class="dot" cx="${at(estimate)}" cy="${MIDDLE}" r="4.5" />
  </svg>`;
}

/** A bar where an interval ends, an arrow where the axis does. */
function endMark(end: number, half: number, at: (share: number) => number): Html {
  if (Math.abs(end) <= half) return html`M${at(end)} ${MIDDLE - 4}v8`;
  const back = end > 0 ? -5 : 5;
  return html`M${at(end) + back} ${MIDDLE - 4}L${at(end)} ${MIDDLE}L${at(end) + back} ${MIDDLE + 4}`;
}

function describe(metric: ComparedMetric, result: MetricResult): string {
  return `${METRIC_WORD[result]}: ${changeText(metric)}, tolerated ${toleranceText(metric)}`;
}

/** What the marks of a forest plot mean. */
export function forestLegend(): Html {
  const key = (drawing: Html, words: string): Html =>
    html`<li><svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${drawing}</svg>${words}</li>`;
  return html`<ul class="legend">
    ${[
      key(
        html`<path class="bound" d="M3 8h22M3 4v8M25 4v8" /><circle class="dot" cx="14" cy="8" r="4" />`,
        'change and its 95% interval',
      ),
      key(html`<line class="axis" x1="14" x2="14" y1="0" y2="16" />`, 'no change'),
      key(
        html`<rect class="worse" x="14" y="0" width="14" height="16" /><line class="tolerance" x1="14" x2="14" y1="0" y2="16" />`,
        'tolerance, and what lies beyond it',
      ),
    ]}
  </ul>`;
}
