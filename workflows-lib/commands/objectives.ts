import { relative } from 'node:path';
import { UsageError } from '../core/errors.ts';
import type { Plan } from '../config/plan.ts';
import { ObjectiveSyntaxError, parseObjectives } from '../gate/objective.ts';
import type { Objectives } from '../gate/objective.ts';
import { sourceOf } from './objective-source.ts';

/** The operation that an objective is about; undefined when it is about all of them or cannot be read. */
export function operationOf(text: string, operations: readonly string[]): string | undefined {
  try {
    return parseObjectives([text], operations).judged[0]?.operation;
  } catch (error) {
    if (error instanceof ObjectiveSyntaxError) return undefined;
    throw error;
  }
}

/**
 * The plan's objectives, understood, each with its place in the file. Throws one UsageError that names each bad one by line and column, with
 * a caret under the place.
 */
export function readObjectives(plan: Plan, cwd: string): Objectives {
  const names = plan.operations.map(({ name }) => name);
  const problems: string[] = [];
  const read = plan.objectives.flatMap((written) => {
    const { text, line, column } = written;
    try {
      const { judged, spendLimitUsd = Infinity } = parseObjectives([text], names);
      return [{ judged: judged.map((one) => ({ ...one, source: sourceOf(plan, written) })), spendLimitUsd }];
    } catch (error) {
      if (!(error instanceof ObjectiveSyntaxError)) throw error;
      const place = `${relative(cwd, plan.file)}:${line}:${column}`;
      problems.push(`${place} ${error.message}\n  ${text}\n  ${' '.repeat(error.position)}^`);
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const spendLimitUsd = Math.min(Infinity, ...read.map((one) => one.spendLimitUsd));
  return { judged: read.flatMap(({ judged }) => judged), ...(Number.isFinite(spendLimitUsd) ? { spendLimitUsd } : {}) };
}
