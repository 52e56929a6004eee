/** One text for every way of writing the same request, so that a request is found again whatever order its keys come in. */
import { hash } from 'node:crypto';
import { parseJson } from '../../core/json.ts';

/** Deeper than any request, and far from what a stack holds. */
const DEEPEST = 500;

/** The JSON value of a body; undefined where it is none, or nested so deep that walking through it is not safe. */
export function bodyJson(body: string): unknown {
  const json = parseJson(body);
  return isShallow(json, DEEPEST) ? json : undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item) => isShallow(item, levels - 1));
}

/** JSON with the keys of every object sorted by UTF-16 code units and no white space, after RFC 8785. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** SHA-256, hexadecimal, of a text. */
export function digestOfText(text: string): string {
  return hash('sha256', text);
}
