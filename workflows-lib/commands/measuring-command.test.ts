import { expect, test } from '@jest/globals';
import { compareRun, sampleComparison } from '../report/testing/sample-comparison.ts';
import { sampleBenchmark } from '../report/testing/sample-run.ts';
import { measuringCommand } from './measuring-command.ts';

test('a comparison is measured again by its own command, a benchmark by that of benchmarks', () => {
  const run = compareRun(sampleComparison({ reproduce: 'shotclock compare --base v1' }));
  expect(measuringCommand({ run }, false)).toBe('shotclock compare --base v1');
  expect(measuringCommand({ run: sampleBenchmark() }, false)).toBe('shotclock benchmark');
  expect(measuringCommand({ missing: new Error('there is no run') }, false)).toBe('shotclock benchmark');
});

test('of a document of a stranger no option is recommended', () => {
  const run = compareRun(sampleComparison({ reproduce: 'shotclock compare --config evil.yml' }));
  expect(measuringCommand({ run }, true)).toBe('shotclock compare');
});
