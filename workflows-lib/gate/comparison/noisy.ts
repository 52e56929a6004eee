import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { hodgesLehmann, type PseudoMedian } from '../../stats/hodges-lehmann.ts';
import { judgement, type Judgement } from './judged.ts';
import { detectableAt, pairsToDecide, type ReachedLook } from './reach.ts';
import { familySize, isTested, pairsSoFar, replayLooks, type Ruling } from './replay.ts';
import { boundOf, changeOf } from './scale.ts';

const TWO_SIDED_TAIL = 0.025;

/** The worsening with its 95 % interval, as people read it. The series has values. */
export function changeOfValues(
  series: ComparedSeries,
  middle: PseudoMedian = middleOf(series),
): NonNullable<Judgement['change']> {
  const { estimate, low, high } = middle;
  return { estimate: changeOf(series, estimate), low: boundOf(series, low), high: boundOf(series, high) };
}

function middleOf({ values }: ComparedSeries): PseudoMedian {
  return hodgesLehmann(values, TWO_SIDED_TAIL);
}

/** Judges the times that may fail the gate, by the looks of the design; by name. */
export function judgeGate(design: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlyMap<string, Judgement> {
  const rulings = replayLooks(design, series);
  const metrics = familySize(design, series);
  const cutShort = [...rulings.values()].some(({ state }) => state === 'open');
  const reached = cutShort ? pairsSoFar(series) : Infinity;
  const look = (most: number): ReachedLook | undefined => {
    const found = design.looks.findLast(({ pairs }) => pairs <= most);
    return found === undefined ? undefined : { pairs: found.pairs, level: design.level * found.share, metrics };
  };
  const looks = { reached: look(reached), last: look(Infinity) };
  const judge = (one: ComparedSeries): Judgement => judgeOne({ series: one, ruling: rulings.get(one.name), looks, design });
  return new Map(series.filter(isTested).map((one) => [one.name, judge(one)]));
}

interface Judging {
  readonly series: ComparedSeries;
  readonly ruling: Ruling | undefined;
  /** The last look that measuring reached, or would have had it been needed, and the last of the design. */
  readonly looks: { readonly reached: ReachedLook | undefined; readonly last: ReachedLook | undefined };
  readonly design: ComparisonDesign;
}

function judgeOne({ series, ruling, looks, design }: Judging): Judgement {
  if (series.values.length === 0) return judgement('inconclusive', { reason: 'no pair gave a value' });
  const { state, p } = ruling ?? { state: 'open', p: null };
  const middle = middleOf(series);
  const shared = {
    ...{ p, change: changeOfValues(series, middle), pairs: series.values.length },
    detectable: looks.reached === undefined ? null : detectableAt(series, looks.reached, design),
  };
  if (state !== 'open') return judgement(state === 'promising' ? 'fine' : state, shared);
  const probable = looks.last === undefined ? null : pairsToDecide(series, middle, looks.last);
  // Before the first look nothing can be decided, whatever the values are.
  const pairsNeeded = looks.reached === undefined ? Math.max(probable ?? 0, design.looks[0]?.pairs ?? 0) || null : probable;
  const reason =
    looks.reached === undefined
      ? `measuring ended after ${series.values.length} pairs, before any look that can find a regression`
      : 'the change is too close to the tolerance, or scatters too much, to tell with these pairs';
  return judgement('inconclusive', { ...shared, pairsNeeded, reason });
}
