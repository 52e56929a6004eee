import type { Plan } from '../config/plan.ts';
import { planSecrets } from '../config/plan-secrets.ts';
import { runPrepareCommands } from './prepare.ts';
import { openRun, startFailure, type SystemPorts } from './run.ts';

/**
 * Runs the prepare commands of a plan and nothing else, in a run of its own: nothing of them is left running, whatever ends them.
 * Throws UsageError with the last lines of the first that fails, or the reason of the signal.
 */
export async function prepareSystem(plan: Plan, ports: SystemPorts): Promise<void> {
  if (plan.system.prepare.length === 0) return;
  const run = await openRun(ports);
  for (const secret of planSecrets(plan, ports.env ?? process.env)) run.context.secrets.add(secret);
  try {
    await runPrepareCommands(plan, run.context);
  } catch (error) {
    throw startFailure(error, run);
  } finally {
    await run.close();
  }
}
