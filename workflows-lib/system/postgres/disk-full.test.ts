import { expect, test } from '@jest/globals';
import { saysDiskIsFull } from './disk-full.ts';

test.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.30": No space left on device', true],
  ['FATAL:  could not extend file "base/1/2675": wrote only 4096 of 8192 bytes at block 6\nHINT:  Check free disk space.', true],
  ['initdb: error: invalid locale name "xx"', false],
])('%j', (output, full) => {
  expect(saysDiskIsFull(output)).toBe(full);
});
