/** Which workflow run measured the newest commit of a pull request. */
import { z } from 'zod';
import type { GitHub } from './client.ts';
import { hasArtifact } from './download-artifact.ts';
import { commitSha, positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { PullRequest } from './pull-request.ts';
import type { Repository, Subject } from './workflow-context.ts';

const runSchema = z.object({
  id: positiveId,
  run_attempt: positiveId.optional(),
  head_sha: commitSha,
  status: z.string().nullish(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
});

/** More runs than that of one commit are not looked through. */
const MOST_RUNS = 20;

/**
 * The newest finished run of a `pull_request` event at the head of the pull request, from the same repository or fork, that kept an artifact of
 * this name. Undefined where there is none (yet).
 */
export async function findMeasuredRun(
  github: GitHub,
  repository: Repository,
  { pull, artifact }: { readonly pull: PullRequest; readonly artifact: string },
): Promise<Extract<Subject, { kind: 'pull-request' }> | undefined> {
  const { data } = await github.rest.actions.listWorkflowRunsForRepo({
    ...{ owner: repository.owner, repo: repository.name, event: 'pull_request', head_sha: pull.headSha, per_page: 100 },
  });
  const { workflow_runs: runs } = parseAnswer(z.object({ workflow_runs: z.array(runSchema) }), data, 'GET workflow run');
  // A fork may have pushed the very commit: its runs are another pull request's.
  const own = runs
    .filter((run) => run.head_sha === pull.headSha && run.status === 'completed' && isFrom(run.head_repository?.full_name, pull))
    .toSorted((left, right) => right.id - left.id);
  for (const run of own.slice(0, MOST_RUNS)) {
    if (!(await hasArtifact(github, { repository, runId: run.id, name: artifact }))) continue;
    const headRepository = pull.headRepository ?? 'unknown repository';
    const order = { runId: run.id, runAttempt: run.run_attempt ?? 1 };
    return { kind: 'pull-request', number: pull.number, headSha: pull.headSha, headRepository, ...order };
  }
  return undefined;
}

function isFrom(fullName: string | undefined, { headRepository }: PullRequest): boolean {
  return headRepository !== null && fullName?.toLowerCase() === headRepository.toLowerCase();
}
