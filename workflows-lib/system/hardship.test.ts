/** Hard places to run in: a full disk, another user. These need a superuser, who can make such places. */
import { afterEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serverUser } from './postgres/system-user.ts';
import { planOf, postgresOf, processOf, s3Of } from './testing/plan.ts';
import { startRudeRun, type RudeRun } from './testing/rude-run.ts';
import { isReachableByAll, isRoot } from './work-folder.ts';

let run: RudeRun | undefined;
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await run?.dispose();
  for (const action of undo.splice(0).reverse()) await action();
});

/** A file system of the given size; undefined where none can be mounted (not root, a container without the right). */
async function smallDisk(megabytes: number): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  undo.push(async () => rm(folder, { recursive: true }));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
  if (mounted) undo.push(async () => Promise.resolve(spawnSync('umount', [folder])));
  return mounted ? folder : undefined;
}

function skipped(reason: string): void {
  process.stderr.write(`skipped: ${reason}\n`);
}

test('a full disk is said so in one message, and what was written is removed again', async () => {
  const temporary = await smallDisk(20);
  if (temporary === undefined) {
    skipped('mounting a small disk needs the superuser');
    return;
  }
  run = await startRudeRun({ plan: planOf({ services: [postgresOf(), s3Of()] }), temporary });
  expect(run.report).toMatchObject({
    error: expect.stringMatching(
      /^PostgreSQL could not create its data folder: the disk of \S+ is full\. Free space, or set TMPDIR[^\n]+$/,
    ),
    exitCode: 2,
  });
  expect(await run.vanished()).toBe(true);
});

test('a disk that fills up while the system runs does not end the system', async () => {
  const temporary = await smallDisk(4);
  if (temporary === undefined) {
    skipped('mounting a small disk needs the superuser');
    return;
  }
  const script = `const line = 'x'.repeat(1e6); for (let i = 0; i < 10; i++) console.log(line); require('http').createServer((q, r) => r.end('alive')).listen(process.env.PORT)`;
  run = await startRudeRun({
    plan: planOf({ processes: [processOf(`node -e "${script}"`, { ready: { http: '/' } })] }),
    temporary,
  });
  expect(run.report).toMatchObject({ endpoints: { app: { type: 'http' } } });
  const exited = new Promise((resolve) => run?.process.once('exit', resolve));
  run.process.kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(await run.vanished()).toBe(true);
});

test('an ordinary user gets the same system', async () => {
  const user = isRoot() ? await serverUser() : undefined;
  if (user === undefined || !(await isReachableByAll(fileURLToPath(new URL('.', import.meta.url))))) {
    skipped('every other test runs as an ordinary user already, or this folder is not to be read by others');
    return;
  }
  run = await startRudeRun({ plan: planOf({ services: [postgresOf()] }), user });
  expect(run.report).toMatchObject({ endpoints: { database: { type: 'postgres' } } });
  run.process.kill('SIGKILL');
  expect(await run.vanished()).toBe(true);
});
