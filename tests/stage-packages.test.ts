import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The build's scripts are plain JavaScript, so that any Node can run them before anything is installed. */
const { stagePackages } = (await import(join(import.meta.dirname, '..', 'scripts', 'bundle', 'stage-packages.mjs'))) as {
  stagePackages: (root: string, stage: string) => void;
};

interface Locked {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly dev?: boolean;
  readonly os?: readonly string[];
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stage-packages-'));
});

afterEach(async () => rm(folder, { recursive: true }));

/** Stages an installation of these packages; tells of each path whether it is a folder, a link to another one, or absent. */
async function stage(packages: Readonly<Record<string, Locked>>): Promise<(path: string) => Promise<string>> {
  const root = join(folder, 'root');
  const staged = join(folder, 'stage');
  for (const path of Object.keys(packages)) {
    await mkdir(join(root, path), { recursive: true });
    await writeFile(join(root, path, 'index.js'), path);
  }
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...packages } }));
  stagePackages(root, staged);
  return async (path) => {
    const entry = await lstat(join(staged, path)).catch(() => undefined);
    if (entry === undefined) return 'absent';
    const holds = await readFile(join(staged, path, 'index.js'), 'utf8');
    return entry.isSymbolicLink() ? `link to ${holds}` : holds === path ? 'folder' : `wrong: ${holds}`;
  };
}

const undici = { version: '6.0.0' };

test('a version that is nested under two packages is staged once, and linked to by the other', async () => {
  const what = await stage({
    'node_modules/a': { version: '1.0.0', dependencies: { undici: '6' } },
    'node_modules/a/node_modules/undici': undici,
    'node_modules/b': { version: '1.0.0', dependencies: { undici: '6' } },
    'node_modules/b/node_modules/undici': undici,
    'node_modules/undici': { version: '8.0.0' },
  });
  expect(await what('node_modules/a/node_modules/undici')).toBe('folder');
  expect(await what('node_modules/b/node_modules/undici')).toBe('link to node_modules/a/node_modules/undici');
  expect(await what('node_modules/undici')).toBe('folder');
});

test('the same version stays apart where what it depends on differs, however far down', async () => {
  const middle = { version: '1.0.0', dependencies: { low: '1' } };
  const low = { version: '1.0.0', dependencies: { ground: '*' } };
  const what = await stage({
    'node_modules/a': { version: '1.0.0', dependencies: { middle: '1' } },
    'node_modules/a/node_modules/middle': middle,
    'node_modules/a/node_modules/low': low,
    'node_modules/a/node_modules/ground': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', dependencies: { middle: '1' } },
    'node_modules/b/node_modules/middle': middle,
    'node_modules/b/node_modules/low': low,
    'node_modules/b/node_modules/ground': { version: '2.0.0' },
  });
  const paths = ['middle', 'low', 'ground'].map((name) => `node_modules/b/node_modules/${name}`);
  expect(await Promise.all(paths.map(what))).toEqual(['folder', 'folder', 'folder']);
});

test('packages for development and for one platform only are not staged', async () => {
  const what = await stage({
    'node_modules/kept': { version: '1.0.0' },
    'node_modules/jest': { version: '1.0.0', dev: true },
    'node_modules/native-linux': { version: '1.0.0', os: ['linux'] },
  });
  expect(await Promise.all(['kept', 'jest', 'native-linux'].map(async (name) => what(join('node_modules', name))))).toEqual([
    ...['folder', 'absent', 'absent'],
  ]);
});
