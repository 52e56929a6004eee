/** Lets through one at a time, a turn of the event loop for each. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Work that takes long against a timer's resolution goes through here, so that requests which arrive together are all seen arriving, and
 * chunks which fall due are sent, before the next piece of work begins.
 */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  /** Resolves in a turn of the event loop that nobody else was given. */
  pass(): Promise<void> {
    this.#last = this.#last.then(() => nextTurn());
    return this.#last;
  }
}
