import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { FEWEST_COUNTED, total } from './exact.ts';
import { judgeRates } from './rate.ts';
import { familySize, pairsSoFar, replayLooks } from './replay.ts';

/**
 * The operations that are worth measuring on: those with a gating time that is neither worse, better nor surely no worse so far, and those with a

 * gating rate that is not fine, or a gating count that was hardly counted. A rate by itself is asked at the first look: before that too few calls were made, and it ends no measuring by having
 * got worse, because it is tested but once. Meant to be asked after each pair, of all series.
 */
export function openOperations(design: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlySet<string> {
  const rulings = replayLooks(design, series);
  const isOpen = ({ name }: ComparedSeries): boolean => ['open', 'promising'].includes(rulings.get(name)?.state ?? 'fine');
  const timed = new Set(series.filter(({ name }) => rulings.has(name)).map(({ operation }) => operation));
  const isEarly = pairsSoFar(series) < (design.looks[0]?.pairs ?? 0);
  const rates = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'rate');
  const judged = judgeRates(design, rates, { size: familySize(design, series), worse: 0, better: 0 });
  const isOpenRate = ({ name, operation }: ComparedSeries): boolean =>
    (isEarly && !timed.has(operation)) || !['fine', 'improvement'].includes(judged.get(name)?.verdict ?? 'fine');
  const counted = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'exact');
  return new Set(
    [...series.filter(isOpen), ...rates.filter(isOpenRate), ...counted.filter(isRarelyCounted)].map(({ operation }) => operation),
  );
}

/** Counts that have not yet come often enough to show whether they vary. */
function isRarelyCounted({ baseValues = [], headValues = [] }: ComparedSeries): boolean {
  return Math.min(total(baseValues), total(headValues)) < FEWEST_COUNTED;
}
