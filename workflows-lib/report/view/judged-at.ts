import type { RunDocument } from '../../history/run-document.ts';

/**
 * Where something was measured, as it goes on after its figures: `at 1, 5, 10 users`, `in soak`; empty where that is the benchmark, which has
 * only one place. `stages` are ids with a comma between, as an objective names them.
 */
export function judgedAt(run: Pick<RunDocument, 'stages'>, stages: string | null): string {
  if (stages === null) return '';
  const known = new Map(run.stages.map((stage) => [stage.id, stage]));
  const found = stages.split(', ').map((id) => known.get(id));
  if (found.every((stage) => stage?.workload === 'sequential')) return '';
  const users = found.map((stage) => stage?.users);
  if (users.includes(undefined)) return `in ${stages}`;
  return `at ${users.join(', ')} ${users.length === 1 && users[0] === 1 ? 'user' : 'users'}`;
}
