/**
 * The workflows, run for real by act (https://github.com/nektos/act) against the loopback GitHub, with the actions as they ship.
 *
 * What act 0.2.89 cannot do, and what therefore is not shown here: `$/` (written out in the copies that act runs, and checked by GitHub's
 * language service in language-service.test.ts), `permissions` (each job gets a token of its own here, with exactly the grants of its job,
 * and the loopback GitHub refuses the rest), `concurrency`, `timeout-minutes`, and that a `workflow_run` follows by itself (it is started
 * here with the event that GitHub would send).
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { sampleBenchmark } from '../../workflows-lib/report/testing/sample-run.ts';
import { plantArtifact } from '../github/artifacts.ts';
import { misplacedCredentials } from '../github/credentials.ts';
import { startLoopbackGitHub } from '../github/loopback.ts';
import type { LoopbackGitHub } from '../github/loopback.ts';
import { addWorkflowRun } from '../github/seed.ts';
import { FORK, REPOSITORY, createActBench, createScene, removeActBench, runWorkflow } from './act/bench.ts';
import type { ActBench, Scene, Workflow } from './act/bench.ts';
import { pullRequestEvent, pushEvent, workflowRunEvent } from './act/events.ts';
import { FAILING_PLAN, copyThisRepository, createTinyProject } from './act/project.ts';
import type { Project } from './act/project.ts';
import type { ActRun } from './act/run-act.ts';
import { grantsOf, readOnly, weakenings } from './grants.ts';
import type { GrantsByJob } from './grants.ts';
import { findTool, testWith } from './tools.ts';
import { CALLERS, OWN_WORKFLOWS, replaceOnce, workflowNamed } from './workflow-files.ts';
import type { WorkflowFile } from './workflow-files.ts';

const withAct = testWith('act', 'git');
/** The pull requests here have one commit and no base: they are benchmarked, not compared. */
const BENCHMARK = withoutBase(workflowNamed(OWN_WORKFLOWS, 'benchmark'));
const COMMENT = workflowNamed(OWN_WORKFLOWS, 'benchmark-comment');
const CI = workflowNamed(OWN_WORKFLOWS, 'ci');

function withoutBase(file: WorkflowFile): WorkflowFile {
  const text = file.text.replaceAll("inputs.mode || 'compare'", "'benchmark'").replaceAll('mode: compare }', 'mode: benchmark }');
  return { ...file, text };
}

let github: LoopbackGitHub;
let bench: ActBench;
let tiny: Project;

beforeAll(async () => {
  github = await startLoopbackGitHub();
  if (findTool('act') === undefined) return;
  bench = createActBench(github);
  tiny = createTinyProject(join(bench.work, 'projects', 'tiny'));
});

afterAll(async () => {
  if (findTool('act') !== undefined) removeActBench(bench);
  await github.close();
});

/** What there is to see on GitHub when a workflow has ended. */
function visible({ repository, pull }: Scene, run: ActRun): Readonly<Record<string, unknown>> {
  return {
    exitCode: run.exitCode,
    jobs: run.jobs,
    artifacts: github.state.artifacts.map(({ name }) => name),
    comments: repository.comments.map(({ issueNumber, author }) => `#${issueNumber - pull.number} by ${author}`),
    checks: repository.checkRuns.map(
      ({ name, headSha, status }) => `${name} ${headSha === pull.headSha ? 'head' : headSha} ${status}`,
    ),
    violations: github.violations,
  };
}

const REPORTED = {
  artifacts: ['shotclock-run'],
  comments: ['#0 by github-actions[bot]'],
  checks: ['benchmark head completed'],
  violations: [],
};

interface Attempt {
  readonly grants: GrantsByJob;
  readonly callers?: boolean;
  readonly project?: Project;
}

/** Runs a workflow; whatever it does, no token that GitHub was shown stands anywhere else. */
async function watched(workflow: Workflow): Promise<ActRun> {
  const run = await runWorkflow(bench, workflow);
  expect(await misplacedCredentials({ github, run: { log: run.log }, planted: [] })).toEqual([]);
  return run;
}

