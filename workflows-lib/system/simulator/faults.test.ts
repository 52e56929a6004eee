import { expect, test } from '@jest/globals';
import { requestedFault, seededFault } from './faults.ts';

test('faults come at their shares', () => {
  const counts = new Map<string | undefined, number>();
  for (let request = 0; request < 10_000; request++) {
    const fault = seededFault({ rate_limited: 0.1, dropped: 0.02 }, 'shares', request);
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  // Within four standard deviations of the binomial distribution.
  expect(Math.abs((counts.get('rate_limited') ?? 0) - 1000)).toBeLessThan(120);
  expect(Math.abs((counts.get('dropped') ?? 0) - 200)).toBeLessThan(56);
  expect([...counts.keys()].sort()).toEqual(['dropped', 'rate_limited', undefined]);
});

test('the same seed gives the same faults, another seed others', () => {
  const draw = (seed: string): unknown[] =>
    Array.from({ length: 50 }, (_, request) => seededFault({ overloaded: 0.5 }, seed, request));
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('a share of one befalls every request and a share of none no request', () => {
  expect(seededFault({ server_error: 1 }, 'all', 7)).toBe('server_error');
  expect(seededFault({}, 'all', 7)).toBeUndefined();
});

test('faults are known by name', () => {
  expect(requestedFault('stall')).toBe('stall');
  expect(requestedFault('none')).toBe('none');
  expect(requestedFault('gremlins')).toBeUndefined();
});
