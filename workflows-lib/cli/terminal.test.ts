import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { createTerminal } from './terminal.ts';

function setUp(isTTY: boolean, verbose = false) {
  let written = '';
  const time = { nowMs: 0 };
  const stream = { write: (text: string) => (written += text), isTTY, columns: 60 };
  const terminal = createTerminal({ stream, colors: false, verbose, now: () => time.nowMs });
  return { terminal, time, written: () => written };
}

test('without a terminal progress is a plain line every five seconds, without control characters', () => {
  const { terminal, time, written } = setUp(false);
  for (time.nowMs = 0; time.nowMs <= 12_000; time.nowMs += 100)
    terminal.onProgress({ done: time.nowMs, total: 12_000, label: 'load' });
  expect(written()).toBe('    0% load\n   41% load\n   83% load\n');
});

test('on a terminal one bar is redrawn in place and never wider than the screen', () => {
  const { terminal, time, written } = setUp(true);
  for (const done of [0, 50, 100]) {
    time.nowMs += 1000;
    terminal.onProgress({ done, total: 100, label: 'a name that is much longer than what is left of the line' });
  }
  expect(written()).not.toContain('\n');
  for (const drawn of written().split('\r')) expect(stripVTControlCharacters(drawn).length).toBeLessThan(60);
  expect(stripVTControlCharacters(written())).toContain('[============================] 100% ');
});

test('a log line takes the bar away first', () => {
  const { terminal, time, written } = setUp(true);
  time.nowMs = 1000;
  terminal.onProgress({ done: 1, total: 2, label: 'x' });
  terminal.log.info('ready');
  expect(written().endsWith('\r\u001b[Kready\n')).toBe(true);
});

test('details are shown only when asked for', () => {
  const quiet = setUp(false);
  quiet.terminal.log.debug('detail');
  expect(quiet.written()).toBe('');
  const verbose = setUp(false, true);
  verbose.terminal.log.debug('detail');
  expect(verbose.written()).toBe('detail\n');
});
