import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { loadPlan } from './load-plan.ts';
import { parsePlan } from './parse-plan.ts';
import { mistakes, plan, withSystem } from './testing/plans.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-config-'));
  await mkdir(join(folder, 'deep', 'er'), { recursive: true });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const load = (cwd: string, file?: string): Promise<unknown> =>
  loadPlan({ cwd, env: {}, ...(file === undefined ? {} : { file }) });

test('the nearest shotclock.yml upward is read, and paths in it start at its folder', async () => {
  await writeFile(join(folder, 'shotclock.yml'), 'system: { name: outer }');
  await writeFile(join(folder, 'deep', 'shotclock.yml'), 'system: { name: inner, processes: { a: { run: x, cwd: er } } }');
  const found = await loadPlan({ cwd: join(folder, 'deep', 'er'), env: {} });
  expect(found).toMatchObject({
    file: join(folder, 'deep', 'shotclock.yml'),
    root: join(folder, 'deep'),
    system: { name: 'inner' },
  });
  expect(found.system.processes['a']?.cwd).toBe(join(folder, 'deep', 'er'));
});

test('a given file is read from the current folder, whatever its name, and messages name it as seen from there', async () => {
  await writeFile(join(folder, 'other.yml'), 'system: { name: a }\nsede: 1');
  const message = join('..', 'other.yml') + ':2:1 sede: unknown key; did you mean "seed"?';
  await expect(load(join(folder, 'deep'), '../other.yml')).rejects.toEqual(new UsageError(message));
});

test('without a file the message says where it was looked for and how to point to one', async () => {
  const inner = join(folder, 'deep');
  await expect(load(inner)).rejects.toThrow(UsageError);
  await expect(load(inner)).rejects.toThrow(`No shotclock.yml in ${inner}, ${folder}, `);
  await expect(load(inner)).rejects.toThrow('point to the file with --config FILE');
  const inJob = loadPlan({ cwd: inner, env: { GITHUB_ACTIONS: 'true' } });
  await expect(inJob).rejects.toThrow(
    'Check the repository out before this step; where the file lies deeper, name its folder in',
  );
});

test('a folder that does not exist is refused, though a folder above it has a plan', async () => {
  await writeFile(join(folder, 'shotclock.yml'), 'system: { name: a }');
  const nowhere = join(folder, 'nowhere');
  await expect(load(nowhere)).rejects.toEqual(new UsageError(`There is no folder ${nowhere}. Check the working directory.`));
});

test('a file that ends in .yaml is not silently passed over', async () => {
  await writeFile(join(folder, 'shotclock.yaml'), 'system: { name: a }');
  await expect(load(join(folder, 'deep'))).rejects.toThrow(
    `Found ${join(folder, 'shotclock.yaml')}, but the file is called shotclock.yml`,
  );
});

test('a given file that is missing, a folder, too large or no text is refused', async () => {
  await expect(load(folder, 'nope.yml')).rejects.toThrow(
    `No file ${join(folder, 'nope.yml')}. Check the path given with --config.`,
  );
  await expect(load(folder, 'deep')).rejects.toThrow(`${join(folder, 'deep')} is not a file. Point --config to a file`);
  await writeFile(join(folder, 'huge.yml'), '#'.repeat(1_000_001));
  await expect(load(folder, 'huge.yml')).rejects.toThrow(`huge.yml has 1000001 bytes; a plan has at most 1000000`);
  await writeFile(join(folder, 'binary.yml'), Uint8Array.of(0x73, 0xff, 0xfe));
  await expect(load(folder, 'binary.yml')).rejects.toThrow('binary.yml is not UTF-8 text');
  for (const file of ['nope.yml', 'deep', 'huge.yml', 'binary.yml']) await expect(load(folder, file)).rejects.toThrow(UsageError);
});

