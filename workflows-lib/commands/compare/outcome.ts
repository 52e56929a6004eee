import type { Objective } from '../../gate/objective.ts';
import type { ComparedMetric } from '../../history/comparison.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';

/** What both sides came to, and what got worse. */
export interface BothSides {
  readonly objectives: readonly Objective[];
  readonly base: readonly ObjectiveResult[];
  readonly head: readonly ObjectiveResult[];
  /** Metrics that the comparison found worse. */
  readonly worse: readonly Pick<ComparedMetric, 'operation'>[];
}

/**
 * Objectives of head where one that base misses as well fails nothing: it is called a pass that says so, unless the comparison found the
 * operation worse; an objective on all operations counts as that of each.
 */
export function noWorseThanBase({ objectives, base, head, worse }: BothSides): ObjectiveResult[] {
  const missed = new Set(base.filter(({ verdict }) => verdict === 'fail').map(({ text }) => text));
  return head.map((result) => {
    if (result.verdict !== 'fail' || !missed.has(result.text)) return result;
    const operation = objectives.find(({ text }) => text === result.text)?.operation;
    const isWorse = worse.some((metric) => operation === undefined || metric.operation === operation);
    return isWorse ? result : { ...result, verdict: 'pass', reason: 'base misses it as well, and head is no worse' };
  });
}
