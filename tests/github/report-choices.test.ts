/** What the README of `report` says about doing without a grant, about a run from a file and about large runs, held against the bundle. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { sampleBenchmark, sampleFailedLoad } from '../../workflows-lib/report/testing/sample-run.ts';
import { createSandbox } from '../e2e/cli.ts';
import type { Grants } from './contract.ts';
import { misplacedCredentials } from './credentials.ts';
import { HEAD, PLANTED, REPORT_GRANTS, REPOSITORY, createScene, passingRun } from './scene.ts';
import type { ReportOptions, Scene } from './scene.ts';
import type { ActionRun } from './spawn-action.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
let scene: Scene;
let workspace = '';

beforeEach(async () => {
  scene = createScene(github);
  workspace = await mkdtemp(join(tmpdir(), 'report choices '));
});
afterEach(async () => {
  await rm(workspace, { recursive: true });
  expect(github.violations).toEqual([]);
});

async function report(options: ReportOptions): Promise<ActionRun> {
  const run = await scene.report({ workspace, ...options });
  expect(await misplacedCredentials({ github, run, workspace, planted: [PLANTED] })).toEqual([]);
  return run;
}

const errors = ({ annotations }: ActionRun): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
const published = (): readonly number[] => [scene.repository.comments.length, scene.repository.checkRuns.length];
const without = (permission: keyof Grants): Grants =>
  Object.fromEntries(Object.entries(REPORT_GRANTS).filter(([name]) => name !== permission));

describe('a grant can be done without', () => {
  test.each([
    ['checks: write, with check: false', { inputs: { check: 'false' }, grants: without('checks') }, [1, 0]],
    [
      'pull-requests: write, with comment: never and only reading',
      { inputs: { comment: 'never' }, grants: { ...REPORT_GRANTS, 'pull-requests': 'read' } },
      [0, 1],
    ],
    ['actions: read, with a file in run', { inputs: { run: 'run.json' }, grants: without('actions') }, [1, 1]],
  ] as const)('%s', async (_, options, expected) => {
    scene.plant(passingRun());
    await writeFile(join(workspace, 'run.json'), JSON.stringify(passingRun()));
    const run = await report(options);
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(published()).toEqual(expected);
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'pull-request': String(scene.pull.number) });
  });
});

test('a token that may not even read pull requests writes the check, the summary and the outputs, and is told what it lacks', async () => {
  scene.plant(sampleFailedLoad());
  const run = await report({ grants: without('pull-requests') });
  expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
    exitCode: 2,
    errors: [expect.stringContaining('grant `pull-requests: write`')],
  });
  expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
  expect(published()).toEqual([0, 1]);
  expect(run.outputs).toMatchObject({ verdict: 'fail', 'check-run-id': String(scene.repository.checkRuns[0]?.id) });
  expect(run.summary).toContain(sampleFailedLoad().run.system);
});

describe('a run from a file', () => {
  test('is reported on GitHub Enterprise Server, where artifacts of our kind do not exist', async () => {
    await writeFile(join(workspace, 'run.json'), JSON.stringify(passingRun()));
    const run = await report({ inputs: { run: 'run.json' }, env: { GITHUB_SERVER_URL: 'https://github.example.com' } });
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(published()).toEqual([1, 1]);
    expect(scene.repository.comments[0]?.body).toContain(`https://github.example.com/${REPOSITORY}/actions/runs/`);
  });

  test('that is not there is told to the pull request, and the step fails', async () => {
    const run = await report({ inputs: { run: 'nowhere.json' } });
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
      exitCode: 2,
      errors: [expect.stringMatching(/nowhere\.json/)],
    });
    expect(scene.repository.comments[0]?.body).toMatch(/nothing was measured/i);
  });

  test('and no artifact either is a contradiction', async () => {
    const run = await report({ inputs: { artifact: '' } });
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
      exitCode: 2,
      errors: ['input of report: run and artifact are both empty: name one of them'],
    });
    expect(published()).toEqual([0, 0]);
  });
});

/** A run of 2,000 operations that is consistent with itself. */
function largeRun(): RunDocument {
  const run = sampleBenchmark();
  const [metric] = run.metrics;
  const outcome = run.outcomes.find(({ operation }) => operation === metric?.operation);
  if (metric === undefined || outcome === undefined) throw new Error('the sample has no operation');
  const operations = Array.from({ length: 2_000 }, (_, index) => `tool_${String(index).padStart(4, '0')}.search`);
  const attempts = operations.length * outcome.attempts;
  const free = { costUsd: null, costPer1k: null, attempts, throughputPerS: attempts / 31 };
  return {
    ...run,
    stages: run.stages.map((stage) => ({ ...stage, ...free })),
    metrics: operations.map((operation) => ({ ...metric, operation })),
    outcomes: operations.map((operation) => ({ ...outcome, operation })),
    ...{ objectives: [], usage: [], verdict: 'pass', cost: { ...run.cost, totalUsd: 0, unpriced: [] } },
  };
}

