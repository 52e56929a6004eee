/**
 * How long the blocks of a block bootstrap have to be for a series to keep its memory: the automatic rule of D. N. Politis and H. White,
 * Econometric Reviews 23, 53-70 (2004), for the circular bootstrap, with the constant as corrected by A. Patton, D. N. Politis and H. White, ibid. 28,
 * 372-375 (2009). The window reaches to twice the first lag of the quiet run, as in the authors' own program (the paper's text has one lag less).
 */
import { summarize } from './summary.ts';

/** Autocovariances at lags 0 to `most`. */
function autocovariances(series: readonly number[], most: number): number[] {
  const mean = summarize(series)?.mean ?? 0;
  const centred = series.map((value) => value - mean);
  return Array.from({ length: most + 1 }, (_, lag) => {
    let sum = 0;
    centred.slice(lag).forEach((value, index) => (sum += value * (centred[index] ?? 0)));
    return sum / series.length;
  });
}

/** The first lag of `run` autocorrelations in a row that are no larger than noise makes them; the last lag when there is none. */
function firstQuietLag(covariances: readonly number[], { noise, run }: { noise: number; run: number }): number {
  const [variance = 0, ...later] = covariances;
  const noticeable = later.map((covariance) => Math.abs(covariance) >= noise * variance);
  for (let lag = 0; lag + run <= noticeable.length; lag++) {
    if (!noticeable.slice(lag, lag + run).includes(true)) return lag + 1;
  }
  return noticeable.length;
}

/** The flat-top window of Politis and Romano (1995). */
function flatTop(fraction: number): number {
  return Math.min(1, 2 * (1 - fraction));
}

/**
 * The block length, in values, for the mean of a stationary series; at least 1, at most min(3 sqrt n, n / 3) rounded up. 1 for a series without
 * memory, without spread, or with fewer than 9 values (too few to see a memory in). Throws a RangeError for what is no finite number.
 */
export function blockLength(series: readonly number[]): number {
  if (!series.every(Number.isFinite)) throw new RangeError('a series is made of finite numbers');
  const count = series.length;
  if (count < 9) return 1;
  const run = Math.max(5, Math.ceil(Math.sqrt(Math.log10(count))));
  const covariances = autocovariances(series, Math.min(count - 1, Math.ceil(Math.sqrt(count)) + run));
  const quiet = firstQuietLag(covariances, { noise: 2 * Math.sqrt(Math.log10(count) / count), run });
  const width = Math.min(2 * quiet, covariances.length - 1);
  let [spectrum, slope] = [covariances[0] ?? 0, 0];
  for (let lag = 1; lag <= width; lag++) {
    const weighted = 2 * flatTop(lag / width) * (covariances[lag] ?? 0);
    spectrum += weighted;
    slope += lag * weighted;
  }
  const most = Math.ceil(Math.min(3 * Math.sqrt(count), count / 3));
  const best = Math.cbrt((3 / 2) * (slope / spectrum) ** 2 * count);
  return Number.isNaN(best) ? 1 : Math.min(most, Math.max(1, Math.round(best)));
}
