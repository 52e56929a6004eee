import { expect, test } from '@jest/globals';
import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { sampleObjective } from '../testing/sample-document.ts';
import {
  compareRun,
  sampleAcceptedComparison,
  sampleBaseFailure,
  sampleComparison,
  samplePassedComparison,
  sampleUndecidedComparison,
  sampleVoidComparison,
} from '../testing/sample-comparison.ts';
import { shownResult, shownVerdict, verdictSentence } from '../view/verdict.ts';

function sentence(comparison: Comparison, changed: Partial<RunDocument> = {}): string {
  return verdictSentence(compareRun(comparison, changed));
}

test('the sentence counts what was found, in words', () => {
  expect(sentence(sampleComparison())).toBe(
    '2 regressions in 11 metrics · 1 improvement · 1 inconclusive, about 38 pairs would decide · A/A clean.',
  );
  expect(sentence(samplePassedComparison())).toBe('No regression in 8 metrics · 1 improvement · A/A clean.');
  expect(sentence(sampleAcceptedComparison())).toMatch(/^No regression .* · 1 accepted · 1 not confirmed · A\/A clean\.$/);
});

test('where no number of pairs would decide, none is promised', () => {
  const { metrics, ...rest } = sampleUndecidedComparison();
  const hopeless = { ...rest, metrics: metrics.map((metric) => ({ ...metric, pairsNeeded: null })) };
  expect(sentence(hopeless)).toMatch(/ · 1 inconclusive · A\/A clean\.$/);
});

test('a void comparison says which sentinel moved, and how many more did', () => {
  expect(sentence(sampleVoidComparison())).toBe(
    'Nothing is judged, because canary.cpu moved by 6.2 % between base and head, though no change can touch it (and 1 more).',
  );
});

test('beside a sentinel that moved only what is counted is a regression', () => {
  const sentinel = { verdict: 'moved' as const, reasons: ['canary.cpu moved.'] };
  expect(sentence(sampleComparison({ sentinel }))).toBe(
    '1 regression in 11 metrics · times are not judged, because canary.cpu moved.',
  );
});

test('a base that could not be measured is said first, with why', () => {
  expect(sentence(sampleBaseFailure())).toBe(
    'Base could not be measured: npm ci exited with 1: lock file is missing; head was judged alone.',
  );
});

test('missed and undecided objectives and an early end are said too', () => {
  const objectives = [
    sampleObjective({ text: 'a < 1ms', verdict: 'fail', value: 2, limit: 1 }),
    sampleObjective({ text: 'b < 1ms', verdict: 'inconclusive', value: 2, limit: 1 }),
  ];
  expect(sentence(samplePassedComparison(), { objectives })).toMatch(
    / · A\/A clean · 1 of 2 objectives missed · 1 objective undecided\.$/,
  );
  const { run } = compareRun();
  expect(sentence(samplePassedComparison(), { run: { ...run, status: 'partial' } })).toMatch(/ · it ended early\.$/);
});

test('a comparison passes without objectives, but not without base, and not over a comparison that did not', () => {
  expect(shownResult(compareRun(samplePassedComparison()))).toBe('pass');
  expect(shownResult(compareRun(sampleBaseFailure()))).toBe('measured');
  expect(shownVerdict(compareRun(sampleComparison(), { verdict: 'pass' }))).toBe('fail');
  expect(shownVerdict(compareRun(sampleVoidComparison(), { verdict: 'pass' }))).toBe('void');
});
