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

interface Case {
  readonly base?: ObjectiveResult['verdict'];
  readonly sentinel?: Compared['sentinel']['verdict'];
}

function judged(text: string, metrics: readonly Metric[], { base = 'fail', sentinel = 'clean' }: Case = {}): string | undefined {
  const objectives = [parseObjective(text, OPERATIONS)];
  const sides = { base: [result(text, base)], head: [result(text, 'fail')] };
  return noWorseThanBase({ objectives, ...sides, compared: { metrics, sentinel: { verdict: sentinel } } })[0]?.verdict;
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
