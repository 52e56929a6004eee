import { expect, test } from '@jest/globals';
import type { CompareOptions } from '../commands/compare.ts';
import type { CommandContext } from '../commands/context.ts';
import type { FinishedRun } from '../commands/benchmark.ts';
import { benchmarkSpec, runBenchmark } from './benchmark.ts';
import { performAction } from './run-action.ts';
import { createFakeRunner } from './testing/fake-runner.ts';
import type { FakeRunner } from './testing/fake-runner.ts';
import { comparedRun } from './testing/compared-run.ts';

interface Run {
  readonly exitCode: number;
  readonly runner: FakeRunner;
  readonly compared: { readonly options: CompareOptions; readonly context: CommandContext }[];
}

/** Runs the action in the mode `compare`; the measurement comes to `finished`. */
async function compare(env: Readonly<Record<string, string>>, finished: FinishedRun = comparedRun()): Promise<Run> {
  const runner = createFakeRunner({ INPUT_MODE: 'compare', ...env });
  const compared: Run['compared'] = [];
  const commands = {
    benchmark: () => Promise.reject(new Error('the other mode')),
    compare: (options: CompareOptions, context: CommandContext) => {
      compared.push({ options, context });
      return Promise.resolve(finished);
    },
    uploadRun: () => Promise.resolve({ id: 77 }),
    reportForJob: ({ verdict }: FinishedRun['document']) =>
      Promise.resolve({ text: 'table', markdown: '', sentence: `The verdict is ${verdict}.` }),
  };
  const exitCode = await performAction(benchmarkSpec, (inputs, door) => runBenchmark(inputs, door, commands), runner.ports);
  return { exitCode, runner, compared };
}

test('the inputs of a comparison reach the command, and what was not given is left to the plan', async () => {
  expect((await compare({})).compared[0]?.options).toEqual({});
  const full = await compare({
    ...{ INPUT_CONFIG: 'a.yml', INPUT_ONLY: 'database.*', INPUT_BASE: 'main', INPUT_PAIRS: '20', INPUT_BUDGET: '3m' },
  });
  expect(full.compared[0]?.options).toEqual({ config: 'a.yml', only: 'database.*', base: 'main', pairs: 20, budgetMs: 180_000 });
});

test('what is to be confirmed is given as the output of the first run or as lines', async () => {
  const metrics = ['db.read.duration', 'claude.ask.tokens.output'];
  for (const text of [JSON.stringify(metrics), metrics.join('\n')]) {
    expect((await compare({ INPUT_CONFIRM: text })).compared[0]?.options).toEqual({ metrics });
  }
  expect((await compare({ INPUT_CONFIRM: '[]' })).compared[0]?.options).toEqual({});
});

test.each(['["a.b"', '[1]', '[""]'])('%s is no list of metrics to confirm', async (text) => {
  const { exitCode, runner, compared } = await compare({ INPUT_CONFIRM: text });
  expect([exitCode, compared]).toEqual([2, []]);
  expect(runner.lines.at(-1)).toContain('confirm: is neither names of metrics');
});

test.each([
  [{ INPUT_SAMPLES: '5' }, 'samples is for mode benchmark'],
  [{ INPUT_CONFIRM: 'a.b', INPUT_ONLY: 'a' }, 'confirm and only both say what is measured'],
  [{ INPUT_MODE: 'benchmark', INPUT_BASE: 'main' }, 'base is for mode compare'],
  [{ INPUT_MODE: 'benchmark', INPUT_PAIRS: '5' }, 'pairs is for mode compare'],
  [{ INPUT_MODE: 'benchmark', INPUT_BUDGET: '5m' }, 'budget is for mode compare'],
  [{ INPUT_MODE: 'benchmark', INPUT_CONFIRM: 'a.b' }, 'confirm is for mode compare'],
  [{ INPUT_MODE: 'benchmark', 'INPUT_CONFIRM-LATER': 'true' }, 'confirm-later is for mode compare'],
])('%j measures nothing, because it contradicts itself', async (env, message) => {
  const { exitCode, runner, compared } = await compare(env);
  expect([exitCode, compared]).toEqual([2, []]);
  expect(runner.lines.at(-1)).toContain(message);
});

