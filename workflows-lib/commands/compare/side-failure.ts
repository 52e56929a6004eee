import type { Slot } from '../../load/triples.ts';

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