async function benchmark(scene: Scene, { grants, callers = false, project = tiny }: Attempt): Promise<ActRun> {
  const file = callers ? withoutBase(workflowNamed(CALLERS, 'benchmark')) : BENCHMARK;
  const event = pullRequestEvent(scene.repository, scene.pull);
  return await watched({ project, file, event, grants, runId: scene.run.id });
}

/** Uploads a run as if a benchmark had just ended. */
function plantRun(scene: Scene): void {
  const content = { 'run.json': JSON.stringify(sampleBenchmark()) };
  plantArtifact(github.state, { name: 'shotclock-run', runId: scene.run.id, repository: REPOSITORY, content });
}

/** The second half, when the first has ended. */
async function comment(scene: Scene, { grants, callers = false }: Attempt): Promise<ActRun> {
  const file = callers ? workflowNamed(CALLERS, 'benchmark-comment') : COMMENT;
  const { id } = addWorkflowRun(github.state, scene.repository, { name: 'benchmark-comment', event: 'workflow_run' });
  return await watched({ project: tiny, file, event: workflowRunEvent(scene.repository, scene.run), grants, runId: id });
}

const check = (scene: Scene, grants: GrantsByJob): Promise<ActRun> =>
  watched({ project: tiny, file: CI, event: pushEvent(scene.repository, tiny.merge), grants, runId: scene.run.id });

withAct('a pull request from a branch is measured by one job and reported by the other', async () => {
  const scene = await createScene(bench, tiny, 'branch');
  const run = await benchmark(scene, { grants: grantsOf(BENCHMARK) });
  expect(visible(scene, run)).toEqual({ ...REPORTED, exitCode: 0, jobs: { measure: 'success', report: 'success' } });
  expect(scene.repository.comments[0]?.body).toContain('shell.answer');
});

