import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import { shuffled } from '../core/random.ts';
import type { PreparedCall } from '../drivers/driver.ts';
import type { Recorder, StageIdentity } from './recorder.ts';

/** How far a workload has come, for a progress bar. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What every workload needs. */
export interface WorkloadContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly recorder: Recorder;
  /** Ends the workload after the calls in flight. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A benchmark: every operation in every round, one call at a time. */
export interface SequentialWorkload {
  readonly calls: readonly PreparedCall[];
  readonly samples: number;
  /** Rounds before the first that counts. */
  readonly warmUp: number;
}

/** The stage that a benchmark records into. */
export const SEQUENTIAL_STAGE: StageIdentity = { id: 'sequential', workload: 'sequential' };

/**
 * Runs the benchmark. Rounds are interleaved: each goes through all operations in an order of its own, drawn from the seed, so that a slow
 * minute of the machine falls on all of them alike. Returns early, with what it has, when the signal aborts.
 */
export async function runSequential(workload: SequentialWorkload, context: WorkloadContext): Promise<void> {
  const rounds = workload.warmUp + workload.samples;
  const total = rounds * workload.calls.length;
  const stopped = (): boolean => context.signal.aborted;
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const call of shuffled(workload.calls, context.random)) {
      if (stopped()) return;
      context.onProgress({ done, total, label: round < workload.warmUp ? `warm-up: ${call.operation}` : call.operation });
      const attempt = await call.execute(context.signal);
      // A call cut short by the user says nothing about the system.
      if (stopped()) return;
      if (round >= workload.warmUp) {
        const occasion = { stage: SEQUENTIAL_STAGE, operation: call.operation, intendedStartMs: attempt.startMs };
        context.recorder.record(occasion, attempt);
      }
      done++;
    }
  }
  context.onProgress({ done, total, label: 'done' });
}
