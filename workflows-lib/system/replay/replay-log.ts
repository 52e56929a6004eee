/** The replay server's own account of every request: what was really sent, and when. Measurements are checked against it. */
import { open, readFile } from 'node:fs/promises';
import type { WriteStream } from 'node:fs';
import { z } from 'zod';
import { toError, UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';

const schema = z.object({
  method: z.string(),
  path: z.string(),
  digest: z.string(),
  /** Line of the recording that was played; null when there is none of this request, or it was refused. */
  line: z.number().nullable(),
  status: z.number(),
  /** Milliseconds of the epoch with fractions: headers of the request were there. The other times count from here. */
  arrivalMs: z.number(),
  /** Status and headers of a recording were written. */
  headMs: z.number().nullable(),
  /** `[due, written, bytes]` of each chunk. */
  chunks: z.array(z.tuple([z.number(), z.number(), z.number()])),
  endMs: z.number(),
  ended: z.enum(['complete', 'disconnected']),
});

/** One request. Never holds a prompt, an answer or a key. */
export type ReplayRecord = z.infer<typeof schema>;

/** Appends records to a JSON Lines file. */
export class ReplayLog {
  readonly #stream: WriteStream | undefined;

  private constructor(stream: WriteStream | undefined) {
    this.#stream = stream;
  }

  /** Opens the file, or none. Throws UsageError when it cannot be written. A disk that fills later is told to `log`; playing goes on. */
  static async open(path: string | undefined, log: Log): Promise<ReplayLog> {
    if (path === undefined) return new ReplayLog(undefined);
    const file = await open(path, 'a', 0o600).catch((error: unknown) => {
      throw new UsageError(`Cannot write the log of the replay: ${toError(error).message}`, { cause: error });
    });
    const stream = file.createWriteStream();
    stream.on('error', (error) => {
      log.warn(`The log of the replay stops here: ${error.message}`);
    });
    return new ReplayLog(stream);
  }

  /** Hands the record to the file at once. */
  write(record: ReplayRecord): void {
    if (this.#stream?.writable === true) this.#stream.write(`${JSON.stringify(record)}\n`);
  }

  /** Resolves when everything is in the file. */
  async close(): Promise<void> {
    const stream = this.#stream;
    if (stream === undefined || stream.closed) return;
    await new Promise<void>((resolve) => {
      stream.once('close', resolve);
      stream.end();
    });
  }
}

/** Reads a log. Throws when a line is not a record; a last line that is still being written is left out. */
export async function readReplayLog(path: string): Promise<readonly ReplayRecord[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
