import { expect, test } from '@jest/globals';
import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { Metric, RunDocument } from '../history/run-document.ts';
import { decide, worstOf } from './decide.ts';
import { judge } from './judge.ts';
import type { Judgeable } from './judge.ts';
import { parseObjective } from './objective.ts';

test.each([
  [{ value: 5, low: 4, high: 6 }, 'pass'],
  [{ value: 9, low: 8, high: 11 }, 'inconclusive'],
  [{ value: 12, low: 11, high: 14 }, 'fail'],
  [{ value: 5, low: 4, high: null }, 'inconclusive'],
  [{ value: 12, low: 11, high: null }, 'fail'],
  [{ value: 10, low: 10, high: 10 }, 'fail'],
] as const)('%j against < 10 is %s', (evidence, verdict) => {
  expect(decide(evidence, '<', 10)).toBe(verdict);
});

test('for a floor it is the lower bound that must keep it', () => {
  expect(decide({ value: 5, low: 0.4, high: 9 }, '>', 0.5)).toBe('inconclusive');
  expect(decide({ value: 5, low: 0.6, high: 9 }, '>', 0.5)).toBe('pass');
  expect(decide({ value: 0.1, low: 0.05, high: 0.4 }, '>', 0.5)).toBe('fail');
});

test('void outweighs fail, fail inconclusive, inconclusive pass', () => {
  expect(worstOf(['pass', 'inconclusive', 'fail', 'void'])).toBe('void');
  expect(worstOf(['pass', 'inconclusive', 'fail'])).toBe('fail');
  expect(worstOf(['pass', 'inconclusive'])).toBe('inconclusive');
  expect(worstOf([])).toBe('pass');
});

function latencyMetric(stage: string, values: readonly number[]): Metric {
  const histogram = build({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 });
  for (const value of values) histogram.recordValue(value * 1000);
  const withheld = { withheld: 'not used here' };
  return {
    ...{ operation: 'a', name: 'response', stage, unit: 'ms', direction: 'lower', class: 'noisy', count: values.length },
    ...{ min: 0, max: 0, mean: 0, meanBounds: null, quantiles: { p50: withheld, p90: withheld, p95: withheld, p99: withheld } },
    histogram: encodeIntoCompressedBase64(histogram),
    histogramScale: 1000,
  };
}

function outcome(stage: string, attempts: number, ok: number): RunDocument['outcomes'][number] {
  return {
    ...{ operation: 'a', stage, attempts, ok, error: attempts - ok, throttled: 0, invalid: 0, timeout: 0 },
    ...{ failures: ok === attempts ? [] : [{ class: 'http_500', count: attempts - ok, example: 'HTTP 500' }] },
    ...{ busyMs: 10 * attempts, throughputPerS: 0, costPer1k: null },
  };
}

function closedStage(users: number, attempts: number): RunDocument['stages'][number] {
  return {
    ...{ id: `users=${users}`, workload: 'closed', users, startedAfterMs: 0, durationMs: 10_000, attempts, errors: 0 },
    ...{ throughputPerS: attempts / 10, errorRate: 0, costUsd: null, costPer1k: null },
  };
}

const RUN: Judgeable = {
  run: { status: 'complete' },
  generator: {
    ...{ verdict: 'ok', reasons: [], eventLoopUtilization: 0, eventLoopDelayMs: { p50: 0, p99: 0, max: 0 } },
    ...{ residentBytesMax: 0, stealRatio: null },
  },
  stages: [closedStage(1, 100), closedStage(10, 200)],
  metrics: [
    latencyMetric(
      'users=1',
      Array.from({ length: 100 }, (_, index) => 100 + index),
    ),
    latencyMetric(
      'users=10',
      Array.from({ length: 200 }, (_, index) => 1000 + index),
    ),
  ],
  outcomes: [outcome('users=1', 100, 100), outcome('users=10', 200, 200)],
  usage: [],
};

function verdictOf(text: string, run: Judgeable = RUN): unknown {
  return judge([parseObjective(text, ['a'])], run).objectives[0];
}

test('an objective without users is judged on all load together, with users on those stages alone', () => {
  expect(verdictOf('response.p50 < 900ms')).toMatchObject({ verdict: 'fail', stage: 'users=1, users=10' });
  expect(verdictOf('response.p50 < 900ms @ users<5')).toMatchObject({ verdict: 'pass', stage: 'users=1' });
});

test('a percentile comes with the bounds of its order statistics', () => {
  // Nearest rank 95 of 100 is 194 ms; the exact 95 % interval of p95 at n = 100 runs over ranks 90 to 100.
  expect(verdictOf('a.response.p95 < 1s @ users=1')).toMatchObject({
    value: expect.closeTo(194, 0),
    low: expect.closeTo(189, 0),
  });
});

