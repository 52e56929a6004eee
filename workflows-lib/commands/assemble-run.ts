import { randomUUID } from 'node:crypto';
import type { Plan } from '../config/plan.ts';
import { judge } from '../gate/judge.ts';
import { COUNTED } from '../gate/objective.ts';
import type { Objective } from '../gate/objective.ts';
import { RUN_SCHEMA } from '../history/run-document.ts';
import type { OperationOutcome, RunDocument } from '../history/run-document.ts';
import { newRunId } from '../history/run-id.ts';
import { verdictOfRun } from '../history/run-verdict.ts';
import type { OperationRecord } from '../load/recorder.ts';
import { findPrice } from '../pricing/price-table.ts';
import type { PriceTable } from '../pricing/price-table.ts';
import { buildMetrics, buildOutcome, buildStage, buildUsage } from './build-measurements.ts';
import type { StageTimes } from './build-measurements.ts';
import type { CommandContext } from './context.ts';
import { describeEnvironment, gitFacts } from './environment.ts';
import { judgeUnrecorded } from './judge-unrecorded.ts';
import type { Session } from './run-stages.ts';

/** What a run left behind. */
export interface RunParts extends Session {
  readonly stages: readonly StageTimes[];
  readonly date: Date;
  readonly durationMs: number;
  readonly records: readonly OperationRecord[];
  readonly generator: RunDocument['generator'];
  readonly resources: RunDocument['resources'];
  readonly prices: PriceTable;
  readonly failure: Error | undefined;
  /** Requests to replayed models that had no recording; a comparison, which tells them by side, leaves them out here. */
  readonly unrecorded?: readonly string[];
}

/** Puts the run document together and judges it. `env` tells the runner's image. */
export async function assembleRun(parts: RunParts, env: CommandContext['env']): Promise<RunDocument> {
  const { plan } = parts.measurement;
  const measured = measurementsOf(parts);
  const { usage } = measured;
  const git = await gitFacts(plan.root);
  const { judged, postponed } = forThisRun(parts);
  const status = parts.failure === undefined ? 'complete' : 'partial';
  const unpriced = new Set(usage.filter(({ costUsd }) => costUsd === null).map(({ provider, model }) => `${provider}/${model}`));
  const { objectives } = judge(judged, { ...measured, run: { status } });
  const unrecorded = judgeUnrecorded(parts.unrecorded ?? [], measured);
  const document: Omit<RunDocument, 'verdict'> = {
    schema: RUN_SCHEMA,
    run: {
      id: newRunId({ date: parts.date, commit: git.commit, random: randomUUID() }),
      kind: parts.measurement.kind,
      status,
      ...(parts.failure === undefined ? {} : { partialReason: parts.failure.message }),
      system: plan.system.name,
      ...git,
      startedAt: parts.date.toISOString(),
      durationMs: parts.durationMs,
      seed: plan.seed,
      planDigest: plan.digest,
    },
    environment: describeEnvironment(parts, env),
    ...measured,
    cost: {
      currency: 'USD',
      priceTable: { date: parts.prices.date, sources: [...parts.prices.sources] },
      totalUsd: usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0),
      unpriced: [...unpriced],
    },
    resources: parts.resources,
    objectives: [...objectives, ...unrecorded.objectives],
    warnings: [...postponed, ...priceNotes(usage, parts.prices), ...unrecorded.warnings],
  };
  return { ...document, verdict: verdictOfRun(document) };
}

function measurementsOf(parts: RunParts): Pick<RunDocument, 'stages' | 'metrics' | 'outcomes' | 'usage' | 'generator'> {
  const records = inPlanOrder(parts.records, parts.measurement.plan);
  const recordsOf = (id: string): OperationRecord[] => records.filter((record) => record.stage.id === id);
  const stageMs = (id: string): number => parts.stages.find((stage) => stage.id === id)?.durationMs ?? parts.durationMs;
  return {
    stages: parts.stages.map((stage) => buildStage(stage, recordsOf(stage.id))),
    metrics: records.flatMap(buildMetrics),
    outcomes: records
      .map((record) => buildOutcome(record, stageMs(record.stage.id)))
      .filter(({ attempts }) => attempts > 0)
      .map((outcome) => withoutSecrets(outcome, parts.system)),
    usage: records.flatMap(buildUsage),
    generator: parts.generator,
  };
}

/** An answer may quote what the system was configured with. */
function withoutSecrets(outcome: OperationOutcome, system: Session['system']): OperationOutcome {
  return { ...outcome, failures: outcome.failures.map((failure) => ({ ...failure, example: system.hide(failure.example) })) };
}

/** Objectives on a number of users wait for a run with load, those on counts for a comparison; elsewhere they would always be undecided. */
function forThisRun({ measurement, objectives }: Session): { judged: readonly Objective[]; postponed: readonly string[] } {
  const whyNot = ({ users, metric }: Objective): string | undefined => {
    if (users !== undefined && measurement.load === undefined) return 'this run has no load';
    return COUNTED.has(metric) && measurement.kind !== 'compare' ? 'only a comparison looks into calls' : undefined;
  };
  return {
    judged: objectives.judged.filter((objective) => whyNot(objective) === undefined),
    postponed: objectives.judged.flatMap((objective) => {
      const why = whyNot(objective);
      return why === undefined ? [] : [`Not judged, because ${why}: ${objective.text}`];
    }),
  };
}

/** Records of a stage in the order of the plan, not in that of their first call. */
function inPlanOrder(records: RunParts['records'], plan: Plan): RunParts['records'] {
  const place = new Map(plan.operations.map(({ name }, index) => [name, index]));
  const stages = [...new Set(records.map(({ stage }) => stage.id))];
  const rank = ({ operation, stage }: (typeof records)[number]): number =>
    stages.indexOf(stage.id) * place.size + (place.get(operation) ?? 0);
  return records.toSorted((left, right) => rank(left) - rank(right));
}

/** What people should know of the prices that were used; what else is off, the document says in its own fields. */
function priceNotes(usage: RunDocument['usage'], prices: PriceTable): string[] {
  const notes = usage.flatMap(({ provider, model }) => {
    const note = findPrice(prices, { provider, model })?.note;
    return note === undefined ? [] : [`Price of ${provider}/${model}: ${note}.`];
  });
  return [...new Set(notes)];
}
