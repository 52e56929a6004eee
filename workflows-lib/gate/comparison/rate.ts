import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { fisherExact } from '../../stats/fisher.ts';
import { holm } from '../../stats/multiplicity.ts';
import { newcombeDifference } from '../../stats/newcombe.ts';
import type { Alternative } from '../../stats/signed-rank.ts';
import type { Share, TwoShares } from '../../stats/two-shares.ts';
import { judgement, type Judgement } from './judged.ts';

type Values = ComparedSeries['baseValues'];

/** Above this chance more failures on head are no reason for doubt. */
const DOUBT = 0.2;

function shareOf(values: Values = []): Share {
  const sum = (of: NonNullable<Values>): number => of.reduce((total, { count }) => total + count, 0);
  return { successes: sum(values.filter(({ value }) => value !== 0)), trials: sum(values) };
}

function sharesOf({ baseValues, headValues }: ComparedSeries): TwoShares {
  return { base: shareOf(baseValues), head: shareOf(headValues) };
}

/** How the rates stand among the tests of the gate. */
export interface RateFamily {
  /** Over so many tests the procedure runs. */
  readonly size: number;
  /** Of these, how many times have failed, and how many have become better: they are out of the race. */
  readonly worse: number;
  readonly better: number;
}

/**
 * Judges shares of failed calls, by Fisher's exact test; by name. They are tested once, when measuring is over, at the whole level, as a time may spend
 * the whole level over its looks: so Holm's procedure over both keeps the chance of any false alarm at the level. Rates that only inform go
 * through it as a family of their own.
 */
export function judgeRates(
  { level }: ComparisonDesign,
  rates: readonly ComparedSeries[],
  family: RateFamily,
): ReadonlyMap<string, Judgement> {
  const adjusted = (alternative: Alternative, decided: number): number[] => {
    const others = new Array<number>(Math.max(0, family.size - decided - rates.length)).fill(1);
    return holm([
      ...rates.map((rate) => fisherExact(sharesOf(rate), alternative)),
      ...others,
      ...new Array<number>(decided).fill(0),
    ]);
  };
  const [worse, better] = [adjusted('greater', family.worse), adjusted('less', family.better)];
  return new Map(
    rates.map((rate, index) => [rate.name, judgeRate(rate, { worse: worse[index] ?? 1, better: better[index] ?? 1, level })]),
  );
}

interface RateChances {
  readonly worse: number;
  readonly better: number;
  readonly level: number;
}

function judgeRate(rate: ComparedSeries, { worse, better, level }: RateChances): Judgement {
  const shares = sharesOf(rate);
  if (shares.base.trials === 0 || shares.head.trials === 0)
    return judgement('inconclusive', { reason: 'a side has no calls to count' });
  const { difference, low, high } = newcombeDifference(shares);
  const found = { change: { estimate: difference, low, high }, p: worse, pairs: rate.values.length };
  if (difference <= rate.tolerance)
    return judgement(better <= level && difference < -rate.tolerance ? 'improvement' : 'fine', found);
  if (worse <= level) return judgement('regression', found);
  if (fisherExact(shares, 'greater') > DOUBT) return judgement('fine', found);
  return judgement('inconclusive', { ...found, reason: 'more calls failed than on base, but too few to rule out chance' });
}
