import { expect, test } from '@jest/globals';
import type { Plan } from '../../config/plan.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import { createPriceTable } from '../../pricing/price-table.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { planOf } from '../../system/testing/plan.ts';
import { measureAlternately } from './measure-alternately.ts';
import type { PairsResult } from './measuring.ts';
import { createSeriesBook } from './series-book.ts';
import { SideFailure } from './side-failure.ts';

const PLAN: Plan = {
  ...planOf({}),
  operations: [
    {
      ...{ name: 'database.read', on: 'database', expect: {}, timeoutMs: 1_000 },
      call: { protocol: 'postgres', action: 'query', sql: 'SELECT 1', parameters: [] },
    },
  ],
};

async function measured(
  endpoints: RunningSystem['endpoints'],
  signal = new AbortController().signal,
  budgetMs = 1_000,
): Promise<[PairsResult, number]> {
  let stops = 0;
  const system: RunningSystem = {
    ...{ endpoints, info: {}, childEnvironment: {}, died: new Promise<never>(() => undefined) },
    resources: async () => Promise.resolve({}),
    unrecordedRequests: async () => Promise.resolve([]),
    stop: async () => {
      stops++;
      return Promise.resolve();
    },
    hide: (text) => text.replaceAll('127.0.0.1', '***').replaceAll('nothing called', '***'),
  };
  const source = { folder: '/', label: 'x', commit: null, origin: 'directory', remove: async () => Promise.resolve() } as const;
  const result = await measureAlternately(
    {
      sides: { base: { source, plan: PLAN }, head: { source, plan: PLAN } },
      start: async () => Promise.resolve(system),
      design: {
        ...{ seed: 'seed', level: 0.01, looks: [{ pairs: 1, share: 1 }], gatingMetrics: 1 },
        ...{ budgetMs, pairsPerStart: 1, layout: 'alternate-starts' },
      },
      ...{ operations: ['database.read'], book: createSeriesBook({ gate: ['*'], tolerance: 0, tolerances: {} }) },
      prices: { base: createPriceTable(), head: createPriceTable() },
      stillOpen: () => new Set(['database.read']),
    },
    { clock: systemClock, log: silentLog, env: {}, signal, onProgress: () => undefined },
  );
  return [result, stops];
}

test('a target that cannot be reached is a failure of its side, told without its secrets, and the side is stopped', async () => {
  const url = 'postgres://user:pass@127.0.0.1:1/db';
  const [{ failure, pairs, ended }, stopped] = await measured({ database: { type: 'postgres', url, roles: {} } });
  expect(failure).toBeInstanceOf(SideFailure);
  expect(failure?.message).toMatch(/^(base|head|base \(second start\)): /);
  expect(failure?.message).not.toContain('127.0.0.1');
  expect({ pairs, ended, stopped }).toEqual({ pairs: 0, ended: 'stopped', stopped: 1 });
});

test('an operation that cannot be opened is a failure of its side', async () => {
  const [{ failure }] = await measured({});
  expect(failure).toBeInstanceOf(SideFailure);
  expect(failure?.message).toMatch(/operation database\.read: \*\*\*/);
});

test('a budget that ends before the first pair ends the measuring there', async () => {
  const [{ failure, pairs, ended }, stopped] = await measured({}, undefined, -1);
  expect({ failure, pairs, ended, stopped }).toEqual({ failure: undefined, pairs: 0, ended: 'budget', stopped: 0 });
});

test('an interruption is no failure of a side', async () => {
  const [{ failure }] = await measured({}, AbortSignal.abort(new Error('stopped on request')));
  expect(failure?.message).toBe('stopped on request');
});
