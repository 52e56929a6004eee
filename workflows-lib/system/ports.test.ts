import { afterEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import type { Guardian } from './guardian.ts';
import { openPortBook, type PortBook } from './ports.ts';

/** What a run would have its guardian remove. */
const watched = new Set<string>();
const guardian: Guardian = {
  pid: 0,
  watch: (key) => watched.add(key),
  forget: (key) => watched.delete(key),
  goodbye: async () => Promise.resolve(),
};
const folder = join(tmpdir(), `shotclock-ports-${userInfo().uid}`);
const books: PortBook[] = [];
const open = async (): Promise<PortBook> => {
  const book = await openPortBook(guardian);
  books.push(book);
  return book;
};

afterEach(async () => {
  for (const book of books.splice(0)) await book.release();
});

test('ports are handed out once, below those of outgoing connections, and can be listened on', async () => {
  const [one, other] = [await open(), await open()];
  const ports = await Promise.all(Array.from({ length: 40 }, async (_, index) => (index % 2 === 0 ? one : other).claim()));
  expect(new Set(ports).size).toBe(40);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...ports)).toBeLessThanOrEqual(32_000);
  await new Promise<void>((resolve) => {
    const server = createServer().listen(ports[0], '127.0.0.1', () => {
      server.close(() => {
        resolve();
      });
    });
  });
});

test('a port that was given back can be claimed again, and its claim is no longer the business of the guardian', async () => {
  const [first, second] = [await open(), await open()];
  const port = await first.claim();
  await expect(second.claimFixed(port, 'process api')).rejects.toThrow(`Port ${port} of process api is in use by`);
  await first.release();
  expect([...watched].filter((key) => key.includes(`${port}.`))).toEqual([]);
  expect(await second.claimFixed(port, 'process api')).toBe(port);
});

test('a port that another Shotclock holds but does not use yet is not taken', async () => {
  const book = await open();
  const port = await book.claim();
  await book.release();
  const again = await open();
  // Another living process of this machine, with its start time: process 1.
  const startTime = spawnSync('sh', ['-c', 'cut -d " " -f 22 /proc/1/stat'], { encoding: 'utf8' }).stdout.trim();
  await again.claim();
  const claim = join(folder, `${port}.1.${startTime}`);
  await writeFile(claim, '');
  await expect(again.claimFixed(port, 'process api')).rejects.toThrow('another Shotclock run (pid 1)');
  spawnSync('rm', [claim]);
  expect(await again.claimFixed(port, 'process api')).toBe(port);
});

test('claims of the dead are void, even when their pid lives again', async () => {
  const book = await open();
  const port = await book.claim();
  await book.release();
  const again = await open();
  await again.claim();
  const [dead, recycled] = [join(folder, `${port}.999999999.1`), join(folder, `${port}.${process.pid}.1`)];
  await Promise.all([writeFile(dead, ''), writeFile(recycled, '')]);
  expect(await again.claimFixed(port, 'process api')).toBe(port);
  expect([existsSync(dead), existsSync(recycled)]).toEqual([false, false]);
});
