/** Requests that had no recording, told to whoever started the replay: a client that falls back would hide them. */
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../core/error-code.ts';
import { toError } from '../../core/errors.ts';
import { parseJson } from '../../core/json.ts';
import { oneLine } from '../../core/log-guard.ts';
import type { Log } from '../../core/log.ts';

/** Distinct requests that are named; a client may ask anything any number of times. */
const MOST_NAMED = 10;
const LONGEST = 1_000;
const message = z.string();

/** The misses of one replay. */
export class MissBook {
  readonly #path: string | undefined;
  readonly #log: Log;
  readonly #known = new Set<string>();

  /** Without a path nothing is written. */
  constructor(path: string | undefined, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  /** Writes a miss down unless the same request was missed before; it is in the file when this returns. `key` tells one request from another. */
  note(key: string, explanation: string): void {
    if (this.#path === undefined || this.#known.has(key) || this.#known.size > MOST_NAMED) return;
    this.#known.add(key);
    const line = this.#known.size > MOST_NAMED ? `Further requests had no recording: only ${MOST_NAMED} are named.` : explanation;
    try {
      appendFileSync(this.#path, `${JSON.stringify(oneLine(line, LONGEST))}\n`, { mode: 0o600 });
    } catch (error) {
      this.#log.warn(`A request without a recording cannot be told: ${toError(error).message}`);
    }
  }
}

/** What a replay has written down until now, one sentence or two for each distinct request; nothing where no request was missed. */
export async function readMisses(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => message.parse(parseJson(line)));
}
