import { expect, test } from '@jest/globals';
import { settleComparison } from '../../commands/settle-comparison.ts';
import type { Comparison } from '../../history/comparison.ts';
import { compareRun, sampleBaseFailure, sampleComparison } from '../testing/sample-comparison.ts';
import {
  sampleApartComparison,
  sampleHopelessComparison,
  sampleUnconfirmedComparison,
  sampleVaryingMetric,
} from '../testing/sample-troubled-comparison.ts';
import { comparisonSteps } from './steps.ts';

function texts(comparison: Comparison): string[] {
  return comparisonSteps(compareRun(comparison)).map(({ text }) => text);
}

test('a bill that got worse says for how many calls it is', () => {
  expect(texts(sampleComparison())[1]).toMatch(/^\+\$0\.28 \(\+9%\) per 1,000 calls, tolerated \$0 per 1,000 calls\. Comment /);
});

test('what was found worse once wants its second run, with why the last one did not tell', () => {
  expect(texts(sampleUnconfirmedComparison())).toEqual([
    'mcp.query.duration found worse once, not confirmed yet: the second run could not tell; run the job "confirm" again.',
  ]);
});

test('the words by which a doubt is known are those that a settled comparison has', () => {
  const { metrics } = sampleComparison();
  const flagged = metrics.filter(({ verdict, class: kind }) => verdict === 'regression' && kind === 'noisy');
  const run = compareRun(sampleComparison({ metrics: flagged, flagged: flagged.map(({ name }) => name) }));
  const settled = settleComparison(run, { second: { missing: { message: 'there is no artifact' } }, acceptances: [] });
  expect(comparisonSteps(settled).map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^mcp\.query\.duration found worse once, not confirmed yet: .*\(there is no artifact\); run the job "confirm" again\.$/,
    ),
  ]);
});

test('what varies between calls is to be steadied or tolerated, not measured more often', () => {
  expect(texts(sampleHopelessComparison({ metrics: [sampleVaryingMetric()] }))).toEqual([
    'api.ask.queries: it varies between calls, on both sides over the same range: make the operation answer alike each time, ' +
      'or tolerate a difference with compare.per_metric.',
  ]);
  const reason = 'a side has no values to compare';
  expect(texts(sampleHopelessComparison({ metrics: [sampleVaryingMetric({ reason })] }))).toEqual([
    'api.ask.queries: a side has no values to compare; mend that first.',
  ]);
});

test('pairs are promised to as many metrics as they decide, by what ended the measuring', () => {
  const known = '24 pairs were measured, about 38 pairs would decide 1 of 3 metrics, no number the other 2: ';
  expect(texts(sampleHopelessComparison({ ended: 'pairs' }))).toEqual([`${known}raise --pairs (compare.pairs) to about 38.`]);
  const { design } = sampleComparison();
  const looks = [{ pairs: 60, share: 1 }];
  const late = { ended: 'budget', design: { ...design, budgetMs: 214_000, looks } } as const;
  expect(texts(sampleHopelessComparison(late))).toEqual([`${known}raise --budget (compare.budget) to about 6m.`]);
});

test('times of two runs want to be measured side by side', () => {
  expect(texts(sampleApartComparison())).toEqual([expect.stringContaining('side by side with compare --base REF')]);
  expect(texts(sampleApartComparison({ verdict: 'pass' }))).toEqual([]);
});

test('a head that died while it was measured is not told to start, nor of lines that are not there', () => {
  const headFailure = 'api ended with exit code 3';
  expect(texts(sampleComparison({ headFailure }))).toEqual(['Mend what ends head while it is measured.']);
  expect(texts(sampleComparison({ headFailure: `${headFailure}. Its last lines:\n  out of memory`, pairs: 0 }))).toEqual([
    'Mend what keeps head from being built or started; its last lines are below.',
  ]);
});

test('a base that does not start and one with nothing in common want different things', () => {
  expect(texts(sampleBaseFailure())).toEqual([
    'Head was judged by its objectives alone; rebase onto a commit that starts, or give --base REF.',
  ]);
  const baseFailure = 'no operation is the same in base and head, so there is nothing to compare';
  expect(texts({ ...sampleBaseFailure(), baseFailure })).toEqual([
    'Head was judged by its objectives alone; keep the name and the call of at least one operation, or compare with --base REF.',
  ]);
});
