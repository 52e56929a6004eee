import { expect, test } from '@jest/globals';
import { escapeHtml, guardLines, logLine, markdownCode, markdownText, oneLine } from './escape.ts';
import { HOSTILE_TEXTS } from './testing/hostile-run.ts';

test.each([
  ['line breaks of every kind', 'a\nb\r\nc\u2028d\u2029e\u0085f\vg', 'a b c d e f g'],
  ['terminal escapes', '\u001b[31mred\u009b2J\u0007', '\ufffd[31mred\ufffd2J\ufffd'],
  ['bidirectional overrides', 'safe\u202egnp.exe', 'safe\ufffdgnp.exe'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['tags that smuggle words', 'a\u{e0068}\u{e0069}b', 'a\ufffd\ufffdb'],
  ['fillers that look like spaces', 'pass\u3164\u00ad', 'pass\ufffd\ufffd'],
  ['joiners inside of plain words', 'pa\u200dss\u200c', 'pa\ufffdss\ufffd'],
  ['piles of marks', `a${'\u0301'.repeat(40)}b`, `a${'\u0301'.repeat(4)}b`],
])('one line has no %s', (_, text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test('one line keeps the joiners of emoji and of scripts that need them', () => {
  for (const text of ['👨\u200d👩\u200d👧', 'می\u200cخواهم', 'क\u094d\u200dष']) expect(oneLine(text)).toBe(text);
});

test('a cut text is never longer than asked and keeps surrogate pairs whole', () => {
  expect(oneLine('abcdef', 4)).toBe('abc…');
  expect(oneLine('🏀🏀🏀', 4)).toBe('🏀…');
});

test('HTML text has no character that ends text or a quoted attribute', () => {
  expect(escapeHtml(`<a href="x" id='y'>&`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;');
});

test.each([
  ['a | b', 'a &#124; b'],
  ['<b>', '&#60;b&#62;'],
  ['**x** `y` [z](q) ~~w~~', '&#42;&#42;x&#42;&#42; &#96;y&#96; &#91;z&#93;(q) &#126;&#126;w&#126;&#126;'],
  ['@everyone', '@&#8203;everyone'],
  ['#12 and GH-3', '#&#8203;12 and GH-&#8203;3'],
  ['https://evil.example', 'https:&#8203;//evil.example'],
  ['www.evil.example', 'www&#8203;.evil.example'],
  ['::error::x', ':&#8203;:&#8203;error:&#8203;:&#8203;x'],
  ['at 12:30:45 :100:', 'at 12:&#8203;30:45 :&#8203;100:'],
  ['GHSA-ab12 CVE-2021-1', 'GHSA-&#8203;ab12 CVE-&#8203;2021-1'],
  ['at 59ca7e2f0d1b9, 12345678, deadbeef', 'at 59ca7e&#8203;2f0d1b&#8203;9, 12345678, deadbeef'],
  ['x_www.evil.example x_GH-3', 'x_www&#8203;.evil.example x_GH-&#8203;3'],
  ['x_CVE-2021-1 x_59ca7e2f_y', 'x_CVE-&#8203;2021-1 x_59ca7e&#8203;2f_y'],
  ['x :shipit', 'x :&#8203;shipit'],
  [':+1_:', ':&#8203;+1&#95;:'],
  ['=', '&#8203;='],
  ['- item', '&#8203;- item'],
  ['1. item', '1&#8203;. item'],
  ['&lt;', '&#38;lt;'],
  ['1.83 s', '1.83 s'],
  ['$8.40 to $9.10', '$8.40 to $9.10'],
  ['simple_query', 'simple_query'],
  ['_emphasis_', '&#95;emphasis&#95;'],
])('Markdown shows %j as itself', (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});

test('what could end a code span or a table cell is not put into a code span', () => {
  expect(markdownCode('database.simple_query')).toBe('`database.simple_query`');
  expect(markdownCode('a`b')).toBe('a&#96;b');
  expect(markdownCode('a|b')).toBe('a&#124;b');
  expect(markdownCode('\n')).toBe('(empty)');
  expect(markdownCode('<!-- marker -->')).toBe('&#60;!-- marker --&#62;');
});

test('no line of a log is a workflow command', () => {
  for (const text of [...HOSTILE_TEXTS, '  ::set-output name=x::y', 'x ##[group]y']) {
    expect(logLine(text)).not.toMatch(/^\s*::|##\[|[\n\r]/);
  }
  expect(guardLines('ok\n\u001b[31m  ::error::x')).not.toContain('::error');
  expect(guardLines('ok\n  ::error::x')).not.toMatch(/^\s*::/m);
});

test('text that is no command stays as it is in a log', () => {
  expect(logLine('connect to ::1 failed: std::io')).toBe('connect to ::1 failed: std::io');
});
