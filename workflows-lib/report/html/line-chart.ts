import { formatCount, formatTick, formatValue } from '../format.ts';
import { linearScale, logScale, thinned, valueScale } from './scale.ts';
import type { Scale } from './scale.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

/** A point of a series: users and value, with bounds where there are any. */
export interface Point {
  readonly users: number;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A line of a chart; its mark differs by class in shape, colour and dashes. */
export interface Series {
  readonly label: string;
  readonly mark: 'p50' | 'p95' | 'p99';
  readonly points: readonly Point[];
}

/** What a chart shows. */
export interface ChartOptions {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
  /** Below the chart: why points are missing. */
  readonly note?: string;
}

const WIDTH = 380;
const HEIGHT = 220;
const LEFT = 54;
const RIGHT = WIDTH - 40;
const TOP = 12;
const BOTTOM = HEIGHT - 36;
const LOG_USERS_FROM = 60;

/** Series over users as a figure; a point that is not there leaves a gap in no line, but is named in the note. */
export function lineChart(options: ChartOptions): Html {
  const points = options.series.flatMap((series) => series.points);
  const title = html`<figcaption>${options.title}</figcaption>`;
  const note = options.note === undefined ? undefined : html`<p class="chart-note">${options.note}</p>`;
  if (points.length === 0)
    return html`<figure class="chart">
      ${title}
      <p class="chart-note">No figure to draw.</p>
      ${note}
    </figure>`;
  const x = userScale(points);
  const y = valueScale(
    points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    { from: BOTTOM, to: TOP },
  );
  const text = describe(options);
  return html`<figure class="chart">
    ${title}<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
      <title>${options.title}</title>
      <desc>${text}</desc>
      ${yAxis(y, options.unit)}${xAxis(x, points)}${options.series.map((series) => band(series, x, y))}${options.series.map((series) => line(series, x, y))}${endLabels(options.series, x, y)}</svg
    >${note}
  </figure>`;
}

/** Users stand at their numbers, on a logarithmic axis when they reach far. */
function userScale(points: readonly Point[]): Scale {
  const users = points.map((point) => point.users);
  const [min, max] = [Math.min(...users), Math.max(...users)];
  const span = { from: LEFT, to: RIGHT - 8 };
  if (min > 0 && max / min > LOG_USERS_FROM) return logScale(min, max, { from: LEFT + 12, to: RIGHT - 8 });
  const { ticks, log } = linearScale(max, span);
  return { at: (value) => span.from + (value / Math.max(1, max)) * (span.to - span.from), ticks, log };
}

function yAxis(scale: Scale, unit: string): Html[] {
  return thinned(scale, 18).map((tick) => {
    const y = scale.at(tick);
    return html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y}" y2="${y}" /><text
        x="${LEFT - 6}"
        y="${y + 3.5}"
        text-anchor="end"
        >${formatTick(tick, unit)}</text
      >`;
  });
}

function xAxis(scale: Scale, points: readonly Point[]): Html {
  const users = [...new Set(points.map((point) => point.users))].toSorted((left, right) => left - right);
  const labels = thinned({ ...scale, ticks: users }, 8 + 6.5 * String(users.at(-1) ?? 0).length).map(
    (count) => html`<text x="${scale.at(count)}" y="${BOTTOM + 16}" text-anchor="middle">${formatCount(count)}</text>`,
  );
  const marks = users.map(
    (count) => html`<line class="axis" x1="${scale.at(count)}" x2="${scale.at(count)}" y1="${BOTTOM}" y2="${BOTTOM + 4}" />`,
  );
  const name = html`<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle"
    >users${scale.log ? ' (logarithmic)' : ''}</text
  >`;
  return html`<line class="axis" x1="${LEFT}" x2="${RIGHT}" y1="${BOTTOM}" y2="${BOTTOM}" />${marks}${labels}${name}`;
}

function byUsers(series: Series): Point[] {
  return series.points.toSorted((left, right) => left.users - right.users);
}

/** A single point has no band, so its interval is a bar. */
function band(series: Series, x: Scale, y: Scale): Html | undefined {
  const bounded = byUsers(series).flatMap(({ users, low, high }) =>
    typeof low === 'number' && typeof high === 'number' ? [{ users, low, high }] : [],
  );
  const bars = bounded.map(
    ({ users, low, high }) => html`<path class="bound ${series.mark}" d="M${x.at(users)} ${y.at(low)}V${y.at(high)}" />`,
  );
  if (bounded.length < 2) return html`${bars}`;
  const above = bounded.map(({ users, high }) => `${round(x.at(users))} ${round(y.at(high))}`);
  const below = bounded.toReversed().map(({ users, low }) => `${round(x.at(users))} ${round(y.at(low))}`);
  return html`<path class="band ${series.mark}" d="M${[...above, ...below].join('L')}z" />${bars}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function line(series: Series, x: Scale, y: Scale): Html {
  const points = byUsers(series).map((point) => ({ ...point, x: x.at(point.users), y: y.at(point.value) }));
  const path =
    points.length < 2
      ? undefined
      : html`<path class="line ${series.mark}" d="M${points.map((point) => `${round(point.x)} ${round(point.y)}`).join('L')}" />`;
  return html`${path}${points.map((point) => mark(series.mark, point.x, point.y))}`;
}

function mark(kind: Series['mark'], x: number, y: number): Html {
  if (kind === 'p50') return html`<circle class="mark p50" cx="${x}" cy="${y}" r="3.5" />`;
  if (kind === 'p95') return html`<rect class="mark p95" x="${x - 3.2}" y="${y - 3.2}" width="6.4" height="6.4" />`;
  return html`<path class="mark p99" d="M${x} ${y - 4.6}l4.6 4.6l-4.6 4.6l-4.6-4.6z" />`;
}

const LABEL_HEIGHT = 12;

/** The series' names at their last points, pushed apart where they would touch. */
function endLabels(series: readonly Series[], x: Scale, y: Scale): Html[] {
  if (series.length < 2) return [];
  const ends = series
    .flatMap((one) => {
      const end = byUsers(one).at(-1);
      return end === undefined ? [] : [{ label: one.label, x: x.at(end.users), y: y.at(end.value) }];
    })
    .toSorted((left, right) => right.y - left.y);
  let floor = Infinity;
  return ends.map((end) => {
    floor = Math.min(end.y, floor - LABEL_HEIGHT);
    return html`<text class="end" x="${end.x + 9}" y="${floor + 3.5}">${end.label}</text>`;
  });
}

function describe({ title, unit, series }: ChartOptions): string {
  const lines = series.map((one) => {
    const points = byUsers(one).map(({ users, value }) => `${formatValue(value, unit)} at ${formatCount(users)}`);
    return `${one.label}: ${points.length === 0 ? 'no figure' : points.join(', ')}`;
  });
  return `${title} by users. ${lines.join('. ')}.`;
}
