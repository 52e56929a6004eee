/** A hidden line of our comment that keeps how bad a regression was when it was accepted, so that a worse one is not accepted with it. */
import { z } from 'zod';

const entrySchema = z.strictObject({
  /** Where it was accepted: a comment or a labelling. */
  source: z.string().max(100),
  metric: z.string().max(300),
  /** The worsening then, as the comparison counts it. */
  change: z.number(),
});

/** What was accepted of one metric, at which change. */
export type AcceptedChange = z.infer<typeof entrySchema>;

const LINE = /<!-- shotclock:accepted ([A-Za-z0-9_-]{1,20000}) -->\s*$/;
/** Together they stay within what GitHub leaves of a comment. */
const MOST_CHARACTERS = 4_800;

/** The line for the end of a comment; empty without entries. None is ever dropped: ask `hasRoom` before adding one. */
export function renderRecord(entries: readonly AcceptedChange[]): string {
  return entries.length === 0 ? '' : `\n\n<!-- shotclock:accepted ${encode(entries)} -->`;
}

/** Whether a comment can hold so many. */
export function hasRoom(entries: readonly AcceptedChange[]): boolean {
  return encode(entries).length <= MOST_CHARACTERS;
}

function encode(entries: readonly AcceptedChange[]): string {
  return Buffer.from(JSON.stringify(entries)).toString('base64url');
}

/** What a comment of ours says at its end. Anything unreadable counts as nothing: it is recorded anew. */
export function readRecord(body: string): readonly AcceptedChange[] {
  const [, text] = LINE.exec(body) ?? [];
  if (text === undefined) return [];
  try {
    return z.array(entrySchema).parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return [];
  }
}
