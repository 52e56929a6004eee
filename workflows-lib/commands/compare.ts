import { basename, join, relative } from 'node:path';
import { loadPlan } from '../config/load-plan.ts';
import type { Plan } from '../config/plan.ts';
import { Interrupted, toError } from '../core/errors.ts';
import { judgeComparison } from '../gate/comparison/judge.ts';
import type { Comparison } from '../history/comparison.ts';
import type { RunDocument } from '../history/run-document.ts';
import { startGeneratorWatch } from '../load/generator-health.ts';
import { SEQUENTIAL_STAGE } from '../load/sequential.ts';
import { createPriceTable } from '../pricing/price-table.ts';
import { prepareSystem } from '../system/prepare-system.ts';
import type { RunningSystem } from '../system/running-system.ts';
import { servicesOnly } from '../system/split-plan.ts';
import { startSystem } from '../system/start.ts';
import { assembleRun } from './assemble-run.ts';
import { finish, readPlan, selectOperations } from './benchmark.ts';
import type { FinishedRun } from './benchmark.ts';
import { compareRuns } from './compare/compare-runs.ts';
import { measureSides } from './compare/measure-sides.ts';
import type { ComparisonWish, MeasuredSides } from './compare/measure-sides.ts';
import { noWorseThanBase, verdictOf } from './compare/outcome.ts';
import { findBase } from './compare/sides/find-base.ts';
import type { SideSource } from './compare/sides/find-base.ts';
import { SideFailure } from './compare/trio.ts';
import type { CommandContext } from './context.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';
import { readObjectives } from './objectives.ts';
import type { OpenedOperations } from './open-drivers.ts';

/** Options of `shotclock compare`. */
export interface CompareOptions extends ComparisonWish {
  readonly config?: string;
  /** A ref, a folder or a run document; the merge base when left out. */
  readonly base?: string;
  /** The same; the checkout when left out. */
  readonly head?: string;
  readonly out?: string;
}

/**
 * Compares base with head: both built, started and measured in turn on this machine; or two runs that were measured before. Base that cannot
 * be built or started fails nothing: head is then measured alone. Head that cannot fails the gate.
 */
export async function compare(options: CompareOptions, context: CommandContext): Promise<FinishedRun> {
  if (isRun(options.base) && isRun(options.head)) {
    const files = { base: options.base, head: options.head };
    return finish({ document: await compareRuns(files, await readPlan(options, context), context) }, options, context);
  }
  const here = selectOperations(await readPlan(options, context), options.only);
  const { base, head, root } = await findBase({
    ...chosen(options),
    cwd: here.root,
    env: { ...context.env, ...context.gitEnv },
    signal: context.signal,
    log: context.log,
  });
  try {
    const path = relative(root, here.file);
    const headPlan = head.origin === 'checkout' ? here : selectOperations(await planIn(head, path, context), options.only);
    return await finish(await compareSources({ base, head, headPlan, path }, options, context), options, context);
  } finally {
    await base.remove();
    await head.remove();
  }
}

function isRun(text: string | undefined): text is string {
  return text?.endsWith('.json') ?? false;
}

function chosen({ base, head }: CompareOptions): { readonly base?: string; readonly head?: string } {
  return { ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }) };
}

/** The plan of a side: where it lies in the other one, or at the side's root. */
async function planIn(side: SideSource, path: string, context: CommandContext): Promise<Plan> {
  const file = join(side.folder, path.startsWith('..') ? basename(path) : path);
  return loadPlan({ file, cwd: side.folder, env: context.env });
}

interface Sources {
  readonly base: SideSource;
  readonly head: SideSource;
  readonly headPlan: Plan;
  /** Of the plan, from the root of a side. */
  readonly path: string;
}

async function compareSources(sources: Sources, options: CompareOptions, context: CommandContext): Promise<Measured> {
  const { base, head, headPlan, path } = sources;
  context.log.info(`Comparing ${nameOf(base)} (base) with ${nameOf(head)} (head)`);
  const objectives = readObjectives(headPlan, context.cwd);
  const prepared = await prepareSide('head', headPlan, context);
  const basePlan = await attempt(async () => {
    const plan = await planIn(base, path, context);
    await prepareSide('base', plan, context);
    return plan;
  }, context);
  if (basePlan.error !== undefined) return headAlone({ ...sources, headPlan: prepared, failure: basePlan.error }, context);
  const sides: Sides = { base: { source: base, plan: basePlan.value }, head: { source: head, plan: prepared } };
  const measured = await attempt(async () => measureBoth(sides, { objectives, options }, context), context);
  if (measured.error === undefined) return measured.value;
  if (measured.error instanceof SideFailure && measured.error.slot !== 'head')
    return headAlone({ ...sources, headPlan: prepared, failure: measured.error }, context);
  throw measured.error;
}

type Attempt<T> = { readonly value: T; readonly error?: undefined } | { readonly error: Error };

/** What fails because base is broken is an answer; an interruption is not. */
async function attempt<T>(body: () => Promise<T>, { signal }: CommandContext): Promise<Attempt<T>> {
  try {
    return { value: await body() };
  } catch (error) {
    if (signal.aborted || error instanceof Interrupted) throw error;
    return { error: toError(error) };
  }
}

async function prepareSide(slot: 'base' | 'head', plan: Plan, context: CommandContext): Promise<Plan> {
  const { clock, log, signal, env } = context;
  try {
    await prepareSystem(plan, { clock, log, signal, env });
    return plan;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SideFailure(slot, toError(error));
  }
}

interface PlannedSide {
  readonly source: SideSource;
  readonly plan: Plan;
}

type Sides = Readonly<Record<'base' | 'head', PlannedSide>>;

interface Purpose {
  readonly objectives: ReturnType<typeof readObjectives>;
  readonly options: CompareOptions;
}

