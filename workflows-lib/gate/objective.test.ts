import { expect, test } from '@jest/globals';
import { ObjectiveSyntaxError, parseObjective, parseObjectives } from './objective.ts';

const OPERATIONS = ['synthesis.simple', 'mcp.query'];

test.each([
  [
    'synthesis.simple.response.p95 < 30s',
    { operation: 'synthesis.simple', metric: 'response', statistic: 'p95', limit: 30_000, unit: 'ms' },
  ],
  ['ttft.p99 <= 800ms', { metric: 'ttft', statistic: 'p99', comparison: '<=', limit: 800, unit: 'ms' }],
  ['error_rate < 5%', { metric: 'error_rate', statistic: 'rate', limit: 0.05, unit: 'ratio' }],
  ['mcp.query.error_rate < 0.01', { operation: 'mcp.query', metric: 'error_rate', limit: 0.01 }],
  ['cost.per_1k < $15', { metric: 'cost', statistic: 'per_1k', limit: 15, unit: 'usd' }],
  ['throughput > 0.5/s @ users=10', { metric: 'throughput', comparison: '>', limit: 0.5, users: { comparison: '=', count: 10 } }],
  ['response.mean < 2s @ users<=25', { metric: 'response', statistic: 'mean', users: { comparison: '<=', count: 25 } }],
  ['tokens.input.max < 4000', { metric: 'tokens.input', statistic: 'max', limit: 4000, unit: 'tokens' }],
])('%s is understood', (text, expected) => {
  expect(parseObjective(text, OPERATIONS)).toMatchObject(expected);
});

test.each([
  ['response.p95', 0, /expected "\[operation\.\]metric\.statistic/],
  ['synthesis.simple.response < 3s', 0, /after "synthesis\.simple\." write one of response\.p95/],
  ['synthesis.sample.response.p95 < 3s', 0, /operations synthesis\.simple, mcp\.query/],
  ['response.p95 < 30', 15, /"30" is no limit for response; write for example "response\.p95 < 800ms"/],
  ['  error_rate < $5', 15, /write for example "error_rate < 5%"/],
  ['throughput > 5', 13, /"throughput > 0\.5\/s"/],
  ['response.p95 < 3s @ users ~ 3', 0, /expected/],
])('%s is refused at its place', (text, position, message) => {
  const read = (): unknown => parseObjective(text, OPERATIONS);
  expect(read).toThrow(message);
  try {
    read();
  } catch (error) {
    expect(error instanceof ObjectiveSyntaxError && error.position).toBe(position);
  }
});

test('the lowest spend limit ends the run and is not judged', () => {
  const objectives = parseObjectives(['abort: spend > $3', 'error_rate < 5%', 'abort: spend > $2.50'], OPERATIONS);
  expect(objectives.spendLimitUsd).toBe(2.5);
  expect(objectives.judged).toHaveLength(1);
  expect(() => parseObjectives(['abort: error_rate > 5%'], OPERATIONS)).toThrow(/abort: spend > \$3/);
});
