/** The form of a recording: JSON Lines, one exchange with a provider a line, without keys and without headers that say whose it was. */
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { bodyJson } from './canonical.ts';

/** A piece of an answer, and when it came, in milliseconds from the arrival of the request. */
export interface RecordedChunk {
  readonly atMs: number;
  readonly bytes: Buffer;
}

const timeMs = z.number().nonnegative();
/** `[time, text]`; bytes that are no UTF-8 by themselves (a character cut in two) are `[time, null, base64]`. */
const chunk = z
  .union([z.tuple([timeMs, z.string()]), z.tuple([timeMs, z.null(), z.base64()])])
  .transform(([atMs, text, base64]): RecordedChunk => ({
    atMs,
    bytes: text === null ? Buffer.from(base64, 'base64') : Buffer.from(text),
  }));

const schema = z.strictObject({
  /** Version of this form. */
  recording: z.literal(1),
  service: z.string(),
  protocol: z.enum(['openai', 'anthropic']),
  recordedAt: z.iso.datetime(),
  method: z.string().regex(/^[A-Z]+$/),
  /** Relative to the base URL, without the query. */
  path: z.string().startsWith('/'),
  /** For people; it is computed again from the request when the recording is read. */
  digest: z.string(),
  /** The body: JSON as a value, anything else as text. */
  request: z.union([z.strictObject({ json: z.unknown() }), z.strictObject({ text: z.string() })]),
  status: z.int().min(200).max(599),
  headers: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().regex(/^[\t\x20-\x7e]*$/)),
  /** When status and headers came. */
  headMs: timeMs,
  chunks: z.array(chunk),
  /** When the answer was over. */
  endMs: timeMs,
});

/** One exchange with a provider. */
export type Exchange = z.output<typeof schema>;

/** Which wire format was spoken. */
export type Protocol = Exchange['protocol'];

/** The body of the request as text. */
export function requestText({ request }: Pick<Exchange, 'request'>): string {
  return 'json' in request ? JSON.stringify(request.json ?? null) : request.text;
}

/** The line of an exchange, with its line break. */
export function formatExchange(exchange: Exchange): string {
  const chunks = exchange.chunks.map(({ atMs, bytes }) =>
    isUtf8(bytes) ? [atMs, bytes.toString('utf8')] : [atMs, null, bytes.toString('base64')],
  );
  return `${JSON.stringify({ ...exchange, chunks })}\n`;
}

/** Reads a line. `place` is its file and number. Throws UsageError saying what is wrong with it. */
export function parseExchange(line: string, place: string): Exchange {
  const value = bodyJson(line);
  if (value === undefined) throw new UsageError(`${place}: no JSON; ${MEND}`);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${place}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}; ${MEND}`);
}

const MEND = 'expected an exchange as "shotclock providers record" writes it';
