/** Plans as tests write them, and what is wrong with them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../core/errors.ts';
import type { Environment } from '../interpolate.ts';
import { parsePlan } from '../parse-plan.ts';
import type { Plan } from '../plan.ts';

/** Path of a plan that has every key; it needs no environment. */
export const FULL_PLAN = fileURLToPath(new URL('../fixtures/full.yml', import.meta.url));

/** Its text. */
export const FULL_TEXT = readFileSync(FULL_PLAN, 'utf8');

/** The plan of a text that stands in `/project/shotclock.yml`. */
export function plan(text: string, env: Environment = {}): Plan {
  return parsePlan(text, { file: '/project/shotclock.yml', env });
}

/** The lines of the UsageError that a text ends in, without the file's name; none when the text is a plan. */
export function mistakes(text: string, env: Environment = {}): string[] {
  try {
    plan(text, env);
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^shotclock\.yml:/, ''));
  }
}

/** The shortest plan, with more lines behind it; they begin on line 2. */
export function withSystem(...lines: readonly string[]): string {
  return ['system: { name: a }', ...lines, ''].join('\n');
}

/** A plan with one service of each type; its operations begin on line 10. */
export function withServices(...operations: readonly string[]): string {
  return withSystem(
    'services:',
    '  db: { type: postgres }',
    '  files: { type: s3, bucket: b }',
    '  gpt: { type: openai, model: m }',
    '  claude: { type: anthropic, model: m }',
    '  tools: { type: mcp, url: "http://127.0.0.1/mcp" }',
    '  web: { type: http, url: "http://127.0.0.1" }',
    'operations:',
    ...operations.map((line) => `  ${line}`),
  );
}
