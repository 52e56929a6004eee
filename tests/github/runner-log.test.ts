import { expect, test } from '@jest/globals';
import { readRunnerLog } from './runner-log.ts';

test('between stop-commands and its mark nothing is a command', () => {
  const log = readRunnerLog('::stop-commands::mark1\n::error::quoted\n::add-mask::quoted\n::mark1::\n::error::real\n::mark1::');
  expect(log.annotations.map(({ message }) => message)).toEqual(['real']);
  expect(log.masks).toEqual([]);
  expect(log.shown).toContain('::add-mask::quoted');
});

test('a lone carriage return starts a line, in which a command counts', () => {
  expect(readRunnerLog('harmless\r::error::slipped in').annotations).toHaveLength(1);
});

test.each([
  ['::error::%250A', '%0A'],
  ['::error::a%0Ab%0Dc%25', 'a\nb\rc%'],
  ['  ::ERROR::upper', 'upper'],
  ['::error file=x::a::b', 'a::b'],
  ['##[error]a%5Db%3Bc', 'a]b;c'],
])('%s is read as the runner reads it', (line, message) => {
  expect(readRunnerLog(line).annotations.map((annotation) => annotation.message)).toEqual([message]);
});

test.each(['x ::error::a', '::unknown::a', '::error', 'error::a::', '# #[error]a'])('%s is no command', (line) => {
  expect(readRunnerLog(line).commands).toEqual([]);
});

test.each(['::set-env name=PATH::/evil', '::add-path::/evil', '::stop-commands::error', '::stop-commands::'])(
  '%s fails the step',
  (line) => {
    expect(readRunnerLog(line).failures).toHaveLength(1);
  },
);
