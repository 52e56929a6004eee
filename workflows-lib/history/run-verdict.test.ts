import { expect, test } from '@jest/globals';
import type { ComparedMetric, Comparison } from './comparison.ts';
import type { RunDocument, Verdict } from './run-document.ts';
import { verdictOfRun } from './run-verdict.ts';

interface Parts {
  readonly generator?: 'ok' | 'void';
  readonly objectives?: readonly Verdict[];
  readonly comparison?: Comparison['verdict'];
  readonly flagged?: ComparedMetric['class'];
  readonly headFailure?: string;
  readonly status?: 'complete' | 'partial';
}

function verdict({ generator = 'ok', objectives = [], comparison, flagged, headFailure, status = 'complete' }: Parts): Verdict {
  const metrics = flagged === undefined ? [] : [{ name: 'a.cost', class: flagged }];
  const compared = { verdict: comparison, metrics, flagged: metrics.map(({ name }) => name), headFailure };
  return verdictOfRun({
    generator: { verdict: generator },
    objectives: objectives.map((one) => ({ verdict: one })),
    ...(comparison === undefined ? {} : { comparison: compared }),
    run: { status },
  } as unknown as RunDocument);
}

test.each<[string, Parts, Verdict]>([
  ['nothing to judge', {}, 'pass'],
  ['the worst objective', { objectives: ['pass', 'fail', 'inconclusive'] }, 'fail'],
  ['a missed objective beside a comparison that is void', { objectives: ['fail'], comparison: 'void' }, 'fail'],
  ['a comparison that is void', { objectives: ['pass'], comparison: 'void' }, 'void'],
  ['a generator that was not fit', { generator: 'void', comparison: 'fail', flagged: 'noisy' }, 'void'],
  ['worse counts in spite of it', { generator: 'void', comparison: 'fail', flagged: 'exact' }, 'fail'],
  ['a head that does not run', { generator: 'void', comparison: 'fail', headFailure: 'it ended' }, 'fail'],
  ['a pass that was cut short', { comparison: 'pass', status: 'partial' }, 'inconclusive'],
])('%s', (_, parts, expected) => {
  expect(verdict(parts)).toBe(expected);
});
