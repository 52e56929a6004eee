import { expect, test } from '@jest/globals';
import { parseKeyValueFile } from './runner-files.ts';

test.each([
  ['A<<E\nx\ny\nE\nB=1=2\n', { A: 'x\ny', B: '1=2' }],
  ['A<<E\nE\n\nB<<F\n\nF', { A: '', B: '' }],
  ['A=<<E\n', { A: '<<E' }],
  ['A<<B=C\nx\nB=C\n', { A: 'x' }],
  ['A<<E\n E\nE\n', { A: ' E' }],
  ['A=1\nA=2\n', { A: '2' }],
])('the file %j is read as the runner reads it', (text, values) => {
  expect(parseKeyValueFile(text)).toEqual(values);
});

test.each(['A<<E\nx\n', 'nonsense\n', 'A<<\n', '<<E\nx\nE\n', '=x\n'])('the malformed file %j is an error', (text) => {
  expect(() => parseKeyValueFile(text)).toThrow(/Invalid/);
});
