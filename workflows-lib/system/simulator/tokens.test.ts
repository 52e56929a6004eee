import { expect, test } from '@jest/globals';
import { countTokens, tokenise } from './tokens.ts';

test('tokens joined are the text again, whatever its characters', () => {
  const text = 'Dončić’s 38 points — “again”! 🏀👨‍👩‍👧 \n\n\t x_y=3;\ud83c 日本語';
  expect(tokenise(text).join('')).toBe(text);
});

test.each([
  ['', 0],
  ['Hello', 1],
  [' Hello', 1],
  ['Hello world', 2],
  ['basketball', 2],
  ['a, b.', 4],
  ['🏀🏀', 2],
  ['a\n\n\n\nb', 3],
])('%j is %i tokens', (text, tokens) => {
  expect(countTokens(text)).toBe(tokens);
});
