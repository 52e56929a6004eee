/** The slow end of an operation's times, on both sides: informs, and can fail nothing, because its chances are approximate where those of the pairs are exact. */
import { seededRandom } from '../../core/random.ts';
import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { blockLength } from '../../stats/block-length.ts';
import { benjaminiHochberg } from '../../stats/multiplicity.ts';
import { normalUpperPoint } from '../../stats/normal.ts';
import { quantileDifference, type WeightedValue } from '../../stats/quantile-difference.ts';
import { studentTails } from '../../stats/student.ts';
import { judgement, type Judgement } from './judged.ts';
import { shiftOf } from './scale.ts';

/** The quantile of a tail, and what it is called: `<operation>.duration.p95`. */
export const TAIL = { quantile: 0.95, suffix: 'p95' } as const;

/** Milliseconds of every right call of one pair; base's are those of both its starts. */
export interface TimedPair {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** Times of one metric, pair by pair, and the changes of its typical values. */
export interface TimedPairs {
  readonly pairs: readonly TimedPair[];
  readonly changes: readonly number[];
}

/** A tail as a series has it. */
export type MeasuredTail = Required<Pick<ComparedSeries, 'base' | 'head' | 'tail'>>;

const REPLICATES = 1_000;
const TWO_SIDED_TAIL = 0.025;
/** Fewer stretches than this show too little of their own spread. */
const FEWEST_STRETCHES = 4;

/**
 * The 95th percentile of both sides in milliseconds, and by which share head's is higher, with a 95 % interval from the block bootstrap: pairs
 * of one start of the processes stay together, and more where the changes have a longer memory. Undefined where so few calls, pairs or starts
 * cannot carry it. The same measurements give the same figures.
 */
export function measureTail({ pairs, changes }: TimedPairs, name: string, design: ComparisonDesign): MeasuredTail | undefined {
  const blocks = pairs.map(({ base, head }) => ({ base: weighted(base), head: weighted(head) }));
  const length = Math.max(1, design.pairsPerStart, blockLength(changes));
  const stretches = Math.floor(blocks.length / length);
  if (stretches < FEWEST_STRETCHES) return undefined;
  const random = seededRandom(`${design.seed}/tail/${name}`);
  const compared = quantileDifference(blocks, TAIL.quantile, { kind: 'circular', length, random, replicates: REPLICATES });
  if ('withheld' in compared || compared.ratio === null) return undefined;
  const { estimate, low, high } = compared.ratio;
  const { base, head } = compared;
  return { base, head, tail: { estimate: estimate - 1, low: low - 1, high: high - 1, stretches } };
}

function weighted(times: readonly number[]): WeightedValue[] {
  return times.toSorted((left, right) => left - right).map((value) => ({ value, count: 1 }));
}

/**
 * Judges tails by how far the logarithm of the ratio lies beyond the tolerance, in standard errors as the interval shows them, by Student's t with
 * one degree of freedom less than there are stretches; among all tails a share of at most `level` is expected to be called worse by chance
 * (Benjamini and Hochberg). By name.
 */
export function judgeTails({ level }: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlyMap<string, Judgement> {
  const tails = series.filter(({ tail }) => tail !== undefined);
  const worse = benjaminiHochberg(tails.map((one) => chanceOf(one, 1)));
  const better = benjaminiHochberg(tails.map((one) => chanceOf(one, -1)));
  return new Map(
    tails.map((one, index) => [one.name, judgeTail(one, { worse: worse[index] ?? 1, better: better[index] ?? 1, level })]),
  );
}

/** Of a ratio like this, were head's tail no further from base's than the tolerance in that direction. */
function chanceOf(series: ComparedSeries, direction: 1 | -1): number {
  if (series.tail === undefined) return 1;
  const { estimate, low, high, stretches } = series.tail;
  const beyond = direction * Math.log1p(estimate) - shiftOf(series);
  const error = (Math.log1p(high) - Math.log1p(low)) / 2 / normalUpperPoint(TWO_SIDED_TAIL);
  if (!(error > 0)) return beyond > 0 ? 0 : 1;
  return studentTails(beyond / error, stretches - 1).upper;
}

interface TailChances {
  readonly worse: number;
  readonly better: number;
  readonly level: number;
}

function judgeTail({ tail, tolerance }: ComparedSeries, { worse, better, level }: TailChances): Judgement {
  if (tail === undefined) return judgement('inconclusive');
  const { estimate, low, high } = tail;
  const found = { change: { estimate, low, high }, p: worse };
  if (worse <= level) return judgement('regression', found);
  if (better <= level) return judgement('improvement', found);
  return judgement(high <= tolerance ? 'fine' : 'inconclusive', found);
}
