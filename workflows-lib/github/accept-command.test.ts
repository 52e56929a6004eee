import { expect, test } from '@jest/globals';
import { acceptCommands } from './accept-command.ts';

test.each([
  ['/shotclock accept db.read.duration worth it', [{ metric: 'db.read.duration', reason: 'worth it' }]],
  ['/shotclock accept `db.read.duration` worth it  \r\nthanks', [{ metric: 'db.read.duration', reason: 'worth it' }]],
  ['/shotclock  accept\ta.b  two\twords', [{ metric: 'a.b', reason: 'two words' }]],
  [
    '/shotclock accept a.b one\nnot this\n/shotclock accept c.d two',
    [
      { metric: 'a.b', reason: 'one' },
      { metric: 'c.d', reason: 'two' },
    ],
  ],
  ['/shotclock accept a.b', [{ metric: 'a.b', reason: '' }]],
  ['/shotclock accept', [{ metric: '', reason: '' }]],
  ['/shotclock acceptance a.b reason', []],
  ['> /shotclock accept a.b reason', []],
  ['please\n/shotclock accept a.b reason', []],
  [' /shotclock accept a.b reason', []],
  ['```\n/shotclock accept a.b reason\n```', []],
  ['', []],
])('%j', (body, expected) => {
  expect(acceptCommands(body)).toEqual(expected);
});

test('a reason is one line without what hides or reorders text, and of bounded length', () => {
  const [command] = acceptCommands(`/shotclock accept a.b x\u202ey\u0007${'z'.repeat(1000)}`);
  expect(command?.reason).toMatch(/^x\ufffdy\ufffdz+…$/);
  expect(command?.reason.length).toBe(300);
});
