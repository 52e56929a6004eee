import type { ComparedMetric, ComparedSeries } from '../../history/comparison.ts';

/** What judging adds to a series. */
export type Judgement = Omit<ComparedMetric, keyof ComparedSeries>;

/** A judgement without figures: what is not said is unknown. */
export function judgement(verdict: Judgement['verdict'], rest: Partial<Judgement> = {}): Judgement {
  return { verdict, change: null, p: null, pairs: 0, detectable: null, pairsNeeded: null, ...rest };
}
