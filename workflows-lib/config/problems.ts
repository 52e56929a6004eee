/** Mistakes in a plan file: each knows its key, so that all of them can be shown at once with line and column. */

/** Keys and list indexes from the root of the file down to a value. */
export type Path = readonly (string | number)[];

/** Which end of `key: value` is wrong: an unknown key points at the key, a wrong value at the value. */
export type Part = 'key' | 'value';

/** One mistake: where, and what is wrong together with the mend. The message never holds a value that came from the environment. */
export interface Problem {
  readonly path: Path;
  readonly part: Part;
  readonly message: string;
}

/** Takes note of a mistake; reading goes on, so that the rest is found as well. */
export type Report = (path: Path, message: string, part?: Part) => void;

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A problem with its place in the file. */
export interface PlacedProblem extends Problem, Position {}

const SHOWN_AT_MOST = 100;

/** A path as a map's key: equal paths, equal keys. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** A path for people: `operations.database.simple_query.query`, `prices[0].input`; empty for the root. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** One line a problem, in the file's order: `shotclock.yml:12:5 operations.simple.querry: unknown key; did you mean "query"?` */
export function formatProblems(label: string, problems: readonly PlacedProblem[]): string {
  const lines = problems
    .toSorted((left, right) => left.line - right.line || left.column - right.column)
    .map((problem) => {
      const path = formatPath(problem.path);
      return `${label}:${problem.line}:${problem.column} ${path === '' ? '' : `${path}: `}${problem.message}`;
    });
  const distinct = [...new Set(lines)];
  const shown = distinct.slice(0, SHOWN_AT_MOST);
  const hidden = distinct.length - shown.length;
  return [...shown, ...(hidden === 0 ? [] : [`… and ${hidden} more problems in ${label}`])].join('\n');
}
