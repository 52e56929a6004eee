import type { Grants } from '../github/loopback.ts';
import { parseWorkflow } from './parse-workflow.ts';
import type { WorkflowFile } from './workflow-files.ts';

/** What the token of each job may do, by the job's id. */
export type GrantsByJob = Readonly<Record<string, Grants>>;

/** What a workflow grants to its jobs. */
export function grantsOf(file: WorkflowFile): GrantsByJob {
  return Object.fromEntries(
    parseWorkflow(file).jobs.map(({ id, grants }) => [
      id,
      Object.fromEntries(grants.map(({ permission, level }) => [permission, level])),
    ]),
  );
}

/** Every single grant of a workflow: the job and the permission. */
export function everyGrant(file: WorkflowFile): readonly (readonly [job: string, permission: string])[] {
  return parseWorkflow(file).jobs.flatMap(({ id, grants }) => grants.map(({ permission }) => [id, permission] as const));
}

/** The grants without one of them. Throws when it is not there. */
export function without(grants: GrantsByJob, [job, permission]: readonly [job: string, permission: string]): GrantsByJob {
  const kept = Object.entries(grants[job] ?? {}).filter(([name]) => name !== permission);
  if (kept.length === Object.keys(grants[job] ?? {}).length) throw new Error(`${job} has no ${permission}`);
  return { ...grants, [job]: Object.fromEntries(kept) };
}

/** What becomes of grants when a fork's pull request starts the workflow: nothing can be written. */
export function readOnly(grants: GrantsByJob): GrantsByJob {
  return Object.fromEntries(
    Object.entries(grants).map(([job, all]) => [
      job,
      Object.fromEntries(Object.keys(all).map((permission) => [permission, 'read'])),
    ]),
  );
}
