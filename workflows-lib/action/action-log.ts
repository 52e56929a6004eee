import type { Log } from '../core/log.ts';
import { guardLines, logLine, visibleText } from '../core/log-guard.ts';
import type { Progress } from '../commands/context.ts';
import type { Toolkit } from './toolkit.ts';

const PROGRESS_EVERY_MS = 5_000;
/** GitHub cuts an annotation's message at 4 KB. */
const LONGEST_MESSAGE = 4_000;

/** The log of a step. All text in it is guarded: nothing from outside becomes a command of the runner. */
export interface ActionLog {
  readonly log: Log;
  /** At most one line every five seconds. */
  readonly onProgress: (progress: Progress) => void;
  /** Prints lines of our own making as they are, colours included. */
  readonly print: (text: string) => void;
  /** A folded group. Groups do not nest: a group inside a group becomes a heading. */
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** An error that GitHub shows on the page of the run. */
  readonly error: (message: string) => void;
}

/** What the log needs. `now` is any monotonic clock in milliseconds. */
export interface ActionLogOptions {
  readonly toolkit: Toolkit;
  readonly write: (text: string) => void;
  readonly now: () => number;
  /** Also the details of starting and stopping. */
  readonly verbose: boolean;
}

/** A log that writes to the runner. */
export function createActionLog({ toolkit, write, now, verbose }: ActionLogOptions): ActionLog {
  const print = (text: string): void => {
    write(`${guardLines(text)}\n`);
  };
  return {
    log: {
      info: (message) => {
        print(visibleText(message));
      },
      warn: (message) => {
        toolkit.warning(messageText(message));
      },
      debug: (message) => {
        if (verbose) toolkit.debug(messageText(message));
      },
    },
    onProgress: throttled(print, now),
    print,
    group: createGroups(toolkit, print),
    error: (message) => {
      toolkit.error(messageText(message));
    },
  };
}

/** Text of an annotation: every line of it safe, not longer than GitHub keeps. */
export function messageText(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => logLine(line));
  const whole = lines.filter((line) => line !== '').join('\n');
  return whole.length <= LONGEST_MESSAGE ? whole : `${whole.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`;
}

function throttled(print: (text: string) => void, now: () => number): (progress: Progress) => void {
  let lastMs = -Infinity;
  return ({ done, total, label }) => {
    if (now() - lastMs < PROGRESS_EVERY_MS) return;
    lastMs = now();
    const percent = `${Math.floor((100 * done) / Math.max(1, total))}%`;
    print(`  ${percent.padStart(4)} ${logLine(label)}`);
  };
}

function createGroups(toolkit: Toolkit, print: (text: string) => void): ActionLog['group'] {
  let depth = 0;
  return async (title, body) => {
    if (depth === 0) toolkit.startGroup(logLine(title));
    else print(`${logLine(title)}:`);
    depth++;
    try {
      return await body();
    } finally {
      depth--;
      if (depth === 0) toolkit.endGroup();
    }
  };
}
