import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import type { PublishOptions, Published } from '../commands/publish-report.ts';
import { reportSpec, runReport } from './report.ts';
import { performAction } from './run-action.ts';
import { createFakeRunner } from './testing/fake-runner.ts';
import type { FakeRunner } from './testing/fake-runner.ts';

const PUBLISHED: Published = {
  verdict: 'fail',
  pullRequest: 12,
  stale: false,
  comment: { outcome: 'updated', id: 5, url: 'https://github.com/o/r/pull/12#issuecomment-5' },
  check: { id: 9, url: null },
  summary: '## Fail',
  annotations: [{ path: 'shotclock.yml', startLine: 4, endLine: 4, level: 'failure', title: 'objective', message: 'too slow' }],
};

interface Run {
  readonly exitCode: number;
  readonly runner: FakeRunner;
  readonly options: PublishOptions[];
}

async function run(env: Readonly<Record<string, string>>, answer: Partial<Published> = {}): Promise<Run> {
  const runner = createFakeRunner({ INPUT_TOKEN: 'ghs_abcdef', ...env });
  const options: PublishOptions[] = [];
  const commands = {
    publishReport: (given: PublishOptions) => {
      options.push(given);
      return Promise.resolve({ ...PUBLISHED, ...answer });
    },
  };
  const exitCode = await performAction(reportSpec, (inputs, door) => runReport(inputs, door, commands), runner.ports);
  return { exitCode, runner, options };
}

test('inputs reach the command', async () => {
  const { options } = await run({});
  expect(options).toEqual([
    { token: 'ghs_abcdef', artifact: 'shotclock-run', name: 'benchmark', comment: 'always', check: true, strict: false },
  ]);
  const full = await run({
    INPUT_RUN: 'run.json',
    INPUT_ARTIFACT: '',
    INPUT_CONFIRMATION: 'second',
    INPUT_NAME: 'api',
    INPUT_COMMENT: 'on-change',
    INPUT_CHECK: 'false',
    INPUT_GATE: 'true',
    INPUT_STRICT: 'true',
    'INPUT_COMMENT-AUTHOR': 'our-app[bot]',
  });
  expect(full.options).toEqual([
    {
      token: 'ghs_abcdef',
      run: 'run.json',
      artifact: '',
      name: 'api',
      comment: 'on-change',
      check: false,
      strict: true,
      confirmation: 'second',
      author: 'our-app[bot]',
    },
  ]);
});

test('what was published becomes outputs, and a verdict that is no pass does not fail the step', async () => {
  const { exitCode, runner } = await run({});
  expect(exitCode).toBe(0);
  expect(Object.fromEntries(runner.outputs)).toEqual({
    verdict: 'fail',
    'pull-request': 12,
    stale: false,
    'comment-id': 5,
    'comment-url': 'https://github.com/o/r/pull/12#issuecomment-5',
    'check-run-id': 9,
  });
  expect(runner.lines).toContain('Comment updated: https://github.com/o/r/pull/12#issuecomment-5');
});

test('strict without a gate is for the check', async () => {
  const { exitCode, options } = await run({ INPUT_STRICT: 'true' }, { verdict: 'void' });
  expect([exitCode, options.map(({ strict }) => strict)]).toEqual([0, [true]]);
});

test.each([
  ['fail', {}, 1],
  ['inconclusive', {}, 0],
  ['void', { INPUT_STRICT: 'true' }, 3],
  ['pass', { INPUT_STRICT: 'true' }, 0],
  ['missing', {}, 0],
] as const)('as a gate, the verdict %s with %j ends with exit code %d', async (verdict, env, expected) => {
  const { exitCode, runner } = await run({ INPUT_GATE: 'true', ...env }, { verdict });
  expect([exitCode, runner.outputs.get('verdict')]).toEqual([expected, verdict]);
  const said = `::error::The verdict is ${verdict}: the comment and the check say why.`;
  expect(runner.lines.includes(said)).toBe(expected !== 0);
});

test('what is not there is no output', async () => {
  const { runner } = await run({}, { pullRequest: null, comment: null, check: null, verdict: 'missing' });
  expect(Object.fromEntries(runner.outputs)).toEqual({ verdict: 'missing', stale: false });
});

test('annotations stand in the log only where no check run carries them', async () => {
  const isAnnotation = (line: string): boolean => line.startsWith('::error file=');
  expect((await run({})).runner.lines.filter(isAnnotation)).toEqual([]);
  expect((await run({}, { check: null })).runner.lines.filter(isAnnotation)).toEqual(['::error file=shotclock.yml::too slow']);
});

test('what could not be published fails the step after everything else was written', async () => {
  const failure = new UsageError('the token may not write check runs: grant `checks: write`');
  const { exitCode, runner } = await run({ GITHUB_STEP_SUMMARY: '/dev/null' }, { check: null, failure });
  expect(exitCode).toBe(2);
  expect(runner.outputs.get('comment-id')).toBe(5);
  expect(runner.summaries).toEqual(['## Fail\n']);
  expect(runner.lines.at(-1)).toBe('::error::the token may not write check runs: grant `checks: write`');
});

test('the summary can be left to the job that measured', async () => {
  const env = { GITHUB_STEP_SUMMARY: '/dev/null' };
  expect((await run(env)).runner.summaries).toEqual(['## Fail\n']);
  expect((await run({ ...env, INPUT_SUMMARY: 'false' })).runner.summaries).toEqual([]);
});

test('the token is masked, with the form in which git sends it, and never logged', async () => {
  const { runner } = await run({});
  const masks = runner.lines.filter((line) => line.startsWith('::add-mask::'));
  expect(masks).toContain('::add-mask::ghs_abcdef');
  expect(masks).toContain(`::add-mask::${Buffer.from('x-access-token:ghs_abcdef').toString('base64')}`);
  expect(runner.lines.slice(masks.length).join('\n')).not.toContain('ghs_abcdef');
});

test.each([
  [{ INPUT_TOKEN: '' }, 'token: is missing'],
  [{ INPUT_ARTIFACT: '' }, 'run and artifact are both empty'],
  [{ INPUT_STRICT: 'true', INPUT_CHECK: 'false' }, 'strict is for the check and for a gate'],
  [{ INPUT_COMMENT: 'sometimes' }, 'comment: "sometimes" is not one of always, on-change or never'],
])('with %j nothing is published', async (env, message) => {
  const { exitCode, runner, options } = await run(env);
  expect(exitCode).toBe(2);
  expect(options).toEqual([]);
  expect(runner.lines.at(-1)).toContain(message);
});