test('a text of more than a megabyte is refused', () => {
  expect(() => parsePlan('#'.repeat(1_000_001), { file: '/a/shotclock.yml', env: {} })).toThrow(
    'shotclock.yml has 1000001 characters; a plan has at most 1000000',
  );
});

test('a JSON Schema can stand in a file beside the plan', async () => {
  await writeFile(join(folder, 'answer.json'), '{ "type": "object" }');
  await writeFile(join(folder, 'list.json'), '[1]');
  const text = (file: string): string => withSystem(`operations: { a: { run: x, expect: { schema: ${file} } } }`);
  const read = (file: string): unknown =>
    parsePlan(text(file), { file: join(folder, 'shotclock.yml'), env: {} }).operations[0]?.expect;
  expect(read('answer.json')).toEqual({ schema: { type: 'object' } });
  expect(() => read('list.json')).toThrow('shotclock.yml:2:46 operations.a.expect.schema: this file does not hold a JSON object');
});

test('the shortest plan has all defaults', () => {
  expect(plan('system: { name: a }')).toEqual({
    file: '/project/shotclock.yml',
    root: '/project',
    seed: '1',
    system: { name: 'a', prepare: [], processes: {} },
    services: {},
    operations: [],
    benchmark: { samples: 20, warmUp: 3 },
    load: { users: [1, 5, 10, 25, 50], mix: {}, durationMs: 10_000, thinkTimeMs: 0 },
    compare: {
      budgetMs: 180_000,
      pairs: 120,
      tolerance: 0.03,
      tolerances: {},
      level: 0.01,
      gate: ['*.duration', '*.tokens.*', '*.cost', '*.queries', '*.model_calls', '*.mcp_calls', '*.error_rate'],
      objectives: 'absolute',
      layout: 'auto',
    },
    objectives: [],
    prices: [],
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('without a mix users do every operation equally often', () => {
  expect(plan(withSystem('operations: { a: { run: x }, b: { run: y } }')).load.mix).toEqual({ a: 1, b: 1 });
});

test('an objective is kept with its place', () => {
  const { objectives } = plan(withSystem('objectives:', '  - error_rate < 1%', '  - "a.duration.p95 < 1s "'));
  expect(objectives).toEqual([
    { text: 'error_rate < 1%', line: 3, column: 5 },
    { text: 'a.duration.p95 < 1s', line: 4, column: 5 },
  ]);
});

test('numbers and booleans may come from the environment', () => {
  const text = withSystem(
    'services: { m: { type: openai, model: m } }',
    'operations:',
    '  a: { on: m, prompt: x, stream: "${STREAM}", temperature: "${T:-0.5}", timeout: "${TIMEOUT}" }',
    '  b: { run: x, expect: { exit_code: "${CODE}" } }',
    'benchmark: { samples: "${N}" }',
    'load: { users: ["${N}", "${UNSET:-7}"], mix: { a: "${T:-0.5}" } }',
    'seed: "${N}"',
  );
  const read = plan(text, { STREAM: 'false', N: '12', TIMEOUT: '5s', CODE: '3' });
  expect(read.operations).toMatchObject([
    { call: { stream: false, temperature: 0.5 }, timeoutMs: 5_000 },
    { expect: { exitCode: 3 } },
  ]);
  expect(read.benchmark.samples).toBe(12);
  expect(read.load).toMatchObject({ users: [12, 7], mix: { a: 0.5 } });
  expect(read.seed).toBe('12');
});

test('status and rows, which take several forms, may come from the environment as numbers', () => {
  const text = withSystem(
    'services: { w: { type: http, url: "http://x" }, d: { type: postgres } }',
    'operations:',
    '  a: { on: w, get: /, expect: { status: ["${OK}", 204] } }',
    '  b: { on: w, get: /, expect: { status: "${OK}" } }',
    '  c: { on: d, query: x, expect: { rows: "${N}" } }',
    '  d: { on: d, connect: "${YES}" }',
  );
  const { operations } = plan(text, { OK: '201', N: '3', YES: 'true' });
  expect(operations.map(({ expect: { status, rows } }) => status ?? rows)).toEqual([[201, 204], 201, 3, undefined]);
});

test('a wrong value of the environment is blamed on its variable and not shown', () => {
  const text = withSystem(
    'benchmark: { samples: "${N}", warm_up: "${W:-x}" }',
    'services:',
    '  db: { type: postgres, url: "${DB}", roles: { r: "${ROLE}" } }',
    '  m: { type: openai, model: m, base_url: "${URL}", api_key: "${KEY}" }',
    '  t: { type: "${TYPE}" }',
    '  h: { type: http, url: "${URL}", headers: { A: "${KEY}", B: "${KEY}${MISSING}" } }',
    'operations: { a: { run: "${RUN}" }, b: { on: "${KEY}", query: "${KEY}" } }',
  );
  const env = {
    N: 'hunter2',
    DB: 'hunter2:x',
    ROLE: 'hunter2',
    URL: 'ftp://hunter2@x',
    KEY: 'hunter2',
    TYPE: 'hunter2',
    RUN: `x 'hunter2`,
  };
  const lines = mistakes(text, env);
  expect(lines.join('\n')).not.toContain('hunter2');
  expect(lines).toEqual([
    '2:23 benchmark.samples: expected a whole number from 1 to 100000, for example 20; got text (from environment variable N)',
    '2:40 benchmark.warm_up: expected a whole number from 0 to 10000, for example 3; got text (from environment variable W)',
    '4:30 services.db.url: expected "embedded" or a URL such as postgres://user:password@host:5432/database (from environment variable DB)',
    '4:51 services.db.roles.r: expected "embedded" or a URL such as postgres://user:password@host:5432/database (from environment variable ROLE)',
    '5:42 services.m.base_url: expected "simulated", "replayed" or a URL such as https://api.example.com/v1 (from environment variable URL)',
    '6:14 services.t.type: expected postgres, s3, openai, anthropic, mcp or http; got text (from environment variable TYPE)',
    '7:25 services.h.url: expected a URL such as https://example.com (from environment variable URL)',
    '7:62 services.h.headers.B: environment variable MISSING is not set; set it or give a default: ${MISSING:-default}',
    '8:25 operations.a.run: a quote is never closed, or a lone backslash stands at the end (from environment variable RUN)',
    '8:46 operations.b.on: no service or process has this name; known here: db, m, t, h (from environment variable KEY)',
  ]);
});

test('a variable that is not set is told once, and nothing else about its value', () => {
  expect(mistakes(withSystem('benchmark: { samples: "${N}" }', 'services: { db: { type: postgres, url: "${DB}" } }'))).toEqual([
    '2:23 benchmark.samples: environment variable N is not set; set it or give a default: ${N:-default}',
    '3:40 services.db.url: environment variable DB is not set; set it or give a default: ${DB:-default}',
  ]);
});

test('a template that is wrong is told once, and its text is not taken for a value', () => {
  expect(mistakes(withSystem('services: { db: { type: postgres, url: "${1x}" } }'))).toEqual([
    '2:40 services.db.url: not a template; write ${NAME}, ${NAME:-default} or ${NAME:?message} (write $${ for a plain ${)',
  ]);
});

test('keys like those of every object are ordinary names', () => {
  const text = withSystem(
    'services: { constructor: { type: postgres } }',
    'operations: { constructor: { on: constructor, connect: true } }',
  );
  expect(plan(text).operations[0]).toMatchObject({ name: 'constructor', on: 'constructor' });
  expect(mistakes(withSystem('operations: { a: { on: constructor, connect: true } }'))).toEqual([
    '2:24 operations.a.on: no service or process has this name',
  ]);
  expect(mistakes(withSystem('toString: 1'))[0]).toMatch(/^2:1 toString: unknown key/);
});
