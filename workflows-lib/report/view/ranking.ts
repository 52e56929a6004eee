import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { objectiveDirection, sortedObjectives } from './verdict.ts';

/** Objectives as they deserve attention: by verdict, the worst first, and among those of one verdict by how much of the limit they use. */
export function rankedObjectives(run: RunDocument): ObjectiveResult[] {
  const share = (objective: ObjectiveResult): number => shareOfLimit(objective) ?? 0;
  return sortedObjectives(run).toSorted((left, right) => (left.verdict === right.verdict ? share(right) - share(left) : 0));
}

/** How much of what the limit allows the measured value uses up; 1 is at the limit. Undefined where a ratio says nothing. */
export function shareOfLimit(objective: Pick<ObjectiveResult, 'text' | 'value' | 'limit'>): number | undefined {
  const { value, limit } = objective;
  const direction = objectiveDirection(objective);
  if (value === null || direction === undefined) return undefined;
  const ratio = direction === 'above' ? limit / value : value / limit;
  return Number.isFinite(ratio) ? ratio : undefined;
}