test('2,000 metrics: one comment below the limit that says where the rest is, and the rest is in the summary', async () => {
  scene.plant(largeRun());
  const run = await report({});
  expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
  expect(published()).toEqual([1, 1]);
  const body = scene.repository.comments[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThan(60_000);
  expect(body).toMatch(/Shortened to fit a comment.*summary/);
  expect(scene.repository.checkRuns[0]?.summary?.length).toBeLessThan(65_535);
  const rows = (text: string): number => new Set(text.match(/tool_\d{4}\.search/g)).size;
  expect(rows(body)).toBeLessThan(2_000);
  expect(rows(run.summary)).toBe(2_000);
});

test('persistent server errors are given up, with what was asked and how often', async () => {
  scene.plant(passingRun());
  github.misbehave({ path: /\/comments/, times: 100, answer: { status: 502, body: { message: 'Server Error' } } });
  const run = await report({});
  expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
    exitCode: 2,
    errors: ['GitHub answered 502 to GET comment: Server Error (tried 5 times)'],
  });
  expect(published()).toEqual([0, 1]);
  expect(run.outputs).toMatchObject({ verdict: 'pass', 'check-run-id': String(scene.repository.checkRuns[0]?.id) });
});

describe('shotclock report RUN --publish', () => {
  async function publish(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const sandbox = await createSandbox();
    try {
      const run = await sandbox.write('run.json', JSON.stringify(passingRun()));
      const token = github.token({
        ...{ repository: REPOSITORY, grants: REPORT_GRANTS, prefix: PLANTED },
        ...{ kind: 'user', login: 'octo-user' },
      });
      const env = { GITHUB_TOKEN: token, GITHUB_API_URL: github.apiUrl };
      const ended = await sandbox.run(['report', run, '--publish', ...args], { env });
      expect(await misplacedCredentials({ github, run: ended, planted: [PLANTED] })).toEqual([]);
      return ended;
    } finally {
      await sandbox.remove();
    }
  }
  const place = (sha = HEAD): string[] => ['--repository', REPOSITORY, '--pull-request', `${scene.pull.number}`, '--sha', sha];

  test('writes one comment in the name of the token, edits it in place, and leaves that of the workflow alone', async () => {
    scene.plant(passingRun());
    await report({});
    // Within one second the second report is the same to the letter.
    for (const outcome of ['created', '(?:updated|unchanged)']) {
      const ended = await publish(...place());
      expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' });
      expect(ended.stdout).toMatch(new RegExp(`Comment ${outcome}: https://github.com/${REPOSITORY}/pull/${scene.pull.number}`));
    }
    expect(scene.repository.comments.map(({ author }) => author)).toEqual(['github-actions[bot]', 'octo-user']);
    const [ofWorkflow, ofLaptop] = scene.repository.comments.map(({ body }) => body.split('\n')[1]);
    expect(ofLaptop).toBe(ofWorkflow);
  });

  test('needs to be told the pull request and the commit', async () => {
    const nowhere = await publish('--repository', REPOSITORY);
    expect({ code: nowhere.code, message: nowhere.stderr }).toEqual({
      code: 2,
      message: expect.stringContaining('--pull-request'),
    });
    expect(published()).toEqual([0, 0]);
    const short = await publish(...place('c0ffee'));
    expect({ code: short.code, message: short.stderr }).toEqual({ code: 2, message: expect.stringContaining('--sha') });
  });
});
