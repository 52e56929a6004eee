import type { Comparison, ComparedSeries } from '../../history/comparison.ts';
import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { worstOf } from '../../gate/decide.ts';

/**
 * Objectives of head where one that base misses as well fails nothing: it is called a pass that says so, unless the comparison found the
 * operation worse.
 */
export function noWorseThanBase(
  head: readonly ObjectiveResult[],
  base: readonly ObjectiveResult[],
  flagged: readonly string[],
): ObjectiveResult[] {
  const missed = new Set(base.filter(({ verdict }) => verdict === 'fail').map(({ text }) => text));
  return head.map((objective) => {
    const worse = flagged.some((metric) => objective.text.startsWith(metric.slice(0, metric.lastIndexOf('.'))));
    if (objective.verdict !== 'fail' || !missed.has(objective.text) || worse) return objective;
    return { ...objective, verdict: 'pass', reason: 'base misses it as well, and head is no worse' };
  });
}

/** The run's verdict: the worst of its objectives and its comparison. A comparison that is void says nothing about a failed objective. */
export function verdictOf(
  document: RunDocument,
  comparison: Comparison,
  objectives: readonly ObjectiveResult[],
): RunDocument['verdict'] {
  if (comparison.headFailure !== undefined) return 'fail';
  if (document.generator.verdict === 'void') return 'void';
  return worstOf([comparison.verdict, ...objectives.map(({ verdict }) => verdict)]);
}

/** Metrics whose change Holm's procedure corrects for: the times and rates that may fail the gate. */
export function testedMetrics(series: readonly Pick<ComparedSeries, 'class' | 'role'>[]): number {
  return series.filter(({ role, class: kind }) => role === 'gate' && kind !== 'exact').length;
}
