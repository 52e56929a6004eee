import { signedRankTest, type Alternative } from '../../stats/signed-rank.ts';

/** Fewer starts cannot disagree so that it would show. */
const FEWEST_STARTS = 3;
/** That of three starts all lie beyond the tolerance by chance. */
const START_LEVEL = 1 / 8;

/** What the starts are asked. */
export interface StartsQuestion {
  /** Of worsening by more than this, or of bettering by more than its negative. */
  readonly shift: number;
  readonly alternative: Exclude<Alternative, 'two-sided'>;
  readonly pairsPerStart: number;
}

/**
 * Whether the starts of the processes agree that a metric moved, by its changes pair by pair: pairs of one start share what that start happened to be
 * like, so that they alone could all be wrong. The starts' means are tested as the pairs are, each by itself.
 */
export function startsAgree(changes: readonly number[], { shift, alternative, pairsPerStart }: StartsQuestion): boolean {
  const starts = [...Map.groupBy(changes.entries(), ([pair]) => Math.floor(pair / Math.max(1, pairsPerStart))).values()];
  if (starts.length < FEWEST_STARTS) return true;
  const means = starts.map((pairs) => pairs.reduce((sum, [, value]) => sum + value, 0) / pairs.length);
  return signedRankTest(means, { shift, alternative }).p <= START_LEVEL;
}
