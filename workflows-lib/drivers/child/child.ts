import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { errorCode } from '../../core/error-code.ts';
import type { Clock } from '../../core/clock.ts';
import { splitCommand } from '../../core/command-line.ts';

/** How a program ended. */
export interface ChildExit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The program never ran: missing, or not allowed. */
  readonly error?: Error;
}

/** A program that we started, in a process group of its own, so that what it starts ends with it. */
export interface Child {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves when it has ended; its last output may still be on the way. */
  readonly exit: Promise<ChildExit>;
  /** Resolves when it has ended and its output is closed. */
  readonly closed: Promise<void>;
  /** Its last lines on standard error. */
  lastLines(): string;
  /** Closes its input and waits, then SIGTERM, then SIGKILL, each after `graceMs`. Resolves when it has ended. Safe to call twice. */
  stop(graceMs: number): Promise<void>;
  /** SIGKILL to the whole group, now. */
  kill(): void;
}

/** What to start, where, and with which environment. */
export interface ChildOptions {
  /** Split like a shell would; no shell runs it. */
  readonly run: string;
  readonly cwd: string;
  /** Added to what a program needs to run at all (PATH, HOME and their like); nothing else of our environment reaches it. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

const INHERITED = ['HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL', 'TZ', 'SYSTEMROOT'];
const KEPT_OF_STDERR = 4_096;

/** Starts a program. Never throws: one that cannot be started has ended, with the error. Throws UsageError when `run` cannot be split. */
export function startChild({ run, cwd, env, clock }: ChildOptions): Child {
  const [program, ...args] = splitCommand(run);
  const child = spawn(program, args, { cwd, env: { ...baseEnvironment(), ...env }, detached: true, stdio: 'pipe' });
  const { pid } = child;
  if (pid !== undefined) killOnExit(pid, child);
  const exit = exitOf(child);
  // A program that ends, or does not read its input, closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  let errorText = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errorText = (errorText + chunk.toString('utf8')).slice(-KEPT_OF_STDERR);
  });
  const kill = (): void => {
    if (pid !== undefined) killGroup(pid, 'SIGKILL');
  };
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    exit,
    closed: new Promise((resolve) => {
      child.once('close', () => {
        resolve();
      });
    }),
    lastLines: () => errorText.trim().split('\n').slice(-5).join('\n'),
    kill,
    stop: async (graceMs) => {
      child.stdin.end();
      if (await endsWithin(exit, graceMs, clock)) return;
      if (pid !== undefined) killGroup(pid, 'SIGTERM');
      if (await endsWithin(exit, graceMs, clock)) return;
      kill();
      await exit;
    },
  };
}

/** The folder of our own Node comes first in PATH, so that `node` and `npx` are the ones that run us. */
function baseEnvironment(): Record<string, string> {
  const own = INHERITED.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const path = [dirname(process.execPath), process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path };
}

function exitOf(child: ChildProcessWithoutNullStreams): Promise<ChildExit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
    child.once('error', (error) => {
      resolve({ code: null, signal: null, error });
    });
  });
}

async function endsWithin(exit: Promise<ChildExit>, ms: number, clock: Clock): Promise<boolean> {
  const patience = new AbortController();
  const tooLong = clock.sleep(ms, patience.signal).then(
    () => false,
    () => false,
  );
  const ended = await Promise.race([exit.then(() => true), tooLong]);
  patience.abort();
  return ended;
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The whole group has ended already.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

const running = new Set<number>();

/** A detached group outlives us unless we end it, whatever ends us. */
function killOnExit(pid: number, child: ChildProcessWithoutNullStreams): void {
  if (running.size === 0) process.on('exit', killRunning);
  running.add(pid);
  child.once('exit', () => {
    running.delete(pid);
    if (running.size === 0) process.off('exit', killRunning);
  });
}

function killRunning(): void {
  for (const pid of running) killGroup(pid, 'SIGKILL');
}

/** How a program ended, for people: `ended with exit code 1`. */
export function describeExit({ code, signal, error }: ChildExit): string {
  if (error !== undefined) return `could not be started: ${error.message}`;
  return signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`;
}
