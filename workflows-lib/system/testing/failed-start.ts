import type { Plan } from '../../config/plan.ts';
import { systemClock } from '../../core/clock.ts';
import { RemoteError, toError, UsageError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { readProcesses } from '../process-table.ts';
import { startSystem } from '../start.ts';

/**
 * Starts a system that cannot start, and returns the error that says why, which is one for people. Throws when it does start, when the error
 * is of another kind, and when a process is left.
 */
export async function failedStart(plan: Plan): Promise<UsageError | RemoteError> {
  const before = new Set(children());
  const error: unknown = await startSystem(plan, { clock: systemClock, log: silentLog }).then(
    async (system) => system.stop(),
    (reason: unknown) => reason,
  );
  const left = children().filter((pid) => !before.has(pid));
  if (left.length > 0) throw new Error(`Processes are left: ${left.join(', ')}`);
  if (error instanceof UsageError || error instanceof RemoteError) return error;
  throw error === undefined ? new Error('The system has started.') : toError(error);
}

function children(): number[] {
  return readProcesses()
    .filter((stat) => stat.parent === process.pid && stat.state !== 'Z')
    .map(({ pid }) => pid);
}
