import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ObjectiveText, Plan } from '../config/plan.ts';
import type { ObjectiveSource } from '../gate/objective.ts';

/** Where an objective of the plan is written, from the root of the repository that the plan lies in, or from the plan's folder outside of one. */
export function sourceOf(plan: Pick<Plan, 'file'>, { line }: Pick<ObjectiveText, 'line'>): ObjectiveSource {
  const folder = dirname(plan.file);
  const file = relative(repositoryAbove(folder) ?? folder, plan.file);
  return { file: file.split(sep).join('/'), line };
}

/** The nearest folder at or above this one that git works in; `.git` is a file in worktrees and submodules. */
function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryAbove(parent);
}
