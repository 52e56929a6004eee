import { expect, test } from '@jest/globals';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { SHOTCLOCK_VERSION } from '../core/version.ts';
import type { ActionEnding } from './conclude.ts';
import { performAction } from './run-action.ts';
import type { ActionDoor } from './run-action.ts';
import { defineAction } from './spec.ts';
import { createFakeRunner } from './testing/fake-runner.ts';
import type { FakeRunner } from './testing/fake-runner.ts';

const spec = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'Ends as it is told to.',
  branding: { icon: 'clock', color: 'orange' },
  inputs: {
    token: { kind: 'text', secret: true, description: 'Token.' },
    strict: { kind: 'boolean', default: false, description: 'Strict.' },
  },
  outputs: { verdict: 'Verdict.', count: 'Count.' },
});

type Ending = ActionEnding<typeof spec.outputs>;

interface Run {
  readonly exitCode: number;
  readonly runner: FakeRunner;
}

async function run(body: (door: ActionDoor) => Ending, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const runner = createFakeRunner(env);
  const exitCode = await performAction(spec, (_inputs, door) => Promise.resolve().then(() => body(door)), runner.ports);
  return { exitCode, runner };
}

function throwing(thrown: unknown): () => Ending {
  return () => {
    throw thrown;
  };
}

test('masks come first, then the name, then everything else', async () => {
  const { runner } = await run(
    ({ context }) => {
      context.log.info('working');
      return { exitCode: 0 };
    },
    { INPUT_TOKEN: ' hunter22 ', INPUT_STRICT: 'false' },
  );
  const masks = runner.lines.filter((line) => line.startsWith('::add-mask::'));
  expect(masks).toContain('::add-mask:: hunter22 ');
  expect(masks).toContain('::add-mask::hunter22');
  expect(runner.lines.slice(masks.length)).toEqual([`Shotclock ${SHOTCLOCK_VERSION} · sample`, 'working']);
});

test('secret inputs are masked even when the other inputs cannot be used', async () => {
  const { exitCode, runner } = await run(() => ({ exitCode: 0 }), { INPUT_TOKEN: 'hunter22', INPUT_STRICT: 'maybe' });
  expect(exitCode).toBe(2);
  expect(runner.lines[0]).toBe('::add-mask::hunter22');
  expect(runner.lines.at(-1)).toBe('::error::input of sample: strict: "maybe" is neither true nor false');
});

test('secrets of the plan are masked when the command finds them', async () => {
  const { runner } = await run(({ context }) => {
    context.onSecrets?.(['sk-of-the-plan', 'true']);
    return { exitCode: 0 };
  });
  expect(runner.lines).toContain('::add-mask::sk-of-the-plan');
  expect(runner.lines).not.toContain('::add-mask::true');
});

test.each([
  ['a usage error', new UsageError('samples is wrong'), 2, '::error::samples is wrong'],
  [
    'a failure of the other side',
    new RemoteError('GitHub: 502', { service: 'GitHub', action: 'GET', attempts: 3 }),
    2,
    '::error::GitHub: 502',
  ],
  ['an interruption', new Interrupted('interrupted by SIGINT'), 130, '::error::interrupted by SIGINT'],
])('%s is one error without a stack', async (_name, thrown, ...expected) => {
  const [code, line] = expected;
  const { exitCode, runner } = await run(throwing(thrown));
  expect(exitCode).toBe(code);
  expect(runner.lines.slice(1)).toEqual([line]);
});

test.each([
  [new TypeError('x is undefined'), 'x is undefined'],
  ['a thrown string', 'a thrown string'],
  [undefined, 'undefined'],
])('anything else that is thrown (%p) is our bug: exit 70, the stack folded', async (thrown, message) => {
  const { exitCode, runner } = await run(throwing(thrown));
  expect(exitCode).toBe(70);
  const [error, group, ...stack] = runner.lines.slice(1);
  expect(error).toBe(`::error::this is a bug in Shotclock ${SHOTCLOCK_VERSION}, please report it: ${message}`);
  expect(group).toBe('::group::Where it happened');
  expect(stack.filter((line) => line.trim().startsWith('at ')).length).toBeGreaterThan(0);
  expect(stack.at(-1)).toBe('::endgroup::');
});

test('the stack of a bug holds those of its causes', async () => {
  const { runner } = await run(throwing(new Error('outer', { cause: new Error('inner') })));
  expect(runner.lines.join('\n')).toMatch(/Error: outer\n[^]*caused by Error: inner\n/);
});

test('outputs are written whatever the ending, and those without a value are left out', async () => {
  const { exitCode, runner } = await run(() => ({
    outputs: { verdict: 'fail' },
    exitCode: 1,
    reason: 'Fail: 2 of 3 objectives do not hold.',
  }));
  expect(exitCode).toBe(1);
  expect([...runner.outputs]).toEqual([['verdict', 'fail']]);
  expect(runner.lines.at(-1)).toBe('::error::Fail: 2 of 3 objectives do not hold.');
});

test('a failure fails the step although the exit code says otherwise', async () => {
  const { exitCode, runner } = await run(() => ({ outputs: { count: 3 }, exitCode: 0, failure: new UsageError('no') }));
  expect(exitCode).toBe(2);
  expect(runner.outputs.get('count')).toBe(3);
});

test('a step that fails says so even when nobody gave a reason', async () => {
  const { runner } = await run(() => ({ exitCode: 3 }));
  expect(runner.lines.at(-1)).toBe('::error::ended with exit code 3');
});

test('outside of a runner outputs are lines of the log, not a command that runners no longer obey', async () => {
  const { runner } = await run(() => ({ outputs: { verdict: '::error::x' }, exitCode: 0 }), { GITHUB_OUTPUT: '' });
  expect(runner.outputs.size).toBe(0);
  expect(runner.lines.at(-1)).toBe('output verdict: ::error::x');
});

test('outputs that cannot be written fail the step', async () => {
  const runner = createFakeRunner();
  const toolkit = {
    ...runner.toolkit,
    setOutput: () => {
      throw new Error('Missing file at path: output');
    },
  };
  const ports = { ...runner.ports, loadToolkit: () => Promise.resolve(toolkit) };
  const exitCode = await performAction(spec, () => Promise.resolve({ outputs: { verdict: 'pass' }, exitCode: 0 }), ports);
  expect(exitCode).toBe(2);
  expect(runner.lines.at(-1)).toContain('cannot write the output verdict to the file that GITHUB_OUTPUT names');
});

test('nine annotations of a level are shown on their files, and the rest is counted', async () => {
  const annotation = { path: 'shotclock.yml', startLine: 3, endLine: 3, title: 'objective', message: 'too slow\n::error::x' };
  const annotations = Array.from({ length: 12 }, () => ({ ...annotation, level: 'failure' as const }));
  const { runner } = await run(() => ({ annotations: [...annotations, { ...annotation, level: 'notice' }], exitCode: 0 }));
  expect(runner.lines.filter((line) => line.startsWith('::error file=shotclock.yml::too slow'))).toHaveLength(9);
  expect(runner.lines.filter((line) => line.startsWith('::notice file='))).toHaveLength(1);
  expect(runner.lines.at(-1)).toBe('3 more in the report: GitHub shows ten annotations of a step.');
});

test.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('with %j colours are %p', async (env, expected) => {
  let colors: boolean | undefined;
  await run((door) => {
    colors = door.colors;
    return { exitCode: 0 };
  }, env);
  expect(colors).toBe(expected);
});
