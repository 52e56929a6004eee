import type { Objectives } from '../../gate/objective.ts';
import { startGeneratorWatch } from '../../load/generator-health.ts';
import type { Slot } from '../../load/triples.ts';
import type { PricesOfSides } from '../../pricing/decompose.ts';
import { createPriceTable } from '../../pricing/price-table.ts';
import { openPostgresTemplates } from '../../system/postgres-templates.ts';
import type { RunDocument } from '../../history/run-document.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { knowingAll } from '../../system/unrecorded-requests.ts';
import type { CommandContext } from '../context.ts';
import type { Measured } from '../measure.ts';
import { comparisonDocument } from './comparison-document.ts';
import type { OperationPairs } from './common-operations.ts';
import { fitSideBySide } from './fit-side-by-side.ts';
import { lookFurther, type FurtherRequest } from './look-further.ts';
import { measureAlternately } from './measure-alternately.ts';
import { measurePairs } from './measure-pairs.ts';
import type { ComparedSystem } from './measure-pairs.ts';
import { measureSides } from './measure-sides.ts';
import type { ComparisonWish, MeasuredSides, SidesRequest } from './measure-sides.ts';
import type { PlannedSides } from './planned-side.ts';
import type { ReproducedWish } from './reproduce-command.ts';
import { SideFailure, withoutSecrets } from './side-failure.ts';
import { createSideStarter, type SideStarter } from './start-side.ts';
import type { Inside, LookRequest, ServicesOf } from './why/look-and-count.ts';

/** What is asked of two sides that are built. */
export interface BothRequest {
  readonly sides: PlannedSides;
  readonly objectives: Objectives;
  readonly operations: OperationPairs;
  readonly wish: ComparisonWish & ReproducedWish;
}

/** What was measured, and of what. */
interface Outcome {
  readonly measured: MeasuredSides;
  readonly inside: Inside;
  readonly systems: Readonly<Record<'base' | 'head', RunningSystem>>;
}

/**
 * Starts both sides, measures pairs, looks into the calls, judges. Throws SideFailure when a side cannot be started at all; a side that dies later
 * leaves what was measured until then.
 */
export async function measureBoth(request: BothRequest, context: CommandContext): Promise<Measured> {
  const { sides, objectives, wish } = request;
  const templates = await openPostgresTemplates({
    clock: context.clock,
    log: context.log,
    signal: context.signal,
    env: context.env,
  });
  try {
    const starter = createSideStarter(sides, { templates, context });
    const prices = {
      base: createPriceTable(sides.base.plan.prices),
      head: createPriceTable(sides.head.plan.prices),
    };
    const [date, startMs] = [context.clock.date(), context.clock.now()];
    const { outcome, generator } = await watched(async () => measureStarted({ ...request, starter, prices }, context));
    const { measured, inside, systems } = outcome;
    const { failure } = measured.result;
    if (failure instanceof SideFailure && measured.result.pairs === 0) throw failure;
    const durationMs = context.clock.now() - startMs;
    const document = await comparisonDocument(
      { ...{ sides, systems, objectives, measured, inside, prices, generator, date, durationMs, wish } },
      context.env,
    );
    // That a side died is told by the document; it is no failure of measuring.
    return failure === undefined || failure instanceof SideFailure ? { document } : { document, failure };
  } finally {
    await templates.close();
  }
}

/** What became of it, and whether this process was fit to measure meanwhile. */
async function watched(measure: () => Promise<Outcome>): Promise<{ outcome: Outcome; generator: RunDocument['generator'] }> {
  const watch = startGeneratorWatch();
  try {
    return { outcome: await measure(), generator: watch.stop() };
  } catch (error) {
    watch.stop();
    throw error;
  }
}

interface Started extends BothRequest {
  readonly starter: SideStarter;
  readonly prices: PricesOfSides;
}

async function measureStarted(started: Started, context: CommandContext): Promise<Outcome> {
  const { layout } = started.sides.head.plan.compare;
  const atOnce = layout === 'side-by-side' || (layout === 'auto' && (await fitSideBySide(started.starter, context)));
  return atOnce ? sideBySide(started, context) : alternately(started, context);
}

const SLOTS: readonly Slot[] = ['base', 'head', 'twin'];

async function sideBySide(started: Started, context: CommandContext): Promise<Outcome> {
  const { starter, sides } = started;
  const services = await starter.allServices();
  try {
    const systemOf = (slot: Slot): ComparedSystem => ({
      plan: sides[slot === 'head' ? 'head' : 'base'].plan,
      services: services[slot],
    });
    const systems = { base: systemOf('base'), head: systemOf('head'), twin: systemOf('twin') };
    const measured = await measureSides({
      ...requestOf(started),
      layout: 'side-by-side',
      measure: async (planned) => measurePairs({ ...planned, systems }, context),
    });
    hideSecrets(measured, Object.values(services));
    const request = { sides, measured, servicesOf: async (side, use) => use(services[side]) } satisfies LookRequest;
    const further = await lookFurther({ ...request, ...wantedOf(started) }, context);
    const base = knowingAll(services.base, [services.base, services.twin]);
    return { ...further, systems: { ...services, base } };
  } finally {
    await Promise.all(SLOTS.map(async (slot) => services[slot].stop()));
  }
}

async function alternately(started: Started, context: CommandContext): Promise<Outcome> {
  const { starter, sides } = started;
  const last: Partial<Record<'base' | 'head', RunningSystem>> = {};
  const all: Readonly<Record<'base' | 'head', RunningSystem[]>> = { base: [], head: [] };
  const start = async (side: 'base' | 'head'): Promise<RunningSystem> => {
    const system = (last[side] = await starter.everything(side));
    all[side].push(system);
    return system;
  };
  const measured = await measureSides({
    ...requestOf(started),
    layout: 'alternate-starts',
    measure: async (planned) => measureAlternately({ ...planned, sides, start }, context),
  });
  const { failure } = measured.result;
  const { base, head } = last;
  if (base === undefined || head === undefined) throw failure ?? new Error('a side was never started');
  const servicesOf: ServicesOf = async (side, use) => {
    const services = await starter.services(side);
    all[side].push(services);
    try {
      return await use(services);
    } finally {
      await services.stop();
    }
  };
  hideSecrets(measured, [base, head]);
  const further = await lookFurther({ sides, measured, servicesOf, ...wantedOf(started) }, context);
  return { ...further, systems: { base: knowingAll(base, all.base), head: knowingAll(head, all.head) } };
}

function wantedOf({ objectives, wish }: Started): Pick<FurtherRequest, 'objectives' | 'onlyMetrics'> {
  return { objectives: objectives.judged, onlyMetrics: wish.metrics !== undefined };
}

/** What ended the measuring is told to people: in the log, and in the document. */
function hideSecrets({ result: { failure } }: MeasuredSides, systems: readonly RunningSystem[]): void {
  if (failure !== undefined) withoutSecrets(failure, ...systems);
}

function requestOf({ sides, operations, wish, prices }: Started): Omit<SidesRequest, 'layout' | 'measure'> {
  return { ...wish, plans: { base: sides.base.plan, head: sides.head.plan }, operations, prices };
}
