import { expect, test } from '@jest/globals';
import { DependencyError } from '../resilience/failure.ts';
import { toProblem } from './problem.ts';

test('what nobody expected is a 500 that tells the client nothing of it', () => {
  const cause = new TypeError('cannot read "s3cret"');
  const problem = toProblem(cause);
  expect(problem.details).toEqual({ status: 500, type: 'internal_error' });
  expect(problem.message).toBe('something went wrong on our side');
  expect(problem.cause).toBe(cause);
});

test.each([
  [{ reason: 'failed' }, { status: 502, type: 'dependency_failed', headers: {} }],
  [{ reason: 'rejected' }, { status: 502, type: 'dependency_failed', headers: {} }],
  [{ reason: 'timeout' }, { status: 504, type: 'dependency_timeout', headers: {} }],
  [
    { reason: 'throttled', retryAfterMs: 12_300 },
    { status: 503, type: 'dependency_unavailable', headers: { 'retry-after': '13' } },
  ],
  [
    { reason: 'open', retryAfterMs: 0 },
    { status: 503, type: 'dependency_unavailable', headers: { 'retry-after': '1' } },
  ],
  [{ reason: 'open' }, { status: 503, type: 'dependency_unavailable', headers: { 'retry-after': '1' } }],
] as const)('a dependency that ends with %j is answered with %j', (failure, answer) => {
  const error = new DependencyError('claude did not answer', { dependency: 'claude', attempts: 1, ...failure });
  expect(toProblem(error).details).toEqual({ ...answer, dependency: 'claude' });
});
