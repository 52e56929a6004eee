/** Recorded requests in which something was blanked, held against requests in which it was not: `***` stands for any word. */
import { isRecord } from '../../core/json.ts';
import { BLANK, SHORTEST_BLANKED } from './blank.ts';
import { canonicalJson } from './canonical.ts';
import type { RequestFacts } from './request-facts.ts';

/**
 * What a blank may stand for: nothing shorter is ever blanked, and no key has white space, so that another sentence is not taken for one. What
 * is blanked on both sides stands for itself.
 */
function isWord(text: string): boolean {
  return text === BLANK || (text.length >= SHORTEST_BLANKED && !/\s/.test(text));
}

/** Whether a recorded request has blanks. */
export function quotesBlank(facts: RequestFacts): boolean {
  return facts.path.includes(BLANK) || bodyText(facts).includes(BLANK);
}

/** How many characters of a recorded request are fixed. */
export function literalLength(facts: RequestFacts): number {
  return bodyText(facts).replaceAll(BLANK, '').length;
}

/** Whether a request is the recorded one but for words in the place of blanks. */
export function fitsRequest(recorded: RequestFacts, asked: RequestFacts): boolean {
  if (recorded.method !== asked.method || !fitsBlanked(recorded.path, asked.path)) return false;
  if (recorded.text !== undefined) return asked.text !== undefined && fitsBlanked(recorded.text, asked.text);
  return asked.text === undefined && fitsJson(recorded.json, asked.json);
}

/** Whether a text is the recorded one but for words in the place of blanks. Takes time in proportion to the text, whatever is recorded. */
export function fitsBlanked(recorded: string, asked: string): boolean {
  const [first = '', ...pieces] = recorded.split(BLANK);
  const last = pieces.pop();
  if (last === undefined) return recorded === asked;
  if (!asked.startsWith(first) || !asked.endsWith(last)) return false;
  const end = asked.length - last.length;
  let position = first.length;
  for (const piece of pieces) {
    const start = asked.indexOf(piece, position + (asked.startsWith(BLANK, position) ? BLANK.length : SHORTEST_BLANKED));
    if (start === -1 || !isWord(asked.slice(position, start))) return false;
    position = start + piece.length;
  }
  return position <= end && isWord(asked.slice(position, end));
}

function fitsJson(recorded: unknown, asked: unknown): boolean {
  if (typeof recorded === 'string') return typeof asked === 'string' && fitsBlanked(recorded, asked);
  if (Array.isArray(recorded)) {
    return (
      Array.isArray(asked) && recorded.length === asked.length && recorded.every((item, index) => fitsJson(item, asked[index]))
    );
  }
  return isRecord(recorded) ? isRecord(asked) && fitsObject(recorded, asked) : canonicalJson(recorded) === canonicalJson(asked);
}

/** Keys may have blanks too; each of those takes a key that is not recorded as it stands. */
function fitsObject(recorded: Readonly<Record<string, unknown>>, asked: Readonly<Record<string, unknown>>): boolean {
  const rest = new Map(Object.entries(asked));
  const blanks: [string, unknown][] = [];
  for (const [key, value] of Object.entries(recorded)) {
    if (!rest.has(key) && key.includes(BLANK)) blanks.push([key, value]);
    else if (!rest.has(key) || !fitsJson(value, rest.get(key))) return false;
    else rest.delete(key);
  }
  for (const [key, value] of blanks) {
    const found = [...rest].find(([name, item]) => fitsBlanked(key, name) && fitsJson(value, item));
    if (found === undefined) return false;
    rest.delete(found[0]);
  }
  return rest.size === 0;
}

function bodyText({ json, text }: RequestFacts): string {
  return text ?? canonicalJson(json);
}
