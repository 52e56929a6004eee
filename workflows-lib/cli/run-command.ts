import { systemClock } from '../core/clock.ts';
import { EXIT, Interrupted, RemoteError, UsageError, exitCodeOf, toError } from '../core/errors.ts';
import type { CommandContext } from '../commands/context.ts';
import { createTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly strict?: boolean;
}

/** What a command is given by this door. */
export interface Door {
  readonly context: CommandContext;
  readonly terminal: Terminal;
  /** Colours on standard output. */
  readonly colors: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
}

/**
 * Runs one command: sets up the terminal, turns the first Ctrl-C into an orderly stop and the second into an immediate one, and turns every
 * ending into its exit code. The exit code is set rather than exited with, so that everything written still gets out.
 */
export async function runCommand(options: CommonOptions, command: (door: Door) => Promise<number>): Promise<void> {
  const colors = useColors(process.stderr.isTTY);
  const terminal = createTerminal({
    stream: process.stderr,
    colors,
    verbose: options.verbose === true,
    now: () => systemClock.now(),
  });
  const stop = stopOnSignals(terminal);
  const context: CommandContext = {
    clock: systemClock,
    log: terminal.log,
    env: process.env,
    cwd: process.cwd(),
    signal: stop.signal,
    onProgress: terminal.onProgress,
  };
  const door: Door = {
    context,
    terminal,
    colors: useColors(process.stdout.isTTY),
    width: Math.min(process.stdout.columns, 120) || 100,
    print: (text) => {
      terminal.clear();
      process.stdout.write(text);
    },
  };
  try {
    process.exitCode = await command(door);
  } catch (error) {
    process.exitCode = explain(error, terminal);
  } finally {
    terminal.clear();
    stop.release();
  }
}

/** Prints what went wrong and returns the exit code: one line for what the user or the other side can mend, the stack for our bugs. */
export function explain(thrown: unknown, terminal: Pick<Terminal, 'log' | 'clear'>): number {
  const error = toError(thrown);
  terminal.clear();
  if (error instanceof UsageError || error instanceof RemoteError || error instanceof Interrupted) {
    terminal.log.info(`shotclock: ${error.message}`);
  } else {
    terminal.log.info(
      `shotclock: this is a bug in Shotclock; please report it with the lines below.\n${error.stack ?? error.message}`,
    );
  }
  return exitCodeOf(error);
}

function useColors(isTty: boolean): boolean {
  const { NO_COLOR: noColor, FORCE_COLOR: forceColor } = process.env;
  if (noColor !== undefined && noColor !== '') return false;
  return forceColor !== undefined && forceColor !== '0' ? true : isTty;
}

interface SignalStop {
  readonly signal: AbortSignal;
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A group's signal reaches this process more than once, from the terminal and through npm; only a later one is a second wish. */
const SECOND_SIGNAL_AFTER_MS = 1_000;

function stopOnSignals(terminal: Terminal): SignalStop {
  const controller = new AbortController();
  let firstMs = 0;
  const onSignal = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      if (systemClock.now() - firstMs < SECOND_SIGNAL_AFTER_MS) return;
      // The guardian of the running system sees this process go and cleans up after it.
      process.exit(EXIT.interrupted);
    }
    firstMs = systemClock.now();
    terminal.log.info(`${name}: stopping; what was measured is being saved. Once more to stop at once.`);
    controller.abort(new Interrupted(`interrupted by ${name}`));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
