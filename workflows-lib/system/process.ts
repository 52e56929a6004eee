import type { ProcessPlan } from '../config/plan.ts';
import { splitCommand } from '../core/command-line.ts';
import { childEnvironment } from './environment.ts';
import { waitUntilReady } from './readiness.ts';
import type { References } from './references.ts';
import type { RunContext } from './run-context.ts';
import type { Endpoint } from './running-system.ts';
import type { Child } from './supervise.ts';

/** A process and the port that was found for it. */
export interface PlacedProcess {
  readonly plan: ProcessPlan;
  readonly port: number;
}

/**
 * Starts a process of the system and waits until it is ready; without a readiness question it is ready at once. Throws UsageError when it
 * cannot be started or refers to something unknown, RemoteError with its last lines when it dies or is not ready in time.
 */
export async function startProcess({ plan, port }: PlacedProcess, references: References, context: RunContext): Promise<void> {
  const [program, ...args] = splitCommand(plan.run).map((word) => references.resolve(word));
  const env = {
    ...childEnvironment(context.env),
    HOST: '127.0.0.1',
    ...references.resolveAll(plan.env),
    PORT: String(port),
  };
  const { name, cwd, stopTimeoutMs, ready: readiness } = plan;
  const ready = async (child: Child): Promise<void> => {
    if (readiness === undefined) return;
    const patience = { clock: context.clock, timeoutMs: plan.readyTimeoutMs, signal: context.signal };
    await waitUntilReady({ child, port, readiness, secrets: context.secrets }, patience);
  };
  await context.fleet.launch({ name, program: program ?? '', args, cwd, env, stopTimeoutMs }, 'process', ready);
}

/** Where a process can be reached: its MCP endpoint when it has one, else its root. */
export function processEndpoint({ plan, port }: PlacedProcess): Endpoint {
  const url = `http://127.0.0.1:${port}`;
  return plan.mcp === undefined
    ? { type: 'http', url, headers: {} }
    : { type: 'mcp', transport: 'http', url: url + plan.mcp, headers: {} };
}
