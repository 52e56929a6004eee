import type { Plan } from '../../config/plan.ts';
import { seededRandom } from '../../core/random.ts';
import type { Recorder } from '../../load/recorder.ts';
import { runSequential } from '../../load/sequential.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { processesOn } from '../../system/split-plan.ts';
import { startSystem } from '../../system/start.ts';
import type { CommandContext } from '../context.ts';
import { openOperations } from '../open-drivers.ts';

/** What to call, how often, and where it is written down. */
export interface AloneRequest {
  readonly plan: Plan;
  /** Calls that count, by operation. */
  readonly samples: ReadonlyMap<string, number>;
  readonly recorder: Recorder;
}

type AloneContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal' | 'onProgress'>;

/**
 * Measures a side by itself: operations that base does not have, or has otherwise, since objectives hold for them and they have to answer rightly;
 * and those whose percentiles need more calls than the pairs made. Rejects when the processes do not start.
 */
export async function measureAlone(request: AloneRequest, services: RunningSystem, context: AloneContext): Promise<void> {
  const { plan, samples, recorder } = request;
  const wanted = plan.operations.filter(({ name }) => samples.has(name));
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
      const calls = opened.calls.map((call) => ({ call, samples: samples.get(call.operation) ?? 0 }));
      const random = seededRandom(`${plan.seed}/alone`);
      await runSequential({ calls, warmUp: plan.benchmark.warmUp }, { clock, random, recorder, signal, onProgress });
      signal.throwIfAborted();
    } finally {
      await opened.close();
    }
  } finally {
    await processes.stop();
  }
}
