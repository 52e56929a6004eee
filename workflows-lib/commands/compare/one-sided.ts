/** Comparisons of which one side could not be measured at all. */
import type { Plan } from '../../config/plan.ts';
import { planSecrets } from '../../config/plan-secrets.ts';
import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { createPriceTable } from '../../pricing/price-table.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { createSecrets } from '../../system/secrets.ts';
import { assembleRun } from '../assemble-run.ts';
import type { CommandContext } from '../context.ts';
import { measure } from '../measure.ts';
import type { Measured } from '../measure.ts';
import type { OperationPairs } from './common-operations.ts';
import { describeSide } from './planned-side.ts';
import { reproduceCommand } from './reproduce-command.ts';
import type { ReproducedWish } from './reproduce-command.ts';
import { withoutSecrets, type SideFailure } from './side-failure.ts';
import type { SideSource } from './sides/find-base.ts';

/** Both sides as far as they are known. */
export interface OneSidedRequest {
  readonly base: SideSource;
  readonly head: SideSource;
  readonly headPlan: Plan;
  readonly wish: ReproducedWish;
  /** Where both plans are known. */
  readonly operations?: OperationPairs;
}

/** Base cannot be measured, which is no fault of head's: head is benchmarked and judged on its objectives. */
export async function measureHeadAlone(
  request: OneSidedRequest & { readonly why: string },
  context: CommandContext,
): Promise<Measured> {
  const { headPlan } = request;
  const why = secretsOf(headPlan, context).hide(request.why);
  context.log.warn(`base cannot be measured, so head is judged alone: ${why}`);
  // It is built already.
  const plan = { ...headPlan, system: { ...headPlan.system, prepare: [] } };
  const measured = await measure({ plan, kind: 'compare', benchmark: {} }, context);
  const comparison = { ...nothingCompared(request), baseFailure: why };
  return { ...measured, document: { ...measured.document, comparison } };
}

/** Head cannot be built or started: that is the verdict. */
export async function failBrokenHead(
  request: OneSidedRequest & { readonly failure: SideFailure },
  context: CommandContext,
): Promise<Measured> {
  const { headPlan } = request;
  const failure = withoutSecrets(request.failure, secretsOf(headPlan, context));
  context.log.warn(failure.message);
  const document: RunDocument = await assembleRun(
    {
      measurement: { plan: headPlan, kind: 'compare' },
      ...{ objectives: { judged: [] }, system: NOTHING_RUNS, versions: new Map() },
      operations: { calls: [], check: async () => Promise.resolve(new Map()), close: async () => Promise.resolve() },
      ...{ stages: [], date: context.clock.date(), durationMs: 0, records: [], resources: {} },
      ...{ generator: NOTHING_GENERATED, prices: createPriceTable(headPlan.prices), failure: undefined },
    },
    context.env,
  );
  const comparison = { ...nothingCompared(request), headFailure: request.failure.reason, verdict: 'fail' as const };
  return { document: { ...document, comparison, verdict: 'fail' } };
}

/** What must not be told of a side that does not run: no system of it knows. */
function secretsOf(plan: Plan, { env }: CommandContext): Pick<RunningSystem, 'hide'> {
  const secrets = createSecrets();
  for (const secret of planSecrets(plan, env)) secrets.add(secret);
  return secrets;
}

const NOTHING_GENERATED: RunDocument['generator'] = {
  ...{ verdict: 'ok', reasons: [], eventLoopUtilization: 0, eventLoopDelayMs: { p50: 0, p99: 0, max: 0 } },
  ...{ residentBytesMax: 0, stealRatio: null },
};

const NOTHING_RUNS: RunningSystem = {
  ...{ endpoints: {}, info: {}, childEnvironment: {}, died: new Promise<never>(() => undefined) },
  resources: async () => Promise.resolve({}),
  unrecordedRequests: async () => Promise.resolve([]),
  stop: async () => Promise.resolve(),
  hide: (text) => text,
};

function nothingCompared({ base, head, headPlan, wish, operations }: OneSidedRequest): Comparison {
  const { level, budgetMs } = headPlan.compare;
  return {
    ...{ base: describeSide(base), head: describeSide(head, headPlan) },
    design: {
      ...{ seed: headPlan.seed, level, looks: [], gatingMetrics: 0, budgetMs, pairsPerStart: 0, layout: 'side-by-side' },
    },
    ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped', metrics: [], flagged: [] },
    sentinel: { verdict: 'unknown', reasons: [] },
    operations: operations?.listed ?? { added: [], removed: [], changed: [] },
    ...{ statements: [], parts: [], acceptances: [], verdict: 'pass' },
    reproduce: reproduceCommand({ base, head }, wish),
  };
}
