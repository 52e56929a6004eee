/**
 * A program that starts a system and waits, for tests that end it in rude ways: reads a plan as JSON from the file in its first argument,
 * prints one line of JSON, and then waits for SIGTERM (a clean stop) or for whatever happens to it. `crash` as second argument throws.
 */
import { readFile } from 'node:fs/promises';

import type { Plan } from '../../config/plan.ts';
import { systemClock } from '../../core/clock.ts';
import { exitCodeOf, toError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { startSystem } from '../start.ts';

/** What it prints. */
export type RunReport = { readonly endpoints: unknown } | { readonly error: string; readonly exitCode: number };

function report(line: RunReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const interrupted = new AbortController();
process.on('SIGTERM', () => {
  interrupted.abort();
});

try {
  const plan = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Plan;
  const system = await startSystem(plan, { clock: systemClock, log: silentLog, signal: interrupted.signal });
  report({ endpoints: system.endpoints });
  if (process.argv[3] === 'crash') {
    setImmediate(() => {
      throw new Error('a bug of ours');
    });
  }
  await systemClock.sleep(120_000, interrupted.signal).catch(() => undefined);
  await system.stop();
} catch (error) {
  report({ error: toError(error).message, exitCode: exitCodeOf(error) });
  process.exitCode = exitCodeOf(error);
}
