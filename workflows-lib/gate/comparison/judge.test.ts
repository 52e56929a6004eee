import { expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import type { ComparedSeries } from '../../history/comparison.ts';
import { judgeComparison, type ComparisonRequest, type JudgedComparison } from './judge.ts';
import { designFor, evenly, exactSeries, noisyPairs, rateSeries, timeSeries } from './testing/series.ts';

const SLOWER = evenly(Math.log(1.1), 30);
const SAME = evenly(0, 8);
const UNDECIDED = evenly(Math.log(1.03), 30, 0.001);
const design = designFor(30, 2);

function judge(series: readonly ComparedSeries[], rest: Partial<ComparisonRequest> = {}): JudgedComparison {
  return judgeComparison({ design, series, ...rest });
}

const CLEAN_CANARY = timeSeries('canary', { name: 'canary.cpu', role: 'canary', values: evenly(0, 30), twin: evenly(0, 30) });
const MOVED_CANARY = { ...CLEAN_CANARY, values: evenly(Math.log(0.9), 30) };

test('a run passes when every gating metric is surely no worse', () => {
  const judged = judge([timeSeries('query', { values: SAME }), rateSeries([0, 100], [0, 100])]);
  expect(judged.metrics.map(({ verdict }) => verdict)).toEqual(['fine', 'fine']);
  expect(judged).toMatchObject({ verdict: 'pass', flagged: [], sentinel: { verdict: 'unknown', reasons: [] } });
});

test('a run fails by one gating metric that is worse, and names it', () => {
  const judged = judge([timeSeries('query', { values: SLOWER }), timeSeries('find', { values: SAME })]);
  expect(judged).toMatchObject({ verdict: 'fail', flagged: ['query.duration'] });
  const [slower] = judged.metrics;
  expect(slower).toMatchObject({ verdict: 'regression', pairs: 30, pairsNeeded: null });
  expect(slower?.change?.estimate).toBeCloseTo(0.1, 3);
  expect(slower?.change?.low).toBeGreaterThan(0.09);
  expect(slower?.change?.high).toBeLessThan(0.11);
});

test('an undecided gating metric makes the run inconclusive unless another fails it', () => {
  const undecided = timeSeries('find', { values: UNDECIDED });
  expect(judge([undecided]).verdict).toBe('inconclusive');
  expect(judge([undecided]).metrics[0]?.reason).toMatch(/too close to the tolerance/);
  expect(judge([undecided, timeSeries('query', { values: SLOWER })]).verdict).toBe('fail');
});

test('what only informs is judged but decides nothing', () => {
  const info = timeSeries('find', { role: 'info', values: SLOWER });
  const exact: ComparedSeries = { ...exactSeries({ 3: 10 }, { 4: 10 }), role: 'info' };
  const rate: ComparedSeries = { ...rateSeries([0, 100], [50, 100]), role: 'info' };
  const judged = judge([info, exact, rate, timeSeries('query', { values: SAME })]);
  expect(judged.metrics.map(({ verdict }) => verdict)).toEqual(['regression', 'regression', 'regression', 'fine']);
  expect(judged).toMatchObject({ verdict: 'pass', flagged: [] });
});

test('where nothing could have failed, nothing is passed', () => {
  expect(judge([timeSeries('find', { role: 'info', values: SAME })]).verdict).toBe('inconclusive');
  expect(judge([]).verdict).toBe('inconclusive');
});

test('a canary that moved makes the run void, whatever the times say', () => {
  for (const values of [SLOWER, SAME, UNDECIDED]) {
    const judged = judge([timeSeries('query', { values }), MOVED_CANARY]);
    expect(judged.verdict).toBe('void');
    expect(judged.sentinel.verdict).toBe('moved');
    expect(judged.sentinel.reasons).toEqual(['canary.cpu moved by -10.0 % between base and head, though no change can touch it']);
  }
});

test('what is counted fails even when times cannot be believed', () => {
  const judged = judge([exactSeries({ 3: 10 }, { 4: 10 }), MOVED_CANARY]);
  expect(judged).toMatchObject({ verdict: 'fail', flagged: ['query.queries'] });
});

test('a canary that did not move leaves the verdict to the others', () => {
  const judged = judge([timeSeries('query', { values: SLOWER }), CLEAN_CANARY]);
  expect(judged.metrics.map(({ verdict }) => verdict)).toEqual(['regression', 'fine']);
  expect(judged).toMatchObject({ verdict: 'fail', sentinel: { verdict: 'clean', reasons: [] } });
});

test('an accepted regression fails nothing and says who accepted it', () => {
  const acceptances = [{ metric: 'query.duration', reason: 'worth it', by: 'someone' }];
  const judged = judge([timeSeries('query', { values: SLOWER })], { acceptances });
  expect(judged.metrics[0]).toMatchObject({ verdict: 'accepted', reason: 'someone accepted it: worth it' });
  expect(judged).toMatchObject({ verdict: 'pass', flagged: [] });
});

test('an acceptance of another metric, or of one that is fine, changes nothing', () => {
  const acceptances = [{ metric: 'find.duration', reason: 'worth it', by: 'someone' }];
  const judged = judge([timeSeries('query', { values: SLOWER }), timeSeries('find', { values: SAME })], { acceptances });
  expect(judged.metrics.map(({ verdict }) => verdict)).toEqual(['regression', 'fine']);
});

test('a regression that a second measurement did not find does not fail, of whatever class', () => {
  const series = [timeSeries('query', { values: SLOWER }), rateSeries([0, 100], [50, 100]), exactSeries({ 3: 10 }, { 4: 10 })];
  const none = judge(series, { confirmation: { runId: 'run-2', flagged: [] } });
  expect(none.metrics.map(({ verdict }) => verdict)).toEqual(['not-confirmed', 'not-confirmed', 'not-confirmed']);
  expect(none.metrics[0]?.reason).toMatch(/run-2/);
  expect(none).toMatchObject({ verdict: 'pass', flagged: [] });
  const one = judge(series, { confirmation: { runId: 'run-2', flagged: ['query.error_rate'] } });
  expect(one).toMatchObject({ verdict: 'fail', flagged: ['query.error_rate'] });
});

test('rates and times share one level', () => {
  // One-sided p of 0 of 100 against 7 of 100 is 100/200 · 99/199 ⋯ 94/194 = 0.00701: enough for one metric at 1 %, too much for two.
  const rate = rateSeries([0, 100], [7, 100]);
  const alone = judgeComparison({ design: designFor(30, 1), series: [rate] });
  expect(alone.metrics[0]).toMatchObject({ verdict: 'regression', p: expect.closeTo(0.007009, 5) });
  const beside = judge([rate, timeSeries('query', { values: SAME })]);
  expect(beside.metrics[0]).toMatchObject({ verdict: 'inconclusive', p: expect.closeTo(0.014018, 5) });
  // A time that failed is out of the race.
  expect(judge([rate, timeSeries('query', { values: SLOWER })]).flagged).toEqual(['query.error_rate', 'query.duration']);
});

test('the same measurements give the same answer to the last byte', () => {
  const series = (): ComparedSeries[] => {
    const random = seededRandom('bytes');
    const one = (name: string, change: number): ComparedSeries =>
      timeSeries(name, { values: noisyPairs(random, 30, { change }), twin: noisyPairs(random, 30) });
    return [one('a', 0), one('b', 0.04), one('c', 0.2), rateSeries([1, 50], [4, 50]), CLEAN_CANARY];
  };
  const answer = JSON.stringify(judge(series()));
  expect(JSON.stringify(judge(series()))).toBe(answer);
  expect(JSON.stringify(judge(JSON.parse(JSON.stringify(series())) as ComparedSeries[]))).toBe(answer);
});

test('the least change that would have been seen lies beyond the tolerance and shrinks with the scatter', () => {
  const detectable = (step: number): number =>
    judge([timeSeries('query', { values: evenly(0, 30, step) })]).metrics[0]?.detectable ?? NaN;
  expect(detectable(0.0001)).toBeGreaterThan(0.03);
  expect(detectable(0.0001)).toBeLessThan(0.035);
  expect(detectable(0.001)).toBeGreaterThan(detectable(0.0001));
});

test('with more metrics than planned the chance of a false alarm is still shared among all', () => {
  const series = Array.from({ length: 4 }, (_, index) =>
    rateSeries([0, 100], index === 0 ? [8, 100] : [0, 100], `query${index}`),
  );
  // 0 of 100 against 8 of 100 has 0.0034, 0.0068 over two and 0.0137 over four.
  expect(judge(series.slice(0, 2)).verdict).toBe('fail');
  expect(judge(series).verdict).toBe('inconclusive');
});

test('nothing measured passes nothing: a gating time without values is undecided', () => {
  const judged = judge([timeSeries('query')]);
  expect(judged.metrics[0]).toMatchObject({ verdict: 'inconclusive', reason: 'no pair gave a value', change: null });
  expect(judged.verdict).toBe('inconclusive');
});
