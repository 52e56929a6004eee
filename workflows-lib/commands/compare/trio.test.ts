import { expect, test } from '@jest/globals';
import type { Plan } from '../../config/plan.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { planOf } from '../../system/testing/plan.ts';
import { SideFailure } from './side-failure.ts';
import { startTrio } from './trio.ts';

test('what a target quotes of the secrets of its services is not told by the failure of its side', async () => {
  const plan: Plan = {
    ...planOf({ services: [{ name: 'api', type: 'http', mode: 'external', url: 'http://127.0.0.1:1/sesame', headers: {} }] }),
    operations: [
      {
        ...{ name: 'api.get', on: 'api', expect: {}, timeoutMs: 1_000 },
        call: { protocol: 'http', method: 'GET', path: '/', headers: {} },
      },
    ],
  };
  const services: RunningSystem = {
    ...{ endpoints: {}, info: {}, childEnvironment: {}, died: new Promise<never>(() => undefined) },
    resources: async () => Promise.resolve({}),
    unrecordedRequests: async () => Promise.resolve([]),
    stop: async () => Promise.resolve(),
    hide: (text) => text.replaceAll('127.0.0.1', '***'),
  };
  const slot = { plan, services };
  const context = { clock: systemClock, log: silentLog, env: process.env, signal: new AbortController().signal };
  const failure: unknown = await startTrio({ base: slot, head: slot, twin: slot }, context).then(
    undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(SideFailure);
  expect(String(failure)).toContain('***');
  expect(String(failure)).not.toContain('127.0.0.1');
});
