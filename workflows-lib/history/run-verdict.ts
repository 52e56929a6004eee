import type { RunDocument, Verdict } from './run-document.ts';

const SEVERITY: readonly Verdict[] = ['fail', 'void', 'inconclusive', 'pass'];

/**
 * The verdict that the parts of a run come to. Head that does not run and worse counts fail wherever they were measured; without a generator that
 * was fit nothing else counts. Objectives and the comparison are two gates: one that says nothing does not excuse the other. A run cut short is
 * at best inconclusive.
 */
export function verdictOfRun(run: Pick<RunDocument, 'generator' | 'objectives' | 'comparison' | 'run'>): Verdict {
  const { generator, objectives, comparison } = run;
  if (comparison?.headFailure !== undefined || countedWorse(comparison)) return 'fail';
  if (generator.verdict === 'void') return 'void';
  const parts = [...objectives, ...(comparison === undefined ? [] : [comparison])];
  const worst = SEVERITY.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'pass';
  return worst === 'pass' && run.run.status === 'partial' ? 'inconclusive' : worst;
}

/** What is counted does not depend on the machine. */
function countedWorse(comparison: RunDocument['comparison']): boolean {
  const flagged = new Set(comparison?.flagged);
  return comparison?.metrics.some((metric) => metric.class === 'exact' && flagged.has(metric.name)) ?? false;
}
