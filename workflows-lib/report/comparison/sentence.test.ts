import { expect, test } from '@jest/globals';
import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { sampleObjective } from '../testing/sample-document.ts';
import {
  compareRun,
  sampleAcceptedComparison,
  sampleBaseFailure,
  sampleComparison,
  sampleMetricOf,
  samplePassedComparison,
  sampleUndecidedComparison,
  sampleVoidComparison,
} from '../testing/sample-comparison.ts';
import {
  sampleApartComparison,
  sampleHopelessComparison,
  sampleTail,
  sampleUnconfirmedComparison,
  unfit,
} from '../testing/sample-troubled-comparison.ts';
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
    '1 regression in 2 metrics · times are not judged, because canary.cpu moved.',
  );
});

test('a base that could not be measured is said first, with why', () => {
  expect(sentence(sampleBaseFailure())).toBe(
    'Base could not be measured: npm ci exited with 1: lock file is missing · head was judged alone.',
  );
});

test('missed and undecided objectives and an early end are said too, and first where they decide', () => {
  const objectives = [
    sampleObjective({ text: 'a < 1ms', verdict: 'fail', value: 2, limit: 1 }),
    sampleObjective({ text: 'b < 1ms', verdict: 'inconclusive', value: 2, limit: 1 }),
  ];
  expect(sentence(samplePassedComparison(), { objectives })).toBe(
    '1 of 2 objectives missed · 1 objective undecided · no regression in 8 metrics · 1 improvement · A/A clean.',
  );
  expect(sentence(sampleComparison(), { objectives })).toMatch(/^2 regressions .* · A\/A clean · 1 of 2 objectives missed · /);
  expect(sentence(sampleUndecidedComparison(), { objectives })).toMatch(/^1 of 2 objectives missed · /);
  const { run } = compareRun();
  expect(sentence(samplePassedComparison(), { run: { ...run, status: 'partial' } })).toMatch(/^It ended early · no regression /);
});

test('a comparison passes without objectives, but not without base, and not over a comparison that did not', () => {
  expect(shownResult(compareRun(samplePassedComparison()))).toBe('pass');
  expect(shownResult(compareRun(sampleBaseFailure()))).toBe('measured');
  expect(shownVerdict(compareRun(sampleComparison(), { verdict: 'pass' }))).toBe('fail');
  expect(shownVerdict(compareRun(sampleVoidComparison(), { verdict: 'pass' }))).toBe('void');
});

test('times of two runs are counted as not judged, and prove nothing', () => {
  const apart = 'not measured side by side';
  expect(sentence(sampleApartComparison())).toBe(`No gating metric was judged · 2 times not judged: ${apart} · A/A not judged.`);
  const counted = sampleMetricOf({ operation: 'api.ask', metric: 'queries', unit: 'count', class: 'exact', base: 3, head: 3 });
  const metrics = [...sampleApartComparison().metrics, counted];
  expect(sentence(sampleApartComparison({ metrics, verdict: 'pass' }))).toBe(
    `No regression in 1 metric · 2 times not judged: ${apart} · A/A not judged.`,
  );
});

test('what was found worse once is no "no regression"', () => {
  expect(sentence(sampleUnconfirmedComparison())).toBe(
    '1 found worse once, not confirmed yet · no regression in 1 other metric · A/A clean.',
  );
});

test('pairs are promised to as many metrics as they decide', () => {
  expect(sentence(sampleHopelessComparison())).toContain('3 inconclusive, about 38 pairs would decide 1 · ');
});

test('a head that died while it was measured did run', () => {
  const headFailure = 'api ended with exit code 3';
  expect(sentence(sampleComparison({ headFailure }))).toBe('Head died after 24 pairs: api ended with exit code 3.');
  expect(sentence(sampleComparison({ headFailure, pairs: 0 }))).toBe('Head does not run: api ended with exit code 3.');
});

test('nothing in common is no fault of base', () => {
  const baseFailure = 'no operation is the same in base and head, so there is nothing to compare';
  expect(sentence({ ...sampleBaseFailure(), baseFailure })).toBe(
    'Base and head have no operation in common · head was judged alone.',
  );
});

test('a generator that was not fit leaves what is counted to fail, and times unjudged', () => {
  const run = unfit(sampleComparison());
  expect(shownVerdict(run)).toBe('fail');
  expect(verdictSentence(run)).toBe(
    '1 regression in 2 metrics · times are not judged, because the load generator was not fit to measure: its event loop was busy 97 % of the time.',
  );
  const alone = unfit(samplePassedComparison());
  expect(verdictSentence(alone)).toBe('The load generator was not fit to measure, so nothing here is judged.');
});

test('the slow end of a time informs, and is no improvement of its own', () => {
  const { metrics } = samplePassedComparison();
  expect(sentence({ ...samplePassedComparison(), metrics: [...metrics, sampleTail()] })).toBe(
    'No regression in 9 metrics · 1 improvement · 1 worse that cannot fail it · A/A clean.',
  );
  const better = sampleTail({ verdict: 'improvement' });
  expect(sentence({ ...samplePassedComparison(), metrics: [...metrics, better] })).toContain(' · 1 improvement · ');
});
