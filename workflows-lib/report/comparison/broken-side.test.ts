import { expect, test } from '@jest/globals';
import { brokenSide } from './broken-side.ts';

test('what happened is told apart from the last lines', () => {
  expect(
    brokenSide({ headFailure: 'api ended with exit code 3. Its last lines:\n    no such table: games\n\n    HINT: migrate' }),
  ).toEqual({
    ...{ side: 'head', summary: 'api ended with exit code 3' },
    lines: ['no such table: games', 'HINT: migrate'],
  });
});

test('of many lines the last are told, and a failure may have none', () => {
  const many = Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n');
  expect(brokenSide({ baseFailure: `it broke\n${many}` })?.lines.at(0)).toBe('line 30');
  expect(brokenSide({ baseFailure: 'shotclock.yml:3:1 nonsense' })).toEqual({
    side: 'base',
    summary: 'shotclock.yml:3:1 nonsense',
    lines: [],
  });
  expect(brokenSide({})).toBeUndefined();
});
