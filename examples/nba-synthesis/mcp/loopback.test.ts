import { expect, test } from '@jest/globals';
import { refusal } from './loopback.ts';

test.each([
  ['127.0.0.1:3001', undefined],
  ['localhost', undefined],
  ['[::1]:3001', undefined],
  ['nba.localhost:3001', undefined],
  ['localhost:3001', 'http://localhost:6274'],
  ['localhost:3001', 'http://127.0.0.1'],
])('on loopback, Host %s with Origin %s is let in', (host, origin) => {
  expect(refusal({ host, origin }, '127.0.0.1')).toBeUndefined();
});

test.each([
  [undefined, undefined],
  ['evil.example:3001', undefined],
  ['localhost.evil.example', undefined],
  ['127.0.0.1.evil.example', undefined],
  ['127.0.0.1@evil.example', undefined],
  ['10.0.0.1', undefined],
  ['0.0.0.0', undefined],
  ['localhost:3001', 'https://evil.example'],
  ['localhost:3001', 'https://localhost.evil.example'],
  ['localhost:3001', 'null'],
  ['localhost:3001', 'file://'],
])('on loopback, Host %s with Origin %s is refused', (host, origin) => {
  expect(refusal({ host, origin }, '127.0.0.1')).toBeDefined();
});

test('elsewhere any name will do, but pages only of the own origin', () => {
  expect(refusal({ host: 'nba.internal:3001' }, '0.0.0.0')).toBeUndefined();
  expect(refusal({ host: 'nba.internal:3001', origin: 'https://nba.internal:3001' }, '0.0.0.0')).toBeUndefined();
  expect(refusal({ host: 'nba.internal:3001', origin: 'https://evil.example' }, '0.0.0.0')).toBeDefined();
});
