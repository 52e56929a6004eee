import { expect, test } from '@jest/globals';

import { inOrderOfNeeds } from './order.ts';

const item = (name: string, ...needs: string[]): { name: string; needs: string[] } => ({ name, needs });

test('everything comes after what it needs, and otherwise stays in place', () => {
  const items = [item('web', 'api'), item('worker'), item('api', 'mcp', 'cache'), item('cache'), item('mcp', 'cache')];
  expect(inOrderOfNeeds(items).map(({ name }) => name)).toEqual(['cache', 'mcp', 'api', 'web', 'worker']);
});

test('a cycle is shown', () => {
  const items = [item('outside', 'a'), item('a', 'b'), item('b', 'c'), item('c', 'a')];
  expect(() => inOrderOfNeeds(items)).toThrow('The processes wait for each other: a -> b -> c -> a.');
});
