import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { errorCode } from './error-code.ts';

test('a system error tells its code', async () => {
  const thrown = await readFile('/nowhere/at/all').catch((error: unknown) => error);
  expect(errorCode(thrown)).toBe('ENOENT');
});

test.each([[new Error('plain')], ['text'], [null], [undefined], [{ code: 7 }]])('%p has no code', (thrown) => {
  expect(errorCode(thrown)).toBeUndefined();
});
