import { readFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the kernel tells; other folders in tests. */
export interface KernelFolders {
  readonly proc: string;
  readonly cgroup: string;
}

const KERNEL: KernelFolders = { proc: '/proc', cgroup: '/sys/fs/cgroup' };
/** Version 1 says "no limit" with the largest multiple of a page. */
const NO_LIMIT = 2 ** 60;

/**
 * Bytes that new processes of ours can use without swapping and without being killed: what the machine has (MemAvailable of proc(5)), or
 * less where a control group around us, of version 2 or 1, allows less.
 */
export async function readAvailableMemory({ proc, cgroup }: KernelFolders = KERNEL): Promise<number> {
  const meminfo = await read(join(proc, 'meminfo'));
  const machine = Number(/^MemAvailable:\s*(\d+) kB$/m.exec(meminfo)?.[1] ?? freemem() / 1024) * 1024;
  const rooms = await Promise.all((await groupsAround({ proc, cgroup })).map(roomIn));
  return Math.max(0, Math.min(machine, ...rooms));
}

/** Names of the files that tell, which differ between the versions. */
interface Group {
  readonly folder: string;
  readonly limit: string;
  readonly usage: string;
  readonly idleFiles: RegExp;
}

const VERSION_2 = { limit: 'memory.max', usage: 'memory.current', idleFiles: /^inactive_file (\d+)$/m };
const VERSION_1 = {
  limit: 'memory.limit_in_bytes',
  usage: 'memory.usage_in_bytes',
  idleFiles: /^total_inactive_file (\d+)$/m,
};

/** Our own group and all above it: each of them can be the one that limits. In a container the path may be the host's; the root is read anyway. */
async function groupsAround({ proc, cgroup }: KernelFolders): Promise<Group[]> {
  const own = await read(join(proc, 'self', 'cgroup'));
  const two = /^0::(\/.*)$/m.exec(own)?.[1];
  const one = /^\d+:(?:\w+,)*memory(?:,\w+)*:(\/.*)$/m.exec(own)?.[1];
  return [
    ...upwards(two).map((path) => ({ folder: join(cgroup, path), ...VERSION_2 })),
    ...upwards(one).map((path) => ({ folder: join(cgroup, 'memory', path), ...VERSION_1 })),
  ];
}

function upwards(path: string | undefined): string[] {
  if (path === undefined) return [];
  return path === '/' ? ['/'] : [path, ...upwards(dirname(path))];
}

/** What may still be used: the limit less the working set, which is the usage without idle file pages that the kernel gives back first. */
async function roomIn({ folder, limit, usage, idleFiles }: Group): Promise<number> {
  const [most, used, stat] = await Promise.all([limit, usage, 'memory.stat'].map(async (name) => read(join(folder, name))));
  const [mostBytes, usedBytes] = [bytes(most), bytes(used)];
  if (mostBytes === undefined || mostBytes >= NO_LIMIT || usedBytes === undefined) return Infinity;
  return mostBytes - usedBytes + (bytes(idleFiles.exec(stat ?? '')?.[1]) ?? 0);
}

/** Undefined for `max`, and where there is no such file. */
function bytes(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+\s*$/.test(text) ? Number(text) : undefined;
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
