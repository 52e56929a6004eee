import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';

/**
 * The comparison of a run as far as it can be believed, undefined where there is none. A generator that was not fit to measure makes of its times
 * what a sentinel that moved does: no evidence. What is counted stands.
 */
export function shownComparison({
  comparison,
  generator,
}: Pick<RunDocument, 'comparison' | 'generator'>): Comparison | undefined {
  if (comparison === undefined || generator.verdict !== 'void') return comparison;
  const why = generator.reasons.length === 0 ? '' : `: ${generator.reasons.join('; ')}`;
  return { ...comparison, sentinel: { verdict: 'moved', reasons: [`the load generator was not fit to measure${why}`] } };
}
