import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Progress } from '../load/sequential.ts';

/** How far a command has come. */
export type { Progress } from '../load/sequential.ts';

/** Everything a command touches outside of itself; the command line and the actions each bring their own. */
export interface CommandContext {
  readonly clock: Clock;
  readonly log: Log;
  /** Environment that the plan's `${NAME}` are taken from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variables that git alone gets on top of `env`, such as credentials to fetch with; never handed to what is measured. */
  readonly gitEnv?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Aborted by Ctrl-C or a cancelled job: stop, save what was measured, leave nothing running. */
  readonly signal: AbortSignal;
  /** Called often; the door decides how often people see it. */
  readonly onProgress: (progress: Progress) => void;
  /** Told what must never be shown, before anything could show it: a runner blanks it in its whole log. */
  readonly onSecrets?: (values: readonly string[]) => void;
}
