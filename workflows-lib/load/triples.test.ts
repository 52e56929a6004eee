import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import type { Attempt, PreparedCall } from '../drivers/driver.ts';
import { runBlock } from './triples.ts';
import type { Slot } from './triples.ts';

function callOf(slot: Slot, log: Slot[], stop?: () => void): PreparedCall {
  const attempt: Attempt = { startMs: 0, endMs: 1, outcome: 'ok', usage: [] };
  return {
    operation: 'x',
    execute: async () => {
      log.push(slot);
      if (log.length === 5) stop?.();
      return Promise.resolve(attempt);
    },
  };
}

function triple(log: Slot[], stop?: () => void): Record<Slot, PreparedCall> {
  return { base: callOf('base', log, stop), head: callOf('head', log, stop), twin: callOf('twin', log, stop) };
}

test('every round calls each slot once, and each of the six orders comes up', async () => {
  const log: Slot[] = [];
  const attempts = await runBlock(triple(log), 100, { random: seededRandom('1'), signal: new AbortController().signal });
  expect([attempts.base.length, attempts.head.length, attempts.twin.length]).toEqual([100, 100, 100]);
  const orders = Array.from({ length: 100 }, (_, round) => log.slice(3 * round, 3 * round + 3));
  for (const order of orders) expect(order.toSorted()).toEqual(['base', 'head', 'twin']);
  expect(new Set(orders.map((order) => order.join())).size).toBe(6);
});

test('head follows itself as often as base and the twin follow themselves', async () => {
  const log: Slot[] = [];
  await runBlock(triple(log), 6_000, { random: seededRandom('2'), signal: new AbortController().signal });
  const repeats = (slot: Slot): number => log.filter((one, index) => one === slot && log[index - 1] === slot).length;
  for (const slot of ['base', 'head', 'twin'] as const) expect(Math.abs(repeats(slot) - 6_000 / 9)).toBeLessThan(90);
});

test('the same seed gives the same order', async () => {
  const [first, second]: [Slot[], Slot[]] = [[], []];
  for (const log of [first, second])
    await runBlock(triple(log), 40, { random: seededRandom('7'), signal: new AbortController().signal });
  expect(first).toEqual(second);
});

test('a call that was under way when everything was stopped does not count', async () => {
  const stopper = new AbortController();
  const log: Slot[] = [];
  const stop = (): void => {
    stopper.abort();
  };
  const attempts = await runBlock(triple(log, stop), 10, { random: seededRandom('1'), signal: stopper.signal });
  expect(log).toHaveLength(5);
  expect(attempts.base.length + attempts.head.length + attempts.twin.length).toBe(4);
});
