import { expect, test } from '@jest/globals';
import type { Recording } from '../planted/recording.ts';
import { githubActionBenchmark } from './github-action-benchmark.ts';
import { judgeWith, slowed } from './judges.ts';

const series = { operation: 'a', metric: 'duration', unit: 'ms', class: 'noisy', role: 'gate', tolerance: 0.03 } as const;

const recording: Recording = {
  ...{ kind: 'aa', mustFlag: [], index: 0, starts: 1, measuringMs: 1, pairEndsMs: [1, 2], ended: 'pairs' },
  design: {
    ...{ seed: '1', level: 0.01, looks: [{ pairs: 2, share: 1 }], gatingMetrics: 2, budgetMs: 1, pairsPerStart: 2 },
    layout: 'side-by-side',
  },
  series: [
    { ...series, name: 'a.duration', base: 10, head: 10, values: [0, 0.1], twin: [0, 0] },
    { ...series, name: 'b.duration', operation: 'b', base: 10, head: 10, values: [0, 0.1], twin: [0, 0] },
  ],
  calls: {
    a: { base: [[10], [10]], head: [[10], [10]], twin: [[10], [10]] },
    b: { base: [[10], []], head: [[30], [1000]], twin: [[50], []] },
  },
};

test('an injected slowdown multiplies the durations of head and shifts their log ratios, in one operation', () => {
  const { calls, series: after } = slowed(recording, 'a', 0.1);
  expect(calls['a']?.head.flat()).toEqual([11, 11]);
  expect(calls['a']?.base).toEqual([[10], [10]]);
  expect(calls['b']).toBe(recording.calls['b']);
  expect(after[0]?.values[1]).toBeCloseTo(0.1 + Math.log(1.1), 12);
  expect(after[1]?.values).toEqual([0, 0.1]);
});

test('rules of others see the calls of both starts of base, and no pair that lacks a side', () => {
  // Of b the first pair alone is whole: 30 on head against 10 and 50 on base.
  expect(judgeWith(githubActionBenchmark(1.05)).judge(recording)).toEqual({ alarms: [] });
  expect(judgeWith(githubActionBenchmark(0.99)).judge(recording)).toEqual({ alarms: ['a.duration', 'b.duration'] });
  expect(judgeWith(githubActionBenchmark(1.05)).judge(slowed(recording, 'b', 0.06))).toEqual({ alarms: ['b.duration'] });
});
