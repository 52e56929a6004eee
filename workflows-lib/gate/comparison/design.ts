import { UsageError } from '../../core/errors.ts';
import type { Comparison, ComparisonDesign } from '../../history/comparison.ts';
import { pairsNeeded } from '../../stats/multiplicity.ts';
import { planLooks, type Look } from '../../stats/sequential.ts';
import { FEWEST_FOR_FINE } from './scale.ts';

/** What a comparison is planned for. */
export interface DesignRequest extends Omit<ComparisonDesign, 'looks'> {
  /** The most pairs. */
  readonly pairs: number;
}

/** What the looks spend of the level, by how many there are: most of it at the end, where the power is. */
const SHARES: readonly (readonly number[])[] = [[0.2, 0.2, 0.2, 0.4], [0.2, 0.3, 0.5], [0.3, 0.7], [1]];

/** A look that comes before the pairs have grown by this factor finds little that the look before did not. */
const LEAST_GROWTH = 1.4;

function spread(first: number, last: number, shares: readonly number[]): Look[] {
  const growth = (last / first) ** (1 / Math.max(1, shares.length - 1));
  return shares.map((share, index) => ({
    pairs: index === shares.length - 1 ? last : Math.round(first * growth ** index),
    share,
  }));
}

/** What differs from start to start of the processes shows only over several. */
const STARTS_BEFORE_FIRST_LOOK = 3;

function looksFor({ pairs, level, gatingMetrics, pairsPerStart }: DesignRequest): readonly Look[] | undefined {
  for (const shares of SHARES) {
    const [share = 1] = shares;
    const earliest = pairsNeeded(level * share, gatingMetrics);
    const first = shares.length === 1 ? earliest : Math.max(FEWEST_FOR_FINE, earliest, STARTS_BEFORE_FIRST_LOOK * pairsPerStart);
    if (first * LEAST_GROWTH ** (shares.length - 1) <= pairs) return spread(first, pairs, shares);
  }
  return undefined;
}

/**
 * Fixes beforehand when the gate looks and what each look may spend of the level: up to four looks, the first where a metric can fail at all and over three starts of the processes, the
 * last at the most pairs, evenly spread by ratio between; fewer looks where few pairs fit. Without a metric to test there is one look, of no use to
 * anyone but as the most pairs. Throws a UsageError, naming the least number of pairs, when so few pairs could never fail.
 */
export function planDesign(request: DesignRequest): ComparisonDesign {
  const { pairs, ...fixed } = request;
  const { level, gatingMetrics } = fixed;
  if (!Number.isSafeInteger(pairs) || pairs < 1) throw new UsageError(`a comparison needs at least one pair, not ${pairs}`);
  if (gatingMetrics === 0) return { ...fixed, looks: [{ pairs, share: 1 }] };
  if (!(level > 0 && level < 1)) throw new UsageError(`compare.level lies between 0 % and 100 %, not at ${100 * level} %`);
  const looks = looksFor(request);
  if (looks === undefined) {
    const least = pairsNeeded(level, gatingMetrics);
    throw new UsageError(
      `${pairs} pairs can never fail: with ${gatingMetrics} gating metrics at a level of ${100 * level} %, the fewest pairs that could are ` +
        `${least}; set compare.pairs to at least ${least}, raise compare.level, or gate on fewer metrics`,
    );
  }
  return {
    ...fixed,
    looks: planLooks({ metrics: gatingMetrics, level, looks }).looks.map(({ pairs: at, share }) => ({ pairs: at, share })),
  };
}

/** How a measurement ended. */
export interface Ending {
  /** The most that any metric has. */
  readonly pairs: number;
  readonly ended: Comparison['ended'];
}

/**
 * The design of a measurement that ended: where the time budget came before the last look, that look is taken at the pairs there are, and spends
 * all that is left of the level. That the time is up does not depend on which side was slower, so the union bound over the looks holds. No look is
 * earlier than the first that was planned.
 */
export function closeDesign(design: ComparisonDesign, { pairs, ended }: Ending): ComparisonDesign {
  const [first, last] = [design.looks[0], design.looks.at(-1)];
  if (ended !== 'budget' || first === undefined || last === undefined) return design;
  if (pairs < first.pairs || pairs >= last.pairs) return design;
  const taken = design.looks.filter((look) => look.pairs < pairs);
  const spent = taken.reduce((sum, { share }) => sum + share, 0);
  return { ...design, looks: [...taken, { pairs, share: 1 - spent }] };
}

/** Whether the design looks after so many pairs. */
export function isLook({ looks }: Pick<ComparisonDesign, 'looks'>, pairs: number): boolean {
  return looks.some((look) => look.pairs === pairs);
}
