/** The documents of a comparison: what both sides measured, judged. */
import type { Objectives } from '../../gate/objective.ts';
import { closeDesign } from '../../gate/comparison/design.ts';
import { judgeComparison } from '../../gate/comparison/judge.ts';
import { pairsSoFar } from '../../gate/comparison/replay.ts';
import type { ChangePart, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { verdictOfRun } from '../../history/run-verdict.ts';
import { SEQUENTIAL_STAGE } from '../../load/sequential.ts';
import type { PricesOfSides } from '../../pricing/decompose.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { assembleRun } from '../assemble-run.ts';
import type { CommandContext } from '../context.ts';
import { judgeUnrecordedOf } from '../judge-unrecorded.ts';
import type { OpenedOperations } from '../open-drivers.ts';
import { budgetWarning } from './budget-warning.ts';
import type { MeasuredSides } from './measure-sides.ts';
import { noWorseThanBase } from './outcome.ts';
import { planDifferences } from './plan-differences.ts';
import { describeSide } from './planned-side.ts';
import type { PlannedSides } from './planned-side.ts';
import { reproduceCommand } from './reproduce-command.ts';
import type { ReproducedWish } from './reproduce-command.ts';
import { SideFailure } from './side-failure.ts';
import { compareStatements } from './why/compare-statements.ts';
import { explainChange } from './why/explain.ts';
import type { Inside } from './why/look-and-count.ts';
import type { Insight } from './why/look-again.ts';

/** Everything that a comparison came to. */
export interface ComparedParts {
  readonly sides: PlannedSides;
  /** Of each side, running or stopped: what its services are, and what must not be told. */
  readonly systems: Readonly<Record<'base' | 'head', RunningSystem>>;
  readonly objectives: Objectives;
  readonly measured: MeasuredSides;
  readonly inside: Inside;
  readonly prices: PricesOfSides;
  readonly generator: RunDocument['generator'];
  readonly date: Date;
  readonly durationMs: number;
  readonly wish: ReproducedWish;
}

const NOTHING_OPEN: OpenedOperations = {
  calls: [],
  check: async () => Promise.resolve(new Map()),
  close: async () => Promise.resolve(),
};

/** Head's document with the comparison in it. */
export async function comparisonDocument(parts: ComparedParts, env: CommandContext['env']): Promise<RunDocument> {
  const [base, head] = [await documentOf('base', parts, env), await documentOf('head', parts, env)];
  const { sides, measured, inside } = parts;
  const { insight } = inside;
  const { operations, book, result } = measured;
  const { pairs, starts, measuringMs, ended, failure } = result;
  const series = book.series();
  const design = closeDesign(measured.design, { pairs: pairsSoFar(series), ended });
  const judged = judgeComparison({ design, series: [...series, ...book.tails(design)] });
  const comparison: Comparison = {
    ...{ base: describeSide(sides.base.source, sides.base.plan), head: describeSide(sides.head.source, sides.head.plan) },
    ...{ design, pairs, starts, measuringMs, ended, ...judged, operations: operations.listed },
    statements: insight === undefined ? [] : compareStatements(insight.base, insight.head),
    parts: insight === undefined ? [] : changeParts(judged, insight, parts.prices),
    acceptances: [],
    ...failureOfSide(failure),
    ...(isOfHead(failure) ? { verdict: 'fail' as const } : {}),
    reproduce: reproduceCommand({ base: sides.base.source, head: sides.head.source }, parts.wish),
  };
  const noWorse = sides.head.plan.compare.objectives === 'no_worse';
  const results = { objectives: parts.objectives.judged, base: base.objectives, head: head.objectives, compared: judged };
  const { tolerance } = sides.head.plan.compare;
  const objectives = noWorse ? noWorseThanBase({ ...results, tolerance }) : head.objectives;
  const warnings = [
    ...head.warnings,
    ...planDifferences(sides.base.plan, sides.head.plan),
    ...inside.warnings,
    ...budgetWarning(design, result),
  ];
  // Only now: that base fell back as well excuses nothing.
  const unrecorded = await judgeUnrecordedOf(parts.systems, parts.generator);
  const document = {
    ...{ ...head, comparison, objectives: [...objectives, ...unrecorded.objectives] },
    warnings: [...warnings, ...unrecorded.warnings],
  };
  return { ...document, verdict: verdictOfRun(document) };
}

function isOfHead(failure: Error | undefined): boolean {
  return failure instanceof SideFailure && failure.slot === 'head';
}

/** A side that died while it was measured. */
function failureOfSide(failure: Error | undefined): Pick<Comparison, 'headFailure'> {
  return failure instanceof SideFailure && failure.slot === 'head' ? { headFailure: failure.reason } : {};
}

async function documentOf(side: 'base' | 'head', parts: ComparedParts, env: CommandContext['env']): Promise<RunDocument> {
  const { sides, systems, objectives, measured, prices, generator, date, durationMs } = parts;
  const { failure, measuringMs } = measured.result;
  return assembleRun(
    {
      measurement: { plan: sides[side].plan, kind: 'compare' },
      ...{ objectives, system: systems[side], versions: new Map(), operations: NOTHING_OPEN },
      stages: [{ id: SEQUENTIAL_STAGE.id, startedAfterMs: 0, durationMs: measuringMs }],
      ...{ date, durationMs, records: measured.recorders[side].records(), generator, resources: {}, prices: prices[side] },
      failure,
    },
    env,
  );
}

/** What moved each metric that got worse or better, as far as it is known. */
function changeParts({ metrics }: Pick<Comparison, 'metrics'>, insight: Insight, prices: PricesOfSides): ChangePart[] {
  const moved = metrics.filter(({ role, verdict }) => role === 'gate' && (verdict === 'regression' || verdict === 'improvement'));
  return moved.flatMap(({ operation, metric, base, head }) => {
    const of = (side: Insight['base']): Insight['base'][number] | undefined => side.find((one) => one.operation === operation);
    const [before, after] = [of(insight.base), of(insight.head)];
    if (before === undefined || after === undefined) return [];
    const measured = base === null || head === null ? {} : { measured: { base, head } };
    return explainChange({ metric, ...measured, prices }, before, after);
  });
}
