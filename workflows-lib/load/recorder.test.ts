import { expect, test } from '@jest/globals';
import type { Attempt } from '../drivers/driver.ts';
import { createPriceTable } from '../pricing/price-table.ts';
import { createRecorder } from './recorder.ts';

const CLOSED = { id: 'users=1', workload: 'closed' } as const;
const SEQUENTIAL = { id: 'sequential', workload: 'sequential' } as const;
const ok: Attempt = { startMs: 110, endMs: 150, outcome: 'ok', usage: [] };
const usage = { provider: 'p', model: 'm', input: 1000, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 100, reasoning: 0 };
const table = createPriceTable([{ provider: 'p', model: 'm', input: 1, output: 10 }]);

test('under load the response counts from the intended start, with service time and lag beside it', () => {
  const recorder = createRecorder(table);
  recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, ok);
  const series = recorder.records()[0]?.series;
  expect(['response', 'service', 'lag'].map((name) => series?.get(name)?.mean)).toEqual([50, 40, 10]);
});

test('a benchmark has a duration and no response', () => {
  const recorder = createRecorder(table);
  recorder.record({ stage: SEQUENTIAL, operation: 'a', intendedStartMs: 100 }, ok);
  expect([...(recorder.records()[0]?.series.keys() ?? [])]).toEqual(['duration']);
});

test('a wrong answer is counted by its class and never becomes a latency', () => {
  const recorder = createRecorder(table);
  const failure = { class: 'rows', message: 'expected 1 row, got 0' };
  for (let call = 0; call < 3; call++) {
    recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, { ...ok, outcome: 'invalid', failure });
  }
  const record = recorder.records()[0];
  expect(record?.outcomes).toEqual({ ok: 0, error: 0, throttled: 0, invalid: 3, timeout: 0 });
  expect(record?.failures).toEqual([{ class: 'rows', count: 3, example: 'expected 1 row, got 0' }]);
  expect(record?.series.size).toBe(0);
});

test('inter-token latency is the time between streamed pieces', () => {
  const recorder = createRecorder(table);
  const attempt = { ...ok, firstTokenMs: 120, tokenTimesMs: [120, 125, 140] };
  recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, attempt);
  expect(recorder.records()[0]?.series.get('itl')?.samples).toEqual([5, 15]);
  expect(recorder.records()[0]?.series.get('ttft')?.samples).toEqual([10]);
});

test('tokens of a failed call are paid for all the same', () => {
  const recorder = createRecorder(table);
  const failed = { ...ok, outcome: 'error' as const, failure: { class: 'stream_cut', message: 'cut' }, usage: [usage] };
  recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, failed);
  recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, { ...ok, usage: [usage] });
  // 1,000 input tokens at $1 and 100 output tokens at $10 per million: $0.002 a call.
  expect(recorder.spentUsd()).toBeCloseTo(0.004, 12);
  expect(recorder.records()[0]?.usage).toEqual([{ usage: { ...usage, input: 2000, output: 200 }, calls: 2, costUsd: 0.004 }]);
});

test('a model without a price is counted but costs neither nothing nor something', () => {
  const recorder = createRecorder(table);
  const unknown = { ...usage, model: 'other' };
  recorder.record({ stage: CLOSED, operation: 'a', intendedStartMs: 100 }, { ...ok, usage: [unknown] });
  const record = recorder.records()[0];
  expect(record?.usage).toEqual([{ usage: unknown, calls: 1, costUsd: undefined }]);
  expect(record?.series.has('cost')).toBe(false);
  expect(record?.series.get('tokens.input')?.mean).toBe(1000);
});
