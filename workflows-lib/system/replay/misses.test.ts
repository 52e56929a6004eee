import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { silentLog } from '../../core/log.ts';
import { MissBook, readMisses } from './misses.ts';
import { keepingLog, withFolder } from './testing/recordings.ts';

test('a request is told once however often it is asked, in one line of bounded length, to this user alone', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'misses.jsonl');
    const book = new MissBook(path, silentLog);
    book.note('a', 'No recording\nof a.');
    book.note('a', 'No recording of a, asked again.');
    book.note('b', 'b'.repeat(5_000));
    expect(await readMisses(path)).toEqual(['No recording of a.', `${'b'.repeat(999)}…`]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

test('however many distinct requests are missed, ten are named and the last line says that there were more', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'misses.jsonl');
    const book = new MissBook(path, silentLog);
    for (let index = 0; index < 1_000; index++) book.note(`${index}`, `request ${index}`);
    const told = await readMisses(path);
    expect(told).toHaveLength(11);
    expect([told[9], told[10]]).toEqual(['request 9', 'Further requests had no recording: only 10 are named.']);
  });
});

test('where nothing was missed there is no file and nothing to tell; a line that is still being written is left out', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'misses.jsonl');
    new MissBook(undefined, silentLog).note('a', 'a');
    expect(await readMisses(path)).toEqual([]);
    new MissBook(path, silentLog).note('a', 'a');
    await appendFile(path, '"half');
    expect(await readFile(path, 'utf8')).toBe('"a"\n"half');
    expect(await readMisses(path)).toEqual(['a']);
  });
});

test('a file that cannot be written is complained of, and playing goes on', () => {
  const log = keepingLog();
  new MissBook('/dev/null/none', log).note('a', 'a');
  expect(log.warnings).toEqual([expect.stringMatching(/^A request without a recording cannot be told: .*ENOTDIR/)]);
});
