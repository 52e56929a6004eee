import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from './answer.ts';
import { isObject, readDescription, type Operation, type Parameter } from './description.ts';

/** A request as far as the description speaks of it. */
export interface DescribedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether a body was sent at all. */
  readonly sent: boolean;
}

/** What every error of the API looks like. */
const ERROR = { $ref: '#/components/schemas/basic-error', required: ['message'] };

/** How a request departs from the description: wrong types, missing fields, and (stricter than GitHub) fields that it does not know. */
export function checkRequest(operationId: string, request: DescribedRequest): readonly string[] {
  const operation = book().operations.get(operationId);
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
  const operation = book().operations.get(operationId);
  if (operation === undefined) return [`${operationId} is not in the description`];
  const described = operation.responses[String(status)];
  if (described === undefined && status < 400) return [`answer ${status}: not in the description`];
  const schema = described === undefined ? ERROR : described.schema;
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
  readonly operations: ReadonlyMap<string, Operation>;
}

let read: Book | undefined;

/** The description, read when it is first needed and kept: compiled schemas are dear. */
function book(): Book {
  read ??= open();
  return read;
}

const ROOT = 'https://api.github.com/description';

function open(): Book {
  const { components, paths } = readDescription();
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  formats.default(ajv);
  ajv.addFormat('repo.nwo', true);
  ajv.addSchema({ components }, ROOT);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  return { ajv, checks: new Map(), operations: new Map(operations.map((operation) => [operation.operationId, operation])) };
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
