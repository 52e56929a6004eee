import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { systemClock } from '../core/clock.ts';
import { silentLog } from '../core/log.ts';
import { readPlan } from './benchmark.ts';

const folder = mkdtempSync(join(tmpdir(), 'shotclock-plan-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the secrets of a plan are told before anything is started', async () => {
  const config = join(folder, 'shotclock.yml');
  writeFileSync(config, `system: { name: sample }\noperations: { a: { run: 'true', env: { API_KEY: '\${MINE}' } } }\n`);
  const told: string[] = [];
  const context = {
    clock: systemClock,
    log: silentLog,
    env: { MINE: 'sk-planted', PATH: '/bin' },
    cwd: folder,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onSecrets: (values: readonly string[]) => told.push(...values),
  };
  await readPlan({ config }, context);
  expect(told).toContain('sk-planted');
  expect(told).not.toContain('/bin');
});
