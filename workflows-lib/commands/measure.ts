import { Interrupted, UsageError, toError } from '../core/errors.ts';
import { seededRandom } from '../core/random.ts';
import type { RunDocument } from '../history/run-document.ts';
import { startGeneratorWatch } from '../load/generator-health.ts';
import { createRecorder } from '../load/recorder.ts';
import type { WorkloadContext } from '../load/sequential.ts';
import { createPriceTable } from '../pricing/price-table.ts';
import { startSystem } from '../system/start.ts';
import type { RunningSystem } from '../system/running-system.ts';
import { assembleRun } from './assemble-run.ts';
import type { RunParts } from './assemble-run.ts';
import type { StageTimes } from './build-measurements.ts';
import type { CommandContext } from './context.ts';
import { readObjectives } from './objectives.ts';
import { openOperations } from './open-drivers.ts';
import type { OpenedOperations, Versions } from './open-drivers.ts';
import { runStages } from './run-stages.ts';
import type { Measurement, Session, StageRun } from './run-stages.ts';
import { createSpendLimit } from './spend-limit.ts';
import { watchResources } from './watch-resources.ts';

/** What was measured. `failure` is why it ended early; the document then holds everything until there and says `partial`. */
export interface Measured {
  readonly document: RunDocument;
  readonly failure?: Error;
}

/**
 * Starts the system, runs the workloads, stops the system, judges. Whatever ends it early (Ctrl-C, a process of the system that died, the
 * spend limit) leaves a partial document. Throws only when nothing could be measured at all.
 */
export async function measure(measurement: Measurement, context: CommandContext): Promise<Measured> {
  const { plan } = measurement;
  if (plan.operations.length === 0)
    throw new UsageError(`${plan.file}: there is nothing to measure; describe it under "operations"`);
  const objectives = readObjectives(plan, context.cwd);
  const { clock, log, signal, env } = context;
  const system = await startSystem(plan, { clock, log, signal, env });
  try {
    const concurrency = Math.max(1, ...(measurement.load?.users ?? []));
    const operations = openOperations(plan.operations, system, { clock, concurrency });
    try {
      const versions = await checkTargets(operations, system, context);
      return await runWorkloads({ measurement, objectives, operations, system, versions }, context);
    } finally {
      await operations.close();
    }
  } catch (error) {
    // A target may quote in its complaint what it was called with.
    const cause = toError(error);
    cause.message = system.hide(cause.message);
    throw cause;
  } finally {
    await system.stop();
  }
}

/** A process that dies is noticed a little later than its refused connections. */
const DEATH_NOTICE_MS = 500;

/** Reaches every target once. What an abort or a dying process breaks complains in its own words; the reason behind it is thrown instead. */
async function checkTargets(operations: OpenedOperations, system: RunningSystem, context: CommandContext): Promise<Versions> {
  const { clock, signal } = context;
  try {
    return await Promise.race([operations.check(signal), system.died]);
  } catch (error) {
    if (signal.aborted) throw toError(signal.reason);
    await Promise.race([system.died, clock.sleep(DEATH_NOTICE_MS)]);
    throw error;
  }
}

async function runWorkloads(session: Session, context: CommandContext): Promise<Measured> {
  const { clock } = context;
  const prices = createPriceTable(session.measurement.plan.prices);
  const recorder = createRecorder(prices);
  const date = clock.date();
  const startMs = clock.now();
  const watch = startGeneratorWatch();
  const resources = await watchResources(session.system);
  const stages: StageTimes[] = [];
  const failure = await runUntilStopped(session, { recorder, watch, stages, startMs }, context);
  const parts: RunParts = {
    ...session,
    stages,
    date,
    durationMs: clock.now() - startMs,
    records: recorder.records(),
    generator: watch.stop(),
    resources: await resources.stop(),
    prices,
    failure,
    unrecorded: await session.system.unrecordedRequests(),
  };
  const document = await assembleRun(parts, context.env);
  return failure === undefined ? { document } : { document, failure };
}

type Recording = Omit<StageRun, 'workloadContext'> & Pick<WorkloadContext, 'recorder'>;

/** Runs all stages; returns why they ended early, if they did: the user, a process that died, the spend limit, or our own mistake. */
async function runUntilStopped(session: Session, recording: Recording, context: CommandContext): Promise<Error | undefined> {
  const stopper = new AbortController();
  const onInterrupt = (): void => {
    stopper.abort(new Interrupted('stopped on request; what was measured until then was saved'));
  };
  context.signal.addEventListener('abort', onInterrupt, { once: true });
  if (context.signal.aborted) onInterrupt();
  session.system.died.catch((error: unknown) => {
    stopper.abort(toError(error));
  });
  const { recorder, ...run } = recording;
  const limit = createSpendLimit(session.objectives.spendLimitUsd, recorder);
  const workloadContext: WorkloadContext = {
    clock: context.clock,
    random: seededRandom(session.measurement.plan.seed),
    recorder,
    signal: stopper.signal,
    onProgress: (progress) => {
      context.onProgress(progress);
      const passed = limit();
      if (passed !== undefined) stopper.abort(passed);
    },
  };
  try {
    await runStages(session, { ...run, workloadContext });
  } catch (error) {
    // What was measured before our own mistake is still worth keeping.
    stopper.abort(toError(error));
  } finally {
    context.signal.removeEventListener('abort', onInterrupt);
  }
  if (!stopper.signal.aborted) return undefined;
  const failure = toError(stopper.signal.reason);
  failure.message = session.system.hide(failure.message);
  return failure;
}
