/**
 * Looking several times at growing data without more false alarms. The looks and the share of the level that each may spend are fixed beforehand; the
 * chance of a false alarm is then at most the sum of what the looks spend, whenever the measuring stops and however looks and metrics depend
 * on one another (the union bound; the idea of spending is K. K. G. Lan and D. L. DeMets, Biometrika 70, 1983). At each look Holm's
 * procedure runs over all gating metrics. Exact tests have a smallest p, so a look can be too early to find anything: such a plan is refused.
 */
import { UsageError } from '../core/errors.ts';
import { pairsNeeded, smallestChance } from './multiplicity.ts';

/** When to look, and how much of the level to spend then. */
export interface Look {
  /** Pairs measured so far, all that came before included. */
  readonly pairs: number;
  /** Of the level, above 0; the shares of all looks add up to at most 1. */
  readonly share: number;
}

/** What a plan is made of. */
export interface PlanRequest {
  /** How many metrics may fail the gate. */
  readonly metrics: number;
  /** The chance of any false alarm, over all metrics and looks. */
  readonly level: number;
  /** By growing number of pairs. */
  readonly looks: readonly Look[];
}

/** A look of a plan that holds. */
export interface PlannedLook extends Look {
  /** What the look spends: a metric fails when its p-value, adjusted by Holm, is at most this. */
  readonly level: number;
  /** The p-value that decides in Holm's first step, when one metric alone has moved: level / metrics. */
  readonly firstStep: number;
  /** The smallest p-value that the test can give at this look: 2^-pairs, at most `firstStep`. */
  readonly smallest: number;
}

/** A plan that holds: made by `planLooks` alone. */
export interface SequentialPlan {
  readonly metrics: number;
  readonly level: number;
  readonly looks: readonly PlannedLook[];
}

/** Shares such as 0.2, 0.3 and 0.5 may add up to a rounding error above 1. */
const ROUNDING = 1e-12;

function planLook({ pairs, share }: Look, { metrics, level }: PlanRequest): PlannedLook {
  const planned = { pairs, share, level: level * share, firstStep: (level * share) / metrics, smallest: smallestChance(pairs) };
  const first = pairsNeeded(planned.level, metrics);
  if (pairs < first) {
    throw new UsageError(
      `a look at ${pairs} pairs can never fail: with ${metrics} gating metrics and ${planned.level} of the level ${level} to spend, ` +
        `the first number of pairs that can is ${first}; look later, spend more there, or gate on fewer metrics`,
    );
  }
  return planned;
}

/**
 * A plan whose every look can find something. Throws a UsageError, naming the first number of pairs that could, for a look that cannot; and for
 * looks that do not grow, shares that are not above 0 or add up to more than 1, and what is no level or no number of metrics.
 */
export function planLooks(request: PlanRequest): SequentialPlan {
  const { metrics, level, looks } = request;
  if (!(level > 0 && level < 1)) throw new UsageError(`a level lies between 0 and 1, not ${level}`);
  if (!Number.isSafeInteger(metrics) || metrics < 1) throw new UsageError(`a gate needs at least one metric, not ${metrics}`);
  if (looks.length === 0) throw new UsageError('a plan needs at least one look');
  looks.forEach(({ pairs, share }, index) => {
    const before = looks[index - 1]?.pairs ?? 0;
    if (!Number.isSafeInteger(pairs) || pairs <= before)
      throw new UsageError(`a look at ${pairs} pairs cannot follow one at ${before}`);
    if (!(share > 0)) throw new UsageError(`the look at ${pairs} pairs needs a share of the level above 0, not ${share}`);
  });
  const spent = looks.reduce((sum, { share }) => sum + share, 0);
  if (!(spent <= 1 + ROUNDING)) throw new UsageError(`the looks spend ${spent} of the level, which is more than 1`);
  return { metrics, level, looks: looks.map((look) => planLook(look, request)) };
}
