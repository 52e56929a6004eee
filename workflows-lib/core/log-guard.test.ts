import { expect, test } from '@jest/globals';
import { guardLines, logLine } from './log-guard.ts';

/** What actions/runner may do with a line (ActionCommand.cs): white space is trimmed, a comparison overlooks format characters; and colours. */
function isCommand(line: string): boolean {
  const shown = line
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .replace(/^[\s\u0085]+/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
  return shown.startsWith('::') || shown.includes('##[');
}

test.each([
  ['at the start', '::error::x'],
  ['after blanks', ' \t ::set-output name=x::y'],
  ['after the next-line control, which .NET trims', '\u0085::error::x'],
  ['after a lone carriage return, where .NET ends a line', 'ok\r::error::x'],
  ['after a colour', '\u001b[31m::error::x'],
  ['after a character that comparisons overlook', '\u200b\u00ad::error::x'],
  ['with such a character between the colons', ':\u200b:error::x'],
  ['on a later line', 'ok\n\n  ::add-mask::x\n::endgroup::'],
  ['in the old form, anywhere', 'ok ##[error]x'],
  ['in the old form, with a format character in it', 'ok ##\u2060[error]x'],
])('a command %s is none any more', (_place, text) => {
  expect(text.split(/[\n\r]/).some(isCommand)).toBe(true);
  expect(
    guardLines(text)
      .split(/[\n\r]/)
      .filter(isCommand),
  ).toEqual([]);
  expect(isCommand(logLine(text))).toBe(false);
  expect(guardLines(text)).toHaveLength(text.length);
});

test('what is no command stays as it is, colours and line breaks included', () => {
  const text = 'connect to ::1 failed: std::io\n\u001b[32m✓\u001b[0m a:b ## [x]\n:';
  expect(guardLines(text)).toBe(text);
});

test('a megabyte of blanks, tabs and colours is guarded in linear time', () => {
  const text = `${'\t\n'.repeat(250_000)}${'\t \u001b[0m'.repeat(100_000)}x`;
  const startMs = performance.now();
  expect(guardLines(text)).toBe(text);
  expect(performance.now() - startMs).toBeLessThan(5_000);
});
