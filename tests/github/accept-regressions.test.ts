/** Accepting regressions on a pull request, in process against the loopback GitHub: who may, what it changes, and what is left of it later. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { publishReport } from '../../workflows-lib/commands/publish-report.ts';
import type { PublishOptions, Published } from '../../workflows-lib/commands/publish-report.ts';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import type { Log } from '../../workflows-lib/core/log.ts';
import type { ComparedMetric } from '../../workflows-lib/history/comparison.ts';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { sampleBenchmark } from '../../workflows-lib/report/testing/sample-run.ts';
import { compareRun, sampleComparison, sampleMetricOf } from '../../workflows-lib/report/testing/sample-comparison.ts';
import { plantArtifact } from './artifacts.ts';
import type { Grants } from './contract.ts';
import { FORK, HEAD, REPORT_GRANTS, REPOSITORY, RUN_ID, createScene, pullRequestEvent } from './scene.ts';
import type { Scene } from './scene.ts';
import { addComment, addLabelling, addWorkflowRun } from './seed.ts';
import { accountOf } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
const METRIC = 'db.read.duration';
const COMMAND = `/shotclock accept ${METRIC} the answers are right now`;

let folder = '';
let scene: Scene;
let warnings: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accept-'));
  scene = createScene(github);
  scene.repository.collaborators.set('mona', 'write').set('reader', 'read');
  scene.pull.labels = [];
  accountOf(github.state, 'stranger');
  warnings = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  expect(github.violations).toEqual([]);
});

/** A comparison in which reading the database became so much slower. */
function slower(estimate = 0.1, others: readonly ComparedMetric[] = []): RunDocument {
  const change = { estimate, low: estimate - 0.01, high: estimate + 0.01 };
  const metric = sampleMetricOf({ operation: 'db.read', metric: 'duration', verdict: 'regression', change });
  const metrics = [metric, ...others];
  const flagged = metrics.filter(({ verdict }) => verdict === 'regression').map(({ name }) => name);
  return compareRun(sampleComparison({ metrics, flagged, parts: [], statements: [] }));
}

/** The same, as a second machine found it. */
function again(verdict: ComparedMetric['verdict']): RunDocument {
  const metrics = [sampleMetricOf({ operation: 'db.read', metric: 'duration', verdict })];
  const found =
    verdict === 'regression' ? { flagged: [METRIC], verdict: 'fail' as const } : { flagged: [], verdict: 'pass' as const };
  return compareRun(sampleComparison({ metrics, ...found, parts: [], statements: [] }));
}

function plant(run: RunDocument, { runId = RUN_ID, name = 'shotclock-run' } = {}): void {
  const content = { 'run.json': JSON.stringify(run) };
  plantArtifact(github.state, { name, runId, repository: REPOSITORY, content });
}

interface Job extends Partial<PublishOptions> {
  readonly runId?: number;
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly grants?: Grants;
}

/** Publishes as the job of a pull request does, or as that of the comment which the test gives. */
async function publish({
  runId = RUN_ID,
  event = pullRequestEvent(scene.pull),
  grants = REPORT_GRANTS,
  ...options
}: Job = {}): Promise<Published> {
  const path = join(folder, 'event.json');
  await writeFile(path, JSON.stringify(event.payload));
  const env = {
    ...{ GITHUB_REPOSITORY: REPOSITORY, GITHUB_SHA: 'a'.repeat(40), GITHUB_RUN_ID: String(runId), GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: 'https://github.com' },
    ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: path },
  };
  const token = github.token({ repository: REPOSITORY, grants });
  const quiet = (): void => undefined;
  const log: Log = { info: quiet, debug: quiet, warn: (message) => warnings.push(message) };
  return await publishReport(
    { name: 'benchmark', artifact: 'shotclock-run', comment: 'always', check: true, token, ...options },
    { clock: systemClock, log, env, cwd: folder, signal: new AbortController().signal, onProgress: quiet },
  );
}

