import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { sampleBenchmark } from '../../workflows-lib/report/testing/sample-run.ts';
import { plantArtifact } from './artifacts.ts';
import type { PlantedContent } from './artifacts.ts';
import type { Grants, LoopbackGitHub } from './contract.ts';
import { addPull, addWorkflowRun } from './seed.ts';
import type { ActionRun, SpawnOptions, WorkflowEvent } from './spawn-action.ts';
import { spawnAction } from './spawn-action.ts';
import { addRepository } from './state.ts';
import type { PullRequest, Repository } from './state.ts';

/** Stands inside every token: it must turn up nowhere. */
export const PLANTED = 'PlantedSecret9f81c';

/** The repository that all scenes play in. */
export const REPOSITORY = 'octo-org/octo-repo';
/** The fork of it. */
export const FORK = 'stranger/octo-repo';
/** The commit that was measured. */
export const HEAD = 'c0ffee'.padEnd(40, '0');
/** The workflow run that measured it. */
export const RUN_ID = 7001;

/** What `report` needs, as benchmark.yml grants it. */
export const REPORT_GRANTS: Grants = { actions: 'read', checks: 'write', 'pull-requests': 'write' };

/** One pull request whose benchmark has just ended. */
export interface Scene {
  readonly github: LoopbackGitHub;
  readonly repository: Repository;
  readonly pull: PullRequest;
  /** Uploads a run document, files of one's own, or raw bytes instead of a zip. */
  plant(content: RunDocument | PlantedContent, runId?: number): void;
  /** Runs the report action as the job of a pull request from a branch of the same repository. */
  report(options?: ReportOptions): Promise<ActionRun>;
  /** Runs it as the privileged half, after the workflow of a fork's pull request. */
  reportOnFork(options?: ReportOptions): Promise<ActionRun>;
}

/** What a test changes. */
export interface ReportOptions extends Partial<SpawnOptions> {
  readonly grants?: Grants;
  readonly runId?: number;
  readonly attempt?: number;
  readonly headSha?: string;
}

/** Forgets everything, and sets up a repository, its fork and an open pull request from either of them. */
export function createScene(github: LoopbackGitHub, from: 'branch' | 'fork' = 'branch'): Scene {
  github.reset();
  const repository = addRepository(github.state, REPOSITORY);
  addRepository(github.state, FORK, { forkOf: REPOSITORY });
  const headRepository = from === 'fork' ? FORK : REPOSITORY;
  const pull = addPull(github.state, repository, { headSha: HEAD, headRef: 'faster', headRepository });
  addWorkflowRun(github.state, repository, { id: RUN_ID, headSha: HEAD, headBranch: 'faster', headRepository });
  const run = async (event: WorkflowEvent, options: ReportOptions): Promise<ActionRun> => {
    const { grants = REPORT_GRANTS, runId = RUN_ID, attempt = 1, env, ...rest } = options;
    return await spawnAction({
      ...{ action: 'report', repository: REPOSITORY, github, event },
      token: github.token({ repository: REPOSITORY, grants, prefix: PLANTED }),
      env: { GITHUB_RUN_ID: String(runId), GITHUB_RUN_ATTEMPT: String(attempt), ...env },
      ...rest,
    });
  };
  return {
    github,
    repository,
    pull,
    plant: (content, runId = RUN_ID) => {
      const files = isRun(content) ? { 'run.json': JSON.stringify(content) } : content;
      plantArtifact(github.state, { name: 'shotclock-run', runId, repository: REPOSITORY, content: files });
    },
    report: async (options = {}) => run(pullRequestEvent(pull, options.headSha), options),
    // The privileged half has a run of its own; the one that measured stands in the event.
    reportOnFork: async ({ runId = RUN_ID, attempt, ...options } = {}) =>
      run(workflowRunEvent({ runId, attempt, headSha: options.headSha }), { ...options, runId: 9001 }),
  };
}

/** A run that passes. */
export function passingRun(): RunDocument {
  const run = sampleBenchmark();
  return { ...run, objectives: run.objectives.filter(({ verdict }) => verdict === 'pass'), verdict: 'pass' };
}

function isRun(content: RunDocument | PlantedContent): content is RunDocument {
  return 'schema' in content && 'metrics' in content;
}

/** The event of a pull request, as far as anything reads it. */
export function pullRequestEvent(pull: PullRequest, headSha = pull.headSha): WorkflowEvent {
  const repo = { full_name: REPOSITORY };
  const head = {
    sha: headSha,
    ref: pull.headRef,
    repo: pull.headRepository === null ? null : { full_name: pull.headRepository },
  };
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number: pull.number,
      pull_request: { number: pull.number, head, base: { sha: pull.baseSha, ref: pull.baseRef, repo } },
      repository: { full_name: REPOSITORY, default_branch: 'main' },
    },
  };
}

/** The event of a finished workflow; a fork's has no pull requests in it. */
export function workflowRunEvent(run: {
  readonly runId?: number;
  readonly attempt?: number | undefined;
  readonly headSha?: string | undefined;
  readonly conclusion?: string;
}): WorkflowEvent {
  const { runId = RUN_ID, attempt = 1, headSha = HEAD, conclusion = 'success' } = run;
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        ...{ id: runId, run_attempt: attempt, event: 'pull_request', conclusion, head_sha: headSha, head_branch: 'faster' },
        ...{ head_repository: { full_name: FORK }, pull_requests: [] },
        html_url: `https://github.com/${REPOSITORY}/actions/runs/${runId}`,
      },
      repository: { full_name: REPOSITORY, default_branch: 'main' },
    },
  };
}
