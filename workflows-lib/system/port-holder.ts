import { readdir, readFile, readlink } from 'node:fs/promises';

import { processName } from './process-table.ts';

const LISTENING = '0A';

/** Who listens on a TCP port, for people: `node (pid 4711)`. Undefined when it is not to be seen (another user's, no /proc). */
export async function portHolder(port: number): Promise<string | undefined> {
  const inode = (await listeningInode('/proc/net/tcp', port)) ?? (await listeningInode('/proc/net/tcp6', port));
  if (inode === undefined) return undefined;
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Number.isInteger);
  for (const pid of pids) {
    if (await hasSocket(pid, inode)) return `${processName(pid) ?? 'a process'} (pid ${pid})`;
  }
  return undefined;
}

/** Columns of proc_net(5): 1 the local address as HEX:PORT, 3 the state, 9 the inode. */
async function listeningInode(table: string, port: number): Promise<string | undefined> {
  const hexPort = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').map((line) => line.trim().split(/\s+/));
  return lines.find((columns) => columns[1]?.endsWith(hexPort) === true && columns[3] === LISTENING)?.[9];
}

async function hasSocket(pid: number, inode: string): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(names.map(async (name) => readlink(`${folder}/${name}`).catch(() => '')));
  return links.includes(`socket:[${inode}]`);
}
