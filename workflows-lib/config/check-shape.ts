/** The tree of a file against its schema: every mistake in form, and what remains usable so that the relations are checked as well. */
import type { z } from 'zod';
import type { Interpolated, Origin } from './interpolate.ts';
import { pathKey, type Path, type Problem } from './problems.ts';
import { planFileSchema, type PlanFile } from './schema-file.ts';
import { mapScalars, without } from './tree.ts';

/** What the schema says. */
export interface Shape {
  readonly problems: readonly Problem[];
  /** The file, without the entries that have problems of their own; undefined when too much is wrong. */
  readonly file?: PlanFile;
  /** The interpolated tree, with numbers and booleans of the environment as such. */
  readonly tree: unknown;
}

type Issue = z.core.$ZodIssue;

/** Sections whose entries stand on their own: one that is wrong is left out and the others are still checked. */
const ENTRIES: readonly Path[] = [['services'], ['operations'], ['system', 'processes']];

/** Checks the form of an interpolated tree. Never throws. */
export function checkShape({ value, origins, failed }: Interpolated): Shape {
  let tree = value;
  let result = planFileSchema.safeParse(tree);
  if (!result.success) {
    // The environment only has text; where the schema wants a number or a boolean, text that is one is taken as one.
    tree = coerce(tree, result.error.issues, origins);
    result = planFileSchema.safeParse(tree);
  }
  if (result.success) return { problems: [], file: result.data, tree };
  const problems = result.error.issues
    .flatMap((issue) => problemsOf(issue, []))
    .filter((problem) => problem.part === 'key' || !failed.has(pathKey(problem.path)))
    .map((problem) => withVariables(problem, origins));
  const rest = planFileSchema.safeParse(prune(tree, result.error.issues));
  return { problems, tree, ...(rest.success ? { file: rest.data } : {}) };
}

/** The problem, with the variables that a wrong value came from: the mend is in the environment then. */
export function withVariables(problem: Problem, origins: ReadonlyMap<string, Origin>): Problem {
  const origin = origins.get(pathKey(problem.path));
  if (origin === undefined || problem.part === 'key') return problem;
  const plural = origin.variables.length > 1 ? 'variables' : 'variable';
  return { ...problem, message: `${problem.message} (from environment ${plural} ${origin.variables.join(', ')})` };
}

function problemsOf(issue: Issue, parent: Path): Problem[] {
  const path = [...parent, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({ path: [...path, key], part: 'key', message: messages[index] ?? 'unknown key' }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, part: 'key', message: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.code === 'invalid_union') return problemsOfUnion(issue, path);
  return [{ path, part: 'value', message: issue.message }];
}

function problemsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
  // One form fits from outside: what is wrong inside it is worth more than "none fits".
  const fitting = issue.errors.filter((issues) =>
    issues.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only.flatMap((inner) => problemsOf(inner, path));
  return [{ path, part: 'value', message: issue.message }];
}

/** zod's paths hold symbols in principle; a tree of YAML has none. */
function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

/** Every place that a tree was refused for, with what would have been taken there. */
function leaves(issues: readonly Issue[], parent: Path): { readonly path: Path; readonly issue: Issue }[] {
  return issues.flatMap((issue) => {
    const path = [...parent, ...pathOf(issue)];
    if (issue.code !== 'invalid_union') return [{ path, issue }];
    return issue.errors.flatMap((inner) => leaves(inner, path));
  });
}

function coerce(tree: unknown, issues: readonly Issue[], origins: ReadonlyMap<string, Origin>): unknown {
  const wanted = Map.groupBy(leaves(issues, []), ({ path }) => pathKey(path));
  return mapScalars(tree, (value, path) => {
    const key = pathKey(path);
    return origins.has(key) ? (wanted.get(key) ?? []).reduce((result, { issue }) => coerced(result, issue), value) : value;
  });
}

function coerced(value: unknown, issue: Issue): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim();
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return /^[-+]?\d+(\.\d+)?$/.test(word) ? Number(word) : value;
  }
  const wantsBoolean = issue.code === 'invalid_type' && issue.expected === 'boolean';
  if (wantsBoolean && (word === 'true' || word === 'false')) return word === 'true';
  return issue.code === 'invalid_value' && issue.values.includes(true) && word === 'true' ? true : value;
}

function prune(tree: unknown, issues: readonly Issue[]): unknown {
  const wrong = issues.flatMap((issue) => problemsOf(issue, [])).map((problem) => pathKey(whatToLeaveOut(problem.path)));
  const leftOut = new Set(wrong);
  return without(tree, (path) => leftOut.has(pathKey(path)));
}

function whatToLeaveOut(path: Path): Path {
  const entries = ENTRIES.find((section) => path.length > section.length && section.every((step, index) => path[index] === step));
  if (entries !== undefined) return path.slice(0, entries.length + 1);
  // A list without one of its items would have its later items in the wrong places.
  const item = path.findIndex((step) => typeof step === 'number');
  return item === -1 ? path : path.slice(0, item);
}
