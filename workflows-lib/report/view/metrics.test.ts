import { expect, test } from '@jest/globals';
import type { RunDocument } from '../../history/run-document.ts';
import { sampleBenchmark, sampleDemo, samplePartialBenchmark } from '../testing/sample-run.ts';
import { benchmarkStages, comparablePercentile, loadStages, operationNames, operationsIn, slowestOperation } from './metrics.ts';

function benchmarkRows(run: RunDocument): ReturnType<typeof operationsIn> {
  return benchmarkStages(run).flatMap((stage) => operationsIn(run, stage));
}

test('operations stand in the order of the run, each once', () => {
  const run = sampleDemo();
  const reversed = { ...run, metrics: run.metrics.toReversed(), outcomes: run.outcomes.toReversed() };
  const names = operationNames(run, benchmarkStages(run));
  expect(names).toEqual([...new Set(run.outcomes.map(({ operation }) => operation))]);
  expect(operationNames(reversed, benchmarkStages(run))).toEqual(names.toReversed());
});

test('stages under load stand with the fewest users first', () => {
  const run = sampleDemo();
  expect(loadStages({ ...run, stages: run.stages.toReversed() }).map(({ users }) => users)).toEqual([1, 5, 10, 25, 50]);
});

test('the slowest is named by the 95th percentile only when every operation carries it', () => {
  expect(slowestOperation(benchmarkRows(sampleBenchmark()))).toMatchObject({ operation: 'synthesis.debug', percentile: 'p95' });
  const rows = benchmarkRows(sampleBenchmark());
  const few = benchmarkRows(sampleDemo())[0];
  expect(slowestOperation(few === undefined ? rows : [few, ...rows])).toMatchObject({
    operation: 'synthesis.debug',
    percentile: 'p50',
  });
});

test('operations are compared by the median where most lack the 95th percentile', () => {
  expect(comparablePercentile(benchmarkRows(sampleBenchmark()))).toBe('p95');
  expect(comparablePercentile(benchmarkRows(sampleDemo()))).toBe('p50');
});

test('an operation that never succeeded has no latency and keeps its outcome', () => {
  const row = benchmarkRows(samplePartialBenchmark()).find(({ operation }) => operation === 's3.get');
  expect(row?.latency).toBeUndefined();
  expect(row?.outcome?.error).toBe(7);
});
