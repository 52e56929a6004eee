/** Accepting regressions on a pull request: who may, and what it changes. */
import { expect, test } from '@jest/globals';
import { compareRun, sampleComparison, sampleMetricOf } from '../../workflows-lib/report/testing/sample-comparison.ts';
import { RUN_ID } from './scene.ts';
import {
  COMMAND,
  METRIC,
  bench,
  commentEvent,
  conclusion,
  github,
  lookAgain,
  ours,
  plant,
  publish,
  putLabel,
  say,
  show,
  slower,
} from './accept-bench.ts';

test.each(['mona', 'octo-org'])('%s, who may write, accepts a regression, and the check passes', async (login) => {
  await show(slower());
  say(login);
  const { verdict, failure } = await publish();
  expect({ verdict, failure, conclusion: conclusion(), warnings: bench.warnings }).toEqual({
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
  expect(bench.warnings).toEqual([expect.stringContaining(note)]);
});

test('nor does the author of the pull request who may not write, nor whoever only quotes the command', async () => {
  plant(slower());
  Object.assign(bench.scene.pull, { author: 'stranger' });
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
  expect(bench.warnings).toEqual([
    expect.stringContaining('is no longer accepted: it has become worse than what @mona accepted'),
  ]);
  say('mona', `/shotclock accept ${METRIC} still worth it`);
  expect((await publish({ runId: RUN_ID + 2 })).verdict).toBe('pass');
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

test('the bare label accepts nothing that gets worse after it was put on, until it is put on again or the metric is named', async () => {
  const dearer = sampleMetricOf({ operation: 'ask', metric: 'duration', verdict: 'regression' });
  await show(slower(0.1));
  putLabel('shotclock-accept', 'mona');
  expect((await publish()).verdict).toBe('pass');
  expect(await lookAgain(0.1, [dearer])).toBe('fail');
  expect(bench.warnings).toEqual([expect.stringMatching(/^ask\.duration is not accepted: .* put the label on again/)]);
  putLabel('shotclock-accept:ask.duration', 'mona');
  expect(await lookAgain(0.1, [dearer], 2)).toBe('pass');
  const third = sampleMetricOf({ operation: 'answer', metric: 'duration', verdict: 'regression' });
  expect(await lookAgain(0.1, [dearer, third], 3)).toBe('fail');
  putLabel('shotclock-accept', 'mona', 'unlabeled');
  putLabel('shotclock-accept', 'mona');
  expect(await lookAgain(0.1, [dearer, third], 4)).toBe('pass');
});

test('without the accepting comment nothing is accepted any more', async () => {
  await show(slower(0.1));
  const said = say('mona');
  expect((await publish({ event: commentEvent() })).verdict).toBe('pass');
  bench.scene.repository.comments.splice(bench.scene.repository.comments.indexOf(said), 1);
  expect(
    (await publish({ event: { ...commentEvent(), payload: { ...commentEvent().payload, action: 'deleted' } } })).verdict,
  ).toBe('fail');
  expect(conclusion()).toBe('failure');
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
