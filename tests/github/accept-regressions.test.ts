/** Accepting regressions on a pull request, in process against the loopback GitHub: who may, what it changes, and what is left of it later. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readRecord, renderRecord } from '../../workflows-lib/commands/acceptance-record.ts';
import { publishReport } from '../../workflows-lib/commands/publish-report.ts';
import type { PublishOptions, Published } from '../../workflows-lib/commands/publish-report.ts';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import type { Log } from '../../workflows-lib/core/log.ts';
import { seededRandom } from '../../workflows-lib/core/random.ts';
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
import type { IssueComment, Labelling, WorkflowRun } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
const METRIC = 'db.read.duration';
const COMMAND = `/shotclock accept ${METRIC} the answers are right now`;

let folder = '';
let scene: Scene;
let warnings: string[] = [];
/** What happens on GitHub between a report's reading and its writing. */
let onWarning = (): void => undefined;
/** Whatever is written or labelled takes a minute, in the order of the test: GitHub's times are whole seconds. */
let minutes = 0;

const tick = (): string => new Date(Date.UTC(2026, 0, 1, 0, ++minutes)).toISOString().replace('.000', '');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accept-'));
  scene = createScene(github);
  scene.repository.collaborators.set('mona', 'write').set('reader', 'read');
  scene.pull.labels = [];
  accountOf(github.state, 'stranger');
  warnings = [];
  onWarning = () => undefined;
  minutes = 0;
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
  const { run, ...rest } = compareRun(sampleComparison({ metrics, ...found, parts: [], statements: [] }));
  return { ...rest, run: { ...run, id: 'second', startedAt: '2027-01-01T00:00:00.000Z' } };
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
  const warn = (message: string): void => {
    warnings.push(message);
    onWarning();
  };
  const log: Log = { info: quiet, debug: quiet, warn };
  const clock = { ...systemClock, sleep: () => Promise.resolve() };
  const before = ours();
  const published = await publishReport(
    { name: 'benchmark', artifact: 'shotclock-run', comment: 'always', check: true, token, ...options },
    { clock, log, env, cwd: folder, signal: new AbortController().signal, onProgress: quiet },
  );
  const comment = ourComment();
  if (comment !== undefined && comment.body !== before) comment.updatedAt = tick();
  return published;
}

/** Publishes what our comment is to show when somebody accepts. */
async function show(run: RunDocument): Promise<void> {
  plant(run);
  expect((await publish()).verdict).toBe('fail');
}

const say = (author: string, body = COMMAND): IssueComment => {
  const comment = addComment(github.state, scene.repository, { issueNumber: scene.pull.number, author, body });
  return Object.assign(comment, { updatedAt: tick() });
};
const putLabel = (label: string, actor: string, event: Labelling['event'] = 'labeled'): Labelling =>
  addLabelling(github.state, scene.repository, { issueNumber: scene.pull.number, label, actor, event, createdAt: tick() });
const ourComment = (): IssueComment | undefined =>
  scene.repository.comments.find(({ author }) => author === 'github-actions[bot]');
const ours = (): string => ourComment()?.body ?? '';
const conclusion = (): string | null | undefined => scene.repository.checkRuns.at(-1)?.conclusion;
const commentEvent = (): { name: string; payload: object } => ({
  name: 'issue_comment',
  payload: { action: 'created', issue: { number: scene.pull.number, pull_request: {} }, comment: { body: COMMAND } },
});

test.each(['mona', 'octo-org'])('%s, who may write, accepts a regression, and the check passes', async (login) => {
  await show(slower());
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
  await show(slower(0.1, [dearer]));
  say('mona');
  expect((await publish()).verdict).toBe('fail');
  say('mona', '/shotclock accept ask.cost longer answers');
  expect((await publish()).verdict).toBe('pass');
});

test('an acceptance holds for what was accepted and for what is tolerated beyond, not for worse', async () => {
  await show(slower(0.1));
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
  await show(slower(0.1));
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
  await show(slower());
  putLabel(label, actor);
  expect((await publish()).verdict).toBe(verdict);
});

