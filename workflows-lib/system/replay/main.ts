/**
 * The replay server as a process: reads its options as one JSON line on standard input, prints `{"listening":PORT}` or `{"refused":"why"}`,
 * and serves until SIGTERM, SIGINT or the end of standard input, which is how it learns that its parent is gone. Requests without a
 * recording are told on standard error.
 */
import { createInterface } from 'node:readline';
import { UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { parseReplayOptions } from './options.ts';
import { startReplay } from './replay-server.ts';

const complain = (message: string): void => {
  process.stderr.write(`${message}\n`);
};
const log: Log = { info: complain, warn: complain, debug: () => undefined };

function answer(message: { readonly listening: number; readonly exchanges: number } | { readonly refused: string }): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UsageError('Replay: standard input does not begin with one line of JSON', { cause: error });
  }
}

async function serve(line: string): Promise<void> {
  const replay = await startReplay(parseReplayOptions(parseLine(line)), { log });
  const close = (): void => void replay.close().then(() => process.exit());
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
  process.stdin.once('end', close);
  answer({ listening: replay.port, exchanges: replay.exchanges });
}

createInterface({ input: process.stdin }).once('line', (line) => {
  serve(line).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    answer({ refused: error.message });
    process.exitCode = 2;
  });
});
