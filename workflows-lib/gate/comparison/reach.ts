import { seededRandom } from '../../core/random.ts';
import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { detectableChange } from '../../stats/detectable.ts';
import type { PseudoMedian } from '../../stats/hodges-lehmann.ts';
import { pairsNeeded as fewestThatReject } from '../../stats/multiplicity.ts';
import { normalUpperPoint } from '../../stats/normal.ts';
import { changeOf, FEWEST_FOR_FINE, FINE_TAIL, shiftOf } from './scale.ts';

/** A look as the reach of a test depends on it. */
export interface ReachedLook {
  readonly pairs: number;
  /** What it spends, and over how many metrics. */
  readonly level: number;
  readonly metrics: number;
}

/** With this power changes are said to be detectable, and as surely the pairs needed decide. */
const POWER = 0.8;
const REPLICATES = 300;
const FEWEST_REPLICATES = 60;
/** Up to so many pairs all replicates are drawn; their cost grows with the square. */
const PAIRS_IN_FULL = 40;
/** More pairs than this nobody measures. */
const MOST_PAIRS = 3_000;
/** Below so few values their spread is a guess. */
const FEWEST_FOR_SPREAD = 4;

/** The least worsening that the look would see with 80 % power, what starts of the processes differ by counted in, as people read it; null where none, or where the spread is unknown. */
export function detectableAt(
  series: ComparedSeries,
  look: ReachedLook,
  { seed, pairsPerStart }: ComparisonDesign,
): number | null {
  if (series.values.length < FEWEST_FOR_SPREAD) return null;
  const wanted = Math.round(REPLICATES * (PAIRS_IN_FULL / look.pairs) ** 2);
  const { firstStep } = detectableChange(series.values, {
    ...{ shift: shiftOf(series), level: look.level, metrics: look.metrics, pairs: look.pairs, power: POWER },
    together: Math.max(1, pairsPerStart),
    replicates: Math.min(REPLICATES, Math.max(FEWEST_REPLICATES, wanted)),
    random: seededRandom(`${seed}/detectable/${series.name}`),
  });
  return firstStep === null ? null : changeOf(series, firstStep);
}

/**
 * The pairs that would probably decide a metric if its change is what it seems: enough for the upper bound to fall below the tolerance, or for the look's
 * test to reject. By the normal approximation from the width of the 95 % interval; null where that is missing or no number would do.
 */
export function pairsToDecide(series: ComparedSeries, middle: PseudoMedian, look: ReachedLook): number | null {
  if (middle.low === null || middle.high === null) return null;
  const count = series.values.length;
  const spread = ((middle.high - middle.low) / 2 / normalUpperPoint(0.025)) * Math.sqrt(count);
  const distance = middle.estimate - shiftOf(series);
  const tail = distance > 0 ? look.level / look.metrics : FINE_TAIL;
  const least = distance > 0 ? fewestThatReject(look.level, look.metrics) : FEWEST_FOR_FINE;
  const deviates = normalUpperPoint(tail) + normalUpperPoint(1 - POWER);
  const pairs = Math.max(count + 1, least, Math.ceil(((deviates * spread) / distance) ** 2));
  return pairs <= MOST_PAIRS ? pairs : null;
}
