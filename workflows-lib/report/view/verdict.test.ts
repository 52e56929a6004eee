import { expect, test } from '@jest/globals';
import { sampleBenchmark, sampleDemo, sampleEmpty, sampleFailedLoad, sampleVoid } from '../testing/sample-run.ts';
import { shownObjectiveVerdict, shownResult, shownVerdict, sortedObjectives, verdictSentence } from './verdict.ts';

test('a document that claims a pass is not shown as one when its generator was not fit', () => {
  const run = sampleVoid();
  expect(run.verdict).toBe('pass');
  expect(shownVerdict(run)).toBe('void');
  expect(run.objectives.map((objective) => shownObjectiveVerdict(run, objective))).not.toContain('pass');
});

test('a document that claims a pass is not shown as one when it ended early or an objective did not pass', () => {
  const run = sampleDemo();
  expect(shownVerdict({ ...run, run: { ...run.run, status: 'partial' } })).toBe('inconclusive');
  expect(shownVerdict({ ...run, objectives: sampleFailedLoad().objectives })).toBe('fail');
});

test('a verdict that is no pass is shown as it is', () => {
  expect(shownVerdict({ ...sampleDemo(), verdict: 'inconclusive' })).toBe('inconclusive');
});

test('without objectives a run is measured, not passed', () => {
  const run = sampleBenchmark();
  expect(shownResult(run)).toBe('measured');
  expect(verdictSentence(run)).toMatch(/^No objective was judged/);
  expect(shownResult(sampleDemo())).toBe('pass');
  expect(shownResult(sampleEmpty())).toBe('inconclusive');
});

test('objectives stand with the worst first', () => {
  expect(sortedObjectives(sampleFailedLoad()).map(({ verdict }) => verdict)).toEqual([
    'fail',
    'inconclusive',
    'inconclusive',
    'pass',
  ]);
});