/** Starts the services of both, measures, judges. Throws SideFailure when a side cannot be started at all. */
async function measureBoth(sides: Sides, purpose: Purpose, context: CommandContext): Promise<Measured> {
  const base = await startServices('base', sides.base.plan, context);
  try {
    const head = await startServices('head', sides.head.plan, context);
    try {
      return await measureStarted(sides, { ...purpose, services: { base, head } }, context);
    } finally {
      await head.stop();
    }
  } finally {
    await base.stop();
  }
}

async function startServices(slot: 'base' | 'head', plan: Plan, context: CommandContext): Promise<RunningSystem> {
  const { clock, log, signal, env } = context;
  const said = {
    ...log,
    info: (message: string) => {
      log.info(`${slot}: ${message}`);
    },
  };
  try {
    return await startSystem(servicesOnly(plan), { clock, log: said, signal, env });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SideFailure(slot, toError(error));
  }
}

interface StartedPurpose extends Purpose {
  readonly services: Readonly<Record<'base' | 'head', RunningSystem>>;
}

async function measureStarted(sides: Sides, purpose: StartedPurpose, context: CommandContext): Promise<Measured> {
  const { clock } = context;
  const { services, options, objectives } = purpose;
  const prices = createPriceTable(sides.head.plan.prices);
  const [date, startMs, watch] = [clock.date(), clock.now(), startGeneratorWatch()];
  const compared = {
    base: { plan: sides.base.plan, services: services.base },
    head: { plan: sides.head.plan, services: services.head },
  };
  const measured = await measureSides(compared, { ...options, prices }, context);
  const { failure, measuringMs } = measured.result;
  if (failure instanceof SideFailure && measured.result.pairs === 0) throw failure;
  const generator = watch.stop();
  const documentOf = async (side: 'base' | 'head'): Promise<RunDocument> =>
    assembleRun(
      {
        measurement: { plan: sides[side].plan, kind: 'compare' },
        ...{ objectives, system: services[side], versions: new Map(), operations: NOTHING_OPEN },
        stages: [{ id: SEQUENTIAL_STAGE.id, startedAfterMs: 0, durationMs: measuringMs }],
        ...{
          date,
          durationMs: clock.now() - startMs,
          records: measured.recorders[side].records(),
          generator,
          resources: {},
          prices,
        },
        failure,
      },
      context.env,
    );
  const [base, head] = [await documentOf('base'), await documentOf('head')];
  const document = withComparison(head, { base, sides, measured });
  return failure === undefined ? { document } : { document, failure };
}

const NOTHING_OPEN: OpenedOperations = {
  calls: [],
  check: async () => Promise.resolve(new Map()),
  close: async () => Promise.resolve(),
};

interface ComparedParts {
  readonly base: RunDocument;
  readonly sides: Sides;
  readonly measured: MeasuredSides;
}

function withComparison(head: RunDocument, { base, sides, measured }: ComparedParts): RunDocument {
  const { design, operations, book, result } = measured;
  const judged = judgeComparison({ design, series: book.series() });
  const { pairs, starts, measuringMs, ended } = result;
  const comparison: Comparison = {
    ...{ base: sideOf(sides.base), head: sideOf(sides.head), design, pairs, starts, measuringMs, ended },
    ...judged,
    ...{ operations: operations.listed, statements: [], parts: [], acceptances: [] },
    reproduce: reproduceCommand(sides),
  };
  const noWorse = sides.head.plan.compare.objectives === 'no_worse';
  const objectives = noWorse ? noWorseThanBase(head.objectives, base.objectives, judged.flagged) : head.objectives;
  return { ...head, objectives, comparison, verdict: verdictOf(head, comparison, objectives) };
}

function sideOf({ source, plan }: PlannedSide): Comparison['base'] {
  return { label: source.label, commit: source.commit, origin: source.origin, planDigest: plan.digest };
}

function reproduceCommand({ base }: Sides): string {
  return `shotclock compare --base ${base.source.commit ?? base.source.label}`;
}

function nameOf({ label, commit }: SideSource): string {
  return commit === null || label === commit ? label.slice(0, 40) : `${label} ${commit.slice(0, 12)}`;
}

interface Alone extends Sources {
  readonly failure: Error;
}

/** Base cannot be measured, which is no fault of head's: head is benchmarked and judged on its objectives. */
async function headAlone({ base, head, headPlan, failure }: Alone, context: CommandContext): Promise<Measured> {
  context.log.warn(`base cannot be measured, so head is judged alone: ${failure.message}`);
  const measured = await measure({ plan: headPlan, kind: 'compare', benchmark: {} }, context);
  const { document } = measured;
  const names = headPlan.operations.map(({ name }) => name);
  const comparison: Comparison = {
    base: { label: base.label, commit: base.commit, origin: base.origin, planDigest: '' },
    head: sideOf({ source: head, plan: headPlan }),
    design: {
      ...{ seed: headPlan.seed, level: headPlan.compare.level, looks: [], gatingMetrics: 0 },
      budgetMs: headPlan.compare.budgetMs,
      pairsPerStart: 0,
      layout: 'side-by-side',
    },
    ...{
      pairs: 0,
      starts: 0,
      measuringMs: 0,
      ended: 'stopped',
      metrics: [],
      sentinel: { verdict: 'unknown', reasons: [] },
      flagged: [],
    },
    ...{ operations: { added: names, removed: [], changed: [] }, statements: [], parts: [], acceptances: [] },
    baseFailure: failure.message,
    verdict: 'pass',
    reproduce: reproduceCommand({ base: { source: base, plan: headPlan }, head: { source: head, plan: headPlan } }),
  };
  return { ...measured, document: { ...document, comparison } };
}