test('of a label that was taken off and put on again, the last one who put it on counts', async () => {
  await show(slower());
  putLabel('shotclock-accept', 'mona');
  putLabel('shotclock-accept', 'mona', 'unlabeled');
  putLabel('shotclock-accept', 'reader');
  expect((await publish()).verdict).toBe('fail');
});

test('a comment has the run that is shown reported again, in the same comment and the same check', async () => {
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

test.each<[string, () => void]>([
  ['has moved on from it', () => Object.assign(scene.pull, { headSha: 'd'.repeat(40) })],
  ['comes from a fork that pushed the same commit', () => Object.assign(scene.pull, { headRepository: FORK })],
  ['has no comment of ours', () => scene.repository.comments.splice(0, 1)],
])('where the pull request %s, a comment on it has nothing reported', async (_, change) => {
  await show(slower());
  change();
  const { verdict, failure, comment, check } = await publish({ event: commentEvent() });
  expect({ verdict, failure, comment, check }).toEqual({ verdict: 'missing', failure: undefined, comment: null, check: null });
});

test.each<[string, Partial<WorkflowRun>, string]>([
  ['is measured once more', { attempt: 2, status: 'in_progress' }, 'missing'],
  ['was measured once more', { attempt: 2 }, 'pass'],
  ['still measures another benchmark', { status: 'in_progress' }, 'pass'],
  ['was started by a push', { event: 'push' }, 'missing'],
])('a run that %s (%j) comes to %s by a comment', async (_, change, verdict) => {
  await show(slower());
  Object.assign(scene.repository.workflowRuns.find(({ id }) => id === RUN_ID) ?? {}, change);
  say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe(verdict);
});

test('a run without an artifact any more, and one that is gone, are not reported by a comment', async () => {
  await show(slower());
  for (const list of [github.state.artifacts, scene.repository.workflowRuns]) {
    list.length = 0;
    expect((await publish({ event: commentEvent() })).verdict).toBe('missing');
  }
});

test('a comment does not have the run reported that another pull request from the same branch has', async () => {
  await show(slower());
  addWorkflowRun(github.state, scene.repository, { id: 8001, headSha: HEAD, headBranch: 'faster', headRepository: REPOSITORY });
  plant(slower(0.2), { runId: 8001 });
  say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe('pass');
  expect(ours()).toMatch(/run=7001\.1/);
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
  await show(slower(0.1));
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
  await show(slower(0.1));
  say('mona');
  await publish();
  const before = ours();
  github.misbehave({ method: 'GET', path: /\/comments\?/, times: 1, answer: { status: 403, body: { message: 'Forbidden' } } });
  const { verdict, comment, failure } = await publish();
  expect([verdict, comment, failure === undefined, ours()]).toEqual(['fail', null, false, before]);
});

test('what cannot be recorded is not accepted', async () => {
  await show(slower(0.1));
  say('mona');
  expect((await publish({ comment: 'never' })).verdict).toBe('fail');
  expect(warnings).toEqual([expect.stringContaining('without a comment (comment: never)')]);
  github.misbehave({ method: 'PATCH', path: /\/comments\//, times: 9, answer: { status: 403, body: { message: 'Forbidden' } } });
  expect((await publish()).verdict).toBe('fail');
  expect(conclusion()).toBe('failure');
});

test('a comment that is only to be written on a change is written for what was accepted, too', async () => {
  await show(slower(0.1));
  say('mona');
  expect((await publish({ comment: 'on-change' })).verdict).toBe('pass');
  expect(ours()).toContain('<!-- shotclock:accepted ');
});

test('of more than a comment has room for, the rest is not accepted', async () => {
  const random = seededRandom('names');
  const noise = (): string => Array.from({ length: 40 }, () => String.fromCharCode(97 + random.integer(26))).join('');
  const many = Array.from({ length: 300 }, () =>
    sampleMetricOf({ operation: noise(), metric: 'duration', verdict: 'regression' }),
  );
  await show(slower(0.1, many));
  putLabel('shotclock-accept', 'mona');
  expect((await publish()).verdict).toBe('fail');
  expect(warnings).toHaveLength(10);
  expect(warnings.join()).not.toContain(METRIC);
  expect(Buffer.byteLength(ours())).toBeLessThan(65_536);
  expect(ours()).toContain('<!-- shotclock:accepted ');
});

test('the bare label accepts nothing that gets worse after it was put on, until it is put on again or the metric is named', async () => {
  const dearer = sampleMetricOf({ operation: 'ask', metric: 'duration', verdict: 'regression' });
  await show(slower(0.1));
  putLabel('shotclock-accept', 'mona');
  expect((await publish()).verdict).toBe('pass');
  expect(await lookAgain(0.1, [dearer])).toBe('fail');
  expect(warnings).toEqual([expect.stringMatching(/^ask\.duration is not accepted: .* put the label on again/)]);
  putLabel('shotclock-accept:ask.duration', 'mona');
  expect(await lookAgain(0.1, [dearer], 2)).toBe('pass');
  const third = sampleMetricOf({ operation: 'answer', metric: 'duration', verdict: 'regression' });
  expect(await lookAgain(0.1, [dearer, third], 3)).toBe('fail');
  putLabel('shotclock-accept', 'mona', 'unlabeled');
  putLabel('shotclock-accept', 'mona');
  expect(await lookAgain(0.1, [dearer, third], 4)).toBe('pass');
});

test.each<[string, () => unknown]>([
  ['a comment', () => say('mona')],
  ['the bare label', () => putLabel('shotclock-accept', 'mona')],
  ['a label with its name', () => putLabel(`shotclock-accept:${METRIC}`, 'mona')],
])('%s accepts what was shown, not what was pushed before the next report', async (_, accept) => {
  await show(slower(0.05));
  accept();
  expect(await lookAgain(5)).toBe('fail');
  expect(warnings).toEqual([expect.stringContaining('it has become worse than what @mona accepted')]);
  expect(await lookAgain(5, [], 2)).toBe('fail');
  expect(await lookAgain(0.07, [], 3)).toBe('pass');
});

test('an acceptance of what no comment has shown does not hold, and the note says to accept it again', async () => {
  plant(slower());
  say('mona');
  expect((await publish()).verdict).toBe('fail');
  expect(warnings).toEqual([expect.stringMatching(/did not show by how much it got worse .* accept it again now that it does/)]);
  expect(await lookAgain(0.1)).toBe('fail');
  say('mona');
  expect(await lookAgain(0.1, [], 2)).toBe('pass');
});

test('an acceptance that was made while another report wrote does not hold: nobody knows which figure was seen', async () => {
  await show(slower(0.05));
  const { updatedAt } = say('mona');
  await lookAgain(5);
  // As that report would have left it if it had read the comments just before.
  const comment = ourComment();
  if (comment === undefined) throw new Error('there is no comment');
  const line = renderRecord({ accepted: [], shown: [{ metric: METRIC, change: 5 }] });
  Object.assign(comment, { body: comment.body.replace(/\s*<!-- shotclock:accepted [^ ]+ -->$/, line), updatedAt });
  expect(await lookAgain(5, [], 2)).toBe('fail');
});

test('what another report records while this one is on its way is not lost', async () => {
  await show(slower(0.1));
  say('stranger');
  onWarning = () => {
    const comment = ourComment();
    const accepted = [{ source: 'comment-5', metric: METRIC, change: 0.1 }];
    if (comment !== undefined)
      comment.body = comment.body.replace(/\s*<!-- shotclock:accepted [^ ]+ -->$/, renderRecord({ accepted, shown: [] }));
  };
  expect(await lookAgain(0.2)).toBe('fail');
  expect(readRecord(ours())).toEqual({
    accepted: [{ source: 'comment-5', metric: METRIC, change: 0.1 }],
    shown: [{ metric: METRIC, change: 0.2 }],
  });
});

test('an accepted regression is shown at its present figure, so that it can be accepted again', async () => {
  await show(slower(0.1));
  say('mona');
  expect(await lookAgain(0.12)).toBe('pass');
  say('mona');
  expect(await lookAgain(0.145, [], 2)).toBe('pass');
  expect(await lookAgain(0.16, [], 3)).toBe('fail');
});

test('an older acceptance holds on where a newer one does not', async () => {
  await show(slower(0.1));
  say('mona');
  await publish();
  const early = say('octo-org');
  early.updatedAt = '2025-12-31T00:00:00Z';
  expect([await lookAgain(0.1), warnings]).toEqual(['pass', []]);
});

test.each<[string, (comment: IssueComment) => void]>([
  ['deleted', (comment) => scene.repository.comments.splice(scene.repository.comments.indexOf(comment), 1)],
  [
    'made unreadable',
    (comment) => (comment.body = comment.body.replace(/shotclock:accepted .{9}/, 'shotclock:accepted AAAAAAAAA')),
  ],
])('a record that was %s accepts nothing', async (_, spoil) => {
  await show(slower(0.1));
  say('mona');
  expect((await publish()).verdict).toBe('pass');
  const comment = ourComment();
  if (comment !== undefined) spoil(comment);
  expect(await lookAgain(0.1)).toBe('fail');
});

test('without the accepting comment nothing is accepted any more', async () => {
  await show(slower(0.1));
  const said = say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe('pass');
  scene.repository.comments.splice(scene.repository.comments.indexOf(said), 1);
  expect(
    (await publish({ event: { ...commentEvent(), payload: { ...commentEvent().payload, action: 'deleted' } } })).verdict,
  ).toBe('fail');
  expect(conclusion()).toBe('failure');
});

test('a merge queue holds what was accepted on the pull request, and writes nothing on it', async () => {
  await show(slower(0.1));
  say('mona');
  await publish();
  const before = ours();
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-${scene.pull.number}-${'b'.repeat(40)}`;
  const event = { name: 'merge_group', payload: { merge_group: { head_ref, head_sha: 'a'.repeat(40) } } };
  const queue = async (estimate: number, runId: number): Promise<Published> => {
    plant(slower(estimate), { runId });
    return await publish({ event, runId });
  };
  expect(await queue(0.1, 8001)).toMatchObject({ verdict: 'pass', comment: null, pullRequest: null, stale: false });
  expect(scene.repository.checkRuns.at(-1)).toMatchObject({ headSha: 'a'.repeat(40), conclusion: 'success' });
  expect((await queue(0.5, 8002)).verdict).toBe('fail');
  scene.pull.baseRef = 'next';
  expect((await queue(0.1, 8003)).verdict).toBe('fail');
  expect(ours()).toBe(before);
});

test('a second run that the store does not hand out leaves the first one published, undecided', async () => {
  plant(slower());
  plant(again('regression'), { name: 'second' });
  github.misbehave({ path: /\/artifacts\?.*name=second/, times: 9, answer: { status: 403, body: { message: 'Forbidden' } } });
  const { verdict, failure } = await publish({ confirmation: 'second' });
  expect([verdict, conclusion(), failure?.message]).toEqual(['inconclusive', 'neutral', expect.stringContaining('artifact')]);
  expect(ours()).toContain('db.read');
});

test('under strict what cannot be judged fails the check, which would let a neutral one pass', async () => {
  plant(slower());
  expect((await publish({ confirmation: 'second', strict: true })).verdict).toBe('inconclusive');
  expect(conclusion()).toBe('failure');
  plant(again('fine'), { name: 'second' });
  expect((await publish({ confirmation: 'second', strict: true })).verdict).toBe('pass');
  expect(conclusion()).toBe('success');
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