const say = (author: string, body = COMMAND): void => {
  addComment(github.state, scene.repository, { issueNumber: scene.pull.number, author, body });
};
const ours = (): string => scene.repository.comments.find(({ author }) => author === 'github-actions[bot]')?.body ?? '';
const conclusion = (): string | null | undefined => scene.repository.checkRuns.at(-1)?.conclusion;
const commentEvent = (): { name: string; payload: unknown } => ({
  name: 'issue_comment',
  payload: { action: 'created', issue: { number: scene.pull.number, pull_request: {} }, comment: { body: COMMAND } },
});

test.each(['mona', 'octo-org'])('%s, who may write, accepts a regression, and the check passes', async (login) => {
  plant(slower());
  say(login);
  const { verdict, failure } = await publish();
  expect({ verdict, failure, conclusion: conclusion(), warnings }).toEqual({
    verdict: 'pass',
    failure: undefined,
    conclusion: 'success',
    warnings: [],
  });
  expect(ours()).toContain('the answers are right now');
});

test.each([
  ['stranger', COMMAND, '@stranger may not: it takes write permission'],
  ['reader', COMMAND, '@reader may not: it takes write permission'],
  ['nobody-anymore', COMMAND, '@nobody-anymore may not'],
  ['helper[bot]', COMMAND, '@helper[bot] is no person'],
  ['mona', `/shotclock accept ${METRIC}`, '@mona gave no reason'],
  ['mona', '/shotclock accept db.* all of it', 'no metric of this name was compared'],
  ['mona', '/shotclock accept', 'the command names no metric'],
])('%s does not accept anything by %j', async (login, body, note) => {
  plant(slower());
  say(login, body);
  expect((await publish()).verdict).toBe('fail');
  expect(conclusion()).toBe('failure');
  expect(warnings).toEqual([expect.stringContaining(note)]);
});

test('nor does the author of the pull request who may not write, nor whoever only quotes the command', async () => {
  plant(slower());
  Object.assign(scene.pull, { author: 'stranger' });
  say('stranger');
  say('mona', `> ${COMMAND}\nwhat is this?`);
  expect((await publish()).verdict).toBe('fail');
});

test('one accepted regression of two leaves the other', async () => {
  const dearer = sampleMetricOf({ operation: 'ask', metric: 'cost', unit: 'usd', class: 'exact', verdict: 'regression' });
  plant(slower(0.1, [dearer]));
  say('mona');
  expect((await publish()).verdict).toBe('fail');
  say('mona', '/shotclock accept ask.cost longer answers');
  expect((await publish()).verdict).toBe('pass');
});

test('an acceptance holds for what was accepted and for what is tolerated beyond, not for worse', async () => {
  plant(slower(0.1));
  say('mona');
  expect((await publish()).verdict).toBe('pass');
  plant(slower(0.125), { runId: RUN_ID + 1 });
  expect((await publish({ runId: RUN_ID + 1 })).verdict).toBe('pass');
  plant(slower(0.14), { runId: RUN_ID + 2 });
  expect((await publish({ runId: RUN_ID + 2 })).verdict).toBe('fail');
  expect(warnings).toEqual([expect.stringContaining('is no longer accepted: it has become worse than what @mona accepted')]);
  say('mona', `/shotclock accept ${METRIC} still worth it`);
  expect((await publish({ runId: RUN_ID + 2 })).verdict).toBe('pass');
});

test('what was accepted is remembered while nothing is worse', async () => {
  plant(slower(0.1));
  say('mona');
  await publish();
  plant(again('fine'), { runId: RUN_ID + 1 });
  expect((await publish({ runId: RUN_ID + 1 })).verdict).toBe('pass');
  plant(slower(0.5), { runId: RUN_ID + 2 });
  expect((await publish({ runId: RUN_ID + 2 })).verdict).toBe('fail');
});

