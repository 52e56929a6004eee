import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { followOutput } from './output.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'output-test-'))));
afterAll(async () => rm(folder, { recursive: true }));

const never = new AbortController().signal;

test('the last 40 lines are kept, without colours and other control characters, long ones cut', async () => {
  const stream = new PassThrough();
  const output = followOutput([stream], join(folder, 'a.log'));
  for (let line = 1; line <= 50; line++) stream.write(`\u001b[32mline ${line}\u001b[0m\u0007\r\n`);
  stream.end('x'.repeat(2_000));
  await once(stream, 'end');
  const lines = output.lastLines();
  expect(lines).toHaveLength(40);
  expect(lines[0]).toBe('line 12');
  expect(lines.at(-1)).toBe(`${'x'.repeat(500)} ...`);
});

test('what is printed goes to the log file, unchanged', async () => {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const path = join(folder, 'b.log');
  followOutput([out, err], path);
  out.end('größer\n');
  err.end('\u001b[31mred\u001b[0m\n');
  await Promise.all([once(out, 'close'), once(err, 'close')]);
  let written = '';
  for (let tries = 0; tries < 1_000 && !written.includes('red'); tries++) written = await readFile(path, 'utf8').catch(() => '');
  expect(written).toBe('größer\n\u001b[31mred\u001b[0m\n');
});

test('a log file that cannot be written costs nothing but the file', async () => {
  const stream = new PassThrough();
  const output = followOutput([stream], join(folder, 'no', 'such', 'folder.log'));
  stream.end('still here\n');
  await once(stream, 'close');
  expect(output.lastLines()).toEqual(['still here']);
});

test('a match is found in what was printed and in what comes, also when it comes in pieces', async () => {
  const stream = new PassThrough();
  const output = followOutput([stream], join(folder, 'c.log'));
  const waiting = output.match(/ready on (\d+)$/m, never);
  stream.write('rea');
  stream.write('dy on 80\n');
  expect((await waiting)[1]).toBe('80');
  expect((await output.match(/ready/, never))[0]).toBe('ready');
});

test('waiting for a match ends with the reason of the signal', async () => {
  const output = followOutput([new PassThrough()], join(folder, 'd.log'));
  const reason = new Error('died');
  await expect(output.match(/x/, AbortSignal.abort(reason))).rejects.toBe(reason);
  const later = new AbortController();
  const waiting = output.match(/x/, later.signal);
  later.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});