withAct('a missed objective fails the job that measured, and is reported all the same', async () => {
  const project = createTinyProject(join(bench.work, 'projects', 'failing'), FAILING_PLAN);
  const scene = await createScene(bench, project, 'branch');
  const run = await benchmark(scene, { grants: grantsOf(BENCHMARK), project });
  expect(visible(scene, run)).toEqual({ ...REPORTED, exitCode: 1, jobs: { measure: 'failure', report: 'success' } });
  expect(scene.repository.comments[0]?.body).toContain('Fail');
  expect(scene.repository.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
});

withAct('a second push edits the comment of the first', async () => {
  const scene = await createScene(bench, tiny, 'branch');
  await benchmark(scene, { grants: grantsOf(BENCHMARK) });
  const [{ id, body } = { id: 0, body: '' }] = scene.repository.comments;
  const later = addWorkflowRun(github.state, scene.repository, { headSha: scene.pull.headSha });
  const run = await benchmark({ ...scene, run: later }, { grants: grantsOf(BENCHMARK) });
  expect(run.jobs).toEqual({ measure: 'success', report: 'success' });
  expect(scene.repository.comments.map((one) => one.id)).toEqual([id]);
  expect(scene.repository.comments[0]?.body).not.toBe(body);
});

withAct(
  "a fork's pull request is measured with a token that can only read, and reported from the default branch afterwards",
  async () => {
    const scene = await createScene(bench, tiny, 'fork');
    const measured = await benchmark(scene, { grants: readOnly(grantsOf(BENCHMARK)) });
    expect(visible(scene, measured)).toEqual({
      ...{ exitCode: 0, artifacts: ['shotclock-run'], comments: [], checks: [], violations: [] },
      jobs: { measure: 'success' },
    });
    const reported = await comment(scene, { grants: grantsOf(COMMENT) });
    expect(visible(scene, reported)).toEqual({ ...REPORTED, exitCode: 0, jobs: { comment: 'success' } });
    expect(scene.repository.comments[0]?.body).toContain(FORK);
  },
);

withAct('the privileged half leaves alone what the first half reports itself, and what was cancelled', async () => {
  for (const change of [{ headRepository: REPOSITORY }, { event: 'push' }, { conclusion: 'cancelled' }]) {
    const scene = await createScene(bench, tiny, 'fork');
    Object.assign(scene.run, change);
    const run = await comment(scene, { grants: grantsOf(COMMENT) });
    expect({ change, jobs: run.jobs, requests: github.requests.length }).toEqual({
      change,
      jobs: {},
      requests: 0,
    });
  }
});

withAct('the two workflows that other repositories write do the same', async () => {
  const branch = await createScene(bench, tiny, 'branch');
  const run = await benchmark(branch, { grants: grantsOf(BENCHMARK), callers: true });
  expect({ ...visible(branch, run), jobs: {} }).toEqual({ ...REPORTED, exitCode: 0, jobs: {} });
  expect(run.jobs).toMatchObject({ measure: 'success', report: 'success' });

  const fork = await createScene(bench, tiny, 'fork');
  const measured = await benchmark(fork, { grants: readOnly(grantsOf(BENCHMARK)), callers: true });
  expect([measured.exitCode, measured.jobs['report'], fork.repository.comments]).toEqual([0, undefined, []]);
  const reported = await comment(fork, { grants: grantsOf(COMMENT), callers: true });
  expect({ ...visible(fork, reported), jobs: {} }).toEqual({ ...REPORTED, exitCode: 0, jobs: {} });
});

withAct('the check of a change checks it out and runs its script', async () => {
  const scene = await createScene(bench, tiny, 'branch');
  const run = await check(scene, grantsOf(CI));
  expect([run.exitCode, run.jobs, github.violations]).toEqual([0, { check: 'success' }, []]);
  expect(run.log).toContain('everything holds');
});

// The job that confirms has the steps and the grants of the one that measures, and nothing to do where nothing is compared.
for (const { name, job, grants } of weakenings(BENCHMARK).filter((weakened) => weakened.job !== 'confirm')) {
  withAct(`benchmark.yml does not work when ${name}`, async () => {
    const scene = await createScene(bench, tiny, 'branch');
    const run = await benchmark(scene, { grants });
    expect(run.jobs[job]).toBe('failure');
    expect(visible(scene, run)).not.toMatchObject(REPORTED);
    expect(github.violations).toEqual([]);
    expect(github.requests.map(({ status }) => status)).toContain(403);
  });
}

for (const { name, job, grants } of weakenings(COMMENT)) {
  withAct(`benchmark-comment.yml does not work when ${name}`, async () => {
    const scene = await createScene(bench, tiny, 'fork');
    plantRun(scene);
    const run = await comment(scene, { grants });
    expect(run.jobs[job]).toBe('failure');
    expect(visible(scene, run)).not.toMatchObject(REPORTED);
    expect(github.violations).toEqual([]);
    expect(github.requests.map(({ status }) => status)).toContain(403);
  });
}

for (const { name, job, grants } of weakenings(CI)) {
  withAct(`ci.yml does not work when ${name}`, async () => {
    const scene = await createScene(bench, tiny, 'branch');
    const run = await check(scene, grants);
    expect(run.jobs[job]).toBe('failure');
    expect(run.log).not.toContain('everything holds');
  });
}

withAct('act does not know $/ yet: once it does, the copies need not be rewritten', async () => {
  const scene = await createScene(bench, tiny, 'fork');
  const event = workflowRunEvent(scene.repository, scene.run);
  const run = await runWorkflow(bench, {
    project: tiny,
    file: COMMENT,
    event,
    grants: {},
    runId: scene.run.id,
    asItStands: true,
  });
  expect([run.exitCode, run.jobs]).toEqual([1, { comment: 'failure' }]);
  expect(run.log).toContain('Expected format {org}/{repo}[/path]@ref');
});

withAct(
  "this repository's own example is measured and reported",
  async () => {
    const project = copyThisRepository(join(bench.work, 'projects', 'own'));
    const scene = await createScene(bench, project, 'branch');
    const few = replaceOnce(BENCHMARK, ["samples: ${{ inputs.samples || '' }}", 'samples: 3']);
    const event = pullRequestEvent(scene.repository, scene.pull);
    const run = await watched({ project, file: few, event, grants: grantsOf(BENCHMARK), runId: scene.run.id });
    expect({ log: run.exitCode === 0 ? '' : run.log, ...visible(scene, run) }).toEqual({
      ...REPORTED,
      ...{ log: '', exitCode: 0, jobs: { measure: 'success', report: 'success' } },
    });
    for (const name of ['database.simple_query', 's3.get', 'claude.synthesis', 'mcp.tool_list', 'synthesis.simple']) {
      expect(run.log).toContain(name);
    }
  },
  120_000,
);
