import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { fisherExact } from '../../stats/fisher.ts';
import { holm } from '../../stats/multiplicity.ts';
import { newcombeDifference } from '../../stats/newcombe.ts';
import type { Alternative } from '../../stats/signed-rank.ts';
import type { Share, TwoShares } from '../../stats/two-shares.ts';
import { judgement, type Judgement } from './judged.ts';
import { startsAgree } from './starts.ts';

type Values = ComparedSeries['baseValues'];

/** Above this chance more failures on head are no reason for doubt. */
const DOUBT = 0.2;
/** So much more than is tolerated may fail at most where no failure more than on base is called fine: few calls cannot show that. */
const MOST_MORE = 0.1;

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
 * Judges shares of failed calls, by Fisher's exact test; by name. What got worse lies beyond the tolerance with its whole interval, and the starts of
 * the processes agree on it: one start in which everything failed is no evidence against a change. They are tested once, when measuring is over, at the whole level, as a time may spend
 * the whole level over its looks: so Holm's procedure over both keeps the chance of any false alarm at the level. Rates that only inform go
 * through it as a family of their own.
 */
export function judgeRates(
  { level, pairsPerStart }: ComparisonDesign,
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
    rates.map((rate, index) => {
      const chances = { worse: worse[index] ?? 1, better: better[index] ?? 1 };
      return [rate.name, judgeRate(rate, { ...chances, level, pairsPerStart })];
    }),
  );
}

interface RateChances {
  readonly worse: number;
  readonly better: number;
  readonly level: number;
  readonly pairsPerStart: number;
}

function judgeRate(rate: ComparedSeries, { worse, better, level, pairsPerStart }: RateChances): Judgement {
  const shares = sharesOf(rate);
  if (shares.base.trials === 0 || shares.head.trials === 0)
    return judgement('inconclusive', { reason: 'a side has no calls to count' });
  const { difference, low, high } = newcombeDifference(shares);
  const found = { change: { estimate: difference, low, high }, p: worse, pairs: rate.values.length };
  if (difference <= rate.tolerance)
    return judgement(better <= level && difference < -rate.tolerance ? 'improvement' : 'fine', found);
  const { tolerance } = rate;
  const startsSay = startsAgree(rate.values, { shift: tolerance, alternative: 'greater', pairsPerStart });
  if (worse <= level && low > tolerance && startsSay) return judgement('regression', found);
  if (fisherExact(shares, 'greater') > DOUBT && high <= tolerance + MOST_MORE) return judgement('fine', found);
  if (!startsSay)
    return judgement('inconclusive', { ...found, reason: 'more calls failed than on base, but only in some starts' });
  return judgement('inconclusive', { ...found, reason: 'more calls failed than on base, but too few to rule out chance' });
}
