import type { PreparedCall } from '../drivers/driver.ts';
import type { Random } from '../core/random.ts';
import type { StageIdentity } from './recorder.ts';
import type { WorkloadContext } from './sequential.ts';

/** A call and how often it is chosen, relative to the others. */
export interface WeightedCall {
  readonly call: PreparedCall;
  readonly weight: number;
}

/** A closed workload: a fixed number of users, each waiting for its answer before it thinks and asks again. */
export interface ClosedWorkload {
  readonly calls: readonly WeightedCall[];
  readonly users: number;
  /** New calls start during this time; those in flight at its end are waited for. */
  readonly durationMs: number;
  readonly thinkTimeMs: number;
}

/** What a closed stage did as a whole. */
export interface ClosedStageResult {
  readonly stage: StageIdentity;
  readonly users: number;
  readonly startMs: number;
  /** End of the last call. */
  readonly endMs: number;
}

/** The stage id of a closed workload. */
function closedStage(users: number): StageIdentity {
  return { id: `users=${users}`, workload: 'closed' };
}

/**
 * Runs one closed stage. Users arrive one after another over the first tenth of the stage, so that the first sample is not a stampede. The
 * intended start of a call is the end of the user's think time. A user's first calls open its connections, and count. Returns early when the
 * signal aborts; calls in flight are cut short then, and only what they cost is recorded.
 */
export async function runClosedLoop(workload: ClosedWorkload, context: WorkloadContext): Promise<ClosedStageResult> {
  const { clock, random } = context;
  const stage = closedStage(workload.users);
  const startMs = clock.now();
  const deadlineMs = startMs + workload.durationMs;
  const stopped = (): boolean => context.signal.aborted;
  let done = 0;
  const user = async (index: number): Promise<void> => {
    const choices = random.fork(`${stage.id}/user-${index}`);
    let intendedStartMs = startMs + (0.1 * workload.durationMs * index) / workload.users;
    while (intendedStartMs < deadlineMs) {
      const waitMs = intendedStartMs - clock.now();
      if (waitMs > 0) await sleepQuietly(context, waitMs);
      if (stopped()) return;
      const call = choose(workload.calls, choices);
      const attempt = await call.execute(context.signal);
      if (stopped()) {
        context.recorder.bill({ stage, operation: call.operation }, attempt.usage);
        return;
      }
      context.recorder.record({ stage, operation: call.operation, intendedStartMs }, attempt);
      done++;
      const elapsedMs = Math.min(attempt.endMs - startMs, workload.durationMs);
      context.onProgress({ done: elapsedMs, total: workload.durationMs, label: `${workload.users} users, ${done} calls` });
      intendedStartMs = attempt.endMs + workload.thinkTimeMs;
    }
  };
  await Promise.all(Array.from({ length: workload.users }, async (_, index) => user(index)));
  return { stage, users: workload.users, startMs, endMs: clock.now() };
}

/** Picks a call with probability in proportion to its weight. */
function choose(calls: readonly WeightedCall[], random: Random): PreparedCall {
  let place = random.next() * calls.reduce((total, { weight }) => total + weight, 0);
  for (const { call, weight } of calls) {
    place -= weight;
    if (place < 0) return call;
  }
  const last = calls.at(-1);
  if (last === undefined) throw new Error('a closed workload needs at least one call');
  return last.call;
}

/** Sleeps; an abort only ends the sleep, the caller looks at the signal. */
async function sleepQuietly(context: WorkloadContext, ms: number): Promise<void> {
  try {
    await context.clock.sleep(ms, context.signal);
  } catch (error) {
    if (!context.signal.aborted) throw error;
  }
}
