/** What pairs do not show: what the calls do inside, and the operations that only head has. */
import { toError } from '../../core/errors.ts';
import type { CommandContext } from '../context.ts';
import { measureAdded } from './measure-added.ts';
import type { MeasuredSides } from './measure-sides.ts';
import { lookAndCount, type Inside, type LookRequest } from './why/look-and-count.ts';

/** What was measured in pairs and beyond them. */
export interface Further {
  readonly measured: MeasuredSides;
  readonly inside: Inside;
}

/**
 * Looks into the calls, and measures what base does not have unless a few metrics were asked for alone. Nothing that was measured before is lost by what
 * goes wrong here: an interruption makes the measurement one that was cut short, anything else a warning.
 */
export async function lookFurther(request: LookRequest, onlyMetrics: boolean, context: CommandContext): Promise<Further> {
  const { sides, measured, servicesOf } = request;
  try {
    const inside = await lookAndCount(request, context);
    if (measured.result.failure !== undefined || onlyMetrics) return { measured, inside };
    const { added, changed } = measured.operations.listed;
    const wanted = { plan: sides.head.plan, operations: [...added, ...changed], recorder: measured.recorders.head };
    try {
      await servicesOf('head', async (services) => measureAdded(wanted, services, context));
      return { measured, inside };
    } catch (error) {
      context.signal.throwIfAborted();
      const warning = `Operations that only head has were not measured: ${toError(error).message}`;
      context.log.warn(warning);
      return { measured, inside: { ...inside, warnings: [...inside.warnings, warning] } };
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    const result = { ...measured.result, failure: toError(error) };
    return { measured: { ...measured, result }, inside: { insight: undefined, warnings: [] } };
  }
}
