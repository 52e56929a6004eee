import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
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
  /** Ends the workload; calls in flight are cut short and not recorded, but what they cost is. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A call and how many of its samples count. */
export interface SampledCall {
  readonly call: PreparedCall;
  readonly samples: number;
}

/** A benchmark: every operation, one call at a time. */
export interface SequentialWorkload {
  readonly calls: readonly SampledCall[];
  /** Calls of each operation before the first that counts. */
  readonly warmUp: number;
}

/** What the calls before a benchmark cost is billed here; nothing else of them is kept. */
export const WARM_UP_STAGE: StageIdentity = { id: 'warm-up', workload: 'sequential' };

/** The stage that a benchmark records into. */
export const SEQUENTIAL_STAGE: StageIdentity = { id: 'sequential', workload: 'sequential' };

/**
 * Runs the benchmark. Operations are interleaved in an order drawn from the seed, each spread evenly over the whole time, so that a slow
 * minute of the machine falls on all of them alike. Returns early, with what it has, when the signal aborts. Resolves with the time at which
 * the first call that counts began.
 */
export async function runSequential(workload: SequentialWorkload, context: WorkloadContext): Promise<number> {
  const warmUp = interleaved(
    workload.calls.map(({ call }) => ({ call, samples: workload.warmUp })),
    context.random,
  );
  const counted = interleaved(workload.calls, context.random);
  const total = warmUp.length + counted.length;
  const stopped = (): boolean => context.signal.aborted;
  let done = 0;
  let countedFromMs = context.clock.now();
  for (const call of [...warmUp, ...counted]) {
    if (stopped()) break;
    const counts = done >= warmUp.length;
    context.onProgress({ done, total, label: counts ? call.operation : `warm-up: ${call.operation}` });
    if (done === warmUp.length) countedFromMs = context.clock.now();
    const attempt = await call.execute(context.signal);
    const { operation } = call;
    // A call cut short by the user says nothing about the system.
    if (counts && !stopped())
      context.recorder.record({ stage: SEQUENTIAL_STAGE, operation, intendedStartMs: attempt.startMs }, attempt);
    else context.recorder.bill({ stage: counts ? SEQUENTIAL_STAGE : WARM_UP_STAGE, operation }, attempt.usage);
    done++;
  }
  context.onProgress({ done, total, label: 'done' });
  return countedFromMs;
}

/**
 * Stratified order: the k-th of n samples of an operation falls at a random place within the k-th of n equal parts of the whole, so that
 * operations with few samples and with many are both spread over all of it.
 */
export function interleaved(calls: readonly SampledCall[], random: Random): PreparedCall[] {
  const placed = calls.flatMap(({ call, samples }) =>
    Array.from({ length: samples }, (_, index) => ({ call, place: (index + random.next()) / samples })),
  );
  return placed.sort((left, right) => left.place - right.place).map(({ call }) => call);
}
