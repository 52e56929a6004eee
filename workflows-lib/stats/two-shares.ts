/** Of `trials`, `successes` were seen: of so many calls, so many failed, or hit the cache, or answered by the schema. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/** The two sides of a comparison. */
export interface TwoShares {
  readonly base: Share;
  readonly head: Share;
}

/** Throws a RangeError unless both are whole numbers with 0 <= successes <= trials. */
export function checkShares({ base, head }: TwoShares): void {
  for (const { successes, trials } of [base, head]) {
    if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
      throw new RangeError(`${successes} of ${trials} is no share`);
    }
  }
}
