import type { Plan } from '../../config/plan.ts';
import { seededRandom } from '../../core/random.ts';
import type { Recorder } from '../../load/recorder.ts';
import { runSequential } from '../../load/sequential.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { processesOn } from '../../system/split-plan.ts';
import { startSystem } from '../../system/start.ts';
import type { CommandContext } from '../context.ts';
import { openOperations } from '../open-drivers.ts';

/** What only head does, and where it is written down. */
export interface AddedRequest {
  readonly plan: Plan;
  readonly operations: readonly string[];
  readonly recorder: Recorder;
}

type AddedContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal' | 'onProgress'>;

/**
 * Measures operations that base does not have, or has otherwise: there is nothing to compare them with, but objectives hold for them, and they have to
 * answer rightly. Each is called as often as in a benchmark. Rejects when the processes do not start.
 */
export async function measureAdded(request: AddedRequest, services: RunningSystem, context: AddedContext): Promise<void> {
  const { plan, operations, recorder } = request;
  const wanted = plan.operations.filter(({ name }) => operations.includes(name));
  if (wanted.length === 0) return;
  const { clock, log, env, signal, onProgress } = context;
  const quiet = {
    ...log,
    info: (message: string) => {
      log.debug(message);
    },
  };
  const processes = await startSystem(processesOn(plan, services), { clock, log: quiet, env, signal });
  try {
    const opened = openOperations(wanted, processes, { clock, concurrency: 1 });
    try {
      await opened.check(signal);
      const samples = new Map(wanted.map((operation) => [operation.name, operation.samples ?? plan.benchmark.samples]));
      const calls = opened.calls.map((call) => ({ call, samples: samples.get(call.operation) ?? plan.benchmark.samples }));
      const random = seededRandom(`${plan.seed}/added`);
      await runSequential({ calls, warmUp: plan.benchmark.warmUp }, { clock, random, recorder, signal, onProgress });
      signal.throwIfAborted();
    } finally {
      await opened.close();
    }
  } finally {
    await processes.stop();
  }
}
