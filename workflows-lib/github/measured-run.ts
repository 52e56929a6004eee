/** Which workflow run measured the newest commit of a pull request. */
import { z } from 'zod';
import type { GitHub } from './client.ts';
import type { RunOrder } from './comment-marker.ts';
import { hasArtifact } from './download-artifact.ts';
import { wasRefused } from './errors.ts';
import { commitSha, positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { PullRequest } from './pull-request.ts';
import type { Repository, Subject } from './workflow-context.ts';

const runSchema = z.object({
  id: positiveId,
  run_attempt: positiveId.optional(),
  event: z.string(),
  head_sha: commitSha,
  status: z.string().nullish(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
});

/** What there is to find a run by. */
export interface MeasuredRunQuery {
  readonly pull: PullRequest;
  readonly artifact: string;
  /** The run that our comment on the pull request shows. */
  readonly shown: RunOrder | undefined;
}

/**
 * The run that our comment shows, where it measured the head of the pull request and its artifact is still there; undefined otherwise. No other
 * run is looked for: GitHub does not say which of two pull requests from one branch a run is for (its list names every open one with that head),
 * but the job that wrote the comment knew. Such a run has been reported, so it does not matter whether other jobs of it still go on.
 */
export async function findMeasuredRun(
  github: GitHub,
  repository: Repository,
  { pull, artifact, shown }: MeasuredRunQuery,
): Promise<Extract<Subject, { kind: 'pull-request' }> | undefined> {
  const run = shown === undefined ? undefined : await fetchRun(github, repository, shown.runId);
  if (shown === undefined || run === undefined || pull.headRepository === null) return undefined;
  const { headSha, headRepository } = pull;
  const isIts =
    run.event === 'pull_request' && run.head_sha === headSha && isSame(run.head_repository?.full_name, headRepository);
  const runAttempt = run.run_attempt ?? shown.runAttempt;
  // A later attempt that is not through yet is about to be reported itself; until then its artifacts are of two attempts.
  const isUnderWay = runAttempt !== shown.runAttempt && run.status !== 'completed';
  if (!isIts || isUnderWay || !(await hasArtifact(github, { repository, runId: run.id, name: artifact }))) return undefined;
  return { kind: 'pull-request', number: pull.number, headSha, headRepository, runId: run.id, runAttempt };
}

async function fetchRun(
  github: GitHub,
  { owner, name }: Repository,
  runId: number,
): Promise<z.infer<typeof runSchema> | undefined> {
  try {
    const { data } = await github.rest.actions.getWorkflowRun({ owner, repo: name, run_id: runId });
    return parseAnswer(runSchema, data, 'GET workflow run');
  } catch (error) {
    if (wasRefused(error, 404)) return undefined;
    throw error;
  }
}

function isSame(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}
