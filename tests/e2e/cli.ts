import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../workflows-lib/core/error-code.ts';

const WRAPPER = join(import.meta.dirname, '..', '..', 'scripts', 'run.mjs');
const MAIN = join(import.meta.dirname, '..', '..', 'workflows-lib', 'cli', 'main.ts');

/** How a command ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for one project under test, with a temporary folder whose emptiness afterwards is the proof of a clean end. */
export interface Sandbox {
  readonly folder: string;
  /** TMPDIR of the command and of everything that it starts. */
  readonly temporary: string;
  write(name: string, content: string): Promise<string>;
  run(args: readonly string[], options?: RunOptions): Promise<CliResult>;
  /** What is still there: files in the temporary folder, and command lines of processes that work in it. Waits up to 10 s for none. */
  leftovers(): Promise<string[]>;
  remove(): Promise<void>;
}

/** How a command is run and disturbed. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Sends this signal as soon as standard error holds the text; to the whole process group, like a terminal does, with `group`. */
  readonly signalAt?: { readonly text: string; readonly signal: NodeJS.Signals; readonly group?: boolean };
  /** Starts through the wrapper of the npm scripts, as a user does. */
  readonly wrapped?: boolean;
  /** Hangs up on standard error at its first line. */
  readonly hangUp?: boolean;
}

/** Makes a sandbox whose path holds a space, because a user's may. */
export async function createSandbox(): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock e2e '));
  const temporary = await mkdtemp(join(tmpdir(), 'sc-e2e-tmp-'));
  return {
    folder,
    temporary,
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    run: (args, options = {}) => runCli(args, { folder, temporary, ...options }),
    leftovers: async () => {
      let left: string[] = [];
      for (let attempt = 0; attempt < 40; attempt++) {
        left = [...(await filesIn(temporary)), ...(await processesIn(temporary))];
        if (left.length === 0) return left;
        await delay(250);
      }
      return left;
    },
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

interface Places extends RunOptions {
  readonly folder: string;
  readonly temporary: string;
}

async function runCli(
  args: readonly string[],
  { folder, temporary, env = {}, signalAt, wrapped, hangUp }: Places,
): Promise<CliResult> {
  const child = spawn(process.execPath, [...(wrapped === true ? [WRAPPER] : []), MAIN, ...args], {
    detached: signalAt?.group === true,
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
    if (hangUp === true) child.stderr.destroy();
    if (signalled || signalAt === undefined || !output.stderr.includes(signalAt.text)) return;
    signalled = true;
    if (signalAt.group === true && child.pid !== undefined) process.kill(-child.pid, signalAt.signal);
    else child.kill(signalAt.signal);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, ...output };
}

/** Port locks are shared by all runs of a user, so the folder that holds them may stay; the locks in it may not. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => !/^shotclock-ports-\d+$/.test(name));
}

/** Command lines of processes whose environment or arguments name the folder. */
async function processesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    try {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
      if (command.includes(folder) || environment.includes(folder)) found.push(`${pid} ${command.replaceAll('\0', ' ')}`);
    } catch (error) {
      // It ended while we looked, or it is somebody else's.
      if (errorCode(error) === undefined) throw error;
    }
  }
  return found;
}
