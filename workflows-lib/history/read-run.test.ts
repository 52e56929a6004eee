import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { parseRun, readRun } from './read-run.ts';
import { minimalRun } from './testing/minimal-run.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-read-run-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const text = JSON.stringify(minimalRun(), undefined, 2);

function messageOf(broken: string): string {
  try {
    parseRun(broken, 'run.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('it was accepted');
}

test('a document comes back as it was written', async () => {
  const path = join(folder, 'run.json');
  await writeFile(path, text);
  expect(await readRun(path)).toEqual(minimalRun());
});

test('a newer schema version asks for an upgrade', () => {
  expect(messageOf(text.replace('shotclock.run/1', 'shotclock.run/2'))).toBe(
    'run.json was written by a newer Shotclock (shotclock.run/2; this one reads up to shotclock.run/1): upgrade Shotclock',
  );
});

test('a document cut off anywhere is never taken for a whole one, and says where it ends', () => {
  for (let length = 1; length < text.length; length++) {
    expect(messageOf(text.slice(0, length))).toContain('it ends in the middle, so it was cut off');
  }
  const lines = text.slice(0, 100).split('\n');
  expect(messageOf(text.slice(0, 100))).toContain(`at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}:`);
});

test('an empty file is called empty', () => {
  expect(messageOf(' \n')).toMatch(/^run\.json is empty/);
});

test.each([
  ['{\n  "schema": nonsense\n}', 'line 2, column 14: "o"'],
  ['<html>', 'line 1, column 1: "<"'],
  ['{"a": 1,}', 'line 1, column 9: "}"'],
  ['{"a": NaN}', 'line 1, column 7: "N"'],
  ['{} {}', 'line 1, column 4: "{"'],
  ['{"a":\n\n\u001b}', 'line 3, column 1: "\\u001b"'],
])('%j is placed by line and column', (broken, where) => {
  expect(messageOf(broken)).toBe(`run.json is not valid JSON at ${where} cannot stand here`);
});

test.each(['NaN', 'Infinity', '-Infinity', '1e999', 'null', '"5"', '-1e999'])('a duration of %s is refused', (value) => {
  expect(messageOf(text.replace('"durationMs": 1000', `"durationMs": ${value}`))).toMatch(/not (?:a )?valid/);
});

test.each([['[]'], ['null'], ['7'], ['{}'], ['{"schema":"other/1"}'], ['{"schema":7}']])(
  '%s is JSON but no run document',
  (json) => {
    expect(messageOf(json)).toBe('run.json is JSON but not a run document: its "schema" is not "shotclock.run/1"');
  },
);

test('a wrong field is named by its path, and further ones are counted', () => {
  expect(messageOf(text.replace('"cores": 2', '"cores": 2.5'))).toMatch(
    /^run\.json is not a valid run document: environment\.cores: /,
  );
  expect(messageOf('{"schema":"shotclock.run/1"}')).toMatch(/; and \d+ more$/);
});

test('what a message quotes of the file holds no control characters and stays short', () => {
  const hostile = text.replace('"cores"', JSON.stringify(`\u001b[31m${'x'.repeat(5000)}`));
  const message = messageOf(hostile);
  expect(message).not.toMatch(/\p{Cc}/u);
  expect(message.length).toBeLessThan(800);
});

test('a missing file and a folder are mistakes of the user', async () => {
  await expect(readRun(join(folder, 'none.json'))).rejects.toThrow(/cannot read the run .*none\.json: there is no such file/);
  await expect(readRun(folder)).rejects.toThrow(/is a folder; name the run document in it/);
  await expect(readRun(folder)).rejects.toBeInstanceOf(UsageError);
});
