/**
 * The model simulator as a process: reads its options as one JSON line on standard input, prints `{"listening":PORT}`, and serves until
 * SIGTERM, SIGINT or the end of standard input, which is how it learns that its parent is gone.
 */
import { once } from 'node:events';
import { EXIT, exitCodeOf, toError, UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { parseSimulatorOptions } from './options.ts';
import { startSimulator } from './server.ts';

const complain = (message: string): void => {
  process.stderr.write(`${message}\n`);
};
const log: Log = { info: complain, warn: complain, debug: () => undefined };

/** The first line of standard input; what comes after it is ignored. */
async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  input.setEncoding('utf8');
  let text = '';
  return new Promise((resolve) => {
    const take = (part: string): void => {
      text += part;
      const end = text.indexOf('\n');
      if (end !== -1) resolve(text.slice(0, end));
      if (end !== -1) input.off('data', take).resume();
    };
    input.on('data', take);
    input.once('end', () => {
      resolve(text);
    });
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UsageError('Model simulator: standard input does not begin with one line of JSON', { cause: error });
  }
}

async function main(): Promise<void> {
  const ended = Promise.race([
    once(process, 'SIGTERM'),
    once(process, 'SIGINT'),
    once(process.stdin, 'end'),
    once(process.stdin, 'close'),
  ]);
  const options = parseSimulatorOptions(parseLine(await firstLine(process.stdin)));
  const simulator = await startSimulator(options, { log });
  process.stdout.write(`${JSON.stringify({ listening: simulator.port })}\n`);
  await ended;
  await simulator.close();
}

main().then(
  () => process.exit(EXIT.pass),
  (error: unknown) => {
    const code = exitCodeOf(error);
    complain(code === EXIT.bug ? (toError(error).stack ?? '') : toError(error).message);
    process.exit(code);
  },
);
