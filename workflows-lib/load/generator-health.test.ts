import { expect, test } from '@jest/globals';
import { judgeGenerator, startGeneratorWatch } from './generator-health.ts';

const FIT = { eventLoopUtilization: 0.3, eventLoopDelayMs: { p50: 0, p99: 4, max: 30 }, residentBytesMax: 1e8, stealRatio: 0 };

test.each([
  ['a quiet generator', {}, 'ok', []],
  ['a busy event loop', { eventLoopUtilization: 0.8 }, 'degraded', ['its event loop was busy 80 % of the time']],
  ['a saturated event loop', { eventLoopUtilization: 0.97 }, 'void', ['its event loop was busy 97 % of the time']],
  [
    'stalls',
    { eventLoopDelayMs: { p50: 0, p99: 60, max: 90 } },
    'degraded',
    ['its event loop was late by 60 ms at the 99th percentile'],
  ],
  ['a thieving hypervisor', { stealRatio: 0.4 }, 'void', ['the hypervisor took 40 % of the CPU']],
  ['a kernel that does not tell', { stealRatio: null }, 'ok', []],
])('%s is judged', (_name, figures, ...judgement) => {
  const [verdict, reasons] = judgement;
  expect(judgeGenerator({ ...FIT, ...figures }, true)).toEqual({ verdict, reasons });
});

test('one call at a time may keep the event loop busy', () => {
  expect(judgeGenerator({ ...FIT, eventLoopUtilization: 0.99 }, false).verdict).toBe('ok');
});

test('a generator that only computes is seen to do so', () => {
  const watch = startGeneratorWatch();
  const until = performance.now() + 200;
  while (performance.now() < until) Math.sqrt(until);
  expect(watch.stop().eventLoopUtilization).toBeGreaterThan(0.95);
});
