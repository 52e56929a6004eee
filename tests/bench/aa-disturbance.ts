/**
 * A process that loads one core in bursts until its input ends: `node aa-disturbance.ts SEED`. Bursts last 50 to 800 ms, pauses up to 2 s, both drawn from
 * the seed; about a third of one core in all.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../../workflows-lib/core/random.ts';

const SHORTEST_BURST_MS = 50;
const LONGEST_BURST_MS = 800;
const LONGEST_PAUSE_MS = 2_000;
/** Between two looks at whether the input has ended. */
const SLICE_MS = 20;

const random = seededRandom(process.argv[2] ?? '1');
process.stdin.once('end', () => process.exit(0));
process.stdin.resume();

for (;;) {
  const burstMs = SHORTEST_BURST_MS + random.next() * (LONGEST_BURST_MS - SHORTEST_BURST_MS);
  const end = performance.now() + burstMs;
  while (performance.now() < end) {
    const slice = performance.now() + SLICE_MS;
    while (performance.now() < slice);
    await new Promise(setImmediate);
  }
  await delay(random.next() * LONGEST_PAUSE_MS);
}
