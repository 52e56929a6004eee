/** What the builders of the plan share: where paths start, where mistakes go, and small conversions with their checks. */
import { resolve } from 'node:path';
import { splitCommand } from '../core/command-line.ts';
import { parseDuration } from '../core/duration.ts';
import { UsageError } from '../core/errors.ts';
import type { Environment } from './interpolate.ts';
import type { Path, Report } from './problems.ts';
import type { ProcessFile } from './schema-system.ts';
import type { ServiceFile } from './schema-services.ts';

/** Something that an operation can go to. `broken`: it has problems of its own, so nothing can be said about what fits it. */
export type Target =
  | { readonly kind: 'service'; readonly file: ServiceFile }
  | { readonly kind: 'process'; readonly file: ProcessFile }
  | { readonly kind: 'broken' };

/** What every builder gets. */
export interface BuildContext {
  /** Absolute folder where relative paths start. */
  readonly root: string;
  readonly env: Environment;
  readonly report: Report;
  /** A scalar as it is written in the file. */
  readonly written: (path: Path) => string | undefined;
  /** Text of a file, by a path as the plan has it; undefined when it cannot be read. */
  readonly readText: (path: string) => string | undefined;
  /** Whether there is a file, by a path as the plan has it. */
  readonly isFile: (path: string) => boolean;
  /** Services and processes by name. */
  readonly targets: ReadonlyMap<string, Target>;
}

const LONGEST_MS = 7 * 24 * 3_600_000;
const SHELL_WORDS = new Set(['&&', '||', '|', ';', '&', '>', '>>', '<', '2>', '2>&1']);

/** An absolute path. */
export function absolute(path: string | undefined, context: BuildContext): string {
  return path === undefined ? context.root : resolve(context.root, path);
}

/** Milliseconds of a text that the schema has accepted as a duration; reports one of over a week. */
export function pauseMilliseconds(text: string, path: Path, context: BuildContext): number {
  const ms = parseDuration(text) ?? 0;
  if (ms > LONGEST_MS) context.report(path, 'longer than 7 days; expected less, for example 30s');
  return ms;
}

/** The same for what cannot be zero. */
export function milliseconds(text: string, path: Path, context: BuildContext): number {
  const ms = pauseMilliseconds(text, path, context);
  if (ms === 0) context.report(path, 'no time at all; expected more, for example 30s');
  return ms;
}

type Scalar = string | number | boolean;

/** Texts by name; numbers and booleans as they are written (`1.10` stays `1.10`). */
export function texts(
  values: Readonly<Record<string, Scalar>> | undefined,
  path: Path,
  context: BuildContext,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (context.written([...path, name]) ?? String(value)),
    ]),
  );
}

/** Reports a command line that no shell-less start can run. */
export function checkCommand(command: string, path: Path, context: BuildContext): void {
  const words = wordsOf(command);
  if (words === undefined) {
    context.report(path, 'a quote is never closed, or a lone backslash stands at the end');
    return;
  }
  const operator = words.find((word) => SHELL_WORDS.has(word));
  if (operator !== undefined) context.report(path, `"${operator}" needs a shell and none runs this; write sh -c '…'`);
  const [assignment] = /^[A-Za-z_]\w*(?==)/.exec(words[0] ?? '') ?? [];
  if (assignment !== undefined)
    context.report(
      path,
      `"${assignment}=…" before a command needs a shell; set it under env, or write env ${assignment}=… in front`,
    );
}

function wordsOf(command: string): readonly string[] | undefined {
  try {
    return splitCommand(command);
  } catch (error) {
    // Its message repeats the command, which may hold secrets of the environment.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
