import { expect, test } from '@jest/globals';
import { sampleDemo } from '../testing/sample-run.ts';
import { judgedAt } from './judged-at.ts';

const run = sampleDemo();

test.each([
  ['load-50', 'at 50 users'],
  ['load-1', 'at 1 user'],
  ['load-1, load-5', 'at 1, 5 users'],
  ['benchmark', ''],
  ['benchmark, load-5', 'in benchmark, load-5'],
  ['load-5, soak', 'in load-5, soak'],
  [null, ''],
])('%s is shown as "%s"', (stages, words) => {
  expect(judgedAt(run, stages)).toBe(words);
});
