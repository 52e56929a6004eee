import { expect, test } from '@jest/globals';
import { systemClock } from '../../../core/clock.ts';
import { silentLog } from '../../../core/log.ts';
import type { RunningSystem } from '../../../system/running-system.ts';
import { planOf } from '../../../system/testing/plan.ts';
import { lookInside, type Looked, type SideToLookInto } from './look-inside.ts';

const SERVICES: RunningSystem = {
  ...{ endpoints: {}, info: {}, childEnvironment: {}, died: new Promise<never>(() => undefined) },
  resources: async () => Promise.resolve({}),
  unrecordedRequests: async () => Promise.resolve([]),
  stop: async () => Promise.resolve(),
  hide: (text) => text.replaceAll('127.0.0.1', '***'),
};

async function look(side: SideToLookInto, signal = new AbortController().signal): Promise<Looked> {
  const context = { clock: systemClock, log: silentLog, env: process.env, signal, onProgress: () => undefined };
  return lookInside({ base: side, head: side }, ['api.get'], context);
}

test('a side that cannot be looked into is told with its reason, without secrets', async () => {
  const api = { name: 'api', type: 'http', mode: 'external', url: 'http://127.0.0.1:1', headers: {} } as const;
  const plan = {
    ...planOf({ services: [api] }),
    operations: [
      {
        ...{ name: 'api.get', on: 'api', expect: {}, timeoutMs: 1_000 },
        call: { protocol: 'http', method: 'GET', path: '/', headers: {} } as const,
      },
    ],
  };
  const looked = await look({ plan, withServices: async (use) => use(SERVICES) });
  expect('why' in looked && looked.why).toContain('***');
  expect(JSON.stringify(looked)).not.toContain('127.0.0.1');
});

test('an interruption is not taken for a side that cannot be looked into', async () => {
  const side: SideToLookInto = { plan: planOf({}), withServices: async () => Promise.reject(new Error('broken by it')) };
  await expect(look(side, AbortSignal.abort(new Error('stopped on request')))).rejects.toThrow('stopped on request');
  expect(await look(side)).toEqual({ why: 'broken by it' });
});
