import type { CommandContext } from '../../../workflows-lib/commands/context.ts';
import { systemClock } from '../../../workflows-lib/core/clock.ts';
import { Interrupted } from '../../../workflows-lib/core/errors.ts';

/** What the gate's benchmarks run in: warnings are said, Ctrl-C stops after putting everything away, and nothing is asked of the environment. */
export function benchContext(say: (message: string) => void): CommandContext {
  const stopper = new AbortController();
  const stop = (): void => {
    stopper.abort(new Interrupted('stopped; what was finished is in the file, and the same command goes on from there'));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    clock: systemClock,
    log: { info: () => undefined, warn: say, debug: () => undefined },
    // No database, bucket or provider of somebody's own: the copies embed and simulate theirs.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
    cwd: process.cwd(),
    signal: stopper.signal,
    onProgress: () => undefined,
  };
}
