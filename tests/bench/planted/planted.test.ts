import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { loadPlan } from '../../../workflows-lib/config/load-plan.ts';
import { operationsFor } from './bench-plan.ts';
import { copyExample } from './copy-example.ts';
import { delay, PLANTINGS, type Planting } from './plantings.ts';
import { replaceOnce } from './replace-once.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const ALL: readonly Planting[] = [...PLANTINGS, delay('delay-5', 0.25), delay('delay-10', 0.5)];

test.each(ALL)('$name applies to a copy, which still parses', async (planting) => {
  const copy = join(folder, planting.name);
  await copyExample(copy, planting);
  for (const { file, find } of planting.edits) {
    const path = join(copy, 'examples', 'nba-synthesis', file);
    const text = await readFile(path, 'utf8');
    expect(text).not.toBe(await readFile(join('examples', 'nba-synthesis', file), 'utf8'));
    if (!file.endsWith('.ts')) {
      expect(text).not.toContain(find);
      continue;
    }
    expect(() => stripTypeScriptTypes(text)).not.toThrow();
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  }
});

test('a planting that no longer applies is an error that names the place', async () => {
  const planting: Planting = {
    name: 'gone',
    title: '',
    edits: [{ file: 'api.ts', find: 'nobody wrote this', replace: '' }],
    mustFlag: [],
  };
  await expect(copyExample(join(folder, 'gone'), planting)).rejects.toThrow(
    'api.ts: expected once, found 0 times: nobody wrote this',
  );
  expect(() => replaceOnce('a a', { find: 'a', replace: 'b', place: 'here' })).toThrow('here: expected once, found 2 times: a');
});

test('the plan of a copy has every operation that is measured, and what must be flagged belongs to one of them', async () => {
  const copy = join(folder, 'plan');
  await copyExample(copy);
  const plan = await loadPlan({ cwd: copy, env: {} });
  const names = plan.operations.map(({ name }) => name);
  for (const { mustFlag } of [...ALL, { mustFlag: [] }]) {
    const operations = operationsFor(mustFlag);
    expect(operations).toHaveLength(20);
    expect(names).toEqual(expect.arrayContaining([...operations]));
    for (const metric of mustFlag) expect(operations.filter((name) => metric.startsWith(`${name}.`))).toHaveLength(1);
  }
});
