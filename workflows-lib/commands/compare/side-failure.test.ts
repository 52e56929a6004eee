import { expect, test } from '@jest/globals';
import { SideFailure, withoutSecrets } from './side-failure.ts';

const hiding = (secret: string): { readonly hide: (text: string) => string } => ({
  hide: (text) => text.replaceAll(secret, '***'),
});

test('neither the text of an error nor that of its causes tells what any of the systems hides', () => {
  const cause = new Error('sesame was refused');
  const failure = new SideFailure('head', new Error('tin opener and sesame', { cause }));
  const hidden = withoutSecrets(failure, hiding('sesame'), hiding('tin opener'));
  expect(hidden).toBe(failure);
  expect(failure.message).toBe('head: *** and ***');
  expect(failure.reason).toBe('*** and ***');
  expect(cause.message).toBe('*** was refused');
  expect([failure.stack, cause.stack].join()).not.toMatch(/sesame|opener/);
});

test('an error with nothing to hide is left alone, even one that cannot be written', () => {
  const aborted = Object.freeze(new Error('aborted'));
  expect(withoutSecrets(aborted, hiding('sesame'))).toBe(aborted);
});
