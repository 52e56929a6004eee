/**
 * A hidden line of our comment. It keeps how bad the regressions are that the comment shows, because whoever accepts one accepts what was shown;
 * and how bad they were when they were accepted, so that a worse one is not accepted with them.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** The longest name that a foreign run may give a metric has 450 characters. */
const metric = z.string().max(500);

const entrySchema = z.strictObject({
  /** Where it was accepted: a comment or a labelling. */
  source: z.string().max(100),
  metric,
  /** The worsening that was shown then, as the comparison counts it: nothing beyond it is accepted. */
  change: z.number(),
});

const recordSchema = z.strictObject({
  accepted: z.array(entrySchema),
  shown: z.array(z.strictObject({ metric, change: z.number() })),
});

/** What was accepted of one metric, at which change. */
export type AcceptedChange = z.infer<typeof entrySchema>;

/** What a comment of ours remembers: what was accepted, and the regressions that it shows, accepted ones among them. */
export interface AcceptanceRecord {
  readonly accepted: readonly AcceptedChange[];
  readonly shown: readonly Omit<AcceptedChange, 'source'>[];
}

/** Of a comment that is not there, or without such a line. */
export const NO_RECORD: AcceptanceRecord = { accepted: [], shown: [] };

const LINE = /\s*<!-- shotclock:accepted ([A-Za-z0-9_-]{1,20000}) -->\s*$/;
/** Together they stay within what GitHub leaves of a comment. */
const MOST_CHARACTERS = 4_800;
/** Bytes that a line may unpack to. */
const MOST_UNPACKED = 256 * 1024;

/** A change as the line keeps it, to six digits: compare what was kept only with what went through this too. */
export function asRecorded(change: number): number {
  return Number(change.toPrecision(6));
}

/** The line for the end of a comment; empty without a record. What was accepted is never dropped: ask `hasRoom`. Of what is shown the end may be. */
export function renderRecord({ accepted, shown }: AcceptanceRecord): string {
  let kept = shown;
  while (kept.length > 0 && !fits({ accepted, shown: kept })) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return accepted.length + kept.length === 0 ? '' : `\n\n<!-- shotclock:accepted ${encode({ accepted, shown: kept })} -->`;
}

/** Whether a comment can hold so many. */
export function hasRoom(accepted: readonly AcceptedChange[]): boolean {
  return fits({ accepted, shown: [] });
}

function fits(record: AcceptanceRecord): boolean {
  return Buffer.byteLength(textOf(record)) <= MOST_UNPACKED && encode(record).length <= MOST_CHARACTERS;
}

function encode(record: AcceptanceRecord): string {
  return deflateRawSync(textOf(record), { level: 9 }).toString('base64url');
}

function textOf({ accepted, shown }: AcceptanceRecord): string {
  const rounded = <T extends { readonly change: number }>(one: T): T => ({ ...one, change: asRecorded(one.change) });
  return JSON.stringify({ accepted: accepted.map(rounded), shown: shown.map(rounded) });
}

/** What a comment of ours says at its end. Anything unreadable counts as nothing, so that nothing is accepted by it. */
export function readRecord(body: string): AcceptanceRecord {
  const [, text] = LINE.exec(body) ?? [];
  if (text === undefined) return NO_RECORD;
  try {
    const unpacked = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MOST_UNPACKED });
    return recordSchema.parse(JSON.parse(unpacked.toString('utf8')));
  } catch {
    return NO_RECORD;
  }
}

/**
 * A body that also remembers what others have recorded as accepted, as far as there is room; of the same acceptance the lower change. What a body
 * shows is its own. Unchanged where the others add nothing.
 */
export function mergeRecords(body: string, others: readonly string[]): string {
  const { accepted, shown } = readRecord(body);
  const merged = others.flatMap((other) => readRecord(other).accepted).reduce(withEntry, accepted);
  return merged === accepted ? body : `${body.replace(LINE, '')}${renderRecord({ accepted: merged, shown })}`;
}

function withEntry(entries: readonly AcceptedChange[], entry: AcceptedChange): readonly AcceptedChange[] {
  const at = entries.findIndex(({ source, metric: name }) => source === entry.source && name === entry.metric);
  const known = entries[at];
  if (known !== undefined) return known.change <= entry.change ? entries : entries.with(at, entry);
  const more = [...entries, entry];
  return hasRoom(more) ? more : entries;
}
