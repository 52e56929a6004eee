import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parsePlan } from '../config/parse-plan.ts';
import { readObjectives } from './objectives.ts';

const TEXT = `system: { name: sample }
services:
  database: { type: postgres, url: "postgres://localhost/x" }
operations:
  database.ping: { on: database, query: SELECT 1 }
objectives:
  - "abort: spend > $3"
  - database.ping.response.p95 < 1s
  # Refused connections count too.
  - error_rate < 5%
`;

let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'shotclock-objectives-')));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function sourcesIn(path: string): unknown[] {
  const plan = parsePlan(TEXT, { file: join(folder, path), env: {}, label: path });
  return readObjectives(plan, folder).judged.map(({ source }) => source);
}

test('an objective knows its line and its file from the root of the repository', async () => {
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, 'services', 'api'), { recursive: true });
  expect(sourcesIn('services/api/shotclock.yml')).toEqual([
    { file: 'services/api/shotclock.yml', line: 8 },
    { file: 'services/api/shotclock.yml', line: 10 },
  ]);
});

test('outside of a repository the file is named from its own folder', async () => {
  await mkdir(join(folder, 'api'));
  expect(sourcesIn('api/shotclock.yml')[0]).toEqual({ file: 'shotclock.yml', line: 8 });
});

test('what ends a run keeps its limit and is not judged', () => {
  const plan = parsePlan(TEXT, { file: join(folder, 'shotclock.yml'), env: {}, label: 'shotclock.yml' });
  expect(readObjectives(plan, folder)).toMatchObject({ spendLimitUsd: 3, judged: [{}, {}] });
});
