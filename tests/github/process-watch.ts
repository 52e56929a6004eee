import { readFileSync, readdirSync } from 'node:fs';
import {
  identify,
  isRunning,
  processesWithEnvironment,
  sendSignal,
  type ProcessIdentity,
} from '../../workflows-lib/system/process-table.ts';

/** How often `/proc` is looked at. What lives shorter can be missed. */
const SAMPLE_MS = 5;

/** A process tree that is being watched. */
export interface ProcessWatch {
  /** Ends the watch, and ends what still runs. The argument lists of all processes seen, and of those that had to be ended. */
  stop(): { readonly argumentLists: readonly string[]; readonly orphans: readonly string[] };
}

/**
 * Watches a process and everything that it starts, by parenthood and by a variable that children inherit, so that a detached child
 * counts too. The runner finds orphans the same way, by RUNNER_TRACKING_ID.
 */
export function watchProcessTree(root: number, marker: { readonly name: string; readonly value: string }): ProcessWatch {
  const members = new Map<number, ProcessIdentity>();
  const argumentLists = new Set<string>();
  let foreign = new Set<number>();
  const add = (pid: number): void => {
    const identity = identify(pid);
    if (identity !== undefined) members.set(pid, identity);
  };
  const sample = (): void => {
    const strangers = new Set<number>();
    for (const pid of processIds()) {
      if (!members.has(pid) && !foreign.has(pid) && belongs(pid, members, marker)) add(pid);
      if (!members.has(pid)) strangers.add(pid);
      else argumentLists.add(argumentsOf(pid));
    }
    foreign = strangers;
  };
  add(root);
  sample();
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      sample();
      for (const pid of processesWithEnvironment(marker.name, marker.value)) add(pid);
      const running = [...members.values()].filter(isRunning);
      const orphans = running.map(({ pid }) => argumentsOf(pid));
      for (const { pid } of running) sendSignal(pid, 'SIGKILL');
      argumentLists.delete('');
      return { argumentLists: [...argumentLists], orphans };
    },
  };
}

function belongs(
  pid: number,
  members: ReadonlyMap<number, ProcessIdentity>,
  { name, value }: { readonly name: string; readonly value: string },
): boolean {
  const stat = read(pid, 'stat');
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
  return members.has(parent) || `\0${read(pid, 'environ')}\0`.includes(`\0${name}=${value}\0`);
}

function argumentsOf(pid: number): string {
  return read(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function processIds(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Empty for a process that has ended or belongs to somebody else. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
