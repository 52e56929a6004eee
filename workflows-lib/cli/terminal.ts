import { createColors } from 'picocolors';
import type { Log } from '../core/log.ts';
import type { Progress } from '../commands/context.ts';

/** How often a progress line is printed where there is no terminal to redraw. */
const PLAIN_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 80;
const BAR_WIDTH = 28;

/** A stream that people may be looking at. */
export interface TerminalStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Log and progress on one stream, without one overwriting the other. */
export interface Terminal {
  readonly log: Log;
  readonly onProgress: (progress: Progress) => void;
  /** Takes the bar away; call before printing results. */
  clear(): void;
}

/** What a terminal needs. `now` is any monotonic clock in milliseconds. */
export interface TerminalOptions {
  readonly stream: TerminalStream;
  readonly colors: boolean;
  readonly verbose: boolean;
  readonly now: () => number;
}

/** Log lines and a progress bar on a terminal; plain lines elsewhere. */
export function createTerminal({ stream, colors, verbose, now }: TerminalOptions): Terminal {
  const paint = createColors(colors);
  const live = stream.isTTY === true;
  let bar = '';
  let lastMs = -Infinity;
  let lastLabel = '';
  const clear = (): void => {
    if (bar !== '') stream.write('\r\u001b[K');
    bar = '';
  };
  const line = (text: string): void => {
    clear();
    stream.write(`${text}\n`);
  };
  return {
    log: {
      info: line,
      warn: (message) => {
        line(`${paint.yellow('warning:')} ${message}`);
      },
      debug: (message) => {
        if (verbose) line(paint.dim(message));
      },
    },
    onProgress: (progress) => {
      const finished = progress.done >= progress.total;
      const due = now() - lastMs >= (live ? REDRAW_EVERY_MS : PLAIN_EVERY_MS);
      if (!due && !(finished && progress.label !== lastLabel && live)) return;
      lastMs = now();
      lastLabel = progress.label;
      if (!live) {
        stream.write(`  ${percent(progress).padStart(4)} ${progress.label}\n`);
        return;
      }
      bar = `${drawBar(progress)} ${percent(progress).padStart(4)} ${progress.label}`.slice(0, (stream.columns ?? 80) - 1);
      stream.write(`\r\u001b[K${bar}`);
    },
    clear,
  };
}

function percent({ done, total }: Progress): string {
  return `${Math.floor((100 * done) / Math.max(1, total))}%`;
}

function drawBar({ done, total }: Progress): string {
  const filled = Math.round((BAR_WIDTH * Math.min(done, total)) / Math.max(1, total));
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}]`;
}
