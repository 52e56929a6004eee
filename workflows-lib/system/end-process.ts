import { setTimeout as delay } from 'node:timers/promises';

import type { ProcessDuty } from './guardian/messages.ts';
import { isRunning, processesWithEnvironment, readProcesses, sendSignal } from './process-table.ts';

const POLL_MS = 20;

/**
 * Ends one process that is not our child, as its duty says: signal, grace, SIGKILL. Does nothing to a pid that meanwhile belongs to
 * somebody else. Resolves when it is gone, at the latest a second after SIGKILL.
 */
export async function endProcess(duty: ProcessDuty): Promise<void> {
  if (!isRunning(duty)) return;
  const target = duty.group ? -duty.pid : duty.pid;
  if (duty.signal !== 'none') sendSignal(target, duty.signal);
  if (!(await isGone(duty, duty.graceMs))) {
    sendSignal(target, 'SIGKILL');
    await isGone(duty, 1_000);
  }
}

async function isGone(duty: ProcessDuty, withinMs: number): Promise<boolean> {
  const alive = (): boolean => isRunning(duty) || (duty.group && groupIsAlive(duty.pid));
  for (let waitedMs = 0; alive(); waitedMs += POLL_MS) {
    if (waitedMs >= withinMs) return false;
    await delay(POLL_MS);
  }
  return true;
}

/** Ends whatever carries a marker in its environment, at once: descendants that a stop of their ancestors has missed. Returns how many. */
export function endMarked(name: string, value: string): number {
  const marked = processesWithEnvironment(name, value).filter((pid) => pid !== process.pid);
  for (const pid of marked) sendSignal(pid, 'SIGKILL');
  return marked.length;
}

/** Whether anything of a process group still runs; zombies do not count. */
export function groupIsAlive(group: number): boolean {
  return readProcesses().some((stat) => stat.group === group && stat.state !== 'Z');
}
