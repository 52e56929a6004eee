/** Where progress and warnings go. Rooms never write to the console themselves. */
export interface Log {
  /** Worth a line on every run. */
  info(message: string): void;
  /** Something is off but the command goes on. */
  warn(message: string): void;
  /** Only with --verbose. */
  debug(message: string): void;
}

/** Drops everything; for tests and for library use. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, debug: () => undefined };
