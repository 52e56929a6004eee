import { betaTails, type Tails } from './incomplete-beta.ts';

/** A number of trials and the chance of each. */
export interface Binomial {
  readonly trials: number;
  /** 0 to 1. */
  readonly chance: number;
}

/** P(B <= k) as `lower` and P(B > k) as `upper`, for any integer k. By the incomplete beta function (DLMF 8.17.5), for trials in the millions too. */
export function binomialTails(k: number, { trials, chance }: Binomial): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= trials) return { lower: 1, upper: 0 };
  return betaTails(trials - k, k + 1, { x: 1 - chance, y: chance });
}
