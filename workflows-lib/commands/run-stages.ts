import type { Plan } from '../config/plan.ts';
import type { Objectives } from '../gate/objective.ts';
import type { RunDocument } from '../history/run-document.ts';
import { runClosedLoop } from '../load/closed-loop.ts';
import type { GeneratorWatch } from '../load/generator-health.ts';
import { SEQUENTIAL_STAGE, runSequential } from '../load/sequential.ts';
import type { WorkloadContext } from '../load/sequential.ts';
import type { RunningSystem } from '../system/running-system.ts';
import type { StageTimes } from './build-measurements.ts';
import type { OpenedOperations, Versions } from './open-drivers.ts';

/** What to measure, and what to call it. */
export interface Measurement {
  readonly plan: Plan;
  readonly kind: RunDocument['run']['kind'];
  /** Every operation one at a time, with this many samples instead of the plan's; omitted, no benchmark is run. */
  readonly benchmark?: { readonly samples?: number };
  /** Closed stages one after another; omitted, no load is offered. */
  readonly load?: { readonly users: readonly number[]; readonly durationMs: number };
}

/** A measurement under way: the system runs and every target was reached. */
export interface Session {
  readonly measurement: Measurement;
  readonly objectives: Objectives;
  readonly operations: OpenedOperations;
  readonly system: RunningSystem;
  readonly versions: Versions;
}

/** What the stages of a run share. */
export interface StageRun {
  readonly workloadContext: WorkloadContext;
  readonly watch: GeneratorWatch;
  /** Filled stage by stage, so that an early end leaves those that ran. */
  readonly stages: StageTimes[];
  /** Start of the run, in `Clock.now` milliseconds. */
  readonly startMs: number;
}

/** Runs the benchmark, then each number of users, until the end or until the signal of the workload aborts. */
export async function runStages(session: Session, run: StageRun): Promise<void> {
  if (session.measurement.benchmark !== undefined) await runBenchmark(session, run);
  const { load, plan } = session.measurement;
  if (load === undefined) return;
  const calls = session.operations.calls
    .map((call) => ({ call, weight: plan.load.mix[call.operation] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  run.watch.beginLoad();
  for (const users of load.users) {
    if (run.workloadContext.signal.aborted) return;
    const workload = { calls, users, durationMs: load.durationMs, thinkTimeMs: plan.load.thinkTimeMs };
    const { stage, startMs, endMs } = await runClosedLoop(workload, run.workloadContext);
    run.stages.push({ id: stage.id, users, startedAfterMs: startMs - run.startMs, durationMs: endMs - startMs });
  }
}

async function runBenchmark({ measurement, operations }: Session, run: StageRun): Promise<void> {
  const { benchmark, plan } = measurement;
  const planned = new Map(plan.operations.map(({ name, samples }) => [name, samples]));
  const samplesOf = (operation: string): number => benchmark?.samples ?? planned.get(operation) ?? plan.benchmark.samples;
  const calls = operations.calls.map((call) => ({ call, samples: samplesOf(call.operation) }));
  const startMs = await runSequential({ calls, warmUp: plan.benchmark.warmUp }, run.workloadContext);
  const endMs = run.workloadContext.clock.now();
  run.stages.push({ id: SEQUENTIAL_STAGE.id, startedAfterMs: startMs - run.startMs, durationMs: endMs - startMs });
}
