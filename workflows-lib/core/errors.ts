/** What ended a command, and with which exit code: the user's mistake, the other side's failure, or our bug. */

/** Exit codes of every command. */
export const EXIT = { pass: 0, gateFailed: 1, usage: 2, undecided: 3, bug: 70, interrupted: 130 } as const;

/** The user can mend it: shown as one line without a stack, exit 2. Say what is wrong, where, and the mend. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Who failed on the other side, doing what, after how many tries. */
export interface RemoteFailure {
  /** The service by its name in the plan, or its address without credentials. */
  readonly service: string;
  /** What was asked of it: "connect", "PUT games/1.json". */
  readonly action: string;
  readonly attempts: number;
}

/** The other side failed: a service that refused, timed out or answered nonsense. Exit 2 when it stops the command. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly failure: RemoteFailure;

  constructor(message: string, failure: RemoteFailure, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** The user asked to stop (SIGINT, SIGTERM). Exit 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Whatever was thrown, as an Error: a thrown non-Error keeps its text. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The exit code that an ending maps to. */
export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof UsageError || thrown instanceof RemoteError) return EXIT.usage;
  if (thrown instanceof Interrupted) return EXIT.interrupted;
  return EXIT.bug;
}