test('a percentile that the sample cannot carry decides nothing', () => {
  expect(verdictOf('a.response.p99 < 1s @ users=1')).toMatchObject({
    verdict: 'inconclusive',
    reason: 'needs at least 368 right answers, has 100',
  });
});

test('no error in a small sample is not yet proof of few errors', () => {
  const run = { ...RUN, stages: [closedStage(1, 20)], outcomes: [outcome('users=1', 20, 20)] };
  expect(verdictOf('error_rate < 5%', run)).toMatchObject({ verdict: 'inconclusive', value: 0 });
  expect(verdictOf('error_rate < 5%')).toMatchObject({ verdict: 'pass', value: 0 });
});

test.each([
  [240, 0, 3],
  [400, 2, 7],
  [400, 8, 2],
])(
  'of %i calls with %i failures it says how many times as many would decide about 1 %%: such a sample does',
  (calls, failed, times) => {
    const judged = (by: number): unknown =>
      judge([parseObjective('error_rate < 1%', ['a'])], {
        ...RUN,
        stages: [closedStage(1, by * calls)],
        outcomes: [outcome('users=1', by * calls, by * (calls - failed))],
      }).objectives[0];
    expect(judged(1)).toMatchObject({
      verdict: 'inconclusive',
      reason: `the limit lies inside the confidence interval; about ${times} times as many samples would decide it, if the value stays`,
    });
    expect(judged(times)).toMatchObject({ verdict: failed / calls < 0.01 ? 'pass' : 'fail' });
  },
);

test('a value at its limit is not told apart by more samples', () => {
  const run = { ...RUN, stages: [closedStage(1, 400)], outcomes: [outcome('users=1', 400, 396)] };
  const [result] = judge([parseObjective('error_rate < 1%', ['a'])], run).objectives;
  expect(result?.reason).toBe('the limit lies inside the confidence interval; the value is too close to it to be told apart');
});

test('throughput counts right answers over the time of the stage', () => {
  expect(verdictOf('throughput > 15/s @ users=10')).toMatchObject({ verdict: 'pass', value: 20 });
});

const USAGE = {
  provider: 'p',
  model: 'm',
  operation: 'a',
  stage: 'users=1',
  calls: 100,
  input: 1,
  cached: 0,
  cacheWrite: 0,
  output: 1,
  reasoning: 0,
};

test('cost per 1,000 counts every attempt, and a model without a price leaves it undecided', () => {
  expect(verdictOf('cost.per_1k < $15 @ users=1', { ...RUN, usage: [{ ...USAGE, costUsd: 1 }] })).toMatchObject({
    verdict: 'pass',
    value: 10,
  });
  expect(verdictOf('cost.per_1k < $15 @ users=1', { ...RUN, usage: [{ ...USAGE, costUsd: null }] })).toMatchObject({
    verdict: 'inconclusive',
    value: null,
    reason: 'no price is known for p/m; add it under "prices"',
  });
});

test('an operation that never answered rightly fails the run without any objective', () => {
  const judged = judge([], { ...RUN, outcomes: [outcome('users=1', 3, 0)] });
  expect(judged.verdict).toBe('fail');
  expect(judged.objectives[0]).toMatchObject({
    text: 'a answers rightly @ users=1',
    reason: 'none of 3 calls was right: HTTP 500',
  });
});

test('a generator that was not fit makes every verdict void', () => {
  const run = { ...RUN, generator: { ...RUN.generator, verdict: 'void' as const, reasons: ['it slept'] } };
  expect(judge([parseObjective('error_rate < 5%', [])], run)).toMatchObject({
    verdict: 'void',
    objectives: [{ verdict: 'void' }],
  });
});

test('a run that was cut short never passes', () => {
  expect(judge([parseObjective('error_rate < 5%', [])], { ...RUN, run: { status: 'partial' } }).verdict).toBe('inconclusive');
});

test('a result says where its objective is written', () => {
  const source = { file: 'shotclock.yml', line: 12 };
  for (const text of ['response.p50 < 900ms', 'ttft.p50 < 1s', 'response.p99 < 1s @ users=1']) {
    expect(judge([{ ...parseObjective(text, []), source }], RUN).objectives[0]).toMatchObject({ text, source });
  }
  expect(judge([parseObjective('error_rate < 5%', [])], RUN).objectives[0]).not.toHaveProperty('source');
});

test('a histogram that is longer than any of ours is not unpacked', () => {
  const metrics = RUN.metrics.map((metric) => ({ ...metric, histogram: 'H4sI'.repeat(30_000) }));
  expect(() => judge([parseObjective('response.p50 < 900ms', [])], { ...RUN, metrics })).toThrow(/120000 characters/);
});