test.each([
  ['shotclock-accept', 'mona', 'pass'],
  [`shotclock-accept:${METRIC}`, 'mona', 'pass'],
  ['shotclock-accept:ask.cost', 'mona', 'fail'],
  ['shotclock-accept', 'reader', 'fail'],
  ['shotclock-accept', 'helper[bot]', 'fail'],
  ['shotclock-acceptance', 'mona', 'fail'],
])('the label %s, put on by %s, comes to a %s', async (label, actor, verdict) => {
  plant(slower());
  addLabelling(github.state, scene.repository, { issueNumber: scene.pull.number, label, actor });
  expect((await publish()).verdict).toBe(verdict);
});

test('of a label that was taken off and put on again, the last one who put it on counts', async () => {
  plant(slower());
  const label = { issueNumber: scene.pull.number, label: 'shotclock-accept' };
  addLabelling(github.state, scene.repository, { ...label, actor: 'mona' });
  addLabelling(github.state, scene.repository, { ...label, actor: 'mona', event: 'unlabeled' });
  addLabelling(github.state, scene.repository, { ...label, actor: 'reader' });
  expect((await publish()).verdict).toBe('fail');
});

test('a comment has the newest run of the head reported again, in the same comment and the same check', async () => {
  plant(slower());
  await publish();
  say('mona');
  const { verdict, stale } = await publish({ event: commentEvent(), runId: 9_999 });
  expect({ verdict, stale, comments: scene.repository.comments.length, checks: scene.repository.checkRuns.length }).toEqual({
    ...{ verdict: 'pass', stale: false, comments: 2, checks: 1 },
  });
  expect(conclusion()).toBe('success');
  expect(ours()).toMatch(/run=7001\.1/);
});

test('runs of another commit, of a fork that pushed the same one, without the artifact or unfinished are not reported by a comment', async () => {
  const own = { headSha: HEAD, headBranch: 'faster', headRepository: REPOSITORY };
  const runs = [
    { ...own, id: 8001, headSha: 'd'.repeat(40) },
    { ...own, id: 8002, headRepository: FORK },
    { ...own, id: 8003, event: 'push' },
    { ...own, id: 8004, status: 'in_progress' },
  ];
  for (const run of runs) {
    addWorkflowRun(github.state, scene.repository, run);
    plant(slower(), { runId: run.id });
  }
  addWorkflowRun(github.state, scene.repository, { ...own, id: 8005 });
  const { verdict, failure, comment, check } = await publish({ event: commentEvent() });
  expect({ verdict, failure, comment, check }).toEqual({ verdict: 'missing', failure: undefined, comment: null, check: null });
  expect(scene.repository.comments).toEqual([]);
});

test('a first finding that a second run does not confirm fails nothing', async () => {
  plant(slower());
  plant(again('fine'), { name: 'second' });
  expect((await publish({ confirmation: 'second' })).verdict).toBe('pass');
});

test('one that it confirms fails, and one that it was to confirm and could not is left undecided', async () => {
  plant(slower());
  expect((await publish({ confirmation: 'second' })).verdict).toBe('inconclusive');
  expect(conclusion()).toBe('neutral');
  plant(again('regression'), { name: 'second', runId: RUN_ID });
  expect((await publish({ confirmation: 'second' })).verdict).toBe('fail');
});

const lookAgain = async (estimate: number, others: readonly ComparedMetric[] = [], offset = 1): Promise<string> => {
  plant(slower(estimate, others), { runId: RUN_ID + offset });
  return (await publish({ runId: RUN_ID + offset })).verdict;
};

test('what was accepted is remembered while there is no run, while nothing was compared, and while GitHub does not answer', async () => {
  plant(slower(0.1));
  say('mona');
  await publish();
  await publish({ artifact: 'none' });
  plant(sampleBenchmark(), { name: 'plain' });
  await publish({ artifact: 'plain' });
  github.misbehave({ path: /\/permission$/, times: 1, answer: { status: 403, body: { message: 'Resource not accessible' } } });
  await publish();
  expect(ours()).toContain('<!-- shotclock:accepted ');
  expect(await lookAgain(0.5)).toBe('fail');
});

