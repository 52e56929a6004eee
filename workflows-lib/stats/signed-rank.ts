import { normalTails } from './normal.ts';
import { MOST_EXACT_PAIRS, signedRankTails, type RankMethod } from './signed-rank-distribution.ts';

// Bound once: simulations ask millions of times, and in jest's contexts each look-up of a global is slow.
const { abs, max, min, sqrt } = Math;

/** What would speak against the hypothesis: values above the shift, below it, or either. */
export type Alternative = 'greater' | 'less' | 'two-sided';

/** What is asked of the values, in their unit: for log ratios and a tolerance of 3 %, `shift` is ln 1.03 and `alternative` is greater. */
export interface SignedRankQuestion {
  readonly shift: number;
  readonly alternative: Alternative;
}

/** The answer of a signed-rank test. */
export interface SignedRankResult {
  /** The sum of the midranks of values above the shift. */
  readonly statistic: number;
  /** Values given, and those of them that equal the shift. */
  readonly count: number;
  readonly zeros: number;
  readonly p: number;
  readonly method: RankMethod;
}

/** Midranks of the differences that are not zero, doubled to whole numbers, and the part of their sum that is positive. */
interface SignedRanks {
  readonly doubled: readonly number[];
  readonly positive: number;
}

/** Differences closer than this, relative to the largest figure, are ties torn apart by rounding: |ln 0.8| and ln 1.25 are one distance. */
const RESOLUTION = 1e-12;

function differencesFrom(values: readonly number[], shift: number): { differences: number[]; resolution: number } {
  const largest = values.reduce((most, value) => max(most, abs(value)), abs(shift));
  const resolution = RESOLUTION * largest;
  const differences = values.map((value) => (abs(value - shift) <= resolution ? 0 : value - shift));
  return { differences: differences.sort((a, b) => abs(a) - abs(b)), resolution };
}

function rankDifferences(values: readonly number[], shift: number): SignedRanks {
  const { differences, resolution } = differencesFrom(values, shift);
  const distance = (index: number): number => abs(differences[index] ?? Infinity);
  const doubled: number[] = [];
  let positive = 0;
  for (let start = 0, end = 0; start < differences.length; start = end) {
    do end++;
    while (distance(end) - distance(end - 1) <= resolution);
    if (distance(start) === 0) continue;
    // The ranks start + 1 to end, shared evenly: their midrank is half of this.
    const midrank = start + 1 + end;
    for (const difference of differences.slice(start, end)) {
      doubled.push(midrank);
      if (difference > 0) positive += midrank;
    }
  }
  return { doubled, positive };
}

interface OneSided {
  readonly greater: number;
  readonly less: number;
}

function exactChances({ doubled, positive }: SignedRanks): OneSided {
  // Without ties all doubled midranks are even: counting half of them takes half the time.
  const unit = doubled.every((rank) => rank % 2 === 0) ? 2 : 1;
  const ranks = doubled.map((rank) => rank / unit);
  const { atMost, atLeast } = signedRankTails(ranks, positive / unit);
  return { greater: atLeast, less: atMost };
}

/** Mean and variance are those of the very midranks, which is the correction for ties and zeros; half a rank corrects for continuity. */
function normalChances({ doubled, positive }: SignedRanks): OneSided {
  const ranks = doubled.map((rank) => rank / 2);
  const deviation = sqrt(ranks.reduce((sum, rank) => sum + rank * rank, 0)) / 2;
  if (deviation === 0) return { greater: 1, less: 1 };
  const excess = positive / 2 - ranks.reduce((sum, rank) => sum + rank, 0) / 2;
  return { greater: normalTails((excess - 0.5) / deviation).upper, less: normalTails((excess + 0.5) / deviation).lower };
}

/**
 * Wilcoxon's signed-rank test of independent values that scatter evenly round their middle (Wilcoxon 1945): `p` is the chance of ranks at
 * least as extreme if the middle is the shift (or lies on the side of it that the alternative denies). Exact up to 60 values whatever ties
 * there are, because the sign patterns of the midranks themselves are counted; normal above, and `method` says which.
 *
 * Values that equal the shift are ranked with the others and then left out (J. W. Pratt, JASA 54, 1959): leaving them out first can turn a
 * result round when all values move further away from the shift, and only Pratt's sum agrees with the count of Walsh averages from which
 * the interval of `hodgesLehmann` is made. The two-sided p is twice the smaller one-sided p, at most 1.
 *
 * Throws a RangeError without values, and for values or a shift that are no finite numbers.
 */
export function signedRankTest(values: readonly number[], { shift, alternative }: SignedRankQuestion): SignedRankResult {
  if (values.length === 0) throw new RangeError('no values have no signed ranks');
  if (![...values, shift].every(Number.isFinite)) throw new RangeError('signed ranks are of finite numbers');
  const ranks = rankDifferences(values, shift);
  const method = values.length <= MOST_EXACT_PAIRS ? 'exact' : 'normal';
  const { greater, less } = method === 'exact' ? exactChances(ranks) : normalChances(ranks);
  const chances = { greater, less, 'two-sided': min(1, 2 * min(greater, less)) };
  return {
    statistic: ranks.positive / 2,
    count: values.length,
    zeros: values.length - ranks.doubled.length,
    p: chances[alternative],
    method,
  };
}
