import { expect, test } from '@jest/globals';
import {
  formatBytes,
  formatCostPer1k,
  formatCount,
  formatDuration,
  formatDurationUp,
  formatInterval,
  formatMoney,
  formatPercent,
  formatQuantile,
  formatRate,
  formatTick,
  formatTime,
  formatValue,
  plural,
} from './format.ts';

test.each([
  [0, '0 ms'],
  [0.0001, '< 0.001 ms'],
  [0.2144, '0.214 ms'],
  [0.9996, '1.00 ms'],
  [1.234, '1.23 ms'],
  [9.996, '10.0 ms'],
  [99.96, '100 ms'],
  [214.4, '214 ms'],
  [999.4, '999 ms'],
  [999.6, '1.00 s'],
  [34_120, '34.1 s'],
  [119_960, '2 min 00 s'],
  [125_000, '2 min 05 s'],
  [3_720_000, '1 h 02 min'],
  [-1.5, '-1.50 ms'],
])('%p milliseconds read %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, '$0'],
  [1234.5, '$1,234.50'],
  [3.1, '$3.10'],
  [0.9999, '$1.00'],
  [0.214, '$0.214'],
  [0.5, '$0.50'],
  [0.0031, '$0.0031'],
  [0.000_000_123, '$0.000000123'],
  [1e-12, '< $0.000000001'],
  [-2, '-$2.00'],
])('%p dollars read %s', (usd, text) => {
  expect(formatMoney(usd)).toBe(text);
});

test.each([
  [0, '0%'],
  [0.000_001, '< 0.01%'],
  [0.0025, '0.25%'],
  [0.05, '5%'],
  [0.123_4, '12.3%'],
  [0.999_6, '99.96%'],
  [0.999_999, '> 99.99%'],
  [1, '100%'],
])('the ratio %p reads %s, and neither nothing nor all by rounding', (ratio, text) => {
  expect(formatPercent(ratio)).toBe(text);
});

test.each([
  [512, '512 B'],
  [1536, '1.50 KiB'],
  [1023.9 * 1024 * 1024, '1.00 GiB'],
  [187 * 1024 * 1024, '187 MiB'],
])('%p bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('counts are grouped, rates say per second', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
  expect(formatRate(0)).toBe('0/s');
  expect(formatRate(12.34)).toBe('12.3/s');
  expect(plural(1, 'call')).toBe('1 call');
  expect(plural(2000, 'call')).toBe('2,000 calls');
});

test('a cost without a price is never an amount', () => {
  expect(formatCostPer1k('unpriced')).toBe('unpriced');
  expect(formatCostPer1k(null)).toBe('–');
  expect(formatCostPer1k(0.5)).toBe('$0.50');
});

test('a withheld percentile is a dash', () => {
  expect(formatQuantile({ withheld: 'needs at least 72 values, has 20' }, 'ms')).toBe('–');
  expect(formatQuantile({ value: 2, low: null, high: null }, 'ms')).toBe('2.00 ms');
});

test('an interval says its unit once, and a question mark for the bound that is missing', () => {
  expect(formatInterval({ low: 201, high: 230 }, 'ms')).toBe('201 to 230 ms');
  expect(formatInterval({ low: 900, high: 1100 }, 'ms')).toBe('900 ms to 1.10 s');
  expect(formatInterval({ low: null, high: 1100 }, 'ms')).toBe('? to 1.10 s');
  expect(formatInterval({ low: 0.001, high: 0.2 }, 'ratio')).toBe('0.1% to 20%');
  expect(formatInterval({ low: null, high: null }, 'ms')).toBeUndefined();
});

test('a unit that is not ours follows the number, cut short', () => {
  expect(formatValue(2, 'furlongs')).toBe('2.00 furlongs');
  expect(formatValue(2, 'x'.repeat(200)).length).toBeLessThan(25);
});

test('an axis drops the zeros that only say how exactly a figure is known', () => {
  expect([0, 500, 1000, 1500].map((value) => formatTick(value, 'ms'))).toEqual(['0', '500 ms', '1 s', '1.5 s']);
  expect(formatTick(0.05, 'ratio')).toBe('5%');
  expect(formatTick(100, 'per_s')).toBe('100/s');
});

test('times are in UTC to the minute', () => {
  expect(formatTime('2026-11-23T14:05:12+01:00')).toBe('2026-11-23 13:05 UTC');
});

test.each([
  [1, '10s'],
  [61_000, '70s'],
  [120_001, '3m'],
  [338_833, '6m'],
  [7_200_001, '3h'],
])('%p ms as an option takes it, rounded up, are %p', (ms, text) => {
  expect(formatDurationUp(ms)).toBe(text);
});
