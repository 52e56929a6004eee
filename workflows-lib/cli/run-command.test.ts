import { expect, test } from '@jest/globals';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { explain } from './run-command.ts';

function explained(thrown: unknown): { code: number; text: string } {
  let text = '';
  const log = { info: (message: string) => (text += message), warn: () => undefined, debug: () => undefined };
  const code = explain(thrown, { log, clear: () => undefined });
  return { code, text };
}

test.each([
  ['a usage error', new UsageError('samples must be a number'), 2, 'shotclock: samples must be a number'],
  [
    'a failure of the other side',
    new RemoteError('database refused', { service: 'database', action: 'connect', attempts: 1 }),
    2,
    'shotclock: database refused',
  ],
  ['an interruption', new Interrupted('stopped'), 130, 'shotclock: stopped'],
])('%s is one line without a stack', (_name, thrown, ...expected) => {
  const [code, text] = expected;
  expect(explained(thrown)).toEqual({ code, text });
});

test.each([[new TypeError('x is undefined')], ['a thrown string']])('anything else is our bug, with its stack', (thrown) => {
  const { code, text } = explained(thrown);
  expect(code).toBe(70);
  expect(text).toMatch(/bug in Shotclock[^]*(x is undefined|a thrown string)[^]*\n\s+at /);
});
