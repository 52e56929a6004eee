/** Which repository, run and commit a job is about: the runner's variables and the event file, read once, before anything goes over the wire. */
import { UsageError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import { readEvent } from './event-file.ts';
import { commitSha, issueCommentEvent, mergeGroupEvent, pullRequestEvent, workflowRunEvent } from './event-schema.ts';

/** The variables of a job. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A repository on GitHub. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** Where a job runs and what it is about. */
export interface WorkflowContext {
  readonly repository: Repository;
  readonly eventName: string;
  /** GITHUB_SHA; for a pull request that is a merge that nobody pushed, so `subject` has the commit that counts. */
  readonly sha: string;
  readonly runId: number;
  readonly runAttempt: number;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly isEnterpriseServer: boolean;
  readonly subject: Subject;
}

/**
 * What was measured, by the event alone. For `workflow-run` the run, commit and repository are those of the run that measured; its pull request
 * is still to be found, and `headRepository` is null where the fork was deleted.
 */
export type Subject =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      readonly headSha: string;
      /** `owner/name`; "unknown repository" where the fork was deleted. */
      readonly headRepository: string;
      readonly runId: number;
      readonly runAttempt: number;
    }
  | {
      readonly kind: 'workflow-run';
      /** What started the run that measured: `pull_request`, `push`, … */
      readonly event: string;
      readonly runId: number;
      readonly runAttempt: number;
      readonly headSha: string;
      readonly headRepository: string | null;
      /** Empty where the run had none. */
      readonly headBranch: string;
      readonly conclusion: string | null;
    }
  /** Somebody commented on a pull request: what was measured of it is still to be found (`findMeasuredRun`). */
  | {
      readonly kind: 'pull-request-comment';
      readonly number: number;
      /** Of the default branch, as are the run's id and attempt those of this job. */
      readonly headSha: string;
      readonly runId: number;
      readonly runAttempt: number;
    }
  /** A merge queue tries out what merging would give: what was accepted on the pull request holds there, too, but nothing is said on it. */
  | {
      readonly kind: 'merge-group';
      /** By the name of the queue's branch, as is the branch that it is to be merged into: both are still to be verified. */
      readonly number: number;
      readonly baseRef: string;
      readonly headSha: string;
      readonly runId: number;
      readonly runAttempt: number;
    }
  | { readonly kind: 'commit'; readonly headSha: string; readonly runId: number; readonly runAttempt: number };

/**
 * Reads the job's variables and event file. Throws UsageError that names what is missing or malformed, and for `pull_request_target`, which is
 * not supported.
 */
export async function readWorkflowContext(env: Env): Promise<WorkflowContext> {
  const eventName = required(env, 'GITHUB_EVENT_NAME');
  const run = { runId: positive(env, 'GITHUB_RUN_ID'), runAttempt: positive(env, 'GITHUB_RUN_ATTEMPT') };
  const [apiUrl, serverUrl] = [address(env, 'GITHUB_API_URL'), address(env, 'GITHUB_SERVER_URL')];
  const sha = required(env, 'GITHUB_SHA');
  if (!commitSha.safeParse(sha).success) throw new UsageError(`GITHUB_SHA is no commit: ${quoted(sha)}`);
  return {
    repository: parseRepository(required(env, 'GITHUB_REPOSITORY')),
    eventName,
    sha,
    ...run,
    apiUrl,
    serverUrl,
    isEnterpriseServer: isEnterpriseServer(serverUrl, apiUrl),
    subject: await readSubject(env, eventName, { headSha: sha, ...run }),
  };
}

/** `owner/name`. Throws UsageError for anything else. */
export function parseRepository(text: string): Repository {
  const [, owner, name] = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/([A-Za-z0-9._-]{1,100})$/.exec(text) ?? [];
  if (owner === undefined || name === undefined || name === '.' || name === '..') {
    throw new UsageError(`${quoted(text)} is no repository: write it as owner/name`);
  }
  return { owner, name };
}

/** Whether the server is a GitHub Enterprise Server. An API on this machine is a test's, whatever its server is called. */
export function isEnterpriseServer(serverUrl: string, apiUrl: string): boolean {
  const { hostname } = new URL(serverUrl);
  return hostname !== 'github.com' && !hostname.endsWith('.ghe.com') && !isLoopback(new URL(apiUrl).hostname);
}

/** Whether a host name, as `URL` writes it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

type Commit = Omit<Extract<Subject, { kind: 'commit' }>, 'kind'>;

async function readSubject(env: Env, eventName: string, commit: Commit): Promise<Subject> {
  if (eventName === 'pull_request_target') {
    throw new UsageError(
      'pull_request_target is not supported: it hands secrets and a writing token to a run that a stranger started; measure on pull_request and publish on workflow_run, as benchmark.yml and benchmark-comment.yml do',
    );
  }
  if (eventName === 'pull_request') {
    const { pull_request: pull } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), eventName, pullRequestEvent);
    const headRepository = pull.head.repo?.full_name ?? 'unknown repository';
    return { ...commit, kind: 'pull-request', number: pull.number, headSha: pull.head.sha, headRepository };
  }
  if (eventName === 'workflow_run') {
    const { workflow_run: run } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), eventName, workflowRunEvent);
    return {
      kind: 'workflow-run',
      event: run.event,
      runId: run.id,
      runAttempt: run.run_attempt,
      headSha: run.head_sha,
      headRepository: run.head_repository?.full_name ?? null,
      headBranch: run.head_branch ?? '',
      conclusion: run.conclusion ?? null,
    };
  }
  if (eventName === 'issue_comment') {
    const { issue } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), eventName, issueCommentEvent);
    if (issue.pull_request === undefined || issue.pull_request === null) {
      throw new UsageError(`#${String(issue.number)} is no pull request: there is nothing to report on an issue`);
    }
    return { ...commit, kind: 'pull-request-comment', number: issue.number };
  }
  return eventName === 'merge_group' ? await readMergeGroup(env, commit) : { kind: 'commit', ...commit };
}

const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,14})-[0-9a-f]+$/;

async function readMergeGroup(env: Env, commit: Commit): Promise<Subject> {
  const { merge_group: group } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), 'merge_group', mergeGroupEvent);
  const [, baseRef, number] = QUEUE.exec(group.head_ref) ?? [];
  return baseRef === undefined
    ? { kind: 'commit', ...commit }
    : { ...commit, kind: 'merge-group', number: Number(number), baseRef };
}

function required(env: Env, name: string): string {
  const value = env[name] ?? '';
  if (value === '') throw new UsageError(`${name} is not set: this runs in a GitHub Actions job`);
  return value;
}

function positive(env: Env, name: string): number {
  const text = required(env, name);
  const value = Number(text);
  if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(value))
    throw new UsageError(`${name} is no positive number: ${quoted(text)}`);
  return value;
}

function address(env: Env, name: string): string {
  const text = required(env, name);
  const url = URL.parse(text);
  if (
    url === null ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.username !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new UsageError(`${name} is no address of a server: it wants http(s)://host and no credentials`);
  }
  return text.replace(/\/+$/, '');
}

function quoted(text: string): string {
  return JSON.stringify(oneLine(text, 80));
}
