import { deviance, stirlingError } from './deviance.ts';
import type { Tails } from './incomplete-beta.ts';

const TINY = 1e-300;
const CONVERGED = 4 * Number.EPSILON;
const MOST_STEPS = 10_000_000;

/** x^a e^-x / Gamma(a + 1). */
function front(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... (DLMF 8.7.1). */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let step = 1; step < MOST_STEPS; step++) {
    term *= x / (a + step);
    sum += term;
    if (term < sum * CONVERGED) return sum;
  }
  throw new Error(`the incomplete gamma series did not converge at a=${a} x=${x}`);
}

/** The continued fraction of DLMF 8.9.2 by the modified Lentz algorithm, for x > a. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < MOST_STEPS; step++) {
    const coefficient = -step * (step - a);
    b += 2;
    d = 1 / (coefficient * d + b);
    c = b + coefficient / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < CONVERGED) return value;
  }
  throw new Error(`the incomplete gamma fraction did not converge at a=${a} x=${x}`);
}

/** The regularised incomplete gamma functions for a > 0, x >= 0: `lower` is P(a, x), `upper` is Q(a, x). */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    const lower = front(a, x) * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = a * front(a, x) * fraction(a, x);
  return { lower: 1 - upper, upper };
}
