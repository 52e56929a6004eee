import { toError } from '../../core/errors.ts';
import type { Slot } from '../../load/triples.ts';
import type { RunningSystem } from '../../system/running-system.ts';

const NAME: Readonly<Record<Slot, string>> = { base: 'base', head: 'head', twin: 'base (second start)' };

/** A side that could not be built or started, or that died; `slot` says which, so that base is never held against head. */
export class SideFailure extends Error {
  override readonly name = 'SideFailure';
  readonly slot: Slot;

  constructor(slot: Slot, cause: Error) {
    super(`${NAME[slot]}: ${cause.message}`, { cause });
    this.slot = slot;
  }

  /** What broke, without whose it was. */
  get reason(): string {
    return this.cause instanceof Error ? this.cause.message : this.message;
  }
}

/**
 * Whatever was thrown, as an error whose text and causes tell none of the systems' secrets: a target may quote in its complaint what it was
 * called with.
 */
export function withoutSecrets(thrown: unknown, ...systems: readonly Pick<RunningSystem, 'hide'>[]): Error {
  const error = toError(thrown);
  const hide = (text: string): string => systems.reduce((shown, system) => system.hide(shown), text);
  const [message, stack] = [hide(error.message), hide(error.stack ?? '')];
  // What has nothing to hide is left alone: the message of an aborted fetch cannot be written.
  if (message !== error.message) error.message = message;
  if (error.stack !== undefined && stack !== error.stack) error.stack = stack;
  if (error.cause instanceof Error) withoutSecrets(error.cause, ...systems);
  return error;
}
