import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import { ofGate } from './metrics.ts';

/** What `settle-comparison` begins the reason with where a second run was to find a regression again and could not say. */
const UNCONFIRMED = 'it is not confirmed yet: ';

/** Why the second run neither confirmed nor denied what the first one found; undefined of any other metric. */
export function doubtOf({ verdict, reason }: Pick<ComparedMetric, 'verdict' | 'reason'>): string | undefined {
  return verdict === 'inconclusive' && reason?.startsWith(UNCONFIRMED) === true ? reason.slice(UNCONFIRMED.length) : undefined;
}

/** Gating metrics that are not decided, by what keeps them from it. */
export interface Undecided {
  /** Found worse once, which a second run did not confirm yet. */
  readonly unconfirmed: readonly ComparedMetric[];
  /** Counted, but not the same in each call. */
  readonly varying: readonly ComparedMetric[];
  /** Shares of calls that failed. */
  readonly failing: readonly ComparedMetric[];
  /** Times. */
  readonly close: readonly ComparedMetric[];
}

/** The undecided metrics of the gate, as far as they can be believed; each is in one of the lists. */
export function undecidedMetrics(comparison: Comparison): Undecided {
  const all = ofGate(comparison, 'inconclusive');
  const unconfirmed = all.filter((metric) => doubtOf(metric) !== undefined);
  const others = all.filter((metric) => doubtOf(metric) === undefined);
  const varying = others.filter((metric) => metric.class === 'exact');
  const failing = others.filter((metric) => metric.class === 'rate');
  return {
    unconfirmed,
    varying,
    failing,
    close: others.filter((metric) => !varying.includes(metric) && !failing.includes(metric)),
  };
}

/** How far more pairs would lead. */
export interface DecidingPairs {
  /** That would decide all that pairs can. */
  readonly pairs: number;
  /** How many metrics that is. */
  readonly decided: number;
}

/** The pairs that would probably decide metrics; undefined where no number would. */
export function pairsThatDecide(metrics: readonly Pick<ComparedMetric, 'pairsNeeded'>[]): DecidingPairs | undefined {
  const needed = metrics.flatMap(({ pairsNeeded }) => pairsNeeded ?? []);
  if (needed.length === 0) return undefined;
  return { pairs: needed.reduce((most, pairs) => Math.max(most, pairs), 0), decided: needed.length };
}
