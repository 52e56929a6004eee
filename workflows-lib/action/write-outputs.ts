import { UsageError, toError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { oneLine } from '../core/log-guard.ts';
import type { Env } from './parse-inputs.ts';
import type { OutputSpecs } from './spec.ts';
import type { Toolkit } from './toolkit.ts';

/** Values of outputs; what is left out stays empty. */
export type Outputs<O extends OutputSpecs> = Readonly<Partial<Record<keyof O, string | number | boolean>>>;

/** Where outputs are written. */
export interface OutputPorts {
  readonly toolkit: Toolkit;
  readonly env: Env;
  readonly log: Log;
}

/**
 * Writes the outputs in the order they are declared in. Outside of a runner they are lines of the log. Throws UsageError when the runner's
 * file cannot be written: later steps would take the silence for an answer.
 */
export function writeOutputs<O extends OutputSpecs>(declared: O, outputs: Outputs<O>, { toolkit, env, log }: OutputPorts): void {
  for (const name of Object.keys(declared)) {
    const value = outputs[name];
    if (value === undefined) continue;
    // The toolkit falls back to a command that runners no longer obey.
    if ((env['GITHUB_OUTPUT'] ?? '') === '') log.info(`output ${name}: ${oneLine(String(value))}`);
    else writeOutput(name, value, toolkit);
  }
}

function writeOutput(name: string, value: string | number | boolean, toolkit: Toolkit): void {
  try {
    toolkit.setOutput(name, value);
  } catch (error) {
    throw new UsageError(`cannot write the output ${name} to the file that GITHUB_OUTPUT names: ${toError(error).message}`, {
      cause: error,
    });
  }
}
