import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const OPTIONS = {
  protocol: 'openai',
  host: '127.0.0.1',
  port: 0,
  model: 'gpt-4o',
  provider: 'openai',
  profile: 'fast',
  seed: 's',
  faults: {},
};

/** Starts the process, writes one line to it, hands it to `use`, and ends it whatever happens. */
async function withProcess<T>(line: string, use: (child: ChildProcessWithoutNullStreams) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [MAIN], { stdio: 'pipe' });
  try {
    child.stdin.write(`${line}\n`);
    return await use(child);
  } finally {
    child.kill('SIGKILL');
  }
}

async function listening(child: ChildProcessWithoutNullStreams): Promise<number> {
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return (JSON.parse(line) as { listening: number }).listening;
}

test('it tells its port on one line and serves there', async () => {
  await withProcess(JSON.stringify(OPTIONS), async (child) => {
    const response = await fetch(`http://127.0.0.1:${await listening(child)}/livez`);
    expect(await response.json()).toEqual({ status: 'ok' });
  });
});

test('it ends when its parent is gone, which closes its standard input', async () => {
  await withProcess(JSON.stringify(OPTIONS), async (child) => {
    await listening(child);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)('it ends cleanly on %s', async (signal) => {
  await withProcess(JSON.stringify(OPTIONS), async (child) => {
    await listening(child);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

test.each([
  ['not JSON', /one line of JSON/],
  [JSON.stringify({ ...OPTIONS, model: '' }), /model/],
  [JSON.stringify({ ...OPTIONS, answers: '/nowhere.yml' }), /nowhere\.yml/],
])('bad input (%#) is one line on standard error and exit code 2', async (line, message) => {
  await withProcess(line, async (child) => {
    const [complaint, exit] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(exit).toEqual([2, null]);
    expect(complaint).toMatch(message);
    expect(complaint.trimEnd().split('\n')).toHaveLength(1);
  });
});
