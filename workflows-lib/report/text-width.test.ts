import { expect, test } from '@jest/globals';
import { displayWidth, truncateToWidth, wrapToWidth } from './text-width.ts';

test.each([
  ['abc', 3],
  ['漢字', 4],
  ['🏀', 2],
  ['👩‍👩‍👧', 2],
  ['e\u0301', 1],
  ['', 0],
])('%j takes %p columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('a truncated text fits and ends in an ellipsis', () => {
  expect(truncateToWidth('database.simple_query', 10)).toBe('database.…');
  expect(displayWidth(truncateToWidth('漢字テスト', 6))).toBeLessThanOrEqual(6);
  expect(truncateToWidth('short', 10)).toBe('short');
});

test('wrapping breaks at spaces, cuts what is too long, and loses nothing', () => {
  const text = `a few words and ${'x'.repeat(25)} end`;
  const lines = wrapToWidth(text, 10);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(10);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});
