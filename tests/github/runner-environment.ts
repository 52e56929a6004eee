import { dirname } from 'node:path';
import { at, textAt } from '../../workflows-lib/core/json.ts';
import type { LoopbackGitHub } from './contract.ts';
import { idTokenRequestUrl } from './oidc.ts';
import type { RunnerFolders } from './runner-folders.ts';
import { runtimeToken } from './runtime-token.ts';

/** What set a workflow off. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** A step that is to be run. */
export interface Step {
  readonly action: string;
  readonly event: WorkflowEvent;
  readonly repository: string;
  readonly token: string;
  readonly github: LoopbackGitHub | undefined;
  readonly folders: RunnerFolders;
  /** Node's binary. */
  readonly node: string;
  /** Variables that a workflow sets, or that a test wants otherwise. */
  readonly env: Readonly<Record<string, string>>;
}

/** The commit that a job without a commit in its event is about. */
const DEFAULT_SHA = '0f1e2d3c4b5a69788796a5b4c3d2e1f001234567';

/** Nothing listens here: an action that was given no loopback GitHub does not reach the real one by mistake. */
const NOWHERE = 'http://127.0.0.1:9';
const JOB_BACKEND_ID = 'ca395085-040a-526b-2ce8-bdc85f692774';

/**
 * The variables of a step as the runner sets them, without the inputs:
 * https://docs.github.com/actions/reference/workflows-and-actions/variables. Nothing of the test's own environment leaks in. Other than on
 * the runner TMPDIR is set, so that what an action leaves in it can be seen and removed.
 */
export function runnerEnvironment(step: Step): Record<string, string> {
  const variables = { ...machineVariables(step), ...jobVariables(step), ...fileVariables(step.folders), ...step.env };
  return { ...variables, ...serviceVariables(step, variables), ...step.env };
}

function machineVariables({ folders, node }: Step): Record<string, string> {
  return {
    ...{ CI: 'true', LANG: 'C.UTF-8', USER: 'runner', SHELL: '/bin/bash', HOME: folders.home, TMPDIR: folders.temporary },
    PATH: `${dirname(node)}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    ...{
      ImageOS: 'ubuntu24',
      ImageVersion: '20261101.1.0',
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    },
    ...{ RUNNER_NAME: 'GitHub Actions 1', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_TRACKING_ID: folders.trackingId },
    ...{ RUNNER_TEMP: folders.runnerTemp, RUNNER_TOOL_CACHE: folders.toolCache, AGENT_TOOLSDIRECTORY: folders.toolCache },
    RUNNER_WORKSPACE: dirname(folders.workspace),
  };
}

function jobVariables({ action, event, repository, github, folders }: Step): Record<string, string> {
  const { ref, sha, headRef, baseRef } = placeOf(event);
  const apiUrl = github?.apiUrl ?? NOWHERE;
  const workflowRef = `${repository}/.github/workflows/${action}.yml@${ref}`;
  return {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_ACTION: `__self_${action}`, GITHUB_ACTION_REF: '', GITHUB_ACTION_REPOSITORY: '' },
    ...{ GITHUB_ACTOR: 'octo-user', GITHUB_ACTOR_ID: '583231', GITHUB_TRIGGERING_ACTOR: 'octo-user' },
    ...{
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: apiUrl,
      GITHUB_GRAPHQL_URL: `${github?.url ?? NOWHERE}/api/graphql`,
    },
    ...{ GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '' },
    ...{ GITHUB_REPOSITORY_ID: String(github?.state.repositories.get(repository)?.id ?? 1), GITHUB_REPOSITORY_OWNER_ID: '1' },
    ...{ GITHUB_RUN_ID: '7001', GITHUB_RUN_NUMBER: '1', GITHUB_RUN_ATTEMPT: '1', GITHUB_RETENTION_DAYS: '90' },
    ...{ GITHUB_WORKFLOW: action, GITHUB_WORKFLOW_REF: workflowRef, GITHUB_WORKFLOW_SHA: sha, GITHUB_JOB: action },
    ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: folders.eventPath, GITHUB_WORKSPACE: folders.workspace },
    ...{ GITHUB_REF: ref, GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''), GITHUB_REF_PROTECTED: 'false' },
    ...{ GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch', GITHUB_SHA: sha },
    ...{ GITHUB_HEAD_REF: headRef, GITHUB_BASE_REF: baseRef },
  };
}

function fileVariables({ files }: RunnerFolders): Record<string, string> {
  return {
    ...{ GITHUB_OUTPUT: files.output, GITHUB_ENV: files.env, GITHUB_STATE: files.state },
    ...{ GITHUB_PATH: files.path, GITHUB_STEP_SUMMARY: files.summary },
  };
}

/** The results service, and the identity provider only for a token that may ask for identities. */
function serviceVariables({ github, token, event }: Step, variables: Readonly<Record<string, string>>): Record<string, string> {
  if (github === undefined) return {};
  const get = (name: string): string => variables[name] ?? '';
  const [repository, runId] = [get('GITHUB_REPOSITORY'), Number(get('GITHUB_RUN_ID'))];
  const results = {
    ...{ ACTIONS_RESULTS_URL: github.resultsUrl, ACTIONS_RUNTIME_URL: github.resultsUrl },
    ACTIONS_RUNTIME_TOKEN: runtimeToken({ repository, runId, job: JOB_BACKEND_ID }),
  };
  if (github.identify(token)?.grants['id-token'] !== 'write') return results;
  const job = {
    ...{ repository, runId, runAttempt: Number(get('GITHUB_RUN_ATTEMPT')), eventName: event.name, actor: get('GITHUB_ACTOR') },
    ...{ ref: get('GITHUB_REF'), sha: get('GITHUB_SHA'), headRef: get('GITHUB_HEAD_REF'), baseRef: get('GITHUB_BASE_REF') },
    ...{ workflow: get('GITHUB_WORKFLOW'), workflowRef: get('GITHUB_WORKFLOW_REF') },
  };
  const url = idTokenRequestUrl(github.url, job);
  return { ...results, ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token };
}

interface EventPlace {
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
}

/** Where a job runs: a pull request on its merge commit, a push on what was pushed, all others on the default branch. */
function placeOf({ name, payload }: WorkflowEvent): EventPlace {
  const branch = textAt(payload, 'repository', 'default_branch') || 'main';
  if (name === 'pull_request') {
    const number = at(payload, 'pull_request', 'number') ?? at(payload, 'number');
    return {
      ref: `refs/pull/${typeof number === 'number' ? number : 0}/merge`,
      sha: textAt(payload, 'pull_request', 'merge_commit_sha') || DEFAULT_SHA,
      headRef: textAt(payload, 'pull_request', 'head', 'ref'),
      baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
    };
  }
  const pushed = name === 'push' ? { ref: textAt(payload, 'ref'), sha: textAt(payload, 'after') } : { ref: '', sha: '' };
  return { ref: pushed.ref || `refs/heads/${branch}`, sha: pushed.sha || DEFAULT_SHA, headRef: '', baseRef: '' };
}

/** The `github` and `runner` contexts, as far as defaults of inputs use them. */
export function expressionContexts(step: Step, env: Readonly<Record<string, string>>): Record<string, unknown> {
  const contextOf = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(env)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value]),
    );
  return {
    github: { ...contextOf('GITHUB_'), token: step.token, event: step.event.payload },
    runner: contextOf('RUNNER_'),
  };
}
