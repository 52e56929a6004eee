import { expect, test } from '@jest/globals';
import { editDistance, listed, nearest, suggestion } from './nearest.ts';

test.each([
  ['', '', 0],
  ['query', 'query', 0],
  ['query', '', 5],
  ['querry', 'query', 1],
  ['qurey', 'query', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['saturday', 'sunday', 3],
])('the distance of %j and %j is %i, whichever comes first', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
  expect(editDistance(right, left)).toBe(distance);
});

test.each([
  ['querry', ['query', 'prompt'], 'query'],
  ['baseUrl', ['base_url', 'model'], 'base_url'],
  ['max-tokens', ['max_keys', 'max_tokens'], 'max_tokens'],
  ['urn', ['url', 'run'], 'run'],
  ['ulr', ['run', 'url'], 'url'],
  ['colour', ['status', 'rows'], undefined],
  ['x', ['on', 'run'], undefined],
  ['constructor', [], undefined],
  ['q'.repeat(1000), ['query'], undefined],
])('nearest to %j among %j is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test('a suggestion names the nearest word, or all known ones when none is near', () => {
  expect(suggestion('usres', ['users', 'mix'])).toBe('; did you mean "users"?');
  expect(suggestion('zzzz', ['users', 'mix'])).toBe('; known here: users, mix');
  expect(suggestion('zzzz', [])).toBe('');
});

test('words are listed as in a sentence', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'and')]).toEqual([
    '',
    'a',
    'a or b',
    'a, b and c',
  ]);
});
