/** What pairs do not show: what the calls do inside, the operations that only head has, and percentiles that need more calls. */
import type { Plan } from '../../config/plan.ts';
import { toError } from '../../core/errors.ts';
import type { Objective } from '../../gate/objective.ts';
import type { CommandContext } from '../context.ts';
import { lackingCalls } from './lacking-calls.ts';
import { measureAlone } from './measure-alone.ts';
import type { MeasuredSides } from './measure-sides.ts';
import { lookAndCount, type Inside, type LookRequest } from './why/look-and-count.ts';

/** What was measured in pairs and beyond them. */
export interface Further {
  readonly measured: MeasuredSides;
  readonly inside: Inside;
}

/** What is wanted beyond the pairs. */
export interface FurtherRequest extends LookRequest {
  /** Judged on head, and on base where it may excuse head. */
  readonly objectives: readonly Objective[];
  /** A few metrics were asked for alone. */
  readonly onlyMetrics: boolean;
}

/**
 * Looks into the calls, and measures what base does not have and what objectives need unless a few metrics were asked for alone. Nothing that was measured
 * before is lost by what goes wrong here: an interruption makes the measurement one that was cut short, anything else a warning.
 */
export async function lookFurther(request: FurtherRequest, context: CommandContext): Promise<Further> {
  const { measured, onlyMetrics } = request;
  try {
    const inside = await lookAndCount(request, context);
    if (measured.result.failure !== undefined || onlyMetrics) return { measured, inside };
    try {
      for (const side of sidesWanted(request)) await measureSide(side, request, context);
      return { measured, inside };
    } catch (error) {
      context.signal.throwIfAborted();
      const warning = `What only head does, and percentiles that need more calls, were not measured: ${toError(error).message}`;
      context.log.warn(warning);
      return { measured, inside: { ...inside, warnings: [...inside.warnings, warning] } };
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    const result = { ...measured.result, failure: toError(error) };
    return { measured: { ...measured, result }, inside: { insight: undefined, warnings: [] } };
  }
}

/** Base counts where an objective that it misses as well excuses head. */
function sidesWanted({ sides }: FurtherRequest): readonly ('base' | 'head')[] {
  return sides.head.plan.compare.objectives === 'no_worse' ? ['base', 'head'] : ['head'];
}

async function measureSide(side: 'base' | 'head', request: FurtherRequest, context: CommandContext): Promise<void> {
  const { sides, measured, servicesOf, objectives } = request;
  const { plan } = sides[side];
  const recorder = measured.recorders[side];
  const leftMs = (measured.design.budgetMs - measured.result.measuringMs) / sidesWanted(request).length;
  const lacking = lackingCalls({ objectives, records: recorder.records(), leftMs });
  const { added, changed } = measured.operations.listed;
  const own = side === 'head' ? benchmarked(plan, [...added, ...changed]) : [];
  const samples = new Map([...own, ...lacking]);
  if (samples.size === 0) return;
  await servicesOf(side, async (services) => measureAlone({ plan, samples, recorder }, services, context));
}

/** As often as in a benchmark. */
function benchmarked({ operations, benchmark }: Plan, names: readonly string[]): [string, number][] {
  return operations.filter(({ name }) => names.includes(name)).map(({ name, samples }) => [name, samples ?? benchmark.samples]);
}
