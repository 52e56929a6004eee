import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { createPriceTable } from '../pricing/price-table.ts';
import { runClosedLoop } from './closed-loop.ts';
import { createRecorder } from './recorder.ts';
import { interleaved, runSequential } from './sequential.ts';
import type { WorkloadContext } from './sequential.ts';
import { createVirtualClock, timedCall } from './testing/virtual-time.ts';

function setUp(seed = 'test') {
  const clock = createVirtualClock();
  const recorder = createRecorder(createPriceTable());
  const stopper = new AbortController();
  const context: WorkloadContext = {
    clock,
    random: seededRandom(seed),
    recorder,
    signal: stopper.signal,
    onProgress: () => undefined,
  };
  return { clock, recorder, stopper, context };
}

test('a benchmark records the samples and not the warm-up, one call at a time', async () => {
  const { clock, recorder, context } = setUp();
  const calls = [timedCall('fast', clock, 10), timedCall('slow', clock, 30)];
  await clock.drain(runSequential({ calls: calls.map((call) => ({ call, samples: 5 })), warmUp: 2 }, context));
  expect(recorder.records().map(({ outcomes }) => outcomes.ok)).toEqual([5, 5]);
  expect(
    recorder
      .records()
      .map(({ series }) => series.get('duration')?.mean)
      .toSorted(),
  ).toEqual([10, 30]);
  expect(calls.map(({ startsMs }) => startsMs.length)).toEqual([7, 7]);
  expect(clock.now()).toBe(7 * 40);
});

test('operations are spread evenly over the benchmark, in an order that the seed alone decides', () => {
  const calls = [
    { call: { ...timedCall('many', createVirtualClock(), 1) }, samples: 100 },
    { call: { ...timedCall('few', createVirtualClock(), 1) }, samples: 5 },
  ];
  const order = (seed: string): string[] => interleaved(calls, seededRandom(seed)).map(({ operation }) => operation);
  const first = order('one');
  expect(first.filter((name) => name === 'many')).toHaveLength(100);
  // Every fifth of the order holds one of the five, give or take one at its edges.
  for (let part = 0; part < 5; part++) {
    const few = first.slice(21 * part, 21 * part + 21).filter((name) => name === 'few').length;
    expect(Math.abs(few - 1)).toBeLessThanOrEqual(1);
  }
  expect(first.slice(0, 30)).toContain('few');
  expect(first.slice(-30)).toContain('few');
  expect(order('one')).toEqual(first);
  expect(order('two')).not.toEqual(first);
});

test('a closed loop keeps as many calls in flight as it has users, and no more', async () => {
  const { clock, recorder, context } = setUp();
  const calls = [{ call: timedCall('a', clock, 100), weight: 1 }];
  const work = runClosedLoop({ calls, users: 5, durationMs: 10_000, thinkTimeMs: 0 }, context);
  await clock.drain(work);
  const { startMs, endMs } = await work;
  const record = recorder.records()[0];
  const inFlight = ((record?.outcomes.ok ?? 0) * 100) / (endMs - startMs);
  // Little's law: users arrive over the first tenth, so slightly fewer than five on average.
  expect(inFlight).toBeGreaterThan(4.6);
  expect(inFlight).toBeLessThanOrEqual(5);
  expect(record?.series.get('response')?.max).toBe(100);
});

test('think time is waited for and is no part of the response', async () => {
  const { clock, recorder, context } = setUp();
  const call = timedCall('a', clock, 100);
  await clock.drain(runClosedLoop({ calls: [{ call, weight: 1 }], users: 1, durationMs: 1000, thinkTimeMs: 150 }, context));
  expect(call.startsMs).toEqual([0, 250, 500, 750]);
  expect(recorder.records()[0]?.series.get('response')?.max).toBe(100);
});

test('a mix is drawn in proportion to its weights', async () => {
  const { clock, recorder, context } = setUp();
  const calls = [
    { call: timedCall('often', clock, 1), weight: 3 },
    { call: timedCall('seldom', clock, 1), weight: 1 },
  ];
  await clock.drain(runClosedLoop({ calls, users: 4, durationMs: 1000, thinkTimeMs: 0 }, context));
  const share = new Map(recorder.records().map(({ operation, outcomes }) => [operation, outcomes.ok]));
  expect((share.get('often') ?? 0) / (share.get('seldom') ?? 1)).toBeGreaterThan(2.7);
  expect((share.get('often') ?? 0) / (share.get('seldom') ?? 1)).toBeLessThan(3.3);
});

test('an abort ends every workload without recording the calls it cut short', async () => {
  const { clock, recorder, context, stopper } = setUp();
  const call = timedCall('a', clock, 100);
  const cut = { ...call, execute: async () => (call.startsMs.length === 3 && stopper.abort(), call.execute()) };
  await clock.drain(runSequential({ calls: [{ call: cut, samples: 50 }], warmUp: 0 }, context));
  expect(recorder.records()[0]?.outcomes.ok).toBe(3);
});
