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

/** A workflow's grants, one of them taken away or made weaker. */
export interface Weakened {
  /** For the name of a test. */
  readonly name: string;
  readonly job: string;
  readonly permission: string;
  readonly grants: GrantsByJob;
}

/** Every way to grant a workflow a little less: each grant left out, and each that may write only reading. */
export function weakenings(file: WorkflowFile): readonly Weakened[] {
  const grants = grantsOf(file);
  return Object.entries(grants).flatMap(([job, all]) =>
    Object.entries(all).flatMap(([permission, level]) => {
      const others = Object.fromEntries(Object.entries(all).filter(([other]) => other !== permission));
      const without = { name: `${job} lacks ${permission}`, job, permission, grants: { ...grants, [job]: others } };
      if (level !== 'write') return [without];
      const weaker = { ...all, [permission]: 'read' as const };
      return [without, { ...without, name: `${job} may only read ${permission}`, grants: { ...grants, [job]: weaker } }];
    }),
  );
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
