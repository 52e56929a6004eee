import type { PullRequest, Repository, WorkflowRun } from '../../github/state.ts';

/** What starts a workflow: its name and its payload, as far as workflows and actions read it. */
export interface Event {
  readonly name: string;
  readonly payload: unknown;
}

const identity = ({ fullName, name, owner, defaultBranch }: Repository): unknown => ({
  full_name: fullName,
  name,
  owner: { login: owner },
  default_branch: defaultBranch,
});

/** A push to a pull request. */
export function pullRequestEvent(repository: Repository, pull: PullRequest): Event {
  const head = {
    sha: pull.headSha,
    ref: pull.headRef,
    repo: pull.headRepository === null ? null : { full_name: pull.headRepository },
  };
  const base = { sha: pull.baseSha, ref: pull.baseRef, repo: { full_name: repository.fullName } };
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number: pull.number,
      pull_request: { number: pull.number, head, base },
      repository: identity(repository),
    },
  };
}

/** A push to the default branch. */
export function pushEvent(repository: Repository, sha: string): Event {
  return {
    name: 'push',
    payload: { ref: `refs/heads/${repository.defaultBranch}`, after: sha, repository: identity(repository) },
  };
}

/** The end of a workflow's run. `pull_requests` is empty, as GitHub leaves it for forks. */
export function workflowRunEvent(repository: Repository, run: WorkflowRun): Event {
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        ...{ id: run.id, run_attempt: run.attempt, name: run.name, event: run.event, conclusion: run.conclusion },
        ...{
          head_sha: run.headSha,
          head_branch: run.headBranch,
          head_repository: { full_name: run.headRepository },
          pull_requests: [],
        },
        html_url: `https://github.com/${repository.fullName}/actions/runs/${run.id}`,
      },
      repository: identity(repository),
    },
  };
}
