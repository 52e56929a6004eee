import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';

import { toError } from '../core/errors.ts';

/** How much of the end of a child's output is kept in memory. */
const KEPT_CHARACTERS = 64 * 1024;
const SHOWN_LINES = 40;
const SHOWN_LINE_LENGTH = 500;
/** A chatty process must not fill the disk of a long run; its last lines are kept in any case. */
const LOG_FILE_LIMIT_BYTES = 64 * 1024 * 1024;

const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What a child has printed on standard output and error. */
export interface Output {
  /** The last 40 lines, without control characters. */
  lastLines(): string[];
  /** Resolves with the first match in what was and will be printed, standard output and error alike. */
  match(pattern: RegExp, signal: AbortSignal): Promise<RegExpExecArray>;
  /** Calls for every chunk from now on. */
  onText(listener: (text: string) => void): void;
}

/**
 * Follows the output of a child: keeps its end, and writes it to a log file as long as that is possible; a full disk ends the file, not the
 * child. Reading never stops, so the child never blocks on a full pipe.
 */
export function followOutput(streams: readonly Readable[], logFile: string): Output {
  let kept = '';
  const listeners = new Set<(text: string) => void>();
  const write = openLog(logFile);
  for (const stream of streams) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      write(text);
      kept = (kept + text).slice(-KEPT_CHARACTERS);
      for (const listener of listeners) listener(text);
    });
    // A pipe that breaks when its process is killed says nothing that the exit does not say.
    stream.on('error', () => undefined);
    stream.once('close', () => {
      if (streams.every((each) => each.destroyed)) write(undefined);
    });
  }
  return {
    lastLines: () => lastLinesOf(kept),
    onText: (listener) => listeners.add(listener),
    match: async (pattern, signal) => {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const settle = (): void => {
          listeners.delete(look);
          signal.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          settle();
          reject(toError(signal.reason));
        };
        const look = (): void => {
          const found = pattern.exec(kept);
          if (found === null) return;
          settle();
          resolve(found);
        };
        listeners.add(look);
        signal.addEventListener('abort', abort);
        look();
      });
    },
  };
}

function lastLinesOf(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll(CONTROL, '').trimEnd().split('\n');
  return (lines[0] === '' && lines.length === 1 ? [] : lines.slice(-SHOWN_LINES)).map((line) =>
    line.length > SHOWN_LINE_LENGTH ? `${line.slice(0, SHOWN_LINE_LENGTH)} ...` : line,
  );
}

/** Writes to a file until it fails or is long enough; `undefined` closes it. */
function openLog(path: string): (text: string | undefined) => void {
  const file = createWriteStream(path, { mode: 0o600 });
  let open = true;
  file.on('error', () => {
    open = false;
  });
  return (text) => {
    if (!open) return;
    if (text !== undefined) file.write(text);
    if (text === undefined || file.bytesWritten > LOG_FILE_LIMIT_BYTES) {
      open = false;
      file.end();
    }
  };
}
