import { readFile } from 'node:fs/promises';

import { listProcesses, type ProcessStat } from './process-table.ts';
import type { ProcessResources } from './running-system.ts';

/** USER_HZ: what the kernel counts CPU time in for user space, on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/**
 * Resident memory and CPU time of processes, each with all its descendants; those that are gone are left out. Memory that a family shares
 * (the buffers of PostgreSQL, the program itself) counts once: private pages are summed, of shared and of file pages the largest share
 * counts.
 */
export async function readResources(pids: ReadonlyMap<string, number>): Promise<Record<string, ProcessResources>> {
  const all = await listProcesses();
  const entries = await Promise.all(
    [...pids].map(async ([name, pid]): Promise<[string, ProcessResources][]> => {
      const family = descendants(pid, all);
      return family.length === 0 ? [] : [[name, await sumOf(pid, family)]];
    }),
  );
  return Object.fromEntries(entries.flat());
}

async function sumOf(pid: number, family: readonly ProcessStat[]): Promise<ProcessResources> {
  const memories = await Promise.all(family.map(async (stat) => readMemory(stat.pid)));
  const largest = (kind: keyof Memory): number => Math.max(...memories.map((memory) => memory[kind]));
  const privateBytes = memories.reduce((sum, memory) => sum + memory.anonymous, 0);
  const cpuTicks = family.reduce((sum, stat) => sum + stat.cpuTicks, 0);
  return { pid, residentBytes: privateBytes + largest('file') + largest('shared'), cpuMs: cpuTicks * MS_PER_TICK };
}

function descendants(pid: number, all: readonly ProcessStat[]): ProcessStat[] {
  const self = all.find((stat) => stat.pid === pid);
  if (self === undefined) return [];
  const children = all.filter((stat) => stat.parent === pid);
  return [self, ...children.flatMap((child) => descendants(child.pid, all))];
}

interface Memory {
  readonly anonymous: number;
  readonly file: number;
  readonly shared: number;
}

/** The three parts of VmRSS in /proc/PID/status (proc_pid_status(5)), in bytes. */
async function readMemory(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const bytes = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { anonymous: bytes('RssAnon'), file: bytes('RssFile'), shared: bytes('RssShmem') };
}
