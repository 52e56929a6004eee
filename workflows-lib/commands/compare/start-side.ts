import { toError } from '../../core/errors.ts';
import type { Slot } from '../../load/triples.ts';
import type { PostgresTemplates } from '../../system/postgres/template.ts';
import type { RunningSystem } from '../../system/running-system.ts';
import { servicesOnly } from '../../system/split-plan.ts';
import { startSystem } from '../../system/start.ts';
import type { CommandContext } from '../context.ts';
import type { PlannedSides } from './planned-side.ts';
import { SideFailure } from './side-failure.ts';

/** Starts sides that are built already. Everything rejects with SideFailure, or with the signal's reason when aborted. */
export interface SideStarter {
  /** The services of a slot alone. */
  services(slot: Slot): Promise<RunningSystem>;
  /** Those of all slots, at once; when one fails, the others are stopped again. */
  allServices(): Promise<Readonly<Record<Slot, RunningSystem>>>;
  /** Services and processes. */
  everything(slot: Slot): Promise<RunningSystem>;
}

/** What all starts share. */
export interface StarterParts {
  /** Databases are copied from these, so that both sides have the same pages. */
  readonly templates: PostgresTemplates;
  readonly context: CommandContext;
}

/** A starter for the sides of a comparison. */
export function createSideStarter(sides: PlannedSides, { templates, context }: StarterParts): SideStarter {
  const { clock, log, signal, env } = context;
  const start = async (slot: Slot, withProcesses: boolean): Promise<RunningSystem> => {
    const { plan } = sides[slot === 'head' ? 'head' : 'base'];
    // It is built already.
    const built = { ...plan, system: { ...plan.system, prepare: [] } };
    const said = {
      ...log,
      info: (message: string) => {
        log.debug(message);
      },
    };
    try {
      return await startSystem(withProcesses ? built : servicesOnly(plan), { clock, log: said, signal, env, templates });
    } catch (error) {
      if (signal.aborted) throw error;
      throw new SideFailure(slot, toError(error));
    }
  };
  const services = async (slot: Slot): Promise<RunningSystem> => start(slot, false);
  return {
    services,
    allServices: async () => {
      const settled = await Promise.allSettled((['base', 'head', 'twin'] as const).map(services));
      const [base, head, twin] = settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
      if (base !== undefined && head !== undefined && twin !== undefined) return { base, head, twin };
      await Promise.all([base, head, twin].map(async (system) => system?.stop()));
      throw toError(settled.find((one) => one.status === 'rejected')?.reason);
    },
    everything: async (slot) => start(slot, true),
  };
}
