import { expect, test } from '@jest/globals';
import type { Attempt } from '../drivers/driver.ts';
import { createRecorder } from '../load/recorder.ts';
import type { OperationRecord } from '../load/recorder.ts';
import { createPriceTable } from '../pricing/price-table.ts';
import { buildMetrics, buildOutcome, buildStage, buildUsage } from './build-measurements.ts';

const SEQUENTIAL = { id: 'sequential', workload: 'sequential' } as const;
const CLOSED = { id: 'users=2', workload: 'closed' } as const;
const table = createPriceTable([{ provider: 'p', model: 'm', input: 1, output: 10 }]);

function recordOf(attempts: readonly Attempt[], stage: OperationRecord['stage'] = SEQUENTIAL): OperationRecord {
  const recorder = createRecorder(table);
  for (const attempt of attempts) recorder.record({ stage, operation: 'a', intendedStartMs: attempt.startMs }, attempt);
  const [record] = recorder.records();
  if (record === undefined) throw new Error('nothing was recorded');
  return record;
}

function answers(count: number, model?: string): Attempt[] {
  const usage = {
    provider: 'p',
    model: model ?? 'm',
    input: 1000,
    cached: 0,
    cacheWrite: 0,
    cacheWrite1h: 0,
    output: 100,
    reasoning: 0,
  };
  return Array.from({ length: count }, (_, index) => ({
    startMs: 0,
    endMs: index + 1,
    outcome: 'ok',
    usage: model === undefined ? [] : [usage],
  }));
}

const failure: Attempt = {
  startMs: 0,
  endMs: 50,
  outcome: 'timeout',
  failure: { class: 'timeout', message: 'gave up' },
  usage: [],
};

test('a percentile that the sample cannot carry is withheld, one that it can has its bounds', () => {
  const [metric] = buildMetrics(recordOf(answers(100)));
  // Nearest ranks of 1 ... 100 ms; the exact intervals at n = 100 are ranks 40 to 61 for p50 and 90 to 100 for p95 (scipy.stats.binom).
  expect(metric?.quantiles.p50).toEqual({ value: 50, low: 40, high: 61 });
  expect(metric?.quantiles.p95).toEqual({ value: 95, low: 90, high: 100 });
  expect(metric?.quantiles.p99).toEqual({ withheld: 'needs at least 368 values, has 100' });
});

test('beyond the values kept one by one, percentiles come from the histogram', () => {
  const [metric] = buildMetrics(recordOf(answers(12_000)));
  expect(metric?.samples).toBeUndefined();
  expect(metric?.count).toBe(12_000);
  const p99 = metric?.quantiles.p99;
  expect(p99 !== undefined && 'value' in p99 ? p99.value / 11_880 : NaN).toBeCloseTo(1, 2);
});

test('throughput counts right answers: over their own time in a benchmark, over the stage under load', () => {
  const attempts = [...answers(4), failure];
  // 1 + 2 + 3 + 4 + 50 ms for four right answers.
  expect(buildOutcome(recordOf(attempts), 10_000).throughputPerS).toBeCloseTo(4 / 0.06, 9);
  expect(buildOutcome(recordOf(attempts, CLOSED), 10_000).throughputPerS).toBeCloseTo(0.4, 9);
});

test('cost per 1,000 is spread over every attempt, is null without a bill and unpriced without a price', () => {
  // $0.002 a call; four of five attempts were billed.
  expect(buildOutcome(recordOf([...answers(4, 'm'), failure]), 1).costPer1k).toBeCloseTo(1.6, 9);
  expect(buildOutcome(recordOf(answers(4)), 1).costPer1k).toBeNull();
  expect(buildOutcome(recordOf(answers(4, 'other')), 1).costPer1k).toBe('unpriced');
  expect(buildUsage(recordOf(answers(4, 'other')))[0]).toMatchObject({ calls: 4, input: 4000, output: 400, costUsd: null });
});

test('a stage is the sum of its operations', () => {
  const records = [recordOf([...answers(3, 'm'), failure], CLOSED), recordOf(answers(6), CLOSED)];
  expect(buildStage({ id: 'users=2', users: 2, startedAfterMs: 5, durationMs: 3000 }, records)).toMatchObject({
    workload: 'closed',
    attempts: 10,
    errors: 1,
    errorRate: 0.1,
    throughputPerS: 3,
    costUsd: expect.closeTo(0.006, 9) as unknown,
    costPer1k: expect.closeTo(0.6, 9) as unknown,
  });
});
