#!/usr/bin/env node
import { CommanderError } from 'commander';
import { errorCode } from '../core/error-code.ts';
import { EXIT, toError } from '../core/errors.ts';
import { createProgram } from './program.ts';

// A reader that has seen enough (`| head`) or a terminal that was closed ends the output, not the run.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!['EPIPE', 'EIO'].includes(errorCode(error) ?? '')) throw error;
  });
}

// Whatever nobody caught is our bug. The guardian of a running system cleans up after this process.
const crash = (thrown: unknown): void => {
  const error = toError(thrown);
  process.stderr.write(
    `shotclock: this is a bug in Shotclock; please report it with the lines below.\n${error.stack ?? error.message}\n`,
  );
  process.exit(EXIT.bug);
};
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.pass : EXIT.usage;
}
