import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { Random } from '../../core/random.ts';
import type { Metric } from '../../history/run-document.ts';
import { quantileWithBounds } from '../../stats/quantile.ts';

const SCALE = { ms: 1_000, tokens: 1, usd: 1e9 } as const;
/** Normal quantile for 95 % bounds. */
const Z = 1.96;

/** Latencies as services have them: log-normal around a median, in milliseconds. */
export function logNormal(
  random: Random,
  shape: { readonly median: number; readonly spread: number; readonly count: number },
): number[] {
  return Array.from({ length: shape.count }, () => shape.median * Math.exp(shape.spread * random.normal()));
}

/** Where a sample metric belongs. */
export interface MetricPlace {
  readonly operation: string;
  readonly stage: string;
  readonly name: string;
  readonly unit: keyof typeof SCALE;
}

/** A metric as the recorder would document these values; `values` must not be empty. */
export function sampleMetric(place: MetricPlace, values: readonly number[]): Metric {
  const sorted = values.toSorted((left, right) => left - right);
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1));
  const half = (Z * deviation) / Math.sqrt(count);
  const scale = SCALE[place.unit];
  const histogram = build({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 });
  for (const value of values) histogram.recordValue(Math.round(value * scale));
  return {
    ...place,
    direction: 'lower',
    class: place.unit === 'ms' ? 'noisy' : 'exact',
    count,
    min: sorted.at(0) ?? 0,
    max: sorted.at(-1) ?? 0,
    mean,
    meanBounds: count < 2 ? null : { low: mean - half, high: mean + half },
    quantiles: {
      p50: quantileWithBounds(sorted, 0.5),
      p90: quantileWithBounds(sorted, 0.9),
      p95: quantileWithBounds(sorted, 0.95),
      p99: quantileWithBounds(sorted, 0.99),
    },
    histogram: encodeIntoCompressedBase64(histogram),
    histogramScale: scale,
    ...(count <= 200 ? { samples: [...values] } : {}),
  };
}
