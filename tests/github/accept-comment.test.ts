/** What a comment that accepts has reported once more. */
import { expect, test } from '@jest/globals';
import { FORK, HEAD, REPOSITORY, RUN_ID } from './scene.ts';
import { addWorkflowRun } from './seed.ts';
import type { WorkflowRun } from './state.ts';
import { bench, commentEvent, conclusion, github, ours, plant, publish, say, show, slower } from './accept-bench.ts';

test('a comment has the run that is shown reported again, in the same comment and the same check', async () => {
  plant(slower());
  await publish();
  say('mona');
  const { verdict, stale } = await publish({ event: commentEvent(), runId: 9_999 });
  expect({
    verdict,
    stale,
    comments: bench.scene.repository.comments.length,
    checks: bench.scene.repository.checkRuns.length,
  }).toEqual({
    ...{ verdict: 'pass', stale: false, comments: 2, checks: 1 },
  });
  expect(conclusion()).toBe('success');
  expect(ours()).toMatch(/run=7001\.1/);
});

test.each<[string, () => void]>([
  ['has moved on from it', () => Object.assign(bench.scene.pull, { headSha: 'd'.repeat(40) })],
  ['comes from a fork that pushed the same commit', () => Object.assign(bench.scene.pull, { headRepository: FORK })],
  ['has no comment of ours', () => bench.scene.repository.comments.splice(0, 1)],
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
  Object.assign(bench.scene.repository.workflowRuns.find(({ id }) => id === RUN_ID) ?? {}, change);
  say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe(verdict);
});

test('a run without an artifact any more, and one that is gone, are not reported by a comment', async () => {
  await show(slower());
  for (const list of [github.state.artifacts, bench.scene.repository.workflowRuns]) {
    list.length = 0;
    expect((await publish({ event: commentEvent() })).verdict).toBe('missing');
  }
});

test('a comment does not have the run reported that another pull request from the same branch has', async () => {
  await show(slower());
  addWorkflowRun(github.state, bench.scene.repository, {
    id: 8001,
    headSha: HEAD,
    headBranch: 'faster',
    headRepository: REPOSITORY,
  });
  plant(slower(0.2), { runId: 8001 });
  say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe('pass');
  expect(ours()).toMatch(/run=7001\.1/);
});
