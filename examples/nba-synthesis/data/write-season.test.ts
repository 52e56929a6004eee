import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { boxScoreKey, boxScoreOf } from './box-score.ts';
import { createSeason } from './season.ts';
import { Manifest, writeSeason } from './write-season.ts';

const root = mkdtempSync(join(tmpdir(), 'nba-season-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    hash.update(name);
    if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** In a process of its own: that is the real thing, and several times faster than inside jest. */
async function run(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const generate = join(import.meta.dirname, 'generate.ts');
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [generate, ...args], { cwd: root });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const first = join(root, 'first');
let generated: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  generated = await run('--out', 'first', '--seed', '2026');
});

const manifestOf = (folder: string): Manifest => Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

test('a folder holds the script, one file for each game and a manifest', () => {
  expect(readdirSync(first).toSorted()).toEqual(['games', 'manifest.json', 'seed.sql']);
  expect(readdirSync(join(first, 'games', '2025-26'))).toHaveLength(1230);
  expect(manifestOf(first)).toMatchObject({ seed: 2026, season: '2025-26', games: 1230 });
});

test('two runs with the same seed write the same bytes', async () => {
  await run('--out', 'second');
  expect(digest(join(root, 'second'))).toBe(digest(first));
});

test('nothing is written when the folder already holds the season', () => {
  const seed = join(first, 'seed.sql');
  const before = statSync(seed).mtimeMs;
  expect(writeSeason(first, 2026)).toEqual({ manifest: manifestOf(first), written: false });
  expect(statSync(seed).mtimeMs).toBe(before);
});

test('output of another seed, or of another version of the generator, is replaced as a whole', async () => {
  const folder = join(root, 'replaced');
  for (const other of [{ seed: 1 }, { generator: 0 }]) {
    mkdirSync(join(folder, 'games'), { recursive: true });
    writeFileSync(join(folder, 'games', 'left-over.json'), '{}');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifestOf(first), ...other }));
    expect((await run('--out', 'replaced')).stdout).not.toContain('already there');
    expect(digest(folder)).toBe(digest(first));
  }
});

test('two runs at the same time both end well', async () => {
  const results = await Promise.all([run('--out', 'shared'), run('--out', 'shared')]);
  expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ]);
  expect(digest(join(root, 'shared'))).toBe(digest(first));
});

test('a folder with files of somebody else is refused and left alone', () => {
  const folder = mkdtempSync(join(root, 'foreign-'));
  writeFileSync(join(folder, 'thesis.txt'), 'precious');
  expect(() => writeSeason(folder, 2026)).toThrow('holds files that this generator did not write');
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});

test('no temporary folder is left behind', () => {
  expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('the file of a game holds its whole box score', () => {
  const game = createSeason(2026).games[600];
  if (game === undefined) throw new Error('no such game');
  const document: unknown = JSON.parse(readFileSync(join(first, boxScoreKey(game)), 'utf8'));
  expect(document).toEqual(boxScoreOf(game));
});

test('the command says what lies where, and whether it was there already', async () => {
  const lines = manifestOf(first).stat_lines;
  const line = `first: season 2025-26 with 1230 games and ${lines} stat lines (seed 2026)`;
  expect(generated).toEqual({ code: 0, stdout: `${line}\n`, stderr: '' });
  expect(await run('--out', 'first')).toEqual({ code: 0, stdout: `${line}, already there\n`, stderr: '' });
});

test.each([['--seed x'], ['--sed 1'], ['--seed -1'], ['stray']])('%s is refused with one line and exit code 2', async (words) => {
  const { code, stdout, stderr } = await run(...words.split(' '));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('usage: node data/generate.ts');
});
