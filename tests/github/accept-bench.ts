/** A pull request that got slower, reported and talked about, in process against the loopback GitHub: for tests of what is accepted and confirmed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { publishReport } from '../../workflows-lib/commands/publish-report.ts';
import type { PublishOptions, Published } from '../../workflows-lib/commands/publish-report.ts';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import type { Log } from '../../workflows-lib/core/log.ts';
import type { ComparedMetric } from '../../workflows-lib/history/comparison.ts';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { compareRun, sampleComparison, sampleMetricOf } from '../../workflows-lib/report/testing/sample-comparison.ts';
import { plantArtifact } from './artifacts.ts';
import type { Grants } from './contract.ts';
import { REPORT_GRANTS, REPOSITORY, RUN_ID, createScene, pullRequestEvent } from './scene.ts';
import type { Scene } from './scene.ts';
import { addComment, addLabelling } from './seed.ts';
import { accountOf } from './state.ts';
import type { IssueComment, Labelling } from './state.ts';
import { useLoopback } from './use-loopback.ts';

/** The metric that got worse, and the comment that accepts it. */
export const METRIC = 'db.read.duration';
export const COMMAND = `/shotclock accept ${METRIC} the answers are right now`;

/** GitHub for one test file; its hooks are registered by importing this. */
export const github = useLoopback();

interface Bench {
  readonly scene: Scene;
  warnings: string[];
  /** What happens on GitHub between a report's reading and its writing. */
  onWarning: () => void;
}

/** Of the test that runs; everything is new before each. */
export const bench: Bench = {
  get scene() {
    if (scene === undefined) throw new Error('there is a scene in tests only');
    return scene;
  },
  ...{ warnings: [], onWarning: () => undefined },
};

let scene: Scene | undefined;
let folder = '';
/** Whatever is written or labelled takes a minute, in the order of the test: GitHub's times are whole seconds. */
let minutes = 0;

const tick = (): string => new Date(Date.UTC(2026, 0, 1, 0, ++minutes)).toISOString().replace('.000', '');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accept-'));
  scene = createScene(github);
  bench.scene.repository.collaborators.set('mona', 'write').set('reader', 'read');
  bench.scene.pull.labels = [];
  accountOf(github.state, 'stranger');
  bench.warnings = [];
  bench.onWarning = () => undefined;
  minutes = 0;
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  expect(github.violations).toEqual([]);
});

/** A comparison in which reading the database became so much slower. */
export function slower(estimate = 0.1, others: readonly ComparedMetric[] = []): RunDocument {
  const change = { estimate, low: estimate - 0.01, high: estimate + 0.01 };
  const metric = sampleMetricOf({ operation: 'db.read', metric: 'duration', verdict: 'regression', change });
  const metrics = [metric, ...others];
  const flagged = metrics.filter(({ verdict }) => verdict === 'regression').map(({ name }) => name);
  return compareRun(sampleComparison({ metrics, flagged, parts: [], statements: [] }));
}

/** The same, as a second machine found it. */
export function again(verdict: ComparedMetric['verdict']): RunDocument {
  const metrics = [sampleMetricOf({ operation: 'db.read', metric: 'duration', verdict })];
  const found =
    verdict === 'regression' ? { flagged: [METRIC], verdict: 'fail' as const } : { flagged: [], verdict: 'pass' as const };
  const { run, ...rest } = compareRun(sampleComparison({ metrics, ...found, parts: [], statements: [] }));
  return { ...rest, run: { ...run, id: 'second', startedAt: '2027-01-01T00:00:00.000Z' } };
}

/** Has the run uploaded as an artifact. */
export function plant(run: RunDocument, { runId = RUN_ID, name = 'shotclock-run' } = {}): void {
  const content = { 'run.json': JSON.stringify(run) };
  plantArtifact(github.state, { name, runId, repository: REPOSITORY, content });
}

interface Job extends Partial<PublishOptions> {
  readonly runId?: number;
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly grants?: Grants;
}

/** Publishes as the job of a pull request does, or as that of the comment which the test gives. */
export async function publish({
  runId = RUN_ID,
  event = pullRequestEvent(bench.scene.pull),
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
    bench.warnings.push(message);
    bench.onWarning();
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
export async function show(run: RunDocument): Promise<void> {
  plant(run);
  expect((await publish()).verdict).toBe('fail');
}

/** Somebody comments. */
export const say = (author: string, body = COMMAND): IssueComment => {
  const comment = addComment(github.state, bench.scene.repository, { issueNumber: bench.scene.pull.number, author, body });
  return Object.assign(comment, { updatedAt: tick() });
};
/** Somebody labels. */
export const putLabel = (label: string, actor: string, event: Labelling['event'] = 'labeled'): Labelling =>
  addLabelling(github.state, bench.scene.repository, {
    issueNumber: bench.scene.pull.number,
    label,
    actor,
    event,
    createdAt: tick(),
  });
/** The comment that reports keep. */
export const ourComment = (): IssueComment | undefined =>
  bench.scene.repository.comments.find(({ author }) => author === 'github-actions[bot]');
/** Its text; empty without one. */
export const ours = (): string => ourComment()?.body ?? '';
/** Of the newest check run. */
export const conclusion = (): string | null | undefined => bench.scene.repository.checkRuns.at(-1)?.conclusion;
/** The event of a comment that accepts. */
export const commentEvent = (): { name: string; payload: object } => ({
  name: 'issue_comment',
  payload: { action: 'created', issue: { number: bench.scene.pull.number, pull_request: {} }, comment: { body: COMMAND } },
});

/** Reports a later run, in which it is so much slower; its verdict. */
export const lookAgain = async (estimate: number, others: readonly ComparedMetric[] = [], offset = 1): Promise<string> => {
  plant(slower(estimate, others), { runId: RUN_ID + offset });
  return (await publish({ runId: RUN_ID + offset })).verdict;
};
