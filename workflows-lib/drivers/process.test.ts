import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import type { Expectation, ProcessCall } from '../core/operation.ts';
import type { Attempt, Driver } from './driver.ts';
import { openProcessDriver } from './process.ts';

function open(): Driver<ProcessCall> & AsyncDisposable {
  const driver = openProcessDriver({ clock: systemClock });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

interface Try {
  readonly wanted?: Expectation;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

async function attempt(run: string, { wanted = {}, env = {}, timeoutMs = 10_000 }: Try = {}): Promise<Attempt> {
  await using driver = open();
  const call: ProcessCall = { protocol: 'process', run, cwd: tmpdir(), env };
  return await driver.prepare({ name: 'build', call, expect: wanted, timeoutMs }).execute();
}

test('a command runs in its folder with its environment and without our secrets', async () => {
  process.env['SHOTCLOCK_TEST_SECRET'] = 'hidden';
  try {
    const print = 'JSON.stringify([process.cwd(), process.env.TEAM, process.env.SHOTCLOCK_TEST_SECRET ?? null])';
    const made = await attempt(`node -p '${print}'`, { env: { TEAM: 'Hawks' }, wanted: { json: [tmpdir(), 'Hawks', null] } });
    expect(made).toMatchObject({ outcome: 'ok', usage: [] });
    expect(made.firstByteMs).toBeGreaterThan(made.startMs);
    expect(made.bytesReceived).toBe(Buffer.byteLength(`${JSON.stringify([tmpdir(), 'Hawks', null])}\n`));
  } finally {
    delete process.env['SHOTCLOCK_TEST_SECRET'];
  }
});

test.each<[string, Expectation, Partial<Attempt>]>([
  ['true', {}, { outcome: 'ok' }],
  ['sh -c "exit 3"', { exitCode: 3 }, { outcome: 'ok' }],
  [
    'sh -c "echo no disk >&2; exit 3"',
    {},
    { outcome: 'error', failure: { class: 'exit_3', message: 'the command ended with exit code 3, expected 0: no disk' } },
  ],
  [
    'sh -c "kill -9 $$"',
    {},
    { outcome: 'error', failure: { class: 'signal_SIGKILL', message: 'the command was ended by SIGKILL, expected 0' } },
  ],
  [
    'echo hello',
    { contains: 'bye' },
    { outcome: 'invalid', failure: { class: 'contains', message: 'contains: expected "bye", got "hello\\n"' } },
  ],
  ['echo hello', { json: {} }, { outcome: 'invalid', failure: { class: 'not_json', message: 'expected JSON, got hello' } }],
  ['no-such-program', {}, { outcome: 'error', failure: { class: 'ENOENT', message: 'no such file or program' } }],
])('%s with %j expected is judged', async (run, wanted, judged) => {
  expect(await attempt(run, { wanted })).toMatchObject(judged);
});

test('the time of a command is the time that it says it took', async () => {
  const made = await attempt('node -e "const end = Date.now() + 150; while (Date.now() < end);"');
  expect(made.endMs - made.startMs).toBeGreaterThanOrEqual(150);
});

async function isRunning(pid: string): Promise<boolean> {
  if (!existsSync(`/proc/${pid}`)) return false;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z ');
  return !stat.includes(' Z ');
}

test.each(['times out', 'is left by its parent'])('a grandchild ends with the command that %s', async (how) => {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-process-'));
  try {
    const file = join(folder, 'pid');
    const wait = how === 'times out' ? 'wait' : 'true';
    const made = await attempt(`sh -c 'sleep 60 & echo $! > ${file}; ${wait}'`, {
      timeoutMs: how === 'times out' ? 500 : 10_000,
    });
    expect(made.outcome).toBe(how === 'times out' ? 'timeout' : 'ok');
    expect(made.endMs - made.startMs).toBeLessThan(10_000);
    const pid = (await readFile(file, 'utf8')).trim();
    // SIGKILL has been sent; the kernel may take a moment.
    while (await isRunning(pid));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('closing the driver ends what still runs', async () => {
  await using driver = open();
  const call: ProcessCall = { protocol: 'process', run: 'sleep 60', cwd: tmpdir(), env: {} };
  const made = driver.prepare({ name: 'build', call, expect: {}, timeoutMs: 60_000 }).execute();
  await driver.close();
  expect(await made).toMatchObject({ outcome: 'error', failure: { class: 'signal_SIGKILL' } });
});

test('a command that cannot be split is refused when the call is prepared', async () => {
  await using driver = open();
  const call: ProcessCall = { protocol: 'process', run: 'echo "x', cwd: tmpdir(), env: {} };
  expect(() => driver.prepare({ name: 'build', call, expect: {}, timeoutMs: 1 })).toThrow(UsageError);
});
