import { expect, test } from '@jest/globals';
import { isEveryday } from './everyday.ts';

test.each(['true', 'False', ' none ', 'null', 'default', 'auto', '0', '4096', '128000', '9999999'])(
  '%j is an everyday value',
  (value) => {
    expect(isEveryday(value)).toBe(true);
  },
);

test.each(['', 'truely', 'basketball', '12345678', 'sk-1', '4096,8192', 'none\ndefault'])('%j may be a secret', (value) => {
  expect(isEveryday(value)).toBe(false);
});
