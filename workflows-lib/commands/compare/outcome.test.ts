import { expect, test } from '@jest/globals';
import { parseObjective } from '../../gate/objective.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';
import { noWorseThanBase, type BothSides } from './outcome.ts';

const OPERATIONS = ['api.ask', 'api.ab'];
const TEXT = 'api.ask.tokens.input.mean < 10';
const ALL = 'error_rate < 5%';

type Compared = BothSides['compared'];
type Metric = Compared['metrics'][number];

function result(text: string, verdict: ObjectiveResult['verdict']): ObjectiveResult {
  return { text, verdict, value: 12, low: 12, high: 12, limit: 10, unit: 'tokens', stage: 'sequential' };
}

function metric(operation: string, verdict: Metric['verdict'], parts: Partial<Metric> = {}): Metric {
  return { operation, verdict, role: 'gate', class: 'noisy', ...parts };
}

const FINE = OPERATIONS.map((operation) => metric(operation, 'fine'));

const P95 = 'api.ask.response.p95 < 800ms';
const RATE = 'throughput > 0.5/s';

interface Figure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Of an objective that both sides miss, by the figures of both. */
function byFigures(
  text: string,
  [base, head]: readonly [Figure, Figure],
  sentinel: Compared['sentinel']['verdict'] = 'clean',
): string | undefined {
  const sides = { base: [{ ...result(text, 'fail'), ...base }], head: [{ ...result(text, 'fail'), ...head }] };
  const compared = { metrics: FINE, sentinel: { verdict: sentinel } };
  return noWorseThanBase({ objectives: [parseObjective(text, OPERATIONS)], ...sides, compared, tolerance: 0.03 })[0]?.verdict;
}

test("an objective's own figure, though nothing compares it, must not be worse either", () => {
  const slow = { value: 900, low: 850, high: 950 };
  expect(byFigures(P95, [slow, { value: 920, low: 860, high: 990 }])).toBe('pass');
  expect(byFigures(P95, [slow, { value: 940, low: 880, high: 990 }])).toBe('inconclusive');
  expect(byFigures(P95, [slow, { value: 5_000, low: 4_000, high: 6_000 }])).toBe('fail');
  expect(byFigures(P95, [slow, { value: 5_000, low: 4_000, high: 6_000 }], 'moved')).toBe('inconclusive');
  expect(
    byFigures(RATE, [
      { value: 0.4, low: 0.39, high: 0.41 },
      { value: 0.2, low: 0.19, high: 0.21 },
    ]),
  ).toBe('fail');
  expect(
    byFigures(RATE, [
      { value: 0.2, low: 0.19, high: 0.21 },
      { value: 0.4, low: 0.39, high: 0.41 },
    ]),
  ).toBe('pass');
});

test('a count that is missed by more than on base fails, whatever is tolerated', () => {
  const count = (value: number): Figure => ({ value, low: null, high: null });
  expect(byFigures('api.ask.queries <= 12', [count(13), count(13)])).toBe('pass');
  expect(byFigures('api.ask.queries <= 12', [count(100), count(101)])).toBe('fail');
});

interface Case {
  readonly base?: ObjectiveResult['verdict'];
  readonly sentinel?: Compared['sentinel']['verdict'];
}

function judged(text: string, metrics: readonly Metric[], { base = 'fail', sentinel = 'clean' }: Case = {}): string | undefined {
  const objectives = [parseObjective(text, OPERATIONS)];
  const sides = { base: [result(text, base)], head: [result(text, 'fail')] };
  return noWorseThanBase({ objectives, ...sides, compared: { metrics, sentinel: { verdict: sentinel } }, tolerance: 0.03 })[0]
    ?.verdict;
}

test('what base misses as well is met, unless the operation got worse', () => {
  expect(judged(TEXT, FINE)).toBe('pass');
  expect(judged(TEXT, [...FINE, metric('api.ask', 'improvement'), metric('api.ab', 'regression')])).toBe('pass');
  expect(judged(TEXT, [...FINE, metric('api.ask', 'regression')])).toBe('fail');
  expect(judged(TEXT, FINE, { base: 'pass' })).toBe('fail');
});

test('an objective on all operations is met only when none got worse', () => {
  expect(judged(ALL, FINE)).toBe('pass');
  expect(judged(ALL, [...FINE, metric('api.ab', 'regression')])).toBe('fail');
  expect(judged(ALL, [...FINE, metric('api.ab', 'inconclusive')])).toBe('inconclusive');
});

test('nothing is excused where the comparison cannot tell whether head is worse', () => {
  expect(judged(TEXT, [...FINE, metric('api.ask', 'inconclusive')])).toBe('inconclusive');
  expect(judged(TEXT, [...FINE, metric('api.ask', 'inconclusive', { role: 'info' })])).toBe('pass');
  expect(judged(TEXT, [metric('api.ask', 'fine', { role: 'info' }), metric('api.ab', 'fine')])).toBe('inconclusive');
});

test('a machine that cannot be believed excuses nothing, and only what is counted is worse on it', () => {
  expect(judged(TEXT, FINE, { sentinel: 'moved' })).toBe('inconclusive');
  expect(judged(TEXT, [metric('api.ask', 'regression')], { sentinel: 'moved' })).toBe('inconclusive');
  expect(judged(TEXT, [metric('api.ask', 'regression', { class: 'exact' })], { sentinel: 'moved' })).toBe('fail');
});
