import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { sendSignal } from '../../workflows-lib/system/process-table.ts';
import { watchProcessTree, type ProcessWatch } from './process-watch.ts';

/** The process of a step. */
export interface ProcessPlan {
  readonly node: string;
  readonly script: string;
  /** All of its variables; RUNNER_TRACKING_ID among them is unique to the step. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Cancels the step as the runner does, by SIGINT, as soon as its output holds this text. */
  readonly cancelAt: string | undefined;
  readonly timeoutMs: number;
}

/** What the process did. */
export interface StepProcess {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** Both streams as they were written, with every command. */
  readonly stdout: string;
  readonly stderr: string;
  /** From the start of the process to the end of its first line on standard output; Infinity when there was none. */
  readonly firstLineMs: number;
  readonly durationMs: number;
  /** Of the process and of everything that it started, sampled every 5 ms. */
  readonly argumentLists: readonly string[];
  /** Argument lists of what still ran when the process had ended. They were ended. */
  readonly orphans: readonly string[];
}

/** Runs the process to its end. Rejects when it takes too long, with what it said; nothing of it runs on then. */
export async function runStepProcess(plan: ProcessPlan): Promise<StepProcess> {
  const started = performance.now();
  const child = spawn(plan.node, [plan.script], { cwd: plan.folder, env: plan.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = listen(child, { started, cancelAt: plan.cancelAt });
  const watch = watchProcessTree(child.pid ?? 0, { name: 'RUNNER_TRACKING_ID', value: plan.env['RUNNER_TRACKING_ID'] ?? '' });
  const deadline = { passed: false };
  const timer = setTimeout(() => {
    deadline.passed = true;
    child.kill('SIGKILL');
  }, plan.timeoutMs);
  const { exitCode, processes } = await ending(child, watch).finally(() => {
    clearTimeout(timer);
  });
  if (deadline.passed) throw new Error(`the action did not end within ${plan.timeoutMs} ms:\n${heard.stdout}\n${heard.stderr}`);
  return { exitCode, ...heard, durationMs: performance.now() - started, ...processes };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

interface Heard {
  stdout: string;
  stderr: string;
  firstLineMs: number;
}

function listen(child: Child, options: { readonly started: number; readonly cancelAt: string | undefined }): Heard {
  const heard: Heard = { stdout: '', stderr: '', firstLineMs: Number.POSITIVE_INFINITY };
  let cancelled = options.cancelAt === undefined;
  const cancel = (): void => {
    if (cancelled || !`${heard.stdout}${heard.stderr}`.includes(options.cancelAt ?? '')) return;
    cancelled = true;
    sendSignal(child.pid ?? 0, 'SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.stdout += text;
    if (heard.firstLineMs === Number.POSITIVE_INFINITY && text.includes('\n'))
      heard.firstLineMs = performance.now() - options.started;
    cancel();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.stderr += text;
    cancel();
  });
  return heard;
}

interface Ending {
  readonly exitCode: number | null;
  readonly processes: ReturnType<ProcessWatch['stop']>;
}

/** What the process leaves running is ended as soon as it has exited itself, since it may hold the pipes open for ever. */
async function ending(child: Child, watch: ProcessWatch): Promise<Ending> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const exitCode = await exited.catch((error: unknown) => {
    watch.stop();
    throw error;
  });
  const processes = watch.stop();
  await closed;
  return { exitCode, processes };
}
