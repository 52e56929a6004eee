import {
  takeId,
  timestamp,
  type GitHubState,
  type Issue,
  type IssueComment,
  type Labelling,
  type PullRequest,
  type Repository,
  type WorkflowRun,
} from './state.ts';

/** The next number of an issue or a pull request of a repository. */
function nextNumber({ issues, pulls }: Repository): number {
  return Math.max(0, ...issues.map(({ number }) => number), ...pulls.map(({ number }) => number)) + 1;
}

/** Adds an open pull request from a branch of the repository itself, unless the options say otherwise. */
export function addPull(state: GitHubState, repository: Repository, options: Partial<PullRequest> = {}): PullRequest {
  const now = timestamp();
  const pull: PullRequest = {
    ...{ id: takeId(state), number: nextNumber(repository), title: 'A change', body: null, state: 'open', stateReason: null },
    ...{ labels: [], author: repository.owner, createdAt: now, updatedAt: now, closedAt: null, mergedAt: null, draft: false },
    ...{ headSha: 'a'.repeat(40), headRef: 'change', headRepository: repository.fullName },
    ...{ baseSha: 'b'.repeat(40), baseRef: repository.defaultBranch },
    ...options,
  };
  repository.pulls.push(pull);
  return pull;
}

/** Adds an open issue. */
export function addIssue(state: GitHubState, repository: Repository, options: Partial<Issue> = {}): Issue {
  const now = timestamp();
  const issue: Issue = {
    ...{ id: takeId(state), number: nextNumber(repository), title: 'An issue', body: null, state: 'open', stateReason: null },
    ...{ labels: [], author: repository.owner, createdAt: now, updatedAt: now, closedAt: null },
    ...options,
  };
  repository.issues.push(issue);
  return issue;
}

/** Adds a comment; nobody's permission is asked. */
export function addComment(
  state: GitHubState,
  repository: Repository,
  comment: Pick<IssueComment, 'issueNumber' | 'body' | 'author'>,
): IssueComment {
  const now = timestamp();
  const added: IssueComment = { id: takeId(state), createdAt: now, updatedAt: now, ...comment };
  repository.comments.push(added);
  return added;
}

/** Puts a label on an issue or pull request, or takes it off; nobody's permission is asked. */
export function addLabelling(
  state: GitHubState,
  repository: Repository,
  labelling: Pick<Labelling, 'issueNumber' | 'label' | 'actor'> & Partial<Labelling>,
): Labelling {
  const added: Labelling = { id: takeId(state), event: 'labeled', createdAt: timestamp(), ...labelling };
  repository.labellings.push(added);
  const issue = [...repository.issues, ...repository.pulls].find(({ number }) => number === added.issueNumber);
  const others = issue?.labels.filter((label) => label !== added.label) ?? [];
  if (issue !== undefined) issue.labels = added.event === 'labeled' ? [...others, added.label] : others;
  return added;
}

/** Adds a finished run of `benchmark.yml` for a pull request, unless the options say otherwise. */
export function addWorkflowRun(state: GitHubState, repository: Repository, options: Partial<WorkflowRun> = {}): WorkflowRun {
  const run: WorkflowRun = {
    ...{ id: takeId(state), attempt: 1, name: 'Benchmark', path: '.github/workflows/benchmark.yml', event: 'pull_request' },
    ...{ status: 'completed', conclusion: 'success', headSha: 'a'.repeat(40), headBranch: 'change' },
    ...{ headRepository: repository.fullName, actor: repository.owner, createdAt: timestamp() },
    ...options,
  };
  repository.workflowRuns.push(run);
  return run;
}
