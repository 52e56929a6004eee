import type { Annotation } from '../core/annotation.ts';
import { EXIT, Interrupted, RemoteError, UsageError, exitCodeOf, toError } from '../core/errors.ts';
import { SHOTCLOCK_VERSION } from '../core/version.ts';
import type { ActionLog } from './action-log.ts';
import type { Env } from './parse-inputs.ts';
import type { OutputSpecs } from './spec.ts';
import type { Toolkit } from './toolkit.ts';
import { writeAnnotations } from './write-annotations.ts';
import { writeOutputs } from './write-outputs.ts';
import type { Outputs } from './write-outputs.ts';
import { writeSummary } from './write-summary.ts';

/** How an action ended. Everything in it is written, whether it failed or not. */
export interface ActionEnding<O extends OutputSpecs> {
  readonly outputs?: Outputs<O>;
  /** Markdown for the job's summary. */
  readonly summary?: string;
  readonly annotations?: readonly Annotation[];
  readonly exitCode: number;
  /** Why the step fails where nothing broke: the verdict's sentence. */
  readonly reason?: string;
  /** What broke; the step then fails whatever `exitCode` says. */
  readonly failure?: Error;
}

/** What an ending is written to. */
export interface EndingPorts {
  readonly toolkit: Toolkit;
  readonly env: Env;
  readonly actionLog: ActionLog;
}

/** Writes annotations, outputs and summary, says what went wrong, and returns the exit code. */
export async function conclude<O extends OutputSpecs>(
  declared: O,
  ending: ActionEnding<O>,
  { toolkit, env, actionLog }: EndingPorts,
): Promise<number> {
  const { log } = actionLog;
  writeAnnotations(ending.annotations ?? [], toolkit, actionLog);
  const unwritten = caught(() => {
    if (ending.outputs !== undefined) writeOutputs(declared, ending.outputs, { toolkit, env, log });
  });
  if (ending.summary !== undefined) await writeSummary(ending.summary, { toolkit, env, log });
  if (ending.reason !== undefined && ending.exitCode !== EXIT.pass) actionLog.error(ending.reason);
  const failures = [ending.failure, unwritten].filter((failure) => failure !== undefined);
  for (const failure of failures) await explain(failure, actionLog);
  if (ending.exitCode !== EXIT.pass && ending.reason === undefined && failures.length === 0)
    actionLog.error(`ended with exit code ${ending.exitCode}`);
  if (ending.exitCode !== EXIT.pass) return ending.exitCode;
  return failures[0] === undefined ? EXIT.pass : exitCodeOf(failures[0]);
}

function caught(body: () => void): Error | undefined {
  try {
    body();
    return undefined;
  } catch (error) {
    return toError(error);
  }
}

/** One error for what the user or the other side can mend, without a stack; for our bugs also the stack, folded. */
async function explain(failure: Error, { error, group, print }: ActionLog): Promise<void> {
  if (failure instanceof UsageError || failure instanceof RemoteError || failure instanceof Interrupted) {
    error(failure.message);
    return;
  }
  error(bugMessage(failure));
  await group('Where it happened', () => {
    print(stackOf(failure));
    return Promise.resolve();
  });
}

/** The line that asks for a report. */
export function bugMessage(failure: Error): string {
  return `this is a bug in Shotclock ${SHOTCLOCK_VERSION}, please report it: ${failure.message}`;
}

const DEEPEST_CAUSE = 5;

/** The stack with those of its causes. */
export function stackOf(failure: Error): string {
  const stacks: string[] = [];
  let cause: unknown = failure;
  while (cause !== undefined && stacks.length < DEEPEST_CAUSE) {
    const error = toError(cause);
    stacks.push(error.stack ?? error.message);
    cause = error.cause;
  }
  return stacks.join('\ncaused by ');
}
