import { expect, test } from '@jest/globals';
import { compareRun, sampleComparison, sampleMetricOf, sampleVoidComparison } from '../testing/sample-comparison.ts';
import { sampleApartComparison } from '../testing/sample-troubled-comparison.ts';
import { comparedFigures } from './compared-line.ts';
import { powerText } from './power.ts';

const time = (operation: string, detectable: number | null): ReturnType<typeof sampleMetricOf> =>
  sampleMetricOf({ operation, metric: 'duration', detectable });

test('power is that of the times that may fail, with how many cannot say', () => {
  expect(powerText(sampleComparison())).toBe('could have seen +4.1% to +9.4% with 80% power');
  const inform = { ...time('d', 0.5), role: 'info' } as const;
  const metrics = [time('a', 0.05), time('b', null), time('c', null), inform];
  expect(powerText(sampleComparison({ metrics }))).toBe('could have seen +5% with 80% power, 2 of 3 had too few values to say');
});

test('where none can say, the line of what was compared says so', () => {
  const run = compareRun(sampleComparison({ metrics: [time('a', null)] }));
  expect(comparedFigures(run)).toEqual(['24 pairs over 3 starts in 3 min 34 s', 'Power: too few pairs to say']);
});

test('what was not measured side by side, or is no evidence, has no power', () => {
  expect(powerText(sampleApartComparison())).toBeUndefined();
  expect(powerText(sampleVoidComparison())).toBeUndefined();
});
