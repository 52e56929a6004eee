import { expect, test } from '@jest/globals';
import { Turnstile } from './turnstile.ts';

test('each who passes gets a turn of the event loop of its own, in order', async () => {
  const turnstile = new Turnstile();
  const turns: string[] = [];
  let turn = 0;
  const count = (): void => {
    turn++;
    if (turn < 20) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      await turnstile.pass();
      turns.push(`${name}${turn}`);
    }),
  );
  expect(turns.map((entry) => entry.charAt(0))).toEqual(['a', 'b', 'c']);
  expect(new Set(turns.map((entry) => entry.slice(1))).size).toBe(3);
});
