import { expect, test } from '@jest/globals';
import { isRunId, newRunId } from './run-id.ts';

const date = new Date('2026-11-23T19:04:05.123Z');
const random = '8F3A91C0-aaaa-4bbb-8ccc-dddddddddddd';

test('an id carries the time, the short commit and a random part', () => {
  const commit = '59ca7e2b1c0d4e5f60718293a4b5c6d7e8f90a1b';
  expect(newRunId({ date, commit, random })).toBe('20261123T190405123Z-59ca7e2-8f3a91c0');
});

test('outside a repository the id says local', () => {
  expect(newRunId({ date, commit: null, random })).toBe('20261123T190405123Z-local-8f3a91c0');
});

test('ids sort by time', () => {
  const later = newRunId({ date: new Date('2026-11-23T19:04:05.124Z'), commit: null, random: '00000000' });
  expect(newRunId({ date, commit: null, random: 'ffffffff' }) < later).toBe(true);
});

test('too little randomness is refused', () => {
  expect(() => newRunId({ date, commit: null, random: 'a-b-c-d-1-2-3' })).toThrow(RangeError);
});

test('a new id is a safe file name', () => {
  expect(isRunId(newRunId({ date, commit: null, random }))).toBe(true);
});

test.each(['', '.', '..', '../x', 'a/b', 'a\\b', '.hidden', 'a..b', '-a', 'a.', 'a b', 'a\n', 'C:', 'a\u0000', 'x'.repeat(129)])(
  '%j is no run id',
  (id) => {
    expect(isRunId(id)).toBe(false);
  },
);
