import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { openFolderStore } from './folder-store.ts';
import { minimalRun } from './testing/minimal-run.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-store-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a run goes to one file under its year and month and comes back equal', async () => {
  const store = openFolderStore(folder);
  const run = minimalRun({ id: 'one' });
  const path = await store.append(run);
  expect(path).toBe(join(folder, 'runs', '2026', '11', 'one.json'));
  expect(await store.read('one')).toEqual(run);
  expect(await readdir(dirname(path))).toEqual(['one.json']);
});

test('an empty store lists nothing and creates nothing', async () => {
  const store = openFolderStore(join(folder, 'history'));
  expect(await store.list()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('the listing is ordered by start, across years', async () => {
  const store = openFolderStore(folder);
  await store.append(minimalRun({ id: 'c', startedAt: '2027-01-01T00:00:00.000Z' }));
  await store.append(minimalRun({ id: 'b', startedAt: '2026-12-31T23:59:59.999Z', kind: 'load', commit: null }));
  await store.append(minimalRun({ id: 'a', startedAt: '2026-12-31T23:59:59Z' }));
  const runs = await store.list();
  expect(runs.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(runs[1]).toEqual({
    id: 'b',
    path: join(folder, 'runs', '2026', '12', 'b.json'),
    startedAt: '2026-12-31T23:59:59.999Z',
    kind: 'load',
    commit: null,
  });
});

test('the same run twice is one, and its file stays untouched', async () => {
  const store = openFolderStore(folder);
  const path = await store.append(minimalRun({ id: 'one' }));
  const before = await stat(path, { bigint: true });
  expect(await store.append(minimalRun({ id: 'one' }))).toBe(path);
  const after = await stat(path, { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  expect(await store.list()).toHaveLength(1);
});

test('another run under a taken id is refused and the first one kept, in whatever month it started', async () => {
  const store = openFolderStore(folder);
  const path = await store.append(minimalRun({ id: 'one' }));
  const stored = await readFile(path, 'utf8');
  await expect(store.append(minimalRun({ id: 'one', seed: 'other' }))).rejects.toThrow(UsageError);
  await expect(store.append(minimalRun({ id: 'one', startedAt: '2020-01-01T00:00:00.000Z' }))).rejects.toThrow(/never changes/);
  expect(await readFile(path, 'utf8')).toBe(stored);
  expect(await store.list()).toHaveLength(1);
});

test('runs appended at the same time are all kept', async () => {
  const store = openFolderStore(folder);
  const ids = Array.from({ length: 20 }, (_, index) => `run-${index}`);
  await Promise.all(ids.map((id) => store.append(minimalRun({ id }))));
  expect((await store.list()).map(({ id }) => id).sort()).toEqual(ids.sort());
});

test.each(['../escape', '/etc/passwd', '..', '.hidden', 'a/b', ''])('the id %j leads nowhere', async (id) => {
  const store = openFolderStore(join(folder, 'inner'));
  await expect(store.append(minimalRun({ id }))).rejects.toThrow(UsageError);
  await expect(store.read(id)).rejects.toThrow(UsageError);
  expect(await readdir(folder)).toEqual([]);
});

test('a run that does not exist is the mistake of the user', async () => {
  await expect(openFolderStore(folder).read('nothing')).rejects.toThrow(`there is no run nothing in ${folder}`);
});

test('a figure that JSON cannot hold is refused before anything is written', async () => {
  const store = openFolderStore(folder);
  const run = minimalRun({ id: 'one' });
  const broken = { ...run, generator: { ...run.generator, stealRatio: NaN } };
  await expect(store.append(broken)).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('files that are no runs are left out of the listing with a warning, the others stay', async () => {
  const store = openFolderStore(folder, { ...silentLog, warn: (message) => warnings.push(message) });
  const warnings: string[] = [];
  const path = await store.append(minimalRun({ id: 'good' }));
  const month = dirname(path);
  await writeFile(join(month, 'cut.json'), (await readFile(path, 'utf8')).slice(0, 300));
  await writeFile(join(month, 'renamed.json'), await readFile(path, 'utf8'));
  await writeFile(join(month, 'other.json'), '{"a":1}');
  await writeFile(join(month, '.good.json.tmp'), 'left behind');
  await writeFile(join(month, 'notes.txt'), 'notes');
  await mkdir(join(folder, 'runs', 'elsewhere'));
  expect((await store.list()).map(({ id }) => id)).toEqual(['good']);
  expect(warnings).toHaveLength(3);
  expect(warnings.join('\n')).toMatch(/cut\.json is not valid JSON at line .*cut off/);
});

test('a run of a newer version is listed, and reading it asks for an upgrade', async () => {
  const store = openFolderStore(folder);
  const path = await store.append(minimalRun({ id: 'good' }));
  const newer = { ...minimalRun({ id: 'newer' }), schema: 'shotclock.run/2', more: true };
  await writeFile(join(dirname(path), 'newer.json'), JSON.stringify(newer));
  expect((await store.list()).map(({ id }) => id)).toEqual(['good', 'newer']);
  await expect(store.read('newer')).rejects.toThrow(/upgrade Shotclock/);
});
