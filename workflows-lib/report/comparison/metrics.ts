import type { ComparedMetric, Comparison } from '../../history/comparison.ts';

/** Metrics that a change can move: all but the canaries. */
export function comparedMetrics({ metrics }: Comparison): ComparedMetric[] {
  return metrics.filter(({ role }) => role !== 'canary');
}

/** Whether a metric can be believed: on a machine that was not steady only what is counted can. */
export function isBelieved({ sentinel }: Pick<Comparison, 'sentinel'>, metric: Pick<ComparedMetric, 'class'>): boolean {
  return sentinel.verdict !== 'moved' || metric.class === 'exact';
}

/** Metrics that an answer was sought for, as far as they can be believed: all that may fail, and of those that inform the judged ones. */
export function weighedMetrics(comparison: Comparison): ComparedMetric[] {
  return comparedMetrics(comparison).filter(
    (metric) => isBelieved(comparison, metric) && (metric.role === 'gate' || metric.verdict !== 'inconclusive'),
  );
}

/** Times of two runs that were measured apart, from which nothing follows. */
export function timesApart(comparison: Comparison): ComparedMetric[] {
  if (comparison.pairs > 0) return [];
  return comparedMetrics(comparison).filter(
    (metric) => metric.class === 'noisy' && metric.values.length === 0 && metric.verdict === 'inconclusive',
  );
}

/** Gating metrics that got worse, which nobody accepted and no second measurement doubted. */
export function regressions(comparison: Comparison): ComparedMetric[] {
  return ofGate(comparison, 'regression');
}

/** Metrics of the gate with one verdict, as far as they can be believed. */
export function ofGate(comparison: Comparison, verdict: ComparedMetric['verdict']): ComparedMetric[] {
  return comparison.metrics.filter(
    (metric) => metric.role === 'gate' && metric.verdict === verdict && isBelieved(comparison, metric),
  );
}

/**
 * Metrics that a reader should see: regressions, undecided gates, what was accepted or not confirmed, improvements, and regressions that only
 * inform. Among those of one kind the largest change, measured in tolerances, comes first.
 */
export function notableMetrics(comparison: Comparison): ComparedMetric[] {
  return comparedMetrics(comparison)
    .map((metric) => ({ metric, rank: isBelieved(comparison, metric) ? rankOf(metric) : REST }))
    .filter(({ rank }) => rank < REST)
    .toSorted((left, right) => left.rank - right.rank || weight(right.metric) - weight(left.metric))
    .map(({ metric }) => metric);
}

/** All other metrics, canaries too, those of an operation together. */
export function otherMetrics(comparison: Comparison): ComparedMetric[] {
  const notable = new Set(notableMetrics(comparison));
  return byOperation(comparison.metrics.filter((metric) => !notable.has(metric)));
}

/** Metrics by operation, in the order in which operations come first. */
export function byOperation(metrics: readonly ComparedMetric[]): ComparedMetric[] {
  return [...Map.groupBy(metrics, ({ operation }) => operation).values()].flat();
}

const REST = 5;

function rankOf({ role, verdict }: ComparedMetric): number {
  const gates = role === 'gate';
  switch (verdict) {
    case 'regression':
      return gates ? 0 : 4;
    case 'inconclusive':
      return gates ? 1 : REST;
    case 'accepted':
    case 'not-confirmed':
      return 2;
    case 'improvement':
      return gates ? 3 : REST;
    case 'fine':
      return REST;
  }
}

/** How large a change is against the tolerance, or against the base where nothing is tolerated. */
function weight({ change, tolerance, base }: ComparedMetric): number {
  if (change === null) return 0;
  const scale = tolerance > 0 ? tolerance : Math.abs(base ?? 0);
  return scale === 0 ? Math.abs(change.estimate) : Math.abs(change.estimate) / scale;
}
