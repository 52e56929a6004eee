/** A side of a comparison on disk, with its plan read. */
import type { Plan } from '../../config/plan.ts';
import type { Comparison } from '../../history/comparison.ts';
import type { SideSource } from './sides/find-base.ts';

/** Where a side comes from, and what is to be started there. */
export interface PlannedSide {
  readonly source: SideSource;
  readonly plan: Plan;
}

/** Both sides. */
export type PlannedSides = Readonly<Record<'base' | 'head', PlannedSide>>;

/** A side as a document tells it. Without a plan its digest is empty. */
export function describeSide({ label, commit, origin }: SideSource, plan?: Plan): Comparison['base'] {
  return { label, commit, origin, planDigest: plan?.digest ?? '' };
}

/** What people call a side, with its commit: `main 5d0e3c9a41b2`. */
export function nameOfSide({ label, commit }: SideSource): string {
  return commit === null || label === commit ? label.slice(0, 40) : `${label} ${commit.slice(0, 12)}`;
}
