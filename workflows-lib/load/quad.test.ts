import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import type { Attempt, PreparedCall } from '../drivers/driver.ts';
import { runBlock } from './quad.ts';
import type { Slot } from './quad.ts';

function callOf(slot: Slot, log: Slot[], stop?: () => void): PreparedCall {
  const attempt: Attempt = { startMs: 0, endMs: 1, outcome: 'ok', usage: [] };
  return {
    operation: 'x',
    execute: async () => {
      log.push(slot);
      if (log.length === 6) stop?.();
      return Promise.resolve(attempt);
    },
  };
}

function triple(log: Slot[], stop?: () => void): Record<Slot, PreparedCall> {
  return { base: callOf('base', log, stop), head: callOf('head', log, stop), twin: callOf('twin', log, stop) };
}

test('every quad calls head twice and each base once, in mirrored order', async () => {
  const log: Slot[] = [];
  const attempts = await runBlock(triple(log), 50, { random: seededRandom('1'), signal: new AbortController().signal });
  expect([attempts.base.length, attempts.head.length, attempts.twin.length]).toEqual([50, 100, 50]);
  for (let quad = 0; quad < 200; quad += 4) {
    const sides = log
      .slice(quad, quad + 4)
      .map((slot) => (slot === 'head' ? 'B' : 'A'))
      .join('');
    expect(['ABBA', 'BAAB']).toContain(sides);
  }
});

test('the same seed gives the same order, and each of the four orders comes up', async () => {
  const [first, second]: [Slot[], Slot[]] = [[], []];
  for (const log of [first, second])
    await runBlock(triple(log), 40, { random: seededRandom('7'), signal: new AbortController().signal });
  expect(first).toEqual(second);
  const orders = Array.from({ length: 40 }, (_, quad) => first.slice(4 * quad, 4 * quad + 4).join());
  expect(new Set(orders).size).toBe(4);
});

test('a call that was under way when everything was stopped does not count', async () => {
  const stopper = new AbortController();
  const log: Slot[] = [];
  const stop = (): void => {
    stopper.abort();
  };
  const attempts = await runBlock(triple(log, stop), 10, { random: seededRandom('1'), signal: stopper.signal });
  expect(log).toHaveLength(6);
  expect(attempts.base.length + attempts.head.length + attempts.twin.length).toBe(5);
});
