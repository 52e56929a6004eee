import { readFileSync } from 'node:fs';

/** The parts of an operation of GitHub's OpenAPI description that are checked. Schemas are JSON Schema 2020-12. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly schema: object };
  readonly responses: Readonly<Record<string, { readonly schema?: object }>>;
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

/** The slice as it stands in `openapi/github.json`. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
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

/** Reads the slice of GitHub's description that stands beside this file, with what GitHub is known to answer beyond it. */
export function readDescription(): Description {
  const text = readFileSync(new URL('openapi/github.json', import.meta.url), 'utf8');
  return amend(JSON.parse(text) as Description);
}

/** Whether a part of a schema is an object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
