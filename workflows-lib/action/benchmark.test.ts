import { expect, test } from '@jest/globals';
import { Interrupted, UsageError } from '../core/errors.ts';
import type { BenchmarkOptions } from '../commands/benchmark.ts';
import type { CompareOptions } from '../commands/compare.ts';
import type { CommandContext } from '../commands/context.ts';
import { benchmarkSpec, runBenchmark } from './benchmark.ts';
import type { BenchmarkCommands } from './benchmark.ts';
import { performAction } from './run-action.ts';
import { createFakeRunner } from './testing/fake-runner.ts';
import type { FakeRunner } from './testing/fake-runner.ts';
import { finishedRun } from './testing/finished-run.ts';

interface Calls {
  readonly measured: { readonly options: BenchmarkOptions; readonly cwd: string }[];
  readonly compared: { readonly options: CompareOptions; readonly gitEnv: CommandContext['gitEnv'] }[];
  readonly uploaded: unknown[];
}

interface Run extends Calls {
  readonly exitCode: number;
  readonly runner: FakeRunner;
}

/** Runs the action on commands that answer what the test says. */
async function run(env: Readonly<Record<string, string>>, commands: Partial<BenchmarkCommands> = {}): Promise<Run> {
  const runner = createFakeRunner(env);
  const calls: Calls = { measured: [], compared: [], uploaded: [] };
  const known: BenchmarkCommands = {
    benchmark: (options: BenchmarkOptions, { cwd }: CommandContext) => {
      calls.measured.push({ options, cwd });
      return Promise.resolve(finishedRun());
    },
    compare: (options: CompareOptions, { gitEnv }: CommandContext) => {
      calls.compared.push({ options, gitEnv });
      return Promise.resolve(finishedRun());
    },
    uploadRun: (_saved, options) => {
      calls.uploaded.push(options);
      return Promise.resolve({ id: 77 });
    },
    reportForJob: ({ verdict }) =>
      Promise.resolve({ text: 'table\n::error::x', markdown: `## ${verdict}`, sentence: `The verdict is ${verdict}.` }),
    ...commands,
  };
  const exitCode = await performAction(benchmarkSpec, (inputs, door) => runBenchmark(inputs, door, known), runner.ports);
  return { exitCode, runner, ...calls };
}

test('inputs reach the command, and what was not given is left to the plan', async () => {
  const plain = await run({});
  expect(plain.measured).toEqual([{ options: {}, cwd: '/project' }]);
  expect(plain.uploaded).toEqual([{ name: 'shotclock-run' }]);
  const full = await run({
    INPUT_CONFIG: 'a.yml',
    'INPUT_WORKING-DIRECTORY': 'sub',
    INPUT_ONLY: 'database.*',
    INPUT_SAMPLES: '7',
    INPUT_ARTIFACT: 'mine',
    'INPUT_RETENTION-DAYS': '3',
  });
  expect(full.measured).toEqual([{ options: { config: 'a.yml', only: 'database.*', samples: 7 }, cwd: '/project/sub' }]);
  expect(full.uploaded).toEqual([{ name: 'mine', retentionDays: 3 }]);
});

test('a run becomes outputs, a summary and a log that no text of it can command', async () => {
  const { exitCode, runner } = await run({});
  expect(exitCode).toBe(0);
  expect(Object.fromEntries(runner.outputs)).toEqual({
    verdict: 'pass',
    run: '/project/.shotclock/runs/r1/run.json',
    'run-id': 'r1',
    'cost-usd': 0.25,
    flagged: '[]',
    'artifact-id': 77,
  });
  expect(runner.lines.slice(1)).toEqual([
    '::group::Measuring',
    '::endgroup::',
    '',
    'table',
    '\ua789:error::x',
    '',
    '::group::Uploading shotclock-run',
    '::endgroup::',
  ]);
});

test('the summary is written', async () => {
  const { runner } = await run({ GITHUB_STEP_SUMMARY: '/dev/null' });
  expect(runner.summaries).toEqual(['## pass\n']);
});

test.each([
  ['fail', 'false', 1, '::error::The verdict is fail.'],
  ['pass', 'true', 0, '::endgroup::'],
  ['inconclusive', 'false', 0, '::warning::The verdict is inconclusive.'],
  ['void', 'false', 0, '::warning::The verdict is void.'],
  ['inconclusive', 'true', 3, '::error::The verdict is inconclusive.'],
  ['void', 'true', 3, '::error::The verdict is void.'],
] as const)('verdict %s with strict=%s exits %i and says so', async (verdict, strict, ...expected) => {
  const [code, line] = expected;
  const { exitCode, runner } = await run(
    { INPUT_STRICT: strict },
    { benchmark: () => Promise.resolve(finishedRun({ verdict })) },
  );
  expect(exitCode).toBe(code);
  expect(runner.lines).toContain(line);
  expect(runner.outputs.get('verdict')).toBe(verdict);
});

test('an empty artifact uploads nothing', async () => {
  const { uploaded, runner } = await run({ INPUT_ARTIFACT: '' });
  expect(uploaded).toEqual([]);
  expect(runner.outputs.has('artifact-id')).toBe(false);
});

test('a run that ended early is uploaded, reported and fails', async () => {
  const failure = new Interrupted('interrupted by SIGINT');
  const { exitCode, runner, uploaded } = await run(
    {},
    { benchmark: () => Promise.resolve({ ...finishedRun({ verdict: 'inconclusive' }), failure }) },
  );
  expect(exitCode).toBe(130);
  expect(uploaded).toHaveLength(1);
  expect(runner.outputs.get('artifact-id')).toBe(77);
  expect(runner.lines.at(-1)).toBe('::error::interrupted by SIGINT');
});

test('an upload that fails fails the step, but neither the outputs nor the verdict are lost', async () => {
  const { exitCode, runner } = await run(
    {},
    {
      benchmark: () => Promise.resolve(finishedRun({ verdict: 'fail' })),
      uploadRun: () => Promise.reject(new UsageError('artifacts are not supported here: set artifact to an empty text')),
    },
  );
  expect(exitCode).toBe(2);
  expect(runner.outputs.get('verdict')).toBe('fail');
  expect(runner.lines.slice(-2)).toEqual([
    '::error::The verdict is fail.',
    '::error::artifacts are not supported here: set artifact to an empty text',
  ]);
});

test('days to keep what is not uploaded contradict', async () => {
  const { exitCode, runner } = await run({ INPUT_ARTIFACT: '', 'INPUT_RETENTION-DAYS': '5' });
  expect(exitCode).toBe(2);
  expect(runner.lines.at(-1)).toContain('retention-days has no artifact to keep');
});

test('a cost that nobody knows is no output, rather than zero', async () => {
  const unpriced = finishedRun({ costUsd: null });
  const { runner } = await run({}, { benchmark: () => Promise.resolve(unpriced) });
  expect(runner.outputs.has('cost-usd')).toBe(false);
});
