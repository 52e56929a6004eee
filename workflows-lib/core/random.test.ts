import { expect, test } from '@jest/globals';
import { seededRandom } from './random.ts';

test('the same seed gives the same sequence, another seed another', () => {
  const draw = (seed: string): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('a fork does not depend on how much its parent has drawn', () => {
  const fresh = seededRandom('seed');
  const used = seededRandom('seed');
  used.next();
  expect(used.fork('x').next()).toBe(fresh.fork('x').next());
});
