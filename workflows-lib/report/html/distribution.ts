import { decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { HISTOGRAM_LIMIT } from '../../history/run-document.ts';
import type { Metric } from '../../history/run-document.ts';
import { formatTick, formatValue, plural } from '../format.ts';
import { quantileValue } from '../view/metrics.ts';
import { logScale, thinned } from './scale.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const WIDTH = 380;
const HEIGHT = 128;
const BOTTOM = HEIGHT - 22;
const TOP = 26;
const MOST_BINS = 32;
const FEWEST_BINS = 8;
const STEPS = 1000;

/** The distribution of a metric's values as bars over a logarithmic axis; undefined where the run keeps no values or they are all the same. */
export function distribution(metric: Metric, title: string): Html | undefined {
  const values = (metric.samples ?? valuesOfHistogram(metric)).filter((value) => value > 0);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (values.length < 5 || min === max) return undefined;
  const scale = logScale(min, max, { from: 10, to: WIDTH - 10 });
  const counts = binned(values, { min, max, bins: binsFor(metric.count) });
  const most = Math.max(...counts);
  const edge = (bin: number): number => scale.at(min * (max / min) ** (bin / counts.length));
  const bars = counts.flatMap((count, bin) => {
    const height = (count / most) * (BOTTOM - TOP);
    return count === 0
      ? []
      : [
          html`<rect
            class="bar"
            x="${edge(bin)}"
            y="${BOTTOM - height}"
            width="${Math.max(1, edge(bin + 1) - edge(bin) - 0.7)}"
            height="${height}"
          />`,
        ];
  });
  const ticks = thinned(scale, 52).map((tick) => {
    const at = scale.at(tick);
    const anchor = at < 24 ? 'start' : at > WIDTH - 24 ? 'end' : 'middle';
    return html`<line class="axis" x1="${at}" x2="${at}" y1="${BOTTOM}" y2="${BOTTOM + 4}" /><text
        x="${at}"
        y="${HEIGHT - 5}"
        text-anchor="${anchor}"
        >${formatTick(tick, metric.unit)}</text
      >`;
  });
  const text = `${title}: ${plural(metric.count, 'value')} from ${formatValue(metric.min, metric.unit)} to ${formatValue(metric.max, metric.unit)}`;
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
      <title>${text}</title>
      ${bars}
      <line class="axis" x1="10" x2="${WIDTH - 10}" y1="${BOTTOM}" y2="${BOTTOM}" />
      ${ticks}${percentileLines(metric, scale.at)}
    </svg>
  </figure>`;
}

/** One and a half times the square root of the count: few values would only show their own gaps. */
function binsFor(count: number): number {
  return Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(1.5 * Math.sqrt(count))));
}

function binned(
  values: readonly number[],
  over: { readonly min: number; readonly max: number; readonly bins: number },
): number[] {
  const { min, max, bins } = over;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((Math.log(value / min) / Math.log(max / min)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The histogram read at equal steps of rank: enough for its shape, and the same work for any size. Empty when it cannot be read. */
function valuesOfHistogram({ histogram, histogramScale = 1 }: Metric): number[] {
  if (histogram === undefined || histogram.length > HISTOGRAM_LIMIT) return [];
  try {
    const decoded = decodeFromCompressedBase64(histogram);
    return Array.from(
      { length: STEPS },
      (_, step) => decoded.getValueAtPercentile((100 * (step + 0.5)) / STEPS) / histogramScale,
    );
  } catch {
    // A drawing is all that is lost: the figures stand in the document by themselves.
    return [];
  }
}

/** The 99th has its name on a row of its own, since it may stand next to the 95th. */
const LABEL_ROW = { p50: 10, p95: 10, p99: 21 } as const;

function percentileLines(metric: Metric, at: (value: number) => number): Html[] {
  return (['p50', 'p95', 'p99'] as const).flatMap((name) => {
    const value = quantileValue(metric, name);
    if (value === undefined) return [];
    const [x, y] = [at(value), LABEL_ROW[name]];
    const [labelX, anchor] = x > WIDTH - 40 ? [x - 4, 'end'] : [x + 4, 'start'];
    return [
      html`<line class="line ${name}" x1="${x}" x2="${x}" y1="${y - 8}" y2="${BOTTOM}" /><text
          x="${labelX}"
          y="${y}"
          text-anchor="${anchor}"
          >${name}</text
        >`,
    ];
  });
}
