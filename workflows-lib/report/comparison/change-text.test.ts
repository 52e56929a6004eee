import { expect, test } from '@jest/globals';
import { sampleMetricOf } from '../testing/sample-comparison.ts';
import { changeText, detectableText, sideText, toleranceText } from './change-text.ts';

const PLACE = { operation: 'query', metric: 'duration' };

test('a time changes by a share, with its interval', () => {
  const metric = sampleMetricOf({ ...PLACE, change: { estimate: 0.098, low: 0.071, high: 0.124 } });
  expect(changeText(metric)).toBe('+9.8% (+7.1% to +12.4%)');
  expect([toleranceText(metric), detectableText(metric), sideText(metric, 3.31)]).toEqual(['3%', '+4.1%', '3.31 ms']);
});

test('a worse throughput is less of it', () => {
  const metric = sampleMetricOf({ ...PLACE, unit: 'per_s', change: { estimate: 1, low: 0.25, high: null } });
  expect(changeText(metric)).toBe('-50% (? to -20%)');
});

test('a count changes by a number, and by a share of base where there is one', () => {
  const counted = {
    ...PLACE,
    unit: 'count',
    class: 'exact',
    tolerance: 0,
    change: { estimate: 1, low: null, high: null },
  } as const;
  expect(changeText(sampleMetricOf({ ...counted, base: 4, head: 5 }))).toBe('+1 (+25%)');
  expect(changeText(sampleMetricOf({ ...counted, base: 0, head: 1 }))).toBe('+1');
  expect(changeText(sampleMetricOf({ ...counted, base: 70_000, head: 70_001 }))).toBe('+1');
});

test('a bill is that of a thousand calls', () => {
  const bill = sampleMetricOf({
    ...PLACE,
    unit: 'usd',
    tolerance: 0.0001,
    base: 0.00312,
    change: { estimate: 0.00028, low: null, high: null },
  });
  expect([sideText(bill, 0.00312), changeText(bill), toleranceText(bill)]).toEqual(['$3.12', '+$0.28 (+9%)', '$0.10']);
});

test('a rate changes by points', () => {
  const rate = sampleMetricOf({
    ...PLACE,
    unit: 'ratio',
    tolerance: 0.01,
    change: { estimate: 0.004, low: -0.002, high: 0.011 },
  });
  expect([changeText(rate), toleranceText(rate)]).toEqual(['+0.4 points (-0.2 to +1.1 points)', '1 point']);
});

test('what was not measured has no change', () => {
  expect(changeText(sampleMetricOf({ ...PLACE, change: null }))).toBe('–');
  expect(detectableText({ unit: 'ms', detectable: null })).toBe('–');
});
