/** What Shotclock tells its guardian: one JSON object a line. */

/** How a process is asked to stop; `none` lets it come to its own end. */
export type StopSignal = 'SIGTERM' | 'SIGQUIT' | 'SIGINT' | 'none';

/** End this process: first `signal`, after `graceMs` SIGKILL. With `group`, its whole process group. */
export interface ProcessDuty {
  readonly kind: 'process';
  readonly pid: number;
  readonly startTime: string;
  readonly signal: StopSignal;
  readonly group: boolean;
  readonly graceMs: number;
}

/** Something to end or to remove when Shotclock is gone. */
export type Duty =
  | ProcessDuty
  /** Remove this file or folder. */
  | { readonly kind: 'path'; readonly path: string }
  /** Remove this folder if nothing is left in it: others may use it too. */
  | { readonly kind: 'shared-folder'; readonly path: string }
  /** End whatever carries this in its environment: grandchildren that left their group. */
  | { readonly kind: 'marker'; readonly name: string; readonly value: string };

/** Take a duty over, drop it, or leave without fulfilling any. */
export type GuardianMessage =
  | { readonly say: 'watch'; readonly key: string; readonly duty: Duty }
  | { readonly say: 'forget'; readonly key: string }
  /** A clean stop: everything is ended and removed already. */
  | { readonly say: 'goodbye' };

/**
 * Parses one line; undefined when it is torn, as the last one can be when Shotclock is killed while it writes. Both ends of the pipe are
 * the same version of this package, so the shape is not checked again.
 */
export function parseMessage(line: string): GuardianMessage | undefined {
  try {
    return JSON.parse(line) as GuardianMessage;
  } catch {
    return undefined;
  }
}
