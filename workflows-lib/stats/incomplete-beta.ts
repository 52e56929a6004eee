import { deviance, stirlingError } from './deviance.ts';

// Bound once: these run thousands of times for one interval, and in jest's contexts each look-up of a global is slow.
const { abs, exp, sqrt } = Math;

/** A point of the unit interval with its complement, each given as precisely as it is known: `x + y = 1`. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

/** Both tails of a distribution at one point; the smaller one is precise in relative terms. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const TINY = 1e-300;
const CONVERGED = 4 * Number.EPSILON;
const MOST_STEPS = 1_000_000;

/** x^a y^b / B(a, b). */
function front(a: number, b: number, { x, y }: UnitPoint): number {
  const total = a + b;
  const exponent = stirlingError(total) - stirlingError(a) - stirlingError(b) - deviance(a, total * x) - deviance(b, total * y);
  return exp(exponent) * sqrt((a * b) / (2 * Math.PI * total));
}

/** Keeps a denominator of Lentz's algorithm away from zero. */
function apart(value: number): number {
  return abs(value) < TINY ? TINY : value;
}

/**
 * The continued fraction of DiDonato and Morris (ACM TOMS Algorithm 708, 1992, BFRAC) by the modified Lentz algorithm. Below the mean its
 * early terms are all positive, so no digits cancel, unlike in DLMF 8.17.22; I_x(a, b) is `front` divided by it.
 */
function fraction(a: number, b: number, { x, y }: UnitPoint): number {
  const partial = (m: number): number =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (a + 2 * m + 1);
  let value = apart((a * (a * y - b * x + 1)) / (a + 1));
  let [c, d] = [value, 0];
  for (let m = 1; m < MOST_STEPS; m++) {
    const numerator = ((a + m - 1) * x * (a + b + m - 1) * x * m * (b - m)) / (a + 2 * m - 1) ** 2;
    const denominator = partial(m);
    d = 1 / apart(denominator + numerator * d);
    c = apart(denominator + numerator / c);
    value *= c * d;
    if (abs(c * d - 1) < CONVERGED) return value;
  }
  throw new Error(`the incomplete beta function did not converge at a=${a} b=${b} x=${x}`);
}

/** The regularised incomplete beta function for a, b > 0: `lower` is I_x(a, b), `upper` is 1 - I_x(a, b). */
export function betaTails(a: number, b: number, point: UnitPoint): Tails {
  const { x, y } = point;
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x < (a + 1) / (a + b + 2)) {
    const lower = front(a, b, point) / fraction(a, b, point);
    return { lower, upper: 1 - lower };
  }
  const mirrored = { x: y, y: x };
  const upper = front(b, a, mirrored) / fraction(b, a, mirrored);
  return { lower: 1 - upper, upper };
}
