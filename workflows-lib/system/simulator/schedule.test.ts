import { expect, test } from '@jest/globals';
import { systemClock } from '../../core/clock.ts';
import { runSchedule } from './schedule.ts';

interface Sent {
  readonly dueMs: number;
  readonly afterMs: number;
}

async function run(dueMs: readonly number[]): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const originMs = systemClock.now();
  await new Promise<void>((resolve) => {
    runSchedule(
      dueMs.map((due) => ({ dueMs: due })),
      {
        clock: systemClock,
        originMs,
        onDue: (items) => {
          const afterMs = systemClock.now() - originMs;
          sent.push(...items.map((item) => ({ dueMs: item.dueMs, afterMs })));
          if (sent.length === dueMs.length) resolve();
        },
      },
    );
  });
  return sent;
}

test('nothing is done before it is due, and everything in order', async () => {
  const due = [0, 0.3, 3.7, 3.8, 9.2, 20.5];
  const sent = await run(due);
  expect(sent.map((item) => item.dueMs)).toEqual(due);
  for (const { dueMs, afterMs } of sent) expect(afterMs).toBeGreaterThanOrEqual(dueMs);
});

test('what has passed its time is caught up with at once, together', async () => {
  const sent = await run([-5, -3, -1]);
  expect(new Set(sent.map((item) => item.afterMs)).size).toBe(1);
});

test('a stopped schedule does nothing more', async () => {
  const done: number[] = [];
  const stop = runSchedule([{ dueMs: 0 }, { dueMs: 2 }], {
    clock: systemClock,
    originMs: systemClock.now(),
    onDue: (items) => done.push(...items.map((item) => item.dueMs)),
  });
  stop();
  await run([6]);
  expect(done).toEqual([0]);
});
