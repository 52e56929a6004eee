/** What our comment remembers of acceptances and of what it showed, whoever else writes meanwhile. */
import { expect, test } from '@jest/globals';
import type { Published } from '../../workflows-lib/commands/publish-report.ts';
import { readRecord, renderRecord } from '../../workflows-lib/commands/acceptance-record.ts';
import { seededRandom } from '../../workflows-lib/core/random.ts';
import { sampleMetricOf } from '../../workflows-lib/report/testing/sample-comparison.ts';
import { sampleBenchmark } from '../../workflows-lib/report/testing/sample-run.ts';
import { RUN_ID } from './scene.ts';
import type { IssueComment } from './state.ts';
import {
  METRIC,
  again,
  bench,
  conclusion,
  github,
  lookAgain,
  ourComment,
  ours,
  plant,
  publish,
  putLabel,
  say,
  show,
  slower,
} from './accept-bench.ts';

test('what was accepted is remembered while nothing is worse', async () => {
  await show(slower(0.1));
  say('mona');
  await publish();
  plant(again('fine'), { runId: RUN_ID + 1 });
  expect((await publish({ runId: RUN_ID + 1 })).verdict).toBe('pass');
  plant(slower(0.5), { runId: RUN_ID + 2 });
  expect((await publish({ runId: RUN_ID + 2 })).verdict).toBe('fail');
});

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
  expect(bench.warnings).toEqual([expect.stringContaining('without a comment (comment: never)')]);
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
  expect(bench.warnings).toHaveLength(10);
  expect(bench.warnings.join()).not.toContain(METRIC);
  expect(Buffer.byteLength(ours())).toBeLessThan(65_536);
  expect(ours()).toContain('<!-- shotclock:accepted ');
});

test.each<[string, () => unknown]>([
  ['a comment', () => say('mona')],
  ['the bare label', () => putLabel('shotclock-accept', 'mona')],
  ['a label with its name', () => putLabel(`shotclock-accept:${METRIC}`, 'mona')],
])('%s accepts what was shown, not what was pushed before the next report', async (_, accept) => {
  await show(slower(0.05));
  accept();
  expect(await lookAgain(5)).toBe('fail');
  expect(bench.warnings).toEqual([expect.stringContaining('it has become worse than what @mona accepted')]);
  expect(await lookAgain(5, [], 2)).toBe('fail');
  expect(await lookAgain(0.07, [], 3)).toBe('pass');
});

test('an acceptance of what no comment has shown does not hold, and the note says to accept it again', async () => {
  plant(slower());
  say('mona');
  expect((await publish()).verdict).toBe('fail');
  expect(bench.warnings).toEqual([
    expect.stringMatching(/did not show by how much it got worse .* accept it again now that it does/),
  ]);
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
  bench.onWarning = () => {
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
  expect([await lookAgain(0.1), bench.warnings]).toEqual(['pass', []]);
});

test.each<[string, (comment: IssueComment) => void]>([
  ['deleted', (comment) => bench.scene.repository.comments.splice(bench.scene.repository.comments.indexOf(comment), 1)],
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

test('a merge queue holds what was accepted on the pull request, and writes nothing on it', async () => {
  await show(slower(0.1));
  say('mona');
  await publish();
  const before = ours();
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-${bench.scene.pull.number}-${'b'.repeat(40)}`;
  const event = { name: 'merge_group', payload: { merge_group: { head_ref, head_sha: 'a'.repeat(40) } } };
  const queue = async (estimate: number, runId: number): Promise<Published> => {
    plant(slower(estimate), { runId });
    return await publish({ event, runId });
  };
  expect(await queue(0.1, 8001)).toMatchObject({ verdict: 'pass', comment: null, pullRequest: null, stale: false });
  expect(bench.scene.repository.checkRuns.at(-1)).toMatchObject({ headSha: 'a'.repeat(40), conclusion: 'success' });
  expect((await queue(0.5, 8002)).verdict).toBe('fail');
  bench.scene.pull.baseRef = 'next';
  expect((await queue(0.1, 8003)).verdict).toBe('fail');
  expect(ours()).toBe(before);
});
