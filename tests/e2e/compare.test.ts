import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSandbox } from './cli.ts';
import type { Sandbox } from './cli.ts';
import { git, judgedAgain, onlyComparison, runsIn, writeSides } from './compared-project.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(async () => {
  const left = await sandbox.leftovers();
  const worktrees = (await git(sandbox, 'worktree', 'list')).split('\n').length;
  await sandbox.remove();
  expect({ left, worktrees }).toEqual({ left: [], worktrees: 1 });
});

test('a slower operation and a longer prompt fail, with what moved; judging the saved measurements again says the same to the byte', async () => {
  await writeSides(sandbox, {}, { spinMs: 5, prompt: 'Who leads the league now?' });
  const { code, stdout } = await sandbox.run(['compare', '--budget', '60s']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect(comparison.flagged).toEqual(expect.arrayContaining(['api.fast.duration', 'api.ask.tokens.input', 'api.ask.cost']));
  expect({ code, verdict: run.verdict, compared: comparison.verdict }).toEqual({ code: 1, verdict: 'fail', compared: 'fail' });
  expect(comparison).toMatchObject({
    base: { label: 'main', origin: 'merge-base' },
    head: { label: 'change', origin: 'checkout' },
  });
  for (const metric of ['api.fast.duration', 'api.ask.tokens.input', 'api.ask.cost']) {
    const parts = comparison.parts.filter(({ of }) => of === metric);
    const moved = comparison.metrics.find(({ name }) => name === metric);
    expect(parts.length).toBeGreaterThan(0);
    const sum = parts.reduce((total, { change }) => total + change, 0);
    expect(sum).toBeCloseTo((moved?.head ?? NaN) - (moved?.base ?? NaN), 9);
  }
  expect(stdout).toMatch(/Fail: \d regressions in \d+ metrics/);
  const { again, then } = judgedAgain(comparison);
  expect(again).toBe(then);
});

test('one more call of a model fails by its count; a side that is the same in all else passes in it', async () => {
  await writeSides(sandbox, {}, { asks: 2 });
  const { code } = await sandbox.run(['compare', '--only', 'api.ask', '--budget', '4s']);
  const { comparison } = await onlyComparison(sandbox);
  expect(code).toBe(1);
  expect(comparison.flagged).toContain('api.ask.model_calls');
  expect(comparison.parts.filter(({ of }) => of === 'api.ask.model_calls')).toMatchObject([{ base: 1, head: 2, change: 1 }]);
});

test('new, removed and renamed operations are told and not compared, and what base misses as well fails nothing where no worse is asked', async () => {
  const more =
    'compare: { objectives: no_worse, tolerance: 90%, gate: ["*.tokens.*"] }\nobjectives: [api.ask.response.p50 < 1ms, api.ask.model_calls <= 1]\n';
  await writeSides(
    sandbox,
    { spinMs: 3, operations: '  api.old: { on: api, get: / }\n  api.other: { on: api, get: / }', more },
    { spinMs: 3, operations: '  api.new: { on: api, get: / }\n  api.other: { on: api, get: /other }', more },
  );
  const { code } = await sandbox.run(['compare', '--pairs', '3', '--budget', '10s']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect(comparison.operations).toEqual({ added: ['api.new'], removed: ['api.old'], changed: ['api.other'] });
  // They are measured by themselves: objectives hold for them, and they have to answer.
  expect(run.outcomes.filter(({ attempts }) => attempts === 5).map(({ operation }) => operation)).toEqual([
    'api.new',
    'api.other',
  ]);
  expect(run.objectives.map(({ text, verdict }) => [text, verdict])).toEqual([
    ['api.ask.response.p50 < 1ms', 'pass'],
    ['api.ask.model_calls <= 1', 'pass'],
  ]);
  expect({ code, verdict: run.verdict }).toEqual({ code: 0, verdict: 'pass' });
});

test.each([
  ['does not start', { first: "console.error('no such table: games'); process.exit(3);" }, /no such table: games/],
  ['has no plan that can be read', { more: 'nonsense: 1' }, /nonsense/],
  ['has nothing in common', { more: '', operations: '' }, undefined],
] as const)('a base that %s fails nothing: head is judged alone', async (what, base, reason) => {
  const head = what === 'has nothing in common' ? { operations: '  api.fresh: { on: api, get: / }' } : {};
  await writeSides(sandbox, base, head);
  const only = what === 'has nothing in common' ? ['--only', 'api.fresh'] : [];
  const { code, stdout } = await sandbox.run(['compare', ...only]);
  const { run, comparison } = await onlyComparison(sandbox);
  expect({ code, verdict: run.verdict, metrics: comparison.metrics }).toEqual({ code: 0, verdict: 'pass', metrics: [] });
  expect(comparison.baseFailure).toMatch(reason ?? /no operation is the same/);
  expect(run.outcomes.every(({ ok, attempts }) => ok === attempts && ok === 5)).toBe(true);
  expect(stdout).toMatch(reason === undefined ? /Base and head have no operation in common/ : /Base could not be measured/);
});

test('a head that does not start fails, with its last lines', async () => {
  await writeSides(sandbox, {}, { first: "console.error('no such table: games'); process.exit(3);" });
  const { code, stdout } = await sandbox.run(['compare']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect({ code, verdict: run.verdict }).toEqual({ code: 1, verdict: 'fail' });
  expect(comparison.headFailure).toMatch(/no such table: games/);
  expect(stdout).toMatch(/no such table: games/);
});

test('a head that dies while it is measured fails, and what was measured is kept', async () => {
  await writeSides(sandbox, {}, { diesAt: 4 });
  const { code } = await sandbox.run(['compare', '--budget', '60s', '--pairs', '1000']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect({ code, verdict: run.verdict, status: run.run.status }).toEqual({ code: 1, verdict: 'fail', status: 'partial' });
  expect(comparison.headFailure).toMatch(/out of cheese/);
  expect(comparison.pairs).toBeGreaterThan(0);
});

test('Ctrl-C leaves what was measured, and nothing else', async () => {
  // So small a change is never told apart, and the measuring never over.
  const more = 'compare: { tolerance: 0.1% }\n';
  await writeSides(sandbox, { more }, { more });
  const signalAt = { text: ' pair ', signal: 'SIGINT' } as const;
  const { code } = await sandbox.run(['compare', '--budget', '60s', '--pairs', '1000'], { signalAt });
  const { run, comparison } = await onlyComparison(sandbox);
  expect({ code, status: run.run.status, ended: comparison.ended }).toEqual({ code: 130, status: 'partial', ended: 'stopped' });
  expect(comparison.pairs).toBeGreaterThan(0);
});

test('a budget that is too short decides nothing, and says how many pairs would', async () => {
  await writeSides(sandbox, {}, {});
  const { code, stdout } = await sandbox.run(['compare', '--budget', '1s', '--strict']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect({ verdict: run.verdict, ended: comparison.ended, flagged: comparison.flagged }).toEqual({
    ...{ verdict: 'inconclusive', ended: 'budget', flagged: [] },
  });
  expect(code).toBe(3);
  expect(stdout).toMatch(/about \d+ pairs would decide/);
});

test('pairs that could never fail are refused, with the fewest that could', async () => {
  await writeSides(sandbox, {}, {});
  const { code, stderr } = await sandbox.run(['compare', '--pairs', '6']);
  expect(stderr).toMatch(/6 pairs can never fail: with \d gating metrics at a level of 1 %, the fewest pairs that could are \d+/);
  expect(code).toBe(2);
});

test('where memory allows one side at a time, whole starts are compared', async () => {
  const more = 'compare: { layout: alternate-starts, tolerance: 20% }\n';
  await writeSides(sandbox, { more }, { more, spinMs: 20 });
  const { code } = await sandbox.run(['compare', '--only', 'api.fast', '--pairs', '9', '--budget', '2m']);
  const { run, comparison } = await onlyComparison(sandbox);
  expect(comparison).toMatchObject({ design: { layout: 'alternate-starts', pairsPerStart: 1 }, flagged: ['api.fast.duration'] });
  expect({ code, verdict: run.verdict, starts: comparison.starts }).toEqual({
    code: 1,
    verdict: 'fail',
    starts: comparison.pairs,
  });
});

test('two documents are compared by what is counted', async () => {
  await writeSides(sandbox, {}, { prompt: 'Who leads the league now?' });
  await sandbox.run(['benchmark']);
  await git(sandbox, 'switch', '--quiet', 'main');
  await sandbox.run(['benchmark']);
  const [head, base] = (await runsIn(sandbox)).map(({ run }) => `.shotclock/runs/${run.id}/run.json`);
  const { code } = await sandbox.run(['compare', '--base', base ?? '', '--head', head ?? '', '--out', 'compared']);
  expect(code).toBe(1);
});
