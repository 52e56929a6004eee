/** `expect:` -> Expectation. */
import { isRecord, parseJson } from '../core/json.ts';
import type { CountExpectation, Expectation } from '../core/operation.ts';
import type { OperationPlace } from './build-call.ts';
import type { CallForm } from './call-forms.ts';
import { listed } from '../core/nearest.ts';
import type { ExpectFile } from './schema-operations.ts';

/** Builds an expectation; reports parts that this call's answer does not have: a check that never runs would look like a pass. */
export function buildExpectation(expect: ExpectFile, form: CallForm | undefined, place: OperationPlace): Expectation {
  if (form !== undefined) checkAnswers(expect, form, place);
  const schema = buildSchema(expect.schema, place);
  const rows = buildRows(expect.rows, place);
  const { status, json, contains, finish, exit_code: exitCode } = expect;
  return {
    ...(status === undefined ? {} : { status }),
    ...(rows === undefined ? {} : { rows }),
    ...(json === undefined ? {} : { json }),
    ...(schema === undefined ? {} : { schema }),
    ...(contains === undefined ? {} : { contains }),
    ...(finish === undefined ? {} : { finish }),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

function checkAnswers(expect: ExpectFile, form: CallForm, { path, context }: OperationPlace): void {
  for (const [part, value] of Object.entries(expect)) {
    if (value === undefined || form.answers.some((answer) => answer === part)) continue;
    const possible =
      form.answers.length === 0 ? 'only whether it succeeds is checked' : `it can have ${listed(form.answers, 'and')}`;
    context.report([...path, 'expect', part], `an answer to "${form.verb}" has no ${part}; ${possible}`, 'key');
  }
}

function buildRows(rows: ExpectFile['rows'], { path, context }: OperationPlace): CountExpectation | undefined {
  if (rows === undefined || typeof rows === 'number') return rows;
  const { min, max } = rows;
  if (min === undefined && max === undefined)
    context.report([...path, 'expect', 'rows'], 'expected min, max or both, for example rows: { min: 1 }');
  if (min !== undefined && max !== undefined && min > max)
    context.report([...path, 'expect', 'rows'], `min ${min} is above max ${max}`);
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function buildSchema(
  schema: ExpectFile['schema'],
  { path, context }: OperationPlace,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema !== 'string') return schema;
  const text = context.readText(schema);
  const value = text === undefined ? undefined : parseJson(text);
  if (isRecord(value)) return value;
  const what =
    text === undefined
      ? "this file cannot be read; its path starts at the plan's folder"
      : 'this file does not hold a JSON object';
  context.report([...path, 'expect', 'schema'], what);
  return undefined;
}
