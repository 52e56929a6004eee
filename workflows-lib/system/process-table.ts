/** What the kernel says about processes (proc(5)). Elsewhere than on Linux `ps` answers the one question that safety needs. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** One process as `/proc/PID/stat` shows it. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Z for one that has ended and only waits to be collected. */
  readonly state: string;
  /** Clock ticks since boot: with the pid it names a process for ever, since a recycled pid has another one. */
  readonly startTime: string;
  /** CPU time of itself and of its collected children, in clock ticks. */
  readonly cpuTicks: number;
}

/** Reads one process; undefined when it is gone. */
function readProcess(pid: number): ProcessStat | undefined {
  return parseStat(pid, readProcFile(`${pid}/stat`));
}

function parseStat(pid: number, text: string | undefined): ProcessStat | undefined {
  // The name stands in parentheses and may hold blanks and parentheses itself, so fields are counted from the last one.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group, startTime] = [fields?.[0], fields?.[1], fields?.[2], fields?.[19]];
  if (fields === undefined || state === undefined || startTime === undefined) return undefined;
  const cpuTicks = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
  return { pid, parent: Number(parent), group: Number(group), state, startTime, cpuTicks };
}

/** Every process that can be seen; empty where there is no /proc. */
export function readProcesses(): ProcessStat[] {
  return processIds()
    .map(readProcess)
    .filter((stat) => stat !== undefined);
}

/** The same without blocking, for while something is being measured. */
export async function listProcesses(): Promise<ProcessStat[]> {
  const stats = processIds().map(async (pid) =>
    readFile(`/proc/${pid}/stat`, 'utf8').then(
      (text) => parseStat(pid, text),
      () => undefined,
    ),
  );
  return (await Promise.all(stats)).filter((stat) => stat !== undefined);
}

/** A process that can be told from a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** The identity of a running process; undefined when it is gone. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startTime = readProcess(pid)?.startTime ?? startTimeByPs(pid);
  return startTime === undefined ? undefined : { pid, startTime };
}

/** Whether exactly this process still runs (a zombie does not). */
export function isRunning(identity: ProcessIdentity): boolean {
  const stat = readProcess(identity.pid);
  if (stat !== undefined) return stat.startTime === identity.startTime && stat.state !== 'Z';
  return startTimeByPs(identity.pid) === identity.startTime;
}

/** Processes whose environment holds `NAME=value`, wherever their parents went. Only those that this user may look into. */
export function processesWithEnvironment(name: string, value: string): number[] {
  const entry = `\0${name}=${value}\0`;
  return processIds().filter((pid) => `\0${readProcFile(`${pid}/environ`) ?? ''}\0`.includes(entry));
}

/** The name of a process for people: `node`, `postgres`. */
export function processName(pid: number): string | undefined {
  return readProcFile(`${pid}/comm`)?.trim();
}

/** Sends a signal to a process, or to a group when negative; false when nobody was there to receive it. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function processIds(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function readProcFile(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}

function startTimeByPs(pid: number): string | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
