/** Successes among the marked: of `population` things `marked` are marked; of all things `drawn` are drawn, and X of those are marked. */
import { bisectIntegers } from './bisect.ts';
import { deviance, stirlingError } from './deviance.ts';
import type { DiscreteTails } from './signed-rank-distribution.ts';

/** The sizes; whole numbers with 0 < marked, drawn < population. */
export interface Hypergeometric {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/** Outcomes whose chances agree to this are equally likely: the two ends of a symmetric table differ by rounding. */
const EQUALLY_LIKELY = 1e-7;

/** The outcomes that can happen. */
function support({ population, marked, drawn }: Hypergeometric): { least: number; most: number } {
  return { least: Math.max(0, marked + drawn - population), most: Math.min(marked, drawn) };
}

/** The likeliest outcome. */
function modeOf({ population, marked, drawn }: Hypergeometric): number {
  return Math.floor(((marked + 1) * (drawn + 1)) / (population + 2));
}

/** ln P(B = k) for B ~ Bin(trials, p) without loss of digits for large counts (Loader 2000); 0 < p < 1 is given as p and q = 1 - p. */
function logBinomial(k: number, trials: number, { p, q }: { p: number; q: number }): number {
  const failures = trials - k;
  if (k === 0) return trials === 0 ? 0 : trials * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
  if (failures === 0) return trials * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
  const stirling = stirlingError(trials) - stirlingError(k) - stirlingError(failures);
  return (
    stirling - deviance(k, trials * p) - deviance(failures, trials * q) + Math.log(trials / (2 * Math.PI * k * failures)) / 2
  );
}

/** ln P(X = x) for x within the support, as three binomial chances (Loader 2000, section 6): precise for counts in the millions too. */
export function logChance(x: number, { population, marked, drawn }: Hypergeometric): number {
  const share = { p: drawn / population, q: (population - drawn) / population };
  const others = population - marked;
  return logBinomial(x, marked, share) + logBinomial(drawn - x, others, share) - logBinomial(drawn, population, share);
}

/** P(X <= x) for x at or below the mode, added up outwards until nothing more comes. */
function sumDown(x: number, sizes: Hypergeometric): number {
  const { least } = support(sizes);
  if (x < least) return 0;
  const others = sizes.population - sizes.marked - sizes.drawn;
  let term = Math.exp(logChance(x, sizes));
  let sum = 0;
  for (let k = x; k >= least && sum + term > sum; k--) {
    sum += term;
    term *= (k * (others + k)) / ((sizes.marked - k + 1) * (sizes.drawn - k + 1));
  }
  // All outcomes together may add up to a rounding error above 1.
  return Math.min(1, sum);
}

/** The same things with the marks exchanged: X becomes drawn - X. */
function mirror({ population, marked, drawn }: Hypergeometric): Hypergeometric {
  return { population, marked: population - marked, drawn };
}

function sumUp(x: number, sizes: Hypergeometric): number {
  return sumDown(sizes.drawn - x, mirror(sizes));
}

/** P(X <= x) and P(X >= x) for x within the support; the smaller one is precise in relative terms. */
export function hypergeometricTails(x: number, sizes: Hypergeometric): DiscreteTails {
  if (x <= modeOf(sizes)) {
    return { atMost: sumDown(x, sizes), atLeast: 1 - sumDown(x - 1, sizes) };
  }
  return { atMost: 1 - sumUp(x + 1, sizes), atLeast: sumUp(x, sizes) };
}

/** The chance of an outcome at most as likely as x, on both sides of the mode. */
export function chanceOfNoLikelier(x: number, sizes: Hypergeometric): number {
  const mode = modeOf(sizes);
  const threshold = logChance(x, sizes) + EQUALLY_LIKELY;
  if (logChance(mode, sizes) <= threshold) return 1;
  const { least, most } = support(sizes);
  const unlikely = (k: number): boolean => logChance(k, sizes) <= threshold;
  // From the mode outwards on each side, the first outcome that is unlikely enough.
  const lower = -bisectIntegers((negated) => !unlikely(-negated), { low: -mode, high: 1 - least });
  const upper = bisectIntegers((k) => !unlikely(k), { low: mode, high: most + 1 });
  return Math.min(1, sumDown(lower, sizes) + sumUp(upper, sizes));
}
