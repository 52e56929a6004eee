import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the loopback GitHub knows: plain data that tests read and change. */
export interface GitHubState {
  /** By full name, `owner/name`. */
  readonly repositories: Map<string, Repository>;
  readonly artifacts: Artifact[];
  /** Every account that was ever mentioned, by login. */
  readonly accounts: Map<string, Account>;
  /** Holds the bare git folders. */
  readonly gitRoot: string;
  /** The next id of anything. */
  nextId: number;
}

/** A user, a bot or an organization. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** A repository and what it holds. Lists are in the order of creation. */
export interface Repository {
  readonly id: number;
  readonly fullName: string;
  readonly owner: string;
  readonly name: string;
  defaultBranch: string;
  private: boolean;
  /** The full name of the repository that it was forked from. */
  forkOf: string | null;
  /** A bare git folder; it exists after the first use through `git.ts`. */
  readonly gitFolder: string;
  readonly pulls: PullRequest[];
  readonly issues: Issue[];
  readonly comments: IssueComment[];
  readonly labellings: Labelling[];
  readonly checkRuns: CheckRun[];
  readonly deployments: Deployment[];
  readonly statuses: CommitStatus[];
  readonly workflowRuns: WorkflowRun[];
  readonly dispatches: Dispatch[];
  /** What a collaborator may do, by login. */
  readonly collaborators: Map<string, 'admin' | 'write' | 'read' | 'none'>;
}

/** What an issue and a pull request have in common; they share their numbers. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null;
  labels: string[];
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** A pull request, which is an issue too. */
export interface PullRequest extends Issue {
  headSha: string;
  headRef: string;
  /** Full name; null when the fork was deleted. */
  headRepository: string | null;
  baseSha: string;
  baseRef: string;
  draft: boolean;
  mergedAt: string | null;
}

/** A comment on an issue or a pull request. */
export interface IssueComment {
  readonly id: number;
  readonly issueNumber: number;
  body: string;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** A label that was put on an issue or taken off. */
export interface Labelling {
  readonly id: number;
  readonly issueNumber: number;
  readonly event: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly actor: string;
  readonly createdAt: string;
}

/** A remark of a check run on lines of a file. */
export interface CheckAnnotation {
  path: string;
  startLine: number;
  endLine: number;
  startColumn: number | null;
  endColumn: number | null;
  level: 'notice' | 'warning' | 'failure';
  message: string;
  title: string | null;
  rawDetails: string | null;
}

/** A check run on a commit. */
export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: CheckAnnotation[];
  externalId: string;
  detailsUrl: string | null;
  startedAt: string;
  completedAt: string | null;
}

/** A deployment with its statuses. */
export interface Deployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: Readonly<Record<string, unknown>> | string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly statuses: DeploymentStatus[];
}

/** What became of a deployment. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly environment: string;
  readonly creator: string;
  readonly createdAt: string;
}

/** A status of a commit, as other systems than checks set it. */
export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

/** A run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  attempt: number;
  name: string;
  /** The workflow's file, `.github/workflows/benchmark.yml`. */
  path: string;
  event: string;
  status: string;
  conclusion: string | null;
  headSha: string;
  headBranch: string;
  headRepository: string;
  actor: string;
  readonly createdAt: string;
}

/** A `repository_dispatch` or `workflow_dispatch` that somebody sent. */
export type Dispatch =
  | { readonly kind: 'repository'; readonly eventType: string; readonly payload: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'workflow';
      readonly workflow: string;
      readonly ref: string;
      readonly inputs: Readonly<Record<string, unknown>>;
    };

/** An uploaded artifact: `bytes` is the zip as the blob store holds it. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly repository: string;
  bytes: Buffer;
  expired: boolean;
  readonly createdAt: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string;
  /** When it goes away; 90 days after its creation when not said. */
  readonly expiresAt?: string;
}

/** An empty GitHub whose git folders stand in `gitRoot`. */
export function createState(gitRoot: string): GitHubState {
  return { repositories: new Map(), artifacts: [], accounts: new Map(), gitRoot, nextId: 1001 };
}

/** Empties the state in place and removes the git folders. */
export function clearState(state: GitHubState): void {
  for (const repository of state.repositories.values()) rmSync(repository.gitFolder, { recursive: true, force: true });
  state.repositories.clear();
  state.artifacts.length = 0;
  state.accounts.clear();
  state.nextId = 1001;
}

/** An id that nothing else has. */
export function takeId(state: GitHubState): number {
  return state.nextId++;
}

/** Now, as GitHub writes it: to the second. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The account of a login, made when it is first mentioned. */
export function accountOf(state: GitHubState, login: string): Account {
  const known = state.accounts.get(login);
  if (known !== undefined) return known;
  const account: Account = { id: takeId(state), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
  state.accounts.set(login, account);
  return account;
}

/** Adds a repository; adding it again changes nothing and returns the one that is there. */
export function addRepository(
  state: GitHubState,
  fullName: string,
  { forkOf = null, isPrivate = false }: { readonly forkOf?: string | null; readonly isPrivate?: boolean } = {},
): Repository {
  const known = state.repositories.get(fullName);
  if (known !== undefined) return known;
  const [owner = '', name = ''] = fullName.split('/');
  const repository: Repository = {
    ...{ id: takeId(state), fullName, owner, name, defaultBranch: 'main', private: isPrivate, forkOf },
    gitFolder: join(state.gitRoot, owner, `${name}.git`),
    ...{
      pulls: [],
      issues: [],
      comments: [],
      labellings: [],
      checkRuns: [],
      deployments: [],
      statuses: [],
      workflowRuns: [],
      dispatches: [],
    },
    collaborators: new Map([[owner, 'admin' as const]]),
  };
  state.repositories.set(fullName, repository);
  return repository;
}

/** Adds an artifact; its digest is that of its bytes. */
export function addArtifact(
  state: GitHubState,
  artifact: Pick<Artifact, 'name' | 'runId' | 'repository' | 'bytes'> & Partial<Artifact>,
): Artifact {
  const digest = `sha256:${createHash('sha256').update(artifact.bytes).digest('hex')}`;
  const added: Artifact = { id: takeId(state), expired: false, createdAt: timestamp(), digest, ...artifact };
  state.artifacts.push(added);
  return added;
}
