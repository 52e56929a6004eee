import { expect, test } from '@jest/globals';
import { parseObjective } from '../../gate/objective.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';
import { noWorseThanBase } from './outcome.ts';

const OPERATIONS = ['api.ask', 'api.ab'];
const TEXT = 'api.ask.tokens.input.mean < 10';

function result(text: string, verdict: ObjectiveResult['verdict']): ObjectiveResult {
  return { text, verdict, value: 12, low: 12, high: 12, limit: 10, unit: 'tokens', stage: 'sequential' };
}

function judged(text: string, worse: readonly string[], base: ObjectiveResult['verdict'] = 'fail'): unknown {
  const objectives = [parseObjective(text, OPERATIONS)];
  const sides = { base: [result(text, base)], head: [result(text, 'fail')] };
  return noWorseThanBase({ objectives, ...sides, worse: worse.map((operation) => ({ operation })) })[0]?.verdict;
}

test('what base misses as well is met, unless the operation got worse', () => {
  expect(judged(TEXT, [])).toBe('pass');
  expect(judged(TEXT, ['api.ab'])).toBe('pass');
  expect(judged(TEXT, ['api.ask'])).toBe('fail');
  expect(judged(TEXT, [], 'pass')).toBe('fail');
});

test('an objective on all operations is met only when none got worse', () => {
  expect(judged('error_rate < 5%', [])).toBe('pass');
  expect(judged('error_rate < 5%', ['api.ab'])).toBe('fail');
});
