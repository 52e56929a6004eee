import { Interrupted, UsageError, toError } from '../core/errors.ts';
import { seededRandom } from '../core/random.ts';
import type { Plan } from '../config/plan.ts';
import type { Objectives } from '../gate/objective.ts';
import type { RunDocument } from '../history/run-document.ts';
import { runClosedLoop } from '../load/closed-loop.ts';
import { startGeneratorWatch } from '../load/generator-health.ts';
import type { GeneratorWatch } from '../load/generator-health.ts';
import { createRecorder } from '../load/recorder.ts';
import { SEQUENTIAL_STAGE, runSequential } from '../load/sequential.ts';
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
import type { OpenedOperations } from './open-drivers.ts';
import { watchResources } from './watch-resources.ts';

/** What to measure, and what to call it. */
export interface Measurement {
  readonly plan: Plan;
  readonly kind: RunDocument['run']['kind'];
  /** Every operation one at a time, with this many samples instead of the plan's; omitted, no benchmark is run. */
  readonly benchmark?: { readonly samples?: number };
  /** Closed stages one after another; omitted, no load is offered. */
  readonly load?: { readonly users: readonly number[]; readonly durationMs: number };
}

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
  const objectives = readObjectives(plan, context.cwd);
  const { clock, log, signal, env } = context;
  const system = await startSystem(plan, { clock, log, signal, env });
  let operations: OpenedOperations | undefined;
  try {
    const concurrency = Math.max(1, ...(measurement.load?.users ?? []));
    operations = openOperations(plan.operations, system, { clock, concurrency });
    await operations.check(signal);
    return await runWorkloads({ measurement, objectives, operations, system }, context);
  } catch (error) {
    // What an abort breaks on its way complains in its own words; the user's wish is the reason.
    throw signal.aborted ? toError(signal.reason) : error;
  } finally {
    await operations?.close();
    await system.stop();
  }
}

interface Session {
  readonly measurement: Measurement;
  readonly objectives: Objectives;
  readonly operations: OpenedOperations;
  readonly system: RunningSystem;
}

async function runWorkloads(session: Session, context: CommandContext): Promise<Measured> {
  const { plan } = session.measurement;
  const prices = createPriceTable(plan.prices);
  const recorder = createRecorder(prices);
  const stopper = new AbortController();
  const onInterrupt = (): void => {
    stopper.abort(new Interrupted('stopped on request; what was measured until then was saved'));
  };
  context.signal.addEventListener('abort', onInterrupt, { once: true });
  const date = context.clock.date();
  const startMs = context.clock.now();
  const watch = startGeneratorWatch();
  const resources = await watchResources(session.system);
  const stages: StageTimes[] = [];
  const spendLimitUsd = session.objectives.spendLimitUsd ?? Infinity;
  const workloadContext: WorkloadContext = {
    clock: context.clock,
    random: seededRandom(plan.seed),
    recorder,
    signal: stopper.signal,
    onProgress: (progress) => {
      context.onProgress(progress);
      if (recorder.spentUsd() > spendLimitUsd) stopper.abort(spendError(recorder.spentUsd(), spendLimitUsd));
    },
  };
  if (context.signal.aborted) onInterrupt();
  session.system.died.catch((error: unknown) => {
    stopper.abort(toError(error));
  });
  await runStages(session, { workloadContext, watch, stages, startMs });
  context.signal.removeEventListener('abort', onInterrupt);
  const failure = stopper.signal.aborted ? toError(stopper.signal.reason) : undefined;
  const parts: RunParts = {
    plan,
    kind: session.measurement.kind,
    objectives: session.objectives,
    system: session.system,
    stages,
    date,
    durationMs: context.clock.now() - startMs,
    records: recorder.records(),
    generator: { ...watch.stop() },
    resources: await resources.stop(),
    prices,
    failure,
  };
  const document = await assembleRun(parts, context.env);
  return failure === undefined ? { document } : { document, failure };
}

interface StageRun {
  readonly workloadContext: WorkloadContext;
  readonly watch: GeneratorWatch;
  /** Filled stage by stage, so that an early end leaves those that ran. */
  readonly stages: StageTimes[];
  readonly startMs: number;
}

async function runStages({ measurement, operations }: Session, run: StageRun): Promise<void> {
  const { clock, signal } = run.workloadContext;
  const { benchmark, load, plan } = measurement;
  if (benchmark !== undefined) {
    const beganMs = clock.now();
    const samplesOf = new Map(plan.operations.map(({ name, samples }) => [name, benchmark.samples ?? samples]));
    const calls = operations.calls.map((call) => ({ call, samples: samplesOf.get(call.operation) ?? plan.benchmark.samples }));
    await runSequential({ calls, warmUp: plan.benchmark.warmUp }, run.workloadContext);
    run.stages.push({ id: SEQUENTIAL_STAGE.id, startedAfterMs: beganMs - run.startMs, durationMs: clock.now() - beganMs });
  }
  const calls = operations.calls
    .map((call) => ({ call, weight: plan.load.mix[call.operation] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  if (load !== undefined) run.watch.beginLoad();
  for (const users of load?.users ?? []) {
    if (signal.aborted) return;
    const workload = { calls, users, durationMs: load?.durationMs ?? 0, thinkTimeMs: plan.load.thinkTimeMs };
    const { stage, startMs, endMs } = await runClosedLoop(workload, run.workloadContext);
    run.stages.push({ id: stage.id, users, startedAfterMs: startMs - run.startMs, durationMs: endMs - startMs });
  }
}

function spendError(spentUsd: number, limitUsd: number): UsageError {
  return new UsageError(
    `stopped: this run spent $${spentUsd.toFixed(4)}, more than its limit of $${limitUsd} (objectives: "abort: spend > ...")`,
  );
}
