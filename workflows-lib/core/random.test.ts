import { expect, test } from '@jest/globals';
import { seededRandom, shuffled } from './random.ts';

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

test('a shuffle keeps every item and favours no place', () => {
  const random = seededRandom('shuffle');
  const places = [0, 0, 0, 0];
  for (let round = 0; round < 4000; round++) {
    const order = shuffled(['a', 'b', 'c', 'd'], random);
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
    const place = order.indexOf('a');
    places[place] = (places[place] ?? 0) + 1;
  }
  for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
