import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from './answer.ts';

/** The parts of an operation of GitHub's OpenAPI description that are checked. Schemas are JSON Schema 2020-12. */
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly schema: object };
  readonly responses: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** A request as far as the description speaks of it. */
export interface DescribedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether a body was sent at all. */
  readonly sent: boolean;
}

/** The method and path of every operation in the slice, by its id. */
export function describedOperations(): ReadonlyMap<string, { readonly method: string; readonly path: string }> {
  return new Map([...book().operations].map(([id, { method, path }]) => [id, { method, path }]));
}

/** How a request departs from the description: wrong types, missing fields, and (stricter than GitHub) fields that it does not know. */
export function checkRequest(operationId: string, request: DescribedRequest): readonly string[] {
  const operation = book().operations.get(operationId)?.operation;
  if (operation === undefined) return [`${operationId} is not in the description`];
  const known = new Map((operation.parameters ?? []).map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  const strange = [...request.query.keys()]
    .filter((name) => !known.has(`query ${name}`))
    .map((name) => `query ${name}: unknown parameter`);
  const wrong = [...known.values()].flatMap((parameter) => checkParameter(operationId, parameter, request));
  return [...strange, ...wrong, ...checkBody(operation, request)];
}

/** How an answer departs from the description. A status that it does not list for the operation must at least have GitHub's error form. */
export function checkAnswer(operationId: string, { status, body }: Answer): readonly string[] {
  const operation = book().operations.get(operationId)?.operation;
  if (operation === undefined) return [`${operationId} is not in the description`];
  const described = operation.responses[String(status)];
  if (described === undefined && status < 400) return [`answer ${status}: not in the description`];
  const schema = described === undefined ? { $ref: '#/components/schemas/basic-error' } : described.schema;
  if (schema === undefined)
    return body === undefined || status >= 400 ? [] : [`answer ${status}: has no body in the description`];
  return problems(schemaCheck(`${operationId} ${described === undefined ? 'error' : status}`, schema), body, `answer ${status}`);
}

function checkBody({ operationId, requestBody }: Operation, { body, sent }: DescribedRequest): readonly string[] {
  if (requestBody === undefined) return sent ? ['body: none is described'] : [];
  if (!sent) return requestBody.required === true ? ['body: is missing'] : [];
  return problems(schemaCheck(`${operationId} request`, requestBody.schema), body, 'body');
}

function checkParameter(operationId: string, parameter: Parameter, { params, query }: DescribedRequest): readonly string[] {
  const { name, schema } = parameter;
  const given = parameter.in === 'query' ? (query.get(name) ?? undefined) : params[name];
  if (given === undefined) return parameter.required === true ? [`${parameter.in} ${name}: is missing`] : [];
  const value = parse(given, schema.type);
  return problems(schemaCheck(`${operationId} ${parameter.in} ${name}`, schema), value, `${parameter.in} ${name}`);
}

/** Parameters are text; what is a number or a truth value by the description is read as one, and stays text when it is none. */
function parse(text: string, type: string | undefined): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function problems(check: ValidateFunction, value: unknown, place: string): readonly string[] {
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message = 'is wrong', params }) => {
    const detail = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
    return `${place}${instancePath}: ${message}${detail}`;
  });
}

interface Book {
  readonly ajv: Ajv2020;
  readonly checks: Map<string, ValidateFunction>;
  readonly operations: ReadonlyMap<string, { readonly method: string; readonly path: string; readonly operation: Operation }>;
}

let read: Book | undefined;

/** The description, read when it is first needed and kept: compiled schemas are dear. */
function book(): Book {
  read ??= open();
  return read;
}

const ROOT = 'https://api.github.com/description';

function open(): Book {
  const text = readFileSync(new URL('openapi/github.json', import.meta.url), 'utf8');
  const description = amend(JSON.parse(text) as Description);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  formats.default(ajv);
  for (const name of ['repo.nwo', 'int64', 'int32', 'double']) ajv.addFormat(name, true);
  ajv.addSchema({ components: description.components }, ROOT);
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [operation.operationId, { method: method.toUpperCase(), path, operation }] as const,
    ),
  );
  return { ajv, checks: new Map(), operations: new Map(operations) };
}

/** Where GitHub is known to answer more than its description allows, and what. */
const AMENDMENTS: readonly { readonly schema: string; readonly path: readonly string[]; readonly also: object }[] = [
  // The head of a pull request whose fork was deleted has no repository.
  ...['pull-request', 'pull-request-simple'].map((schema) => ({ schema, path: ['head', 'repo'], also: { type: 'null' } })),
  // A search finds issues without a body as they are.
  { schema: 'issue-search-result-item', path: ['body'], also: { type: 'null' } },
  // Addresses that nobody gave are empty: the description has '' as their default, and a format that forbids it.
  ...['target_url', 'log_url', 'environment_url'].map((name) => ({
    schema: 'deployment-status',
    path: [name],
    also: { const: '' },
  })),
];

function amend(description: Description): Description {
  const schemas: Record<string, unknown> = { ...description.components.schemas };
  for (const { schema, path, also } of AMENDMENTS) schemas[schema] = widen(schemas[schema], path, also);
  return { ...description, components: { schemas } };
}

function widen(schema: unknown, [name, ...path]: readonly string[], also: object): unknown {
  if (name === undefined) return { anyOf: [schema, also] };
  if (!isObject(schema) || !isObject(schema['properties'])) throw new Error(`The description has no property ${name} to amend`);
  const { properties } = schema;
  return { ...schema, properties: { ...properties, [name]: widen(properties[name], path, also) } };
}

function schemaCheck(key: string, schema: object): ValidateFunction {
  const { ajv, checks } = book();
  const known = checks.get(key);
  if (known !== undefined) return known;
  const check = ajv.compile(rebase(key.endsWith(' request') ? closed(schema) : schema));
  checks.set(key, check);
  return check;
}

/** References within the description become references to it. */
function rebase(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${ROOT}#/`)) as object;
}

/** A request's objects may have no field that the description does not name: a misspelt one would be ignored in silence. */
function closed(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const items = 'items' in schema ? { items: closed(schema['items']) } : {};
  const { properties } = schema;
  if (!isObject(properties)) return { ...schema, ...items };
  const inner = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, closed(value)]));
  return { additionalProperties: false, ...schema, ...items, properties: inner };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
