/** The look into the calls, once the pairs are measured: what it found, counted, and what it could not. */
import type { RunningSystem } from '../../../system/running-system.ts';
import type { CommandContext } from '../../context.ts';
import type { MeasuredSides } from '../measure-sides.ts';
import type { PlannedSides } from '../planned-side.ts';
import { countInside } from './count-inside.ts';
import type { Insight } from './look-again.ts';
import { lookInside, type SideToLookInto } from './look-inside.ts';

/** What the calls do inside, as far as it is known. */
export interface Inside {
  readonly insight: Insight | undefined;
  /** What is not known, and why. */
  readonly warnings: readonly string[];
}

/** Has the services of a side run for as long as `use` takes. */
export type ServicesOf = <T>(side: 'base' | 'head', use: (services: RunningSystem) => Promise<T>) => Promise<T>;

/** Sides that were measured. */
export interface LookRequest {
  readonly sides: PlannedSides;
  readonly measured: MeasuredSides;
  readonly servicesOf: ServicesOf;
}

/** A document has room for so much of a warning. */
const LONGEST_REASON = 1_000;

/**
 * Looks into the calls of both sides and writes into their books what it counted. Not where the measuring was broken off: what broke it would
 * break this too. What could not be counted is told: a gate that lacks a metric should not look like one that it passed.
 */
export async function lookAndCount({ sides, measured, servicesOf }: LookRequest, context: CommandContext): Promise<Inside> {
  if (measured.result.failure !== undefined) return notCounted('the measuring was broken off');
  const side = (name: 'base' | 'head'): SideToLookInto => ({
    plan: sides[name].plan,
    withServices: async (use) => servicesOf(name, use),
  });
  const looked = await lookInside({ base: side('base'), head: side('head') }, measured.measuredOperations, context);
  const inside =
    'why' in looked ? notCounted(looked.why) : { insight: looked.insight, warnings: countInside(looked.insight, measured) };
  for (const warning of inside.warnings) context.log.warn(warning);
  return inside;
}

function notCounted(why: string): Inside {
  const warning = `Statements, tool calls and model calls were not counted: ${why.slice(0, LONGEST_REASON)}`;
  return { insight: undefined, warnings: [warning] };
}
