import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fillInExpressions, type ExpressionContexts } from './expressions.ts';

const DEFINITION = z.object({
  name: z.string(),
  inputs: z
    .record(z.string(), z.object({ default: z.union([z.string(), z.number(), z.boolean()]).optional() }))
    .nullish()
    .transform((inputs) => inputs ?? {}),
  runs: z.object({ using: z.literal('node24'), main: z.string() }),
});

/** What the runner reads of an `action.yml`. */
export type ActionDefinition = z.infer<typeof DEFINITION>;

/** Reads the `action.yml` of a folder. Throws when it is not that of a JavaScript action for Node 24. */
export async function readActionDefinition(folder: string): Promise<ActionDefinition> {
  return DEFINITION.parse(parse(await readFile(join(folder, 'action.yml'), 'utf8')));
}

/** The inputs of a step as variables, and those that `action.yml` does not know: the runner warns about them and passes them on. */
export interface StepInputs {
  readonly variables: Readonly<Record<string, string>>;
  readonly unexpected: readonly string[];
}

/**
 * What the runner makes of `with:`: an input that is not given has its default with the expressions filled in, or is empty. Names are
 * upper case, blanks become `_`, and hyphens stay.
 */
export function resolveInputs(
  { inputs: declared }: ActionDefinition,
  given: Readonly<Record<string, string>>,
  contexts: ExpressionContexts,
): StepInputs {
  const known = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const defaults = Object.entries(declared).map(([name, input]): [string, string] => [
    variableOf(name),
    fillInExpressions(String(input.default ?? ''), contexts),
  ]);
  const overrides = Object.entries(given).map(([name, value]): [string, string] => [variableOf(name), value]);
  return {
    variables: Object.fromEntries([...defaults, ...overrides]),
    unexpected: Object.keys(given).filter((name) => !known.has(name.toLowerCase())),
  };
}

function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
