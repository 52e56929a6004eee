/** Looking into the calls of both sides, once the pairs are measured. */
import type { Plan } from '../../../config/plan.ts';
import { toError } from '../../../core/errors.ts';
import type { PreparedCall } from '../../../drivers/driver.ts';
import { behindProxy, startCountingProxy } from '../../../system/counting-proxy.ts';
import { joinSystems } from '../../../system/join-systems.ts';
import type { RunningSystem } from '../../../system/running-system.ts';
import { processesOn } from '../../../system/split-plan.ts';
import { startSystem } from '../../../system/start.ts';
import type { CommandContext } from '../../context.ts';
import { openOperations } from '../../open-drivers.ts';
import { withoutSecrets } from '../side-failure.ts';
import { measureAnatomy, type OperationAnatomy } from './anatomy.ts';
import { lookUntilSettled, type Insight, type Look } from './look-again.ts';

/** A side to look into. */
export interface SideToLookInto {
  readonly plan: Plan;
  /** Its services, for as long as `use` takes. */
  withServices<T>(use: (services: RunningSystem) => Promise<T>): Promise<T>;
}

type LookContext = Pick<CommandContext, 'clock' | 'log' | 'env' | 'signal' | 'onProgress'>;

/** What was found, or why nothing could be. */
export type Looked = { readonly insight: Insight } | { readonly why: string };

/**
 * Starts each side once more, its MCP servers behind a proxy that counts, and calls every operation a few times, one at a time; where counts
 * differ, a second time and more often. That it takes longer this way is of no account: what is asked is what happens inside. That a side cannot
 * be looked into is no failure: nothing that was measured before is lost by it. Rejects with the signal's reason when aborted.
 */
export async function lookInside(
  sides: Readonly<Record<'base' | 'head', SideToLookInto>>,
  operations: readonly string[],
  context: LookContext,
): Promise<Looked> {
  const look = async (slot: 'base' | 'head', wanted: Wanted): Promise<readonly OperationAnatomy[]> =>
    sides[slot].withServices(async (services) => {
      context.onProgress({ done: slot === 'base' ? 0 : 1, total: 2, label: `looking into the calls of ${slot}` });
      return lookIntoSide({ plan: sides[slot].plan, services, ...wanted }, context);
    });
  const lookAtBoth: Look = async (names, calls) => {
    const wanted = { operations: names, calls };
    return { base: await look('base', wanted), head: await look('head', wanted) };
  };
  try {
    return { insight: await lookUntilSettled(operations, lookAtBoth) };
  } catch (error) {
    context.signal.throwIfAborted();
    return { why: toError(error).message };
  }
}

interface Wanted {
  readonly operations: readonly string[];
  /** Of each operation, that count. */
  readonly calls: number;
}

interface StartedSide extends Wanted {
  readonly plan: Plan;
  readonly services: RunningSystem;
}

async function lookIntoSide(
  { plan, services, operations, calls: repeat }: StartedSide,
  context: LookContext,
): Promise<OperationAnatomy[]> {
  const { clock, log, env, signal } = context;
  const wanted = plan.operations.filter(({ name }) => operations.includes(name));
  const proxy = await startCountingProxy(clock);
  try {
    const quiet = {
      ...log,
      info: (message: string) => {
        log.debug(message);
      },
    };
    const processes = await startSystem(behindProxy(processesOn(plan, services), proxy), { clock, log: quiet, env, signal });
    try {
      const opened = openOperations(wanted, processes, { clock, concurrency: 1 });
      try {
        await opened.check(signal);
        const calls = new Map<string, PreparedCall>(opened.calls.map((call) => [call.operation, call]));
        const system = joinSystems(services, processes);
        return await measureAnatomy({
          ...{ operations: calls, system, services: plan.services },
          ...(countsTools(plan) ? { proxy } : {}),
          ...{ repeat, clock, signal },
        });
      } finally {
        await opened.close();
      }
    } catch (error) {
      throw withoutSecrets(error, processes);
    } finally {
      await processes.stop();
    }
  } catch (error) {
    throw withoutSecrets(error, services);
  } finally {
    await proxy.close();
  }
}

/** Without an MCP server among the processes there is nothing for the proxy to count. */
function countsTools({ system }: Plan): boolean {
  return Object.values(system.processes).some(({ mcp }) => mcp !== undefined);
}