test('no comment is written over a record that could not be read', async () => {
  plant(slower(0.1));
  say('mona');
  await publish();
  const before = ours();
  github.misbehave({ method: 'GET', path: /\/comments\?/, times: 1, answer: { status: 403, body: { message: 'Forbidden' } } });
  const { verdict, comment, failure } = await publish();
  expect([verdict, comment, failure === undefined, ours()]).toEqual(['fail', null, false, before]);
});

test('what cannot be recorded is not accepted', async () => {
  plant(slower(0.1));
  say('mona');
  expect((await publish({ comment: 'never' })).verdict).toBe('fail');
  expect(warnings).toEqual([expect.stringContaining('without a comment (comment: never)')]);
  github.misbehave({ method: 'POST', path: /\/comments$/, times: 9, answer: { status: 403, body: { message: 'Forbidden' } } });
  expect((await publish()).verdict).toBe('fail');
  expect(conclusion()).toBe('failure');
});

test('a comment that is only to be written on a change is written for what was accepted, too', async () => {
  plant(slower(0.1));
  say('mona');
  expect((await publish({ comment: 'on-change' })).verdict).toBe('pass');
  expect(ours()).toContain('<!-- shotclock:accepted ');
});

test('of more than a comment has room for, the rest is not accepted', async () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    sampleMetricOf({ operation: `api.search.number.${String(index)}`, metric: 'duration', verdict: 'regression' }),
  );
  plant(slower(0.1, many));
  addLabelling(github.state, scene.repository, { issueNumber: scene.pull.number, label: 'shotclock-accept', actor: 'mona' });
  expect((await publish()).verdict).toBe('fail');
  expect(warnings).toContainEqual(expect.stringContaining('has no room left'));
  expect(warnings.join()).not.toContain(METRIC);
});

test('the bare label accepts nothing that gets worse after it was put on, until it is put on again or the metric is named', async () => {
  const dearer = sampleMetricOf({ operation: 'ask', metric: 'duration', verdict: 'regression' });
  const label = { issueNumber: scene.pull.number, label: 'shotclock-accept', actor: 'mona' };
  plant(slower(0.1));
  addLabelling(github.state, scene.repository, label);
  expect((await publish()).verdict).toBe('pass');
  expect(await lookAgain(0.1, [dearer])).toBe('fail');
  expect(warnings).toEqual([expect.stringContaining('ask.duration is not accepted: the label was put on before it got worse')]);
  addLabelling(github.state, scene.repository, { ...label, label: 'shotclock-accept:ask.duration' });
  expect(await lookAgain(0.1, [dearer], 2)).toBe('pass');
  const third = sampleMetricOf({ operation: 'answer', metric: 'duration', verdict: 'regression' });
  expect(await lookAgain(0.1, [dearer, third], 3)).toBe('fail');
  addLabelling(github.state, scene.repository, { ...label, event: 'unlabeled' });
  addLabelling(github.state, scene.repository, label);
  expect(await lookAgain(0.1, [dearer, third], 4)).toBe('pass');
});

test('where nobody can be asked nothing is accepted, and the report is published all the same', async () => {
  plant(slower());
  say('mona');
  github.misbehave({
    path: /\/permission$/,
    times: 9,
    answer: { status: 403, body: { message: 'Resource not accessible by integration' } },
  });
  const { verdict, failure } = await publish();
  expect(verdict).toBe('fail');
  expect(failure?.message).toContain('may not read what users may do');
  expect(ours()).toContain('db.read');
});

test('what a comparison claims of itself accepts nothing', async () => {
  const run = slower();
  const claimed = { ...run.comparison, acceptances: [{ metric: METRIC, reason: 'x', by: 'mona' }] };
  plant(compareRun({ ...sampleComparison(), ...claimed }));
  expect((await publish()).verdict).toBe('fail');
  expect(ours()).not.toContain('mona');
});
