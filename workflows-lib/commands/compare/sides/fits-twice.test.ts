import { expect, test } from '@jest/globals';

import { fitsTwice } from './fits-twice.ts';

const MIB = 2 ** 20;
const resources = { database: { residentBytes: 200 * MIB }, app: { residentBytes: 100 * MIB } };
const copy = { resources, processes: ['app'] };

test('needed are a second copy, the processes a third time, growth of all, and a reserve', () => {
  // (2 · 300 + 100) · 1.5 - 300 + 256
  expect(fitsTwice({ ...copy, availableBytes: 0 }).neededBytes).toBe(1_006 * MIB);
});

test.each([
  [1_006 * MIB, true],
  [1_006 * MIB - 1, false],
])('with %d bytes the answer is %s', (availableBytes, fits) => {
  expect(fitsTwice({ ...copy, availableBytes })).toMatchObject({ fits, availableBytes });
});

test('a process that is gone takes nothing', () => {
  expect(fitsTwice({ resources: {}, processes: ['app'], availableBytes: 0 }).neededBytes).toBe(256 * MIB);
});
