import { errorCode } from '../core/error-code.ts';
import { EXIT, Interrupted, toError } from '../core/errors.ts';
import { guardLines } from '../core/log-guard.ts';
import { messageText } from './action-log.ts';
import { bugMessage, stackOf } from './conclude.ts';
import { workflowCommand } from './workflow-command.ts';

/** This process while it runs an action. */
export interface ProcessGuard {
  /** Writes to the log. */
  readonly write: (text: string) => void;
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Sets the exit code. What still keeps the process from ending is cut off after a while, because a job that hangs costs hours. */
  finish(exitCode: number): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The runner sends SIGINT to cancel, SIGTERM 7.5 s later, and kills 2.5 s after that: what is saved by then is saved. */
const LAST_GRACE_MS = 2_000;
/** Both signals of one wish may arrive together, from the runner and through a parent. */
const SAME_WISH_MS = 1_000;
const LINGER_MS = 5_000;

/** How Node ends when nothing is left to wait for: with success, or with 13 while a module still awaits something. */
const RAN_DRY = [0, 13];

/**
 * Takes over what can end the process: signals abort the work once and end it the second time, what nobody caught and a loop that ran dry
 * before the work was done are our bug, and a reader that went away ends nothing.
 */
export function guardProcess(): ProcessGuard {
  const write = (text: string): void => {
    process.stdout.write(text);
  };
  let finished = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!['EPIPE', 'EIO'].includes(errorCode(error) ?? '')) throw error;
    });
  }
  process.on('uncaughtException', crash(write));
  process.on('unhandledRejection', crash(write));
  process.on('exit', (code) => {
    if (finished || !RAN_DRY.includes(code)) return;
    write(workflowCommand('error', bugMessage(new Error('it ended before its work was done'))));
    process.exitCode = EXIT.bug;
  });
  return {
    write,
    signal: abortOnSignals(write),
    finish: (exitCode) => {
      finished = true;
      process.exitCode = exitCode;
      setTimeout(() => {
        write('Something still runs although the work is done; it is cut off.\n');
        process.exit(exitCode);
      }, LINGER_MS).unref();
    },
  };
}

function crash(write: (text: string) => void): (thrown: unknown) => void {
  return (thrown) => {
    const error = toError(thrown);
    write(workflowCommand('endgroup'));
    write(workflowCommand('error', messageText(bugMessage(error))));
    write(`${workflowCommand('group', 'Where it happened')}${guardLines(stackOf(error))}\n${workflowCommand('endgroup')}`);
    process.exit(EXIT.bug);
  };
}

function abortOnSignals(write: (text: string) => void): AbortSignal {
  const controller = new AbortController();
  let firstMs = 0;
  const onSignal = (name: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      firstMs = performance.now();
      write(`${name}: stopping; what was measured is being saved.\n`);
      controller.abort(new Interrupted(`interrupted by ${name}`));
      return;
    }
    if (performance.now() - firstMs < SAME_WISH_MS) return;
    setTimeout(() => {
      write(workflowCommand('error', `${name}: what was not saved by now is lost`));
      process.exit(EXIT.interrupted);
    }, LAST_GRACE_MS).unref();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return controller.signal;
}
