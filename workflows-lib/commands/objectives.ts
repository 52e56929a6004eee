import { relative } from 'node:path';
import { UsageError } from '../core/errors.ts';
import type { Plan } from '../config/plan.ts';
import { ObjectiveSyntaxError, parseObjectives } from '../gate/objective.ts';
import type { Objectives } from '../gate/objective.ts';

/** The operation that an objective is about; undefined when it is about all of them or cannot be read. */
export function operationOf(text: string, operations: readonly string[]): string | undefined {
  try {
    return parseObjectives([text], operations).judged[0]?.operation;
  } catch (error) {
    if (error instanceof ObjectiveSyntaxError) return undefined;
    throw error;
  }
}

/** The plan's objectives, understood. Throws one UsageError that names each bad one by line and column, with a caret under the place. */
export function readObjectives(plan: Plan, cwd: string): Objectives {
  const names = plan.operations.map(({ name }) => name);
  const problems: string[] = [];
  for (const { text, line, column } of plan.objectives) {
    try {
      parseObjectives([text], names);
    } catch (error) {
      if (!(error instanceof ObjectiveSyntaxError)) throw error;
      const place = `${relative(cwd, plan.file)}:${line}:${column}`;
      problems.push(`${place} ${error.message}\n  ${text}\n  ${' '.repeat(error.position)}^`);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return parseObjectives(
    plan.objectives.map(({ text }) => text),
    names,
  );
}
