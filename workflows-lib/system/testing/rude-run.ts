import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Plan } from '../../config/plan.ts';
import { identify, isRunning, processesWithEnvironment, readProcesses, type ProcessIdentity } from '../process-table.ts';
import type { RunReport } from './run-system.ts';

const SCRIPT = fileURLToPath(new URL('./run-system.ts', import.meta.url));

/** A Shotclock-like program in a process of its own, with a temporary folder of its own. */
export interface RudeRun {
  readonly process: ChildProcessWithoutNullStreams;
  /** What it printed: its endpoints, or the error that it ended with. */
  readonly report: RunReport;
  /** Names of everything in its temporary folder. */
  files(): Promise<string[]>;
  /** The guardian; undefined when the start has failed. */
  readonly guardian: ProcessIdentity | undefined;
  /** Processes that belong to it, wherever they are: they carry its temporary folder in their environment. */
  processes(): number[];
  /** Resolves when the program, its processes and its files are gone; false when that does not happen within ten seconds. */
  vanished(): Promise<boolean>;
  /** Ends what a failed test has left. */
  dispose(): Promise<void>;
}

/** How to start it. */
export interface RudeRunOptions {
  readonly plan: Plan;
  /** Its TMPDIR; a new folder unless given. */
  readonly temporary?: string;
  readonly args?: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Starts it and waits for its line. */
export async function startRudeRun({ plan, temporary, args = [], user }: RudeRunOptions): Promise<RudeRun> {
  const home = await mkdtemp(join(tmpdir(), 'rude-run-'));
  await chmod(home, 0o777);
  const planFile = join(home, 'plan.json');
  await writeFile(planFile, JSON.stringify(plan));
  const folder = temporary ?? join(home, 'temporary');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o777);
  const env = { PATH: process.env['PATH'], TMPDIR: folder };
  const child = spawn(process.execPath, [SCRIPT, planFile, ...args], { env, stdio: 'pipe', detached: true, cwd: home, ...user });
  child.stderr.resume();
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const processes = (): number[] => processesWithEnvironment('TMPDIR', folder).filter((pid) => pid !== process.pid);
  const guardian = findGuardian(child.pid);
  const files = async (): Promise<string[]> => readdir(folder, { recursive: true });
  return {
    process: child,
    report: JSON.parse(line) as RunReport,
    guardian,
    files,
    processes,
    vanished: async () => {
      for (let tries = 0; tries < 200; tries++) {
        const guarded = guardian !== undefined && isRunning(guardian);
        if (!guarded && processes().length === 0 && (await files()).length === 0) return true;
        await delay(50);
      }
      return false;
    },
    dispose: async () => {
      child.kill('SIGKILL');
      for (const pid of processes()) process.kill(pid, 'SIGKILL');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The child that leads a session of its own and does nothing but wait at its pipe: it alone has an empty environment. */
function findGuardian(parent: number | undefined): ProcessIdentity | undefined {
  const child = readProcesses().find((stat) => stat.parent === parent && readFileSync(`/proc/${stat.pid}/environ`).length === 0);
  return child === undefined ? undefined : identify(child.pid);
}
