/**
 * The two small terms from which binomial, Poisson and beta densities are built without losing digits for large counts
 * (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
 */

// Bound once: these run thousands of times for one interval, and in jest's contexts each look-up of a global is slow.
const { abs, log, log1p } = Math;

/** Above this the series needs no more than the six terms below for full precision. */
const SERIES_FROM = 16;

/** The error of Stirling's formula: ln(n!) - ln(sqrt(2 pi n) (n/e)^n), for any n > 0. */
export function stirlingError(n: number): number {
  let steps = 0;
  let shifted = n;
  while (shifted < SERIES_FROM) {
    steps += (shifted + 0.5) * log1p(1 / shifted) - 1;
    shifted++;
  }
  const square = shifted * shifted;
  const tail = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return steps + (1 / 12 - (1 / 360 - tail / square) / square) / shifted;
}

/** x ln(x / mean) + mean - x for x, mean > 0, exact to rounding also where x is close to the mean. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (abs(difference) >= 0.1 * (x + mean)) return x * log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let power = 3; ; power += 2) {
    term *= ratio * ratio;
    const next = sum + term / power;
    if (next === sum) return sum;
    sum = next;
  }
}