test('what got worse is an output that the next job can read', async () => {
  const { runner } = await compare({}, comparedRun({ flagged: ['db.read.duration'] }));
  expect(runner.outputs.get('flagged')).toBe('["db.read.duration"]');
  expect(runner.outputs.get('regressions')).toBe(1);
  const none = (await compare({})).runner.outputs;
  expect([none.get('flagged'), none.get('regressions')]).toEqual(['[]', 0]);
});

const REGRESSION = { verdict: 'fail', flagged: ['a.duration'] } as const;
const MISSED = { verdict: 'fail', objective: 'fail' } as const;

test('a regression fails the step, unless a second run is still to confirm it', async () => {
  const now = await compare({}, comparedRun(REGRESSION));
  expect(now.exitCode).toBe(1);
  expect(now.runner.lines).toContain('::error::The verdict is fail.');
  const later = await compare({ 'INPUT_CONFIRM-LATER': 'true' }, comparedRun(REGRESSION));
  expect(later.exitCode).toBe(0);
  expect(later.runner.lines).toContain('::warning::The verdict is fail.');
});

test.each([{ ...REGRESSION, ...MISSED }, MISSED])(
  'what is to be confirmed later hides no missed objective: %j',
  async (outcome) => {
    const { exitCode, runner } = await compare({ 'INPUT_CONFIRM-LATER': 'true' }, comparedRun(outcome));
    expect(exitCode).toBe(1);
    expect(runner.lines).toContain('::error::The verdict is fail.');
  },
);

test('head that died fails the step, whatever is still to be confirmed', async () => {
  const died = { ...REGRESSION, headFailure: 'exited with 1' };
  const { exitCode } = await compare({ 'INPUT_CONFIRM-LATER': 'true' }, comparedRun(died));
  expect(exitCode).toBe(1);
  const again = { 'INPUT_CONFIRM-LATER': 'true', INPUT_CONFIRM: 'a.duration' };
  expect((await compare(again, comparedRun(died))).exitCode).toBe(1);
});

test('a second run that leaves the verdict to the report does not fail for what the first run has judged', async () => {
  const again = { 'INPUT_CONFIRM-LATER': 'true', INPUT_CONFIRM: 'a.duration' };
  expect((await compare(again, comparedRun(MISSED))).exitCode).toBe(0);
  expect((await compare({ INPUT_CONFIRM: 'a.duration' }, comparedRun(MISSED))).exitCode).toBe(1);
});

test('a second run that could not measure what it was to confirm says no pass', async () => {
  const { exitCode, runner } = await compare({ INPUT_CONFIRM: 'a.duration' });
  expect([exitCode, runner.outputs.get('verdict')]).toEqual([0, 'inconclusive']);
  expect(runner.lines).toContain('::warning::what was to be confirmed could not be measured, so nobody knows');
  expect((await compare({ INPUT_CONFIRM: 'a.duration', INPUT_STRICT: 'true' })).exitCode).toBe(3);
});

test('the token reaches git as a header for its own server, and nothing else', async () => {
  const { compared, runner } = await compare({ INPUT_TOKEN: 'ghs_secret', GITHUB_SERVER_URL: 'https://ghe.example/' });
  const header = `AUTHORIZATION: basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`;
  expect(compared[0]?.context.gitEnv).toEqual({
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.https://ghe.example/.extraheader',
    GIT_CONFIG_VALUE_0: header,
  });
  expect(JSON.stringify(compared[0]?.options)).not.toContain('ghs_secret');
  expect(runner.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')).not.toContain('ghs_secret');
  expect((await compare({})).compared[0]?.context.gitEnv).toBeUndefined();
});
