import { expect, test } from '@jest/globals';
import { parseLimit } from './limit.ts';

test.each([
  ['1.5s', 'ms', 1500],
  ['5%', 'ratio', 0.05],
  ['0.05', 'ratio', 0.05],
  ['$15', 'usd', 15],
  ['0.5/s', 'per_s', 0.5],
  ['2000', 'tokens', 2000],
] as const)('%s is a limit in %s', (text, unit, value) => {
  expect(parseLimit(text, unit)).toBe(value);
});

test.each([
  ['15', 'usd'],
  ['30s', 'per_s'],
  ['5%', 'ms'],
  ['1e9', 'tokens'],
  ['Infinity', 'ratio'],
  ['', 'ms'],
] as const)('%j is no limit in %s', (text, unit) => {
  expect(parseLimit(text, unit)).toBeUndefined();
});
