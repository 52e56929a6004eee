import { splitCommand } from '../core/command-line.ts';
import type { Plan } from '../config/plan.ts';
import { prepareEnvironment } from './environment.ts';
import type { RunContext } from './run-context.ts';

const STOP_TIMEOUT_MS = 5_000;

/**
 * Runs the plan's prepare commands one after another in its folder. Their output goes to the log at debug.
 * Throws UsageError with the last lines of the first that fails.
 */
export async function runPrepareCommands(plan: Plan, context: RunContext): Promise<void> {
  for (const command of plan.system.prepare) {
    const [program, ...args] = splitCommand(command);
    context.log.info(context.secrets.hide(`Preparing: ${command}`));
    const spec = { name: `prepare "${command}"`, program, args, cwd: plan.root };
    const env = prepareEnvironment(context.env);
    await context.fleet.runToEnd({ ...spec, env, stopTimeoutMs: STOP_TIMEOUT_MS }, (text) => {
      context.log.debug(context.secrets.hide(text.trimEnd()));
    });
  }
}
