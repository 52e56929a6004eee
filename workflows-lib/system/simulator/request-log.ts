/** The simulator's own account of every request: what was really sent, when, and what it is billed. Measurements are checked against it. */
import { open, readFile } from 'node:fs/promises';
import type { WriteStream } from 'node:fs';
import { z } from 'zod';
import { toError, UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';

const bill = z.object({
  input: z.number(),
  cached: z.number(),
  cacheWrite: z.number(),
  cacheWrite1h: z.number(),
  output: z.number(),
  reasoning: z.number(),
});
const chunks = z.array(z.tuple([z.number(), z.number()]));

const schema = z.object({
  /** Id of the answer, as in its body. */
  id: z.string(),
  /** Id of the request, as in the answer's headers. */
  requestId: z.string(),
  /** What the client sent as `x-client-request-id`. */
  clientRequestId: z.string().nullable(),
  protocol: z.enum(['openai', 'anthropic']),
  provider: z.string(),
  model: z.string().nullable(),
  stream: z.boolean(),
  /** Digest of the prompt and what else the answer depends on; never the prompt. */
  promptHash: z.string().nullable(),
  /** All times are milliseconds of the epoch with fractions, on the clock of this machine. Headers of the request were there. */
  arrivalMs: z.number(),
  /** Its body was there. */
  bodyMs: z.number().nullable(),
  /** Headers of the answer were written. */
  firstByteMs: z.number().nullable(),
  /** `[time, tokens]` of each write of answer text, taken just before it. An answer that is not streamed has one. */
  chunks,
  /** The same for streamed thoughts. */
  reasoningChunks: chunks,
  /** The last byte was written, or the connection was gone. */
  endMs: z.number(),
  status: z.number(),
  fault: z.string().nullable(),
  /** `dropped`: by a fault. `disconnected`: by the client, or because the simulator was stopped. */
  ended: z.enum(['complete', 'dropped', 'disconnected']),
  /** The usage object that the client was told. */
  usage: z.record(z.string(), z.unknown()).nullable(),
  /** What the provider would bill, told or not; a broken answer for what was generated until then. */
  bill: bill.nullable(),
});

/** One request. Never holds a prompt, an answer or a key. */
export type RequestRecord = z.infer<typeof schema>;

/** Appends records to a JSON Lines file. */
export class RequestLog {
  readonly #stream: WriteStream | undefined;

  private constructor(stream: WriteStream | undefined) {
    this.#stream = stream;
  }

  /** Opens the file, or none. Throws UsageError when it cannot be written. A disk that fills later is told to `log`; answers go on. */
  static async open(path: string | undefined, log: Log): Promise<RequestLog> {
    if (path === undefined) return new RequestLog(undefined);
    const file = await open(path, 'a').catch((error: unknown) => {
      throw new UsageError(`Cannot write the simulator's log: ${toError(error).message}`, { cause: error });
    });
    const stream = file.createWriteStream();
    stream.on('error', (error) => {
      log.warn(`The simulator's log stops here: ${error.message}`);
    });
    return new RequestLog(stream);
  }

  /** Hands the record to the file at once. */
  write(record: RequestRecord): void {
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
export async function readRequestLog(path: string): Promise<readonly RequestRecord[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
