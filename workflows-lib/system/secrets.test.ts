import { expect, test } from '@jest/globals';

import { createSecrets } from './secrets.ts';

test('secrets are hidden wherever they stand, the longer before the shorter', () => {
  const secrets = createSecrets();
  secrets.add('password');
  secrets.add('password-and-more');
  expect(secrets.hide('a password-and-more, a password')).toBe('a ***, a ***');
});

test('the password of a URL is hidden as it stands there and as it is meant', () => {
  const secrets = createSecrets();
  secrets.addUrl('postgres://user:p%40ss%2Fword@host/db');
  expect(secrets.hide('p%40ss%2Fword p@ss/word user')).toBe('*** *** user');
});

test('what is too short to be a secret does not blot out words', () => {
  const secrets = createSecrets();
  secrets.add('test');
  secrets.add('');
  secrets.add(undefined);
  secrets.addUrl('not a URL');
  expect(secrets.hide('this is a test')).toBe('this is a test');
});
