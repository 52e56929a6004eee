import { expect, test } from '@jest/globals';

import { fitsThrice } from './fits-thrice.ts';

const MIB = 2 ** 20;
const resources = { database: { residentBytes: 200 * MIB }, app: { residentBytes: 100 * MIB } };

test('needed are two more copies, growth of all three, and a reserve', () => {
  // 3 · 300 · 1.5 - 300 + 256
  expect(fitsThrice({ resources, availableBytes: 0 }).neededBytes).toBe(1_306 * MIB);
});

test.each([
  [1_306 * MIB, true],
  [1_306 * MIB - 1, false],
])('with %d bytes the answer is %s', (availableBytes, fits) => {
  expect(fitsThrice({ resources, availableBytes })).toMatchObject({ fits, availableBytes });
});

test('what is gone takes nothing', () => {
  expect(fitsThrice({ resources: {}, availableBytes: 0 }).neededBytes).toBe(256 * MIB);
});
