import { randomInt } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import { errorCode } from '../core/error-code.ts';
import { UsageError } from '../core/errors.ts';
import type { Guardian } from './guardian.ts';
import { portHolder } from './port-holder.ts';
import { identify, isRunning } from './process-table.ts';

const FIRST = 20_000;
const LAST = 32_000;
const HOST = '127.0.0.1';

/** Hands out ports of 127.0.0.1 that no other Shotclock holds and nobody listens on. */
export interface PortBook {
  /** A free port, ours until `release`. */
  claim(): Promise<number>;
  /** Exactly this port. Throws UsageError that names `owner` ("process api"), who has the port, and the mend. */
  claimFixed(port: number, owner: string): Promise<number>;
  /** Gives all of them back. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Opens the port book of this user: a folder in which a claim is an empty file named `PORT.PID.STARTTIME`. A claim is announced first and
 * checked against the others second, so two that want the same port at once both see it and at least one gives way; no lock is ever
 * stolen, because a file whose process is gone is void by its name and anybody may remove it.
 */
export async function openPortBook(guardian: Guardian): Promise<PortBook> {
  const folder = await claimsFolder();
  const owner = ownerSuffix();
  const claimed = new Set<string>();
  guardian.watch('ports', { kind: 'shared-folder', path: folder });

  const announce = async (port: number): Promise<string | undefined> => {
    const path = join(folder, `${port}.${owner}`);
    guardian.watch(path, { kind: 'path', path });
    if (await createClaim(folder, path)) {
      claimed.add(path);
      return path;
    }
    return undefined;
  };
  const withdraw = async (path: string): Promise<void> => {
    claimed.delete(path);
    await rm(path, { force: true });
    guardian.forget(path);
  };
  /** Why the port cannot be had; undefined when it is ours now. */
  const attempt = async (port: number): Promise<string | undefined> => {
    const path = await announce(port);
    if (path === undefined) return 'another process of this system';
    const rival = await findRival(folder, port, owner);
    if (rival === undefined && (await canListen(port))) return undefined;
    await withdraw(path);
    return rival === undefined ? ((await portHolder(port)) ?? 'another program') : `another Shotclock run (pid ${rival})`;
  };

  return {
    claim: async () => {
      for (const port of await candidates()) if ((await attempt(port)) === undefined) return port;
      throw new UsageError(`No free port between ${FIRST} and ${LAST} on ${HOST}. Stop programs that listen there.`);
    },
    claimFixed: async (port, wanting) => {
      const holder = await attempt(port);
      if (holder === undefined) return port;
      throw new UsageError(
        `Port ${port} of ${wanting} is in use by ${holder}. Stop it, give another \`port\`, or leave \`port\` out to have a free one found.`,
      );
    },
    release: async () => {
      await Promise.all([...claimed].map(withdraw));
      await rmdir(folder).catch(() => undefined);
    },
  };
}

async function claimsFolder(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `shotclock-ports-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stat = await lstat(folder);
  // Anybody can create names in a shared temporary folder; a link planted there must not lead our files elsewhere.
  if (stat.isDirectory() && (uid === -1 || stat.uid === uid)) return folder;
  throw new UsageError(`${folder} is not a folder of this user. Remove it, or set TMPDIR to a folder of your own.`);
}

function ownerSuffix(): string {
  const self = identify(process.pid);
  return `${process.pid}.${(self?.startTime ?? '0').replaceAll(/\W+/g, '-')}`;
}

/** False when we hold it already. Another run may remove the empty folder at any moment, so it is made again when gone. */
async function createClaim(folder: string, path: string): Promise<boolean> {
  for (;;) {
    try {
      await writeFile(path, '', { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      if (errorCode(error) !== 'ENOENT') throw error;
      await mkdir(folder, { recursive: true, mode: 0o700 });
    }
  }
}

/** The pid of a living claimant of the same port; claims of the dead are swept on the way. */
async function findRival(folder: string, port: number, owner: string): Promise<string | undefined> {
  const claims = (await readdir(folder)).filter((name) => name.startsWith(`${port}.`) && name !== `${port}.${owner}`);
  for (const name of claims) {
    const [, pid = '', startTime = ''] = name.split('.');
    const now = identify(Number(pid));
    if (now?.startTime.replaceAll(/\W+/g, '-') === startTime && isRunning(now)) return pid;
    await rm(join(folder, name), { force: true });
  }
  return undefined;
}

async function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host: HOST, exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** Every candidate once, from a random start. They lie below the ports that the kernel gives to outgoing connections, where that is possible. */
async function candidates(): Promise<number[]> {
  const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '');
  const ephemeral = Number(range.split(/\s+/)[0] ?? '');
  const last = ephemeral > FIRST + 1_000 ? Math.min(LAST, ephemeral - 1) : LAST;
  const count = last - FIRST + 1;
  const start = randomInt(count);
  return Array.from({ length: count }, (_, index) => FIRST + ((start + index) % count));
}
