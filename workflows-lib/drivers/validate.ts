import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { UsageError, toError } from '../core/errors.ts';
import type { CountExpectation, Expectation } from '../core/operation.ts';
import type { Failure } from './driver.ts';
import { subsetMismatch } from './subset.ts';

/** An expectation, compiled once. Each check says what is wrong, or undefined when the answer is right or nothing was asked of it. */
export interface Checks {
  /** Without an expected status, any 2xx is right. */
  statusIsRight(status: number): boolean;
  rows(count: number): Failure | undefined;
  contains(text: string): Failure | undefined;
  /** The subset and the schema, in this order. */
  document(value: unknown): Failure | undefined;
  /** The subset alone, for answers of which it sees another part than the schema does. */
  subset(value: unknown): Failure | undefined;
  schema(value: unknown): Failure | undefined;
  /** Whether the expected subset is a list. */
  readonly wantsList: boolean;
  finish(reason: string): Failure | undefined;
  /** Whether `document` asks for anything; else the answer need not be decoded. */
  readonly wantsDocument: boolean;
  readonly wantsText: boolean;
  readonly wantsFinish: boolean;
  readonly wantsRows: boolean;
}

/** What is compiled: an operation's expectation and which parts of one its protocol can answer. */
export interface ExpectationSource {
  readonly operation: string;
  readonly expect: Expectation;
  /** The parts that have a meaning here, for instance `rows` and `json`. */
  readonly supported: readonly (keyof Expectation)[];
}

/**
 * Compiles an expectation. Throws UsageError when its JSON Schema is not one, or when it asks for something that the protocol cannot
 * answer: a check that never runs would look like a pass.
 */
export function compileExpectation({ operation, expect, supported }: ExpectationSource): Checks {
  refuseUnsupported(operation, expect, supported);
  const schema = expect.schema === undefined ? undefined : compileSchema(operation, expect.schema);
  const { contains: needle, rows, finish } = expect;
  const statuses = expect.status === undefined ? undefined : listOf(expect.status);
  const reasons = finish === undefined ? undefined : listOf(finish);
  return {
    statusIsRight: (status) => (statuses === undefined ? status >= 200 && status < 300 : statuses.includes(status)),
    rows: (count) => (rows === undefined ? undefined : rowsFailure(rows, count)),
    contains: (text) => (needle === undefined || text.includes(needle) ? undefined : containsFailure(needle, text)),
    document: (value) => subsetFailure(expect, value) ?? schemaFailure(schema, value),
    subset: (value) => subsetFailure(expect, value),
    schema: (value) => schemaFailure(schema, value),
    wantsList: Array.isArray(expect.json),
    finish: (reason) => (reasons === undefined || reasons.includes(reason) ? undefined : finishFailure(reasons, reason)),
    wantsDocument: expect.json !== undefined || schema !== undefined,
    wantsText: needle !== undefined,
    wantsFinish: reasons !== undefined,
    wantsRows: rows !== undefined,
  };
}

function refuseUnsupported(operation: string, expect: Expectation, supported: readonly string[]): void {
  for (const [part, value] of Object.entries(expect)) {
    if (value !== undefined && !supported.includes(part)) {
      const possible = supported.map((name) => `expect.${name}`).join(', ');
      throw new UsageError(`Operation ${operation}: expect.${part} has no meaning here. It can have ${possible}.`);
    }
  }
}

function compileSchema(operation: string, schema: Readonly<Record<string, unknown>>): ValidateFunction {
  try {
    // Unknown keywords are refused (a misspelt one would check nothing); formats are annotations, as draft 2020-12 has it by default.
    const ajv = new Ajv2020({ validateFormats: false, strictTypes: false, strictTuples: false, logger: false });
    return ajv.compile(schema);
  } catch (error) {
    throw new UsageError(`Operation ${operation}: expect.schema is not a valid JSON Schema: ${toError(error).message}`, {
      cause: error,
    });
  }
}

function listOf<T extends string | number>(value: T | readonly T[]): readonly T[] {
  return typeof value === 'object' ? value : [value];
}

function rowsFailure(expected: CountExpectation, count: number): Failure | undefined {
  const { min, max } =
    typeof expected === 'number' ? { min: expected, max: expected } : { min: expected.min ?? 0, max: expected.max };
  if (count >= min && (max === undefined || count <= max)) return undefined;
  const wanted = describeCount(min, max);
  return { class: 'rows', message: `rows: expected ${wanted}, got ${count}` };
}

function describeCount(min: number, max: number | undefined): string {
  if (min === max) return String(min);
  if (max === undefined) return `at least ${min}`;
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

function containsFailure(needle: string, text: string): Failure {
  const start = text === '' ? 'an empty answer' : JSON.stringify(text.slice(0, 120));
  return { class: 'contains', message: `contains: expected ${JSON.stringify(needle)}, got ${start}` };
}

function subsetFailure(expect: Expectation, value: unknown): Failure | undefined {
  const mismatch = expect.json === undefined ? undefined : subsetMismatch(expect.json, value);
  return mismatch === undefined ? undefined : { class: 'json', message: mismatch };
}

function schemaFailure(validate: ValidateFunction | undefined, value: unknown): Failure | undefined {
  if (validate === undefined || validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  const detail = error === undefined ? 'does not match' : `${error.instancePath || '(root)'} ${error.message ?? error.keyword}`;
  return { class: 'schema', message: `schema: ${detail}` };
}

function finishFailure(expected: readonly string[], reason: string): Failure {
  return { class: 'finish', message: `finish: expected ${expected.join(' or ')}, got ${reason === '' ? 'no reason' : reason}` };
}
