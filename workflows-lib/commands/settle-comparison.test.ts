import { expect, test } from '@jest/globals';
import type { Comparison } from '../history/comparison.ts';
import type { RunDocument } from '../history/run-document.ts';
import { compareRun, sampleAcceptedComparison, sampleComparison, sampleMetricOf } from '../report/testing/sample-comparison.ts';
import { settleComparison } from './settle-comparison.ts';
import type { Settlement } from './settle-comparison.ts';

const SLOWER = sampleMetricOf({ operation: 'db.read', metric: 'duration', verdict: 'regression' });
const LATER = sampleMetricOf({ operation: 'db.write', metric: 'duration', verdict: 'regression' });
const DEARER = sampleMetricOf({ operation: 'ask', metric: 'cost', unit: 'usd', class: 'exact', verdict: 'regression' });
const FINE = sampleMetricOf({ operation: 's3.get', metric: 'duration' });
const UNDECIDED = sampleMetricOf({ operation: 's3.put', metric: 'duration', verdict: 'inconclusive' });

function runOf(metrics: Comparison['metrics'], changed: Partial<Comparison> = {}): RunDocument {
  const flagged = metrics.filter(({ verdict }) => verdict === 'regression').map(({ name }) => name);
  return compareRun(sampleComparison({ metrics, flagged, verdict: flagged.length > 0 ? 'fail' : 'pass', ...changed }));
}

function settled(run: RunDocument, settlement: Partial<Settlement> = {}): object {
  const { comparison, verdict } = settleComparison(run, { acceptances: [], ...settlement });
  const of = Object.fromEntries(comparison?.metrics.map((metric) => [metric.operation, metric.verdict]) ?? []);
  return { of, flagged: comparison?.flagged, verdict, compared: comparison?.verdict };
}

/** The same as another run on another machine, some minutes later. */
function later(run: RunDocument, changed: Partial<RunDocument['run']> = {}): RunDocument {
  return { ...run, run: { ...run.run, id: 'second', startedAt: '2027-01-01T00:00:00.000Z', ...changed } };
}

const sameAsMeasured = (...metrics: Comparison['metrics']): { second: { run: RunDocument } } => ({
  second: { run: later(runOf(metrics)) },
});

const unfit = (run: RunDocument): RunDocument => ({ ...run, verdict: 'void', generator: { ...run.generator, verdict: 'void' } });

const otherThan = (side: 'base' | 'head', changed: Partial<Comparison['base']>): Comparison['base'] => ({
  ...sampleComparison()[side],
  ...changed,
});

test('a second run of another commit is not shown as a confirmation, and the reason says so', () => {
  const second = { run: later(runOf([SLOWER], { head: otherThan('head', { commit: 'b'.repeat(40) }) })) };
  const { comparison } = settleComparison(runOf([SLOWER]), { second, acceptances: [] });
  expect(comparison).not.toHaveProperty('confirmation');
  expect(comparison?.metrics[0]?.reason).toContain('its head was another commit or plan than that of the first run');
});

test('where nobody was to measure again, a regression stands by itself', () => {
  expect(settled(runOf([SLOWER, FINE]))).toMatchObject({
    of: { 'db.read': 'regression' },
    flagged: ['db.read.duration'],
    verdict: 'fail',
  });
});

test('what both runs found worse fails', () => {
  const run = settleComparison(runOf([SLOWER]), { ...sameAsMeasured(SLOWER), acceptances: [] });
  expect(run.verdict).toBe('fail');
  expect(run.comparison?.confirmation?.flagged).toEqual(['db.read.duration']);
});

test('what the second run looked for and did not find worse does not', () => {
  const again = { ...SLOWER, verdict: 'fine' as const };
  expect(settled(runOf([SLOWER, FINE]), sameAsMeasured(again))).toEqual({
    ...{ of: { 'db.read': 'not-confirmed', 's3.get': 'fine' }, flagged: [], verdict: 'pass', compared: 'pass' },
  });
});

test('of several, those that were found again fail; where the second run could not tell, nobody knows', () => {
  const again = { ...LATER, verdict: 'inconclusive' as const };
  expect(settled(runOf([SLOWER, LATER]), sameAsMeasured(SLOWER, again))).toMatchObject({
    ...{ of: { 'db.read': 'regression', 'db.write': 'inconclusive' }, flagged: ['db.read.duration'], verdict: 'fail' },
  });
});

const MOVED: Partial<Comparison> = { sentinel: { verdict: 'moved', reasons: ['canary.cpu moved'] } };
const BETTER = { ...SLOWER, verdict: 'fine' } as const;
const second = (...measured: Parameters<typeof runOf>): { second: { run: RunDocument } } => ({
  second: { run: later(runOf(...measured)) },
});

