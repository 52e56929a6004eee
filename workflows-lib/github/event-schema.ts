/** What this room reads of GitHub's webhook events. Names of branches and repositories in them are whatever a stranger chose. */
import { z } from 'zod';

/** A full commit name, SHA-1 or SHA-256. */
export const commitSha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** A number that GitHub counts with. */
export const positiveId = z.int().positive();

/** A repository's `owner/name`. */
export const fullName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/);

const repository = z.object({ full_name: fullName }).nullish();

/** `pull_request`. */
export const pullRequestEvent = z.object({
  pull_request: z.object({ number: positiveId, head: z.object({ sha: commitSha, repo: repository }) }),
});

/** `workflow_run`. Its `pull_requests` is left out on purpose: it is empty for forks. */
export const workflowRunEvent = z.object({
  workflow_run: z.object({
    id: positiveId,
    run_attempt: positiveId,
    event: z.string().min(1).max(100),
    head_sha: commitSha,
    head_repository: repository,
    head_branch: z.string().max(1000).nullish(),
    conclusion: z.string().max(100).nullish(),
  }),
});

/** `merge_group`. Its `head_ref` is `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`, of the last pull request in the group. */
export const mergeGroupEvent = z.object({ merge_group: z.object({ head_ref: z.string().max(1000) }) });

/** `issue_comment`; without `pull_request` the comment is on an issue. */
export const issueCommentEvent = z.object({ issue: z.object({ number: positiveId, pull_request: z.object({}).nullish() }) });
