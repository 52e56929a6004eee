import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { errorCode } from '../core/error-code.ts';
import { RemoteError, toError, UsageError } from '../core/errors.ts';
import { groupIsAlive } from './end-process.ts';
import { RUN_MARKER } from './environment.ts';
import type { StopSignal } from './guardian/messages.ts';
import type { Guardian } from './guardian.ts';
import { followOutput, type Output } from './output.ts';
import { identify, sendSignal } from './process-table.ts';
import type { Secrets } from './secrets.ts';

/** After the exit of a child, its last output may still be in the pipe; a grandchild that holds the pipe open is not waited for. */
const OUTPUT_GRACE_MS = 250;
const GONE_POLL_MS = 20;
const KILLED_WITHIN_MS = 2_000;

/** A program to run, without a shell. */
export interface ChildSpec {
  /** For people and for the name of its log file: "api". */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of its environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * What it reads from standard input, which then stays open until we stop it or vanish; without it there is nothing to read. Secrets go
   * this way: argument lists can be read by everybody.
   */
  readonly input?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  /**
   * How it is asked to stop. SIGTERM goes to its whole group; SIGQUIT and SIGINT go to the program alone (PostgreSQL: stop at
   * once, and stop cleanly); `none` lets it finish.
   */
  readonly stopSignal?: StopSignal;
  /** After this long it is killed. */
  readonly stopTimeoutMs: number;
  /** An errand that is not done by then is stopped; without it, it may take as long as it likes. */
  readonly timeoutMs?: number;
}

/** How a child ended. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that runs, in a process group of its own. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly output: Output;
  /** Resolves when it has ended, for whatever reason. */
  readonly exit: Promise<ChildExit>;
  /** Aborts when it ends without having been asked to; the reason is the error for people. */
  readonly death: AbortSignal;
  /** Asks it and its descendants to stop, kills what is left after the timeout. Resolves when they are gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** What every child of a run shares. */
export interface Supervision {
  /** Distinguishes this run; children carry it in their environment. */
  readonly marker: string;
  readonly guardian: Guardian;
  readonly secrets: Secrets;
  /** Where log files go. */
  readonly folder: string;
}

/** Starts a program. Throws UsageError when it cannot be started: missing program or folder, no permission. */
export async function startChild(spec: ChildSpec, supervision: Supervision): Promise<Child> {
  const { guardian, secrets } = supervision;
  const started = spawnDetached(spec, supervision);
  const output = followOutput([started.stdout, started.stderr], join(supervision.folder, `${fileName(spec.name)}.log`));
  const key = `process ${spec.name}`;
  const identity = started.pid === undefined ? undefined : identify(started.pid);
  const group = spec.stopSignal !== 'SIGQUIT' && spec.stopSignal !== 'SIGINT';
  if (identity !== undefined) {
    const signal = spec.stopSignal ?? 'SIGTERM';
    guardian.watch(key, { kind: 'process', ...identity, signal, group, graceMs: spec.stopTimeoutMs });
  }
  const exit = exitOf(started);
  const pid = await spawned(started, spec);
  // A program that does not read its input closes the pipe; that is its right.
  started.stdin.on('error', () => undefined);
  if (spec.input === undefined) started.stdin.end();
  else started.stdin.write(spec.input);

  const death = new AbortController();
  let stopping: Promise<void> | undefined;
  void exit.then((status) => {
    if (stopping === undefined) death.abort(deathError(spec, status, secrets.hide(indented(output.lastLines()))));
  });
  const end = async (): Promise<void> => {
    await endGroup({ pid, exit, signal: spec.stopSignal ?? 'SIGTERM', group, timeoutMs: spec.stopTimeoutMs });
    guardian.forget(key);
  };
  return { name: spec.name, pid, output, exit, death: death.signal, stop: async () => (stopping ??= end()) };
}

/** `Its last lines:` and the lines, or that there were none. */
export function indented(lines: readonly string[]): string {
  return lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}

/** How a program ended, for people: `ended with exit code 1`. */
export function describeExit({ code, signal }: ChildExit): string {
  return signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`;
}

function spawnDetached(spec: ChildSpec, supervision: Supervision): ChildProcessWithoutNullStreams {
  const program = spec.program === 'node' ? process.execPath : spec.program;
  try {
    return spawn(program, spec.args, {
      cwd: spec.cwd,
      env: { ...spec.env, [RUN_MARKER]: supervision.marker },
      detached: true,
      stdio: 'pipe',
      ...spec.user,
    });
  } catch (error) {
    throw cannotStart(spec, toError(error));
  }
}

async function spawned(child: ChildProcess, spec: ChildSpec): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(cannotStart(spec, error));
    });
    child.once('spawn', () => {
      resolve(child.pid ?? 0);
    });
  });
}

function cannotStart(spec: ChildSpec, error: Error): UsageError {
  const code = errorCode(error);
  if (code === 'ENOENT' && !existsSync(spec.cwd)) return new UsageError(`${spec.name}: the folder ${spec.cwd} does not exist.`);
  const reason =
    code === 'ENOENT' ? 'it is not installed or not in PATH' : code === 'EACCES' ? 'it is not executable' : error.message;
  return new UsageError(`${spec.name}: cannot run ${spec.program}: ${reason}.`, { cause: error });
}

async function exitOf(child: ChildProcess): Promise<ChildExit> {
  const closed = once(child, 'close').catch(() => undefined);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      void Promise.race([closed, delay(OUTPUT_GRACE_MS)]).then(() => {
        resolve({ code, signal });
      });
    });
  });
}

function deathError(spec: ChildSpec, status: ChildExit, lastLines: string): RemoteError {
  const failure = { service: spec.name, action: 'run', attempts: 1 };
  return new RemoteError(`${spec.name} ${describeExit(status)}. ${lastLines}`, failure);
}

interface Ending {
  readonly pid: number;
  readonly exit: Promise<ChildExit>;
  readonly signal: StopSignal;
  readonly group: boolean;
  readonly timeoutMs: number;
}

/** The program may be gone while its descendants are not, so it is the group that is asked, waited for and at last killed. */
async function endGroup({ pid, exit, signal, group, timeoutMs }: Ending): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  if (signal !== 'none') sendSignal(group ? -pid : pid, signal);
  const patience = new AbortController();
  await Promise.race([exit, delay(timeoutMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  while (groupIsAlive(pid) && performance.now() < deadline) await delay(GONE_POLL_MS);
  if (sendSignal(-pid, 'SIGKILL')) await Promise.race([exit, delay(KILLED_WITHIN_MS)]);
}

function fileName(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '-');
}
