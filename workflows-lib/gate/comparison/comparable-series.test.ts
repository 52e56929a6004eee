import { expect, test } from '@jest/globals';
import type { ComparePlan } from '../../config/plan.ts';
import type { Metric, RunDocument } from '../../history/run-document.ts';
import { minimalRun } from '../../history/testing/minimal-run.ts';
import { comparableSeries } from './comparable-series.ts';
import { judgeComparison } from './judge.ts';
import { designFor } from './testing/series.ts';

const compare: ComparePlan = {
  ...{ budgetMs: 1, pairs: 30, tolerance: 0.03, tolerances: { '*.tokens.*': 5, 'ask.tokens.output': 7 }, level: 0.01 },
  ...{ gate: ['*.duration', '*.queries', '*.tokens.*', '*.error_rate'], objectives: 'absolute', layout: 'auto' },
};

function metric(name: string, samples: number[], rest: Partial<Metric> = {}): Metric {
  return { ...summary(name, samples), samples, ...rest };
}

function summary(name: string, samples: number[]): Metric {
  const withheld = { withheld: 'not used here' };
  const quantiles = { p50: { value: samples[0] ?? 0, low: null, high: null }, p90: withheld, p95: withheld, p99: withheld };
  return {
    ...{ operation: 'ask', name, stage: 'sequential', unit: 'count', direction: 'lower', class: 'exact', count: samples.length },
    ...{
      min: Math.min(...samples),
      max: Math.max(...samples),
      mean: samples.reduce((sum, one) => sum + one, 0) / samples.length,
    },
    meanBounds: null,
    quantiles,
  };
}

function run(metrics: Metric[], failed = 0): RunDocument {
  const outcome = {
    ...{
      operation: 'ask',
      stage: 'sequential',
      attempts: 100,
      ok: 100 - failed,
      error: failed,
      throttled: 0,
      invalid: 0,
      timeout: 0,
    },
    ...{ failures: [], busyMs: 0, throughputPerS: 0, costPer1k: null },
  };
  return { ...minimalRun(), metrics, outcomes: [outcome] };
}

const time = (value: number): Metric => metric('duration', [value], { unit: 'ms', class: 'noisy' });

test('what is counted is compared by its values and gates as the plan says', () => {
  const [series] = comparableSeries(run([metric('queries', [3, 3, 4])]), run([metric('queries', [4, 4])]), compare);
  expect(series).toEqual({
    ...{ name: 'ask.queries', operation: 'ask', metric: 'queries', unit: 'count', class: 'exact', role: 'gate', tolerance: 0 },
    ...{ base: 10 / 3, head: 4, values: [], twin: [] },
    baseValues: [
      { value: 3, count: 2 },
      { value: 4, count: 1 },
    ],
    headValues: [{ value: 4, count: 2 }],
  });
  const [info] = comparableSeries(run([metric('queries', [3])]), run([metric('queries', [4])]), { ...compare, gate: [] });
  expect(info?.role).toBe('info');
});

test('the last tolerance that matches a metric counts, of what is counted as a share of base', () => {
  const metrics = [metric('tokens.input', [3]), metric('tokens.output', [3]), time(4)];
  const series = comparableSeries(run(metrics), run(metrics), compare);
  expect(series.map(({ name, tolerance }) => [name, tolerance])).toEqual([
    ['ask.tokens.input', 15],
    ['ask.tokens.output', 21],
    ['ask.duration', 0.03],
    ['ask.error_rate', 0],
  ]);
});

test('times and error rates never gate: they were not measured side by side', () => {
  const series = comparableSeries(run([time(10)]), run([time(20)], 50), compare);
  expect(series.map(({ name, class: kind, role, base, head, values }) => ({ name, kind, role, base, head, values }))).toEqual([
    { name: 'ask.duration', kind: 'noisy', role: 'info', base: 10, head: 20, values: [] },
    { name: 'ask.error_rate', kind: 'rate', role: 'info', base: 0, head: 0.5, values: [] },
  ]);
  const judged = judgeComparison({ design: designFor(1, 0), series });
  expect(judged).toMatchObject({ verdict: 'inconclusive', flagged: [] });
  expect(judged.metrics.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'regression']);
});

test('two saved runs fail by a query more', () => {
  const series = comparableSeries(run([metric('queries', [3])]), run([metric('queries', [4])]), compare);
  const design = { ...designFor(1, 0), looks: [] };
  expect(judgeComparison({ design, series })).toMatchObject({ verdict: 'fail', flagged: ['ask.queries'] });
});

test('metrics and stages of one side only are left out', () => {
  const base = run([metric('queries', [3]), metric('queries', [9], { stage: 'users=5' }), metric('mcp_calls', [1])]);
  const head = run([metric('queries', [3]), metric('queries', [7], { stage: 'users=9' }), metric('model_calls', [1])]);
  const [series, ...others] = comparableSeries(base, head, compare);
  expect(series).toMatchObject({ baseValues: [{ value: 3, count: 1 }], headValues: [{ value: 3, count: 1 }] });
  expect(others.map(({ name }) => name)).toEqual(['ask.error_rate']);
});

test('without samples a value that never differed is known, others are not', () => {
  const [steady, varying] = [summary('queries', [3, 3]), summary('queries', [3, 4])];
  const [same] = comparableSeries(run([steady]), run([steady]), compare);
  expect(same?.baseValues).toEqual([{ value: 3, count: 2 }]);
  const series = comparableSeries(run([steady]), run([varying]), compare);
  expect(series[0]?.headValues).toBeUndefined();
  expect(judgeComparison({ design: designFor(1, 0), series }).verdict).toBe('inconclusive');
});
