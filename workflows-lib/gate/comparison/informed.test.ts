import { expect, test } from '@jest/globals';
import { judgeInformed } from './informed.ts';
import { designFor, evenly, timeSeries } from './testing/series.ts';

const design = designFor(30, 2);
const info = (name: string, values: number[]): ReturnType<typeof timeSeries> => timeSeries(name, { role: 'info', values });
const verdicts = (series: Parameters<typeof judgeInformed>[1]): (string | undefined)[] => {
  const judged = judgeInformed(design, series);
  return series.map(({ name }) => judged.get(name)?.verdict);
};

test('times that inform are worse, better, fine or undecided', () => {
  const values = [evenly(0.2, 12), evenly(-0.2, 12), evenly(0, 12), evenly(Math.log(1.03), 12, 0.01)];
  expect(verdicts(values.map((own, index) => info(`operation${index}`, own)))).toEqual([
    'regression',
    'improvement',
    'fine',
    'inconclusive',
  ]);
});

test('the chances are adjusted by Benjamini and Hochberg', () => {
  // 1 / 2^8 alone; beside another as small it stays so, beside two that are not it is three times as much.
  const alike = judgeInformed(design, [info('a', evenly(0.2, 8)), info('b', evenly(0.2, 8))]);
  expect(alike.get('a.duration')?.p).toBe(1 / 256);
  const lonely = judgeInformed(design, [info('a', evenly(0.2, 8)), info('b', evenly(0, 8)), info('c', evenly(0, 8))]);
  expect(lonely.get('a.duration')).toMatchObject({ verdict: 'inconclusive', p: 3 / 256 });
});

test('times that were measured one after the other show how they differ and are not judged', () => {
  const apart = { ...info('query', []), base: 10, head: 12 };
  expect(judgeInformed(design, [apart]).get('query.duration')).toMatchObject({
    verdict: 'inconclusive',
    change: { estimate: expect.closeTo(0.2, 12), low: null, high: null },
    reason: 'base and head were not measured side by side, so their times say nothing about the change',
  });
  // Twice as many a second is half as bad.
  const rate = { ...apart, unit: 'per_s' as const, head: 20 };
  expect(judgeInformed(design, [rate]).get('query.duration')?.change?.estimate).toBeCloseTo(-0.5, 12);
  expect(judgeInformed(design, [{ ...apart, base: null }]).get('query.duration')?.change).toBeNull();
});
