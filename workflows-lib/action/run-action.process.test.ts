import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const MAIN = join(import.meta.dirname, 'testing', 'endings', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'shotclock-endings-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly outputs: string;
  readonly summary: string;
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** Called with every piece of output. */
  readonly onOutput?: (child: ChildProcess, text: string) => void;
}

let runs = 0;

/** Runs the action as the runner does: clean environment, files that exist, output through a pipe. */
async function runEnding(ending: string, { env = {}, onOutput }: Options = {}): Promise<Ended> {
  runs++;
  const files = { GITHUB_OUTPUT: join(folder, `output-${runs}`), GITHUB_STEP_SUMMARY: join(folder, `summary-${runs}`) };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const child = spawn(process.execPath, [MAIN], {
    env: { ...files, INPUT_ENDING: ending, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: folder,
  });
  children.push(child);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput?.(child, text);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    code,
    stdout,
    outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

test('outputs and summary reach the runner, in its own files, whatever the verdict', async () => {
  const { code, stdout, outputs, summary } = await runEnding('fail');
  expect(code).toBe(1);
  expect(outputs).toMatch(
    /^verdict<<(ghadelimiter_[\w-]+)\nfail\n\1\ntext<<(ghadelimiter_[\w-]+)\none\nEOF\n::error::two\n\2\n$/,
  );
  expect(summary).toBe('## fail\n');
  expect(stdout).toMatch(/^Shotclock [\d.]+ · endings\n::error::Fail: too slow\.\n$/);
});

test('a secret is masked before the first line and stands nowhere else', async () => {
  const { stdout } = await runEnding('pass', { env: { INPUT_TOKEN: 'hunter22' } });
  expect(stdout).toMatch(/^::add-mask::hunter22\n(::add-mask::.*\n)+Shotclock/);
  expect(stdout.slice(stdout.indexOf('Shotclock'))).not.toContain('hunter22');
});

test.each([
  ['uncaught', 'nobody caught this'],
  ['unhandled', 'nobody waited for this'],
])('an %s error ends the step at once as a bug, outside of any group', async (ending, message) => {
  const { code, stdout } = await runEnding(ending);
  expect(code).toBe(70);
  expect(stdout).toMatch(new RegExp(`::endgroup::\n::error::this is a bug in Shotclock [\\d.]+, please report it: ${message}\n`));
  expect(stdout).toMatch(/::group::Where it happened\nError: nobody [^]*\n\s+at [^]*::endgroup::\n$/);
});

test('work that can never end, with nothing left that could end it, is a bug and not a pass', async () => {
  const { code, stdout } = await runEnding('dry');
  expect(code).toBe(70);
  expect(stdout).toContain('it ended before its work was done');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s lets the command save what it has', async (signal) => {
  const { code, stdout, outputs, summary } = await runEnding('abort', {
    onOutput: (child, text) => {
      if (text.includes('ready')) child.kill(signal);
    },
  });
  expect(code).toBe(130);
  expect(stdout).toContain(`${signal}: stopping; what was measured is being saved.\n`);
  expect(stdout).toContain(`::error::interrupted by ${signal}\n`);
  expect(outputs).toContain('inconclusive');
  expect(summary).toContain('inconclusive');
});

test('a command that does not stop is ended after the second signal, before the runner kills it', async () => {
  const { code, stdout } = await runEnding('deaf', {
    onOutput: (child, text) => {
      if (text.includes('ready')) child.kill('SIGINT');
      // The second wish of a runner comes later; one that comes at once is the same wish through another way.
      if (text.includes('stopping')) setTimeout(() => child.kill('SIGTERM'), 1_200);
    },
  });
  expect(code).toBe(130);
  expect(stdout).toContain('::error::SIGTERM: what was not saved by now is lost\n');
});

test('a reader that goes away ends the output, not the work', async () => {
  const { code, outputs } = await runEnding('chatter', {
    onOutput: (child) => {
      child.stdout?.destroy();
    },
  });
  expect(code).toBe(0);
  expect(outputs).toContain('pass');
});

test('what still runs after the work is done does not hold the job', async () => {
  const { code, stdout } = await runEnding('linger');
  expect(code).toBe(0);
  expect(stdout).toContain('Something still runs although the work is done; it is cut off.');
}, 30_000);
