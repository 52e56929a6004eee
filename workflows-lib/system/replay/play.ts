/** Puts a recorded answer on the wire again. */
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../core/clock.ts';
import { runSchedule } from '../simulator/schedule.ts';
import type { Exchange } from './recording.ts';
import type { ReplaySettings } from './options.ts';
import type { ReplayRecord } from './replay-log.ts';

/** What is played, to whom, and how fast. */
export interface Performance {
  readonly exchange: Exchange;
  readonly response: ServerResponse;
  readonly pace: ReplaySettings['pace'];
  readonly clock: Clock;
  /** Due times count from here: the arrival of the request. */
  readonly originMs: number;
}

interface Step {
  readonly dueMs: number;
  readonly act: () => void;
}

/**
 * Plays an answer by absolute deadlines: a chunk that is late delays none after it, and none is early. Resolves, when the connection is done
 * with it, to what was written.
 */
export async function play(performance: Performance): Promise<Pick<ReplayRecord, 'headMs' | 'chunks'>> {
  const { exchange, response, pace, clock, originMs } = performance;
  const written: Pick<ReplayRecord, 'headMs' | 'chunks'> = { headMs: null, chunks: [] };
  const due = (atMs: number): number => (pace === 'instant' ? 0 : atMs);
  const steps: Step[] = [
    {
      dueMs: due(exchange.headMs),
      act: () => {
        written.headMs = clock.now() - originMs;
        response.writeHead(exchange.status, exchange.headers);
        response.flushHeaders();
      },
    },
    ...exchange.chunks.map(({ atMs, bytes }) => ({
      dueMs: due(atMs),
      act: () => {
        written.chunks.push([due(atMs), clock.now() - originMs, bytes.length]);
        response.write(bytes);
      },
    })),
    { dueMs: due(exchange.endMs), act: () => response.end() },
  ];
  if (response.destroyed) return written;
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  const stop = runSchedule(inOrder(steps), {
    clock,
    originMs,
    onDue: (items) => {
      for (const { act } of items) if (!response.destroyed) act();
    },
  });
  await closed;
  stop();
  return written;
}

/** A recording may have been edited: no step is due before the one it follows. */
function inOrder(steps: readonly Step[]): Step[] {
  let latestMs = 0;
  return steps.map(({ dueMs, act }) => ({ dueMs: (latestMs = Math.max(latestMs, dueMs)), act }));
}
