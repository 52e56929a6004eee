/** Building blocks of the file's schema. Each carries what an editor shows and what an error says: what is expected, with an example. */
import { z } from 'zod';
import { listed, suggestion } from '../core/nearest.ts';

/** What the schema's error functions get of zod's issues. */
export interface FieldIssue {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

/** A pattern with its meaning in words. */
export interface Form {
  readonly expected: string;
  readonly pattern?: RegExp;
}

const DURATION_PATTERN = /^\d+(\.\d+)?\s*(us|ms|s|min|m|h|d)$/;

/** `section` names of things: services and processes. */
export const NAME_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;
/** Names of operations: parts of lower-case letters, digits and `_`, joined by dots, at most 128 characters. */
export const OPERATION_PATTERN = /^(?=.{1,128}$)[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;
/** `<operation>.<metric>`, with `*` for any part of it. */
export const METRIC_PATTERN = /^[a-z0-9_.*]{1,160}$/;
const VARIABLE_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** RFC 9110, section 5.6.2: token. */
const HEADER_PATTERN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The kind of a value, in the words of somebody who writes YAML. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
  return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value);
}

/** The error of a field: `missing; expected …`, or `expected …; got …`. Never shows text, which may be a secret. */
export function expectedError(expected: string, example: string): (issue: FieldIssue) => string {
  return ({ code, input }) => {
    const wanted = `expected ${expected}, for example ${example}`;
    if (input === undefined) return `missing; ${wanted}`;
    // Text of the wrong form: that it is text says nothing.
    if (code === 'invalid_format' && input !== '') return wanted;
    return `${wanted}; got ${kindOf(input)}`;
  };
}

/** A mapping with these keys and no others. Unknown keys give one line each, in the issue's order. */
export function section<T extends z.core.$ZodLooseShape>(shape: T, example: string): z.ZodObject<T, z.core.$strict> {
  const otherwise = expectedError('a mapping', example);
  return z.strictObject(shape, {
    error: (issue: FieldIssue) =>
      issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => unknownKey(key, shape)).join('\n') : otherwise(issue),
  });
}

function unknownKey(key: string, shape: object): string {
  return `unknown key${suggestion(key, Object.keys(shape))}`.replaceAll('\n', ' ');
}

/** Text that is not empty. */
export function text(description: string, example: string, form: Form = { expected: 'text' }): z.ZodString {
  const error = expectedError(form.expected, example);
  return z
    .string({ error })
    .regex(form.pattern ?? /\S/, { error })
    .meta({ description, examples: [example] });
}

/** A whole number within bounds. */
export function integer(description: string, range: { min: number; max: number; example: number }): z.ZodInt {
  const { min, max, example } = range;
  const error = expectedError(`a whole number from ${min} to ${max}`, String(example));
  return z
    .int({ error })
    .min(min, { error })
    .max(max, { error })
    .meta({ description, examples: [example] });
}

/** A number within bounds. */
export function number(description: string, range: { min: number; max: number; example: number }): z.ZodNumber {
  const { min, max, example } = range;
  const error = expectedError(`a number from ${min} to ${max}`, String(example));
  return z
    .number({ error })
    .min(min, { error })
    .max(max, { error })
    .meta({ description, examples: [example] });
}

/** A length of time with its unit. */
export function duration(description: string, example: string): z.ZodString {
  return text(description, example, { expected: 'a duration with its unit (us, ms, s, m, h or d)', pattern: DURATION_PATTERN });
}

/** `key: true`, where the key's presence says it all. */
export function flag(description: string, key: string): z.ZodLiteral<true> {
  return z.literal(true, { error: expectedError('true', `${key}: true`) }).meta({ description });
}

/** true or false. */
export function switchOf(description: string): z.ZodBoolean {
  return z.boolean({ error: expectedError('true or false', 'true') }).meta({ description });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(
  description: string,
  words: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(words, { error: expectedError(listed(words), words[0]) }).meta({ description });
}

/** A list with at least one item. */
export function list<T extends z.ZodType>(item: T, description: string, example: string): z.ZodArray<T> {
  const error = expectedError('a list', example);
  return z.array(item, { error }).min(1, { error }).meta({ description });
}

/** Any of several forms; the error speaks for all of them unless one form fits except for something inside it. */
export function either<const T extends readonly [z.ZodType, ...z.ZodType[]]>(
  forms: T,
  words: { description: string; expected: string; example: string },
): z.ZodUnion<T> {
  return z.union(forms, { error: expectedError(words.expected, words.example) }).meta({ description: words.description });
}

/** A mapping from names of the user's own to values of one kind. */
export function named<T extends z.ZodType>(
  value: T,
  pattern: RegExp,
  words: { description: string; what: string; example: string },
): z.ZodRecord<z.ZodString, T> {
  return z
    .record(z.string().regex(pattern, { error: `${words.what} names have ${patternInWords(pattern)}` }), value, {
      error: expectedError(`a mapping of ${words.what} names`, words.example),
    })
    .meta({ description: words.description });
}

function patternInWords(pattern: RegExp): string {
  if (pattern === NAME_PATTERN) return 'only lower-case letters, digits and "_", a letter first (64 at most)';
  if (pattern === OPERATION_PATTERN)
    return 'lower-case letters, digits and "_", with dots between, like database.simple_query (128 at most)';
  if (pattern === METRIC_PATTERN) return 'lower-case letters, digits, "_" and dots, with * for any part, like mcp.*.duration';
  if (pattern === HEADER_PATTERN) return 'only letters, digits and dashes, like Content-Type';
  return 'only letters, digits and "_", no digit first';
}

/** Text, or a number or boolean that is taken as it is written. */
function scalarText(description: string): z.ZodType<string | number | boolean> {
  return z
    .union([z.string(), z.number(), z.boolean()], { error: expectedError('text (write "" for none)', '"1"') })
    .meta({ description });
}

/** Environment variables of something that we start. */
export function environment(description: string): z.ZodRecord<z.ZodString, z.ZodType<string | number | boolean>> {
  return named(scalarText('Value; numbers and booleans are passed on as they are written.'), VARIABLE_PATTERN, {
    description,
    what: 'environment variable',
    example: 'env: { LOG_LEVEL: info }',
  });
}

/** HTTP headers of every request. */
export function headers(): z.ZodRecord<z.ZodString, z.ZodType<string | number | boolean>> {
  return named(scalarText('Value of the header.'), HEADER_PATTERN, {
    description: 'HTTP headers that every request carries.',
    what: 'header',
    example: 'headers: { Authorization: "Bearer ${TOKEN}" }',
  });
}

/** A command line. */
export function commandLine(description: string, example: string): z.ZodString {
  return text(description, example, { expected: 'a command line' });
}

/** A path on an HTTP server. */
export function urlPath(description: string, example: string): z.ZodString {
  return text(description, example, { expected: 'a path that begins with "/"', pattern: /^\/\S*$/ });
}
