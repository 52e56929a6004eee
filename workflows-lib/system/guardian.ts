import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { Log } from '../core/log.ts';
import { childScript } from './child-script.ts';
import type { Duty, GuardianMessage } from './guardian/messages.ts';

const LEAVE_WITHIN_MS = 3_000;

/** A process of its own that cleans up after us if we cannot: it outlives a crash and a SIGKILL, never a clean stop. */
export interface Guardian {
  readonly pid: number;
  /** From now on, does this when we vanish. Watching a key again replaces its duty. Returns without waiting. */
  watch(key: string, duty: Duty): void;
  /** Done already, no longer a duty. */
  forget(key: string): void;
  /** Sends it home; resolves when it has left. Safe to call twice. */
  goodbye(): Promise<void>;
}

/** Starts a guardian. If it dies before its time, a warning says that a crash would now leave things behind. */
export function startGuardian(log: Log): Guardian {
  // A session of its own: the Ctrl-C of the terminal does not reach it. An empty environment: nothing secret, no Node options of ours.
  const child = spawn(process.execPath, [childScript(import.meta.url, './guardian/main')], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  let leaving = false;
  const complain = (): void => {
    if (!leaving) log.warn('The guardian process is gone: if Shotclock were killed now, its services would keep running.');
    leaving = true;
  };
  child.once('exit', complain).on('error', complain);
  child.stdin.on('error', complain);
  child.unref();
  const say = (message: GuardianMessage): void => {
    if (child.stdin.writable) child.stdin.write(`${JSON.stringify(message)}\n`);
  };
  return {
    pid: child.pid ?? 0,
    watch: (key, duty) => {
      say({ say: 'watch', key, duty });
    },
    forget: (key) => {
      say({ say: 'forget', key });
    },
    goodbye: async () => {
      leaving = true;
      say({ say: 'goodbye' });
      child.stdin.end();
      await departure(child);
    },
  };
}

async function departure(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const left = once(child, 'exit');
  child.ref();
  const patience = setTimeout(() => child.kill('SIGKILL'), LEAVE_WITHIN_MS);
  await left;
  clearTimeout(patience);
}