test.each([
  ['there is no second run', { second: { missing: new Error('there is no artifact x') } }],
  ['the second run did not measure it', sameAsMeasured(FINE)],
  ['the second run is void', second([FINE, BETTER], { verdict: 'void' })],
  ['the second run compared nothing', { second: { run: { ...runOf([]), comparison: undefined } as unknown as RunDocument } }],
  ['the generator of the second run is void', { second: { run: unfit(later(runOf([BETTER]))) } }],
  ['the generator of the second run that found it is void', { second: { run: unfit(later(runOf([SLOWER]))) } }],
  ['the sentinel of the second run that found it moved', second([SLOWER], { ...MOVED, verdict: 'void' })],
  ['the second run fails for what is counted, and its sentinel moved', second([DEARER, BETTER], MOVED)],
  ['base could not be measured again', second([], { baseFailure: 'npm ci failed' })],
  ['head died in the second run', second([BETTER], { headFailure: 'exit 1' })],
  ['head died in the second run that found it', second([SLOWER], { headFailure: 'exit 1' })],
  ['the second run had another base', second([SLOWER], { base: otherThan('base', { commit: 'b'.repeat(40) }) })],
  ['the second run had another plan', second([SLOWER], { head: otherThan('head', { planDigest: 'sha256:2' }) })],
  ['the second run is the first', { second: { run: runOf([SLOWER]) } }],
  ['the second run is older than the first', { second: { run: later(runOf([SLOWER]), { startedAt: '2020-01-01T00:00:00Z' }) } }],
])('where %s nobody knows, which is neither a failure nor a pass', (_, settlement) => {
  expect(settled(runOf([SLOWER]), settlement)).toMatchObject({ of: { 'db.read': 'inconclusive' }, verdict: 'inconclusive' });
});

test('of what was flagged again, only what counts is shown as found again', () => {
  const run = settleComparison(runOf([DEARER, SLOWER]), { ...second([DEARER, SLOWER, LATER], MOVED), acceptances: [] });
  expect(run.comparison?.confirmation?.flagged).toEqual(['ask.cost']);
  expect(run.comparison?.flagged).toEqual(['ask.cost']);
});

test('what is counted is believed of any machine', () => {
  const again = { ...DEARER, verdict: 'fine' as const };
  expect(settled(runOf([DEARER]), second([again], { ...MOVED, verdict: 'void' }))).toMatchObject({
    of: { ask: 'not-confirmed' },
    verdict: 'pass',
  });
});

test('what is counted needs no second machine', () => {
  const none = { second: { missing: new Error('there is no artifact x') } };
  expect(settled(runOf([DEARER, SLOWER]), none)).toMatchObject({ flagged: ['ask.cost'], verdict: 'fail' });
});

test('an accepted regression fails nothing, and who accepted it is shown', () => {
  const acceptances = [{ metric: 'db.read.duration', reason: 'right answers now', by: 'mona' }];
  const run = settleComparison(runOf([SLOWER, FINE]), { ...sameAsMeasured(SLOWER), acceptances });
  expect(run).toMatchObject({ verdict: 'pass', comparison: { verdict: 'pass', flagged: [], acceptances } });
  expect(run.comparison?.metrics[0]).toMatchObject({ verdict: 'accepted', reason: 'mona accepted it: right answers now' });
  expect(settled(runOf([SLOWER, LATER]), { acceptances })).toMatchObject({ flagged: ['db.write.duration'], verdict: 'fail' });
  expect(settled(runOf([SLOWER, UNDECIDED]), { acceptances })).toMatchObject({ verdict: 'inconclusive' });
});

test('accepting a regression accepts no missed objective', () => {
  const objective = { text: 'a.p95 < 1s', value: 2, low: 2, high: 2, limit: 1, unit: 'ms', stage: null } as const;
  const run: RunDocument = { ...runOf([SLOWER]), objectives: [{ ...objective, verdict: 'fail' }] };
  const acceptances = [{ metric: 'db.read.duration', reason: 'x', by: 'mona' }];
  expect(settled(run, { acceptances })).toMatchObject({ verdict: 'fail', compared: 'pass' });
});

test('on a machine that cannot be believed accepting what was counted leaves the rest void', () => {
  const moved = { sentinel: { verdict: 'moved' as const, reasons: ['canary.cpu moved'] } };
  const acceptances = [{ metric: 'ask.cost', reason: 'x', by: 'mona' }];
  expect(settled(runOf([DEARER, FINE], moved), { acceptances })).toMatchObject({ verdict: 'void' });
});

test('what a document claims of acceptances and of a second run does not count', () => {
  const claimed = compareRun(sampleAcceptedComparison());
  const run = settleComparison(claimed, { acceptances: [] });
  expect(run.verdict).toBe('fail');
  expect(run.comparison).toMatchObject({
    acceptances: [],
    verdict: 'fail',
    flagged: ['mcp.query.duration', 'synthesis.sql.cost'],
  });
  expect(run.comparison).not.toHaveProperty('confirmation');
});

test('a run without regressions and one without a comparison stay as they are', () => {
  const fine = runOf([FINE]);
  expect(settleComparison(fine, { acceptances: [] })).toEqual(fine);
  const { comparison, ...plain } = fine;
  expect(comparison).toBeDefined();
  expect(settleComparison(plain, { acceptances: [] })).toBe(plain);
});
