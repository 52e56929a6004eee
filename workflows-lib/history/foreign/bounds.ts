/** Sizes of the parts of a document, held against what our own writer could have reached; before the schema, which would list every mistake of a huge one. */
import { HISTOGRAM_LIMIT } from '../run-document.ts';

/** The largest document, in UTF-8 bytes. */
export const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** The deepest place of a run document is six levels down; what is deeper is none. */
export const DEEPEST = 10;

const LARGEST_NUMBER = 1e15;
/** Of a line of a plan; beyond 32 bits GitHub refuses the whole check for its annotation. */
const LARGEST_LINE = 1_000_000;
const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 200;
const OTHER_LIST = 200;

const LISTS: ReadonlyMap<string, number> = new Map([
  ['metrics', 5_000],
  ['outcomes', 5_000],
  ['usage', 5_000],
  ['objectives', 500],
  ['stages', 500],
  ['samples', 10_000],
]);

/** `partialReason`, `baseFailure` and `headFailure` may quote the last lines of a process that died; a `file` is a path, and those end at 4,096 bytes. */
const OTHER_TEXTS: ReadonlyMap<string, number> = new Map([
  ['histogram', HISTOGRAM_LIMIT],
  ['file', 1_000],
  ['partialReason', 32_000],
  ['baseFailure', 32_000],
  ['headFailure', 32_000],
]);

/** Fields that hold names. A `stage` is one in measurements; an objective may list many there. */
const NAMES = new Set('id system seed provider model operation name class type unit version mode'.split(' '));
/** The lower end of an interval may lie below zero; nothing that was measured may. */
const MAY_BE_NEGATIVE = new Set(['low', 'high']);

/** Lists of the comparison, by their names in it. Its values are one a pair, of which a plan may have a thousand. */
const COMPARED_LISTS: ReadonlyMap<string, number> = new Map([
  ['metrics', 2_000],
  ['flagged', 2_000],
  ['reasons', 2_000],
  ['values', 1_000],
  ['twin', 1_000],
  ['baseValues', 10_000],
  ['headValues', 10_000],
  ['looks', 100],
  ['added', 1_000],
  ['removed', 1_000],
  ['changed', 1_000],
  ['statements', 500],
  ['parts', 5_000],
]);
const COMPARED_NAMES = new Set('operation metric service by runId'.split(' '));
/** An operation and a metric, or the part of a change, which may be a statement. */
const COMPARED_LONG_NAMES = new Set('name of part'.split(' '));
const LONGEST_COMPARED_NAME = 450;
/** Changes go up and down. */
const CHANGES = new Set('values twin change estimate'.split(' '));

type Path = readonly (string | number)[];

/** A problem and where it is. */
export interface Misfit {
  readonly path: Path;
  readonly problem: string;
}

/** The first part of a JSON value that is larger than any of ours. Its nesting is bounded already. */
export function findMisfit(value: unknown, path: Path = []): Misfit | undefined {
  if (typeof value === 'string') return fitsText(value, path);
  if (typeof value === 'number') return fitsNumber(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? fitsList(value, path) : fitsObject(value, path);
}

function fitsText(text: string, path: Path): Misfit | undefined {
  const field = String(path.at(-1));
  const most = isCompared(path) ? longestCompared(field) : isName(path, field) ? LONGEST_NAME : longestText(field);
  return text.length <= most ? undefined : { path, problem: `${text.length} characters; at most ${most} are read` };
}

function longestText(field: string): number {
  return OTHER_TEXTS.get(field) ?? LONGEST_TEXT;
}

function isCompared(path: Path): boolean {
  return path[0] === 'comparison';
}

function longestCompared(field: string): number {
  if (COMPARED_LONG_NAMES.has(field)) return LONGEST_COMPARED_NAME;
  return COMPARED_NAMES.has(field) || NAMES.has(field) ? LONGEST_NAME : longestText(field);
}

function isName(path: Path, field: string): boolean {
  return NAMES.has(field) || (field === 'stage' && path[0] !== 'objectives');
}

function fitsNumber(value: number, path: Path): Misfit | undefined {
  const field = String(path.at(-1));
  if (!(Math.abs(value) <= LARGEST_NUMBER)) return { path, problem: `a number beyond ${LARGEST_NUMBER}` };
  if (field === 'line' && value > LARGEST_LINE) return { path, problem: `line ${value}; at most ${LARGEST_LINE} are read` };
  if (Object.is(value, -0)) return { path, problem: 'a negative zero' };
  return value < 0 && !MAY_BE_NEGATIVE.has(field) && !isChange(path) ? { path, problem: 'a negative number' } : undefined;
}

function isChange(path: Path): boolean {
  const field = path.findLast((part) => typeof part === 'string');
  return isCompared(path) && CHANGES.has(field ?? '');
}

function fitsList(list: readonly unknown[], path: Path): Misfit | undefined {
  const most = (isCompared(path) ? COMPARED_LISTS : LISTS).get(String(path.at(-1))) ?? OTHER_LIST;
  if (list.length > most) return { path, problem: `${list.length} entries; at most ${most} are read` };
  for (const [index, item] of list.entries()) {
    const misfit = findMisfit(item, [...path, index]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function fitsObject(value: object, path: Path): Misfit | undefined {
  const entries = Object.entries(value);
  if (entries.length > OTHER_LIST) return { path, problem: `${entries.length} fields; at most ${OTHER_LIST} are read` };
  for (const [key, item] of entries) {
    if (key.length > LONGEST_NAME) return { path, problem: `a key of ${key.length} characters` };
    const misfit = findMisfit(item, [...path, key]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}
