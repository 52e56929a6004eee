import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { Histogram } from 'hdr-histogram-js';

/** Values kept one by one, in the order measured, until there are more than this; the histogram goes on for ever. */
const SAMPLES_KEPT = 10_000;

/** How a unit becomes the integers of a histogram: microseconds, whole tokens, nano-dollars. */
const SCALE = { ms: 1_000, tokens: 1, usd: 1e9, bytes: 1, count: 1 } as const;

/** Units that a series can hold. */
export type SeriesUnit = keyof typeof SCALE;

/** What a series has seen, in its own unit. */
export interface SeriesSnapshot {
  readonly unit: SeriesUnit;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly stddev: number;
  /** Every value while there are at most 10,000; undefined beyond. */
  readonly samples: readonly number[] | undefined;
  /** The value at a 1-based rank of the sorted values, to three significant digits. */
  readonly valueAtRank: (rank: number) => number;
  /** Compressed HdrHistogram V2 in base64; divide its values by `scale` to come back to the unit. */
  readonly histogram: () => string;
  readonly scale: number;
}

/** One metric of one operation in one stage, in constant memory. */
export interface Series {
  record(value: number): void;
  snapshot(): SeriesSnapshot;
}

/** An empty series. Mean and deviation by Welford's method, so that long runs lose no digits. */
export function createSeries(unit: SeriesUnit): Series {
  const scale = SCALE[unit];
  // Built at the first snapshot or when samples overflow: most series of a benchmark stay small.
  let histogram: Histogram | undefined;
  let samples: number[] | undefined = [];
  let [count, mean, squares, min, max] = [0, 0, 0, Infinity, -Infinity];

  const inHistogram = (): Histogram => {
    if (histogram !== undefined) return histogram;
    histogram = build({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 });
    for (const value of samples ?? []) histogram.recordValue(Math.round(value * scale));
    return histogram;
  };

  return {
    record: (value) => {
      count++;
      const step = value - mean;
      mean += step / count;
      squares += step * (value - mean);
      min = Math.min(min, value);
      max = Math.max(max, value);
      samples?.push(value);
      histogram?.recordValue(Math.round(value * scale));
      if (samples !== undefined && samples.length > SAMPLES_KEPT) {
        inHistogram();
        samples = undefined;
      }
    },
    snapshot: () => ({
      unit,
      count,
      min,
      max,
      mean,
      stddev: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
      samples: samples === undefined ? undefined : [...samples],
      valueAtRank: (rank) => inHistogram().getValueAtPercentile((100 * rank) / count) / scale,
      histogram: () => encodeIntoCompressedBase64(inHistogram()),
      scale,
    }),
  };
}
