import type { Clock } from '../core/clock.ts';
import { splitCommand } from '../core/command-line.ts';
import { parseJson } from '../core/json.ts';
import type { Expectation, ProcessCall } from '../core/operation.ts';
import { describeExit, startChild, type Child, type ChildExit } from './child/child.ts';
import type { Attempt, Driver, Failure, PreparedCall, PreparedOperation } from './driver.ts';
import { aborted, classify, ending, invalid, type Ending } from './failure.ts';
import { watchLimits, type Limits } from './limits.ts';
import { compileExpectation, type Checks } from './validate.ts';

/** The ports of the driver. */
export interface ProcessDriverOptions {
  readonly clock: Clock;
}

const SUPPORTED: readonly (keyof Expectation)[] = ['exitCode', 'contains', 'json', 'schema'];
/** Output beyond this is counted but not kept for the checks. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;
/** A grandchild may hold the output open after the command has ended; it is not waited for longer than this. */
const OUTPUT_GRACE_MS = 250;

/**
 * Runs commands, without a shell, each in a process group of its own. An attempt ends when the command has exited; `firstByteMs` is its
 * first output. Whatever it started and left running is ended then. Another exit code than the expected one is an error (`exit_1`), the
 * checks look at standard output. Throws UsageError when a command cannot be split into words.
 */
export function openProcessDriver({ clock }: ProcessDriverOptions): Driver<ProcessCall> {
  const running = new Set<Child>();
  return {
    prepare: (operation) => prepare(operation, { clock, running }),
    check: () => Promise.resolve({}),
    close: async () => {
      for (const child of running) child.kill();
      await Promise.all([...running].map(async ({ exit }) => exit));
    },
  };
}

interface Running {
  readonly clock: Clock;
  readonly running: Set<Child>;
}

function prepare({ name, call, expect, timeoutMs }: PreparedOperation<ProcessCall>, { clock, running }: Running): PreparedCall {
  const checks = compileExpectation({ operation: name, expect, supported: SUPPORTED });
  splitCommand(call.run);
  const judging: Judging = { checks, exitCode: expect.exitCode ?? 0 };
  return {
    operation: name,
    execute: async (signal) => {
      const { ending: why, ...run } = await runOnce(call, { clock, running }, { timeoutMs, signal });
      const { output, exit, ...times } = run;
      const judged = why ?? judge({ output, exit }, judging);
      return attemptOf(times, judged);
    },
  };
}

interface ProcessRun {
  readonly startMs: number;
  readonly firstByteMs?: number;
  readonly endMs: number;
  readonly bytesReceived: number;
  readonly output: string;
  readonly exit: ChildExit & { readonly lastLines: string };
  /** It was given up on. */
  readonly ending?: Ending;
}

async function runOnce(call: ProcessCall, { clock, running }: Running, limits: Limits): Promise<ProcessRun> {
  const startMs = clock.now();
  if (limits.signal?.aborted === true) {
    const exit = { code: null, signal: null, lastLines: '' };
    return { startMs, endMs: startMs, bytesReceived: 0, output: '', exit, ending: aborted() };
  }
  const child = startChild({ run: call.run, cwd: call.cwd, env: call.env, clock });
  running.add(child);
  let givenUp: Ending | undefined;
  const stopWatch = watchLimits(limits, (why) => {
    givenUp = why;
    child.kill();
  });
  const output = collect(child, clock);
  const exit = await child.exit;
  const endMs = clock.now();
  stopWatch();
  await lastOutput(child, clock);
  running.delete(child);
  const { firstByteMs, bytes, text } = output();
  return {
    startMs,
    ...(firstByteMs === undefined ? undefined : { firstByteMs }),
    endMs,
    bytesReceived: bytes,
    output: text,
    exit: { ...exit, lastLines: child.lastLines() },
    ...(givenUp === undefined ? undefined : { ending: givenUp }),
  };
}

/** Waits for what is still in the pipe, and ends whatever holds it open. */
async function lastOutput(child: Child, clock: Clock): Promise<void> {
  const patience = new AbortController();
  const tooLong = clock.sleep(OUTPUT_GRACE_MS, patience.signal).catch(() => undefined);
  await Promise.race([child.closed, tooLong]);
  patience.abort();
  child.kill();
}

interface Collected {
  readonly firstByteMs: number | undefined;
  readonly bytes: number;
  readonly text: string;
}

function collect(child: Child, clock: Clock): () => Collected {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let firstByteMs: number | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    firstByteMs ??= clock.now();
    if (bytes < MOST_KEPT_BYTES) chunks.push(chunk);
    bytes += chunk.byteLength;
  });
  return () => ({ firstByteMs, bytes, text: Buffer.concat(chunks).toString('utf8') });
}

interface Judging {
  readonly checks: Checks;
  readonly exitCode: number;
}

function judge({ output, exit }: Pick<ProcessRun, 'output' | 'exit'>, { checks, exitCode }: Judging): Ending | undefined {
  if (exit.error !== undefined) return classify(exit.error);
  if (exit.code !== exitCode) {
    const failureClass = exit.code === null ? `signal_${String(exit.signal)}` : `exit_${exit.code}`;
    const said = exit.lastLines === '' ? '' : `: ${exit.lastLines}`;
    return ending('error', { class: failureClass, message: `the command ${describeExit(exit)}, expected ${exitCode}${said}` });
  }
  const wrong = checks.contains(output) ?? (checks.wantsDocument ? wrongDocument(output, checks) : undefined);
  return wrong === undefined ? undefined : invalid(wrong);
}

function wrongDocument(output: string, checks: Checks): Failure | undefined {
  const document = parseJson(output);
  return document === undefined ? { class: 'not_json', message: `expected JSON, got ${output}` } : checks.document(document);
}

function attemptOf(
  times: Pick<Attempt, 'startMs' | 'endMs' | 'bytesReceived' | 'firstByteMs'>,
  why: Ending | undefined,
): Attempt {
  return { ...times, outcome: why?.outcome ?? 'ok', ...(why === undefined ? undefined : { failure: why.failure }), usage: [] };
}
