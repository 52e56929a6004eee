import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseRun } from '../../workflows-lib/history/read-run.ts';
import { createSandbox } from './cli.ts';

const PLAN = join(import.meta.dirname, '..', '..', 'shotclock.yml');

test('the tour of the example: every operation is right, also at 50 users, in modest memory, and nothing is left', async () => {
  const sandbox = await createSandbox();
  const args = ['demo', '--config', PLAN, '--samples', '3', '--users', '1,50', '--duration', '2s', '--json'];
  const { code, stdout, stderr } = await sandbox.run(args);
  const left = await sandbox.leftovers();
  await sandbox.remove();
  expect(left).toEqual([]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const run = parseRun(stdout, 'standard output');
  expect(run.outcomes.filter(({ ok, attempts }) => ok !== attempts)).toEqual([]);
  expect(run.outcomes.filter(({ stage }) => stage === 'sequential').map(({ attempts }) => attempts)).toEqual(Array(16).fill(3));
  expect(run.stages.map(({ id }) => id)).toEqual(['sequential', 'users=1', 'users=50']);
  expect(run.generator.residentBytesMax).toBeLessThan(300e6);
  expect(run.cost.unpriced).toEqual([]);
  // The bill of every operation that asks models is there, and adds up to the total.
  const billed = new Set(run.usage.map(({ operation }) => operation));
  expect([...billed].filter((name) => name.startsWith('synthesis.'))).toHaveLength(3);
  expect(run.usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0)).toBeCloseTo(run.cost.totalUsd, 9);
}, 180_000);
