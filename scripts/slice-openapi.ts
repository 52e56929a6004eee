/**
 * Cuts from GitHub's OpenAPI description what the loopback GitHub plays:
 * `node scripts/run.mjs scripts/slice-openapi.ts PATH/api.github.com.json VERSION` (the file stands in the npm package `@octokit/openapi`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { usedOperations } from '../tests/github/routes/register.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Schemas that errors are checked against where an operation lists no schema of its own. */
const ALWAYS = ['basic-error', 'validation-error'];

/** Says something to people, not to a validator. `default` too: nothing is filled in. */
const PROSE = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'discriminator',
  'default',
]);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProse = (key: string): boolean => PROSE.has(key) || key.startsWith('x-');

/** An OpenAPI 3.0 schema as JSON Schema 2020-12: without prose, `nullable` spelt out. */
function toSchema(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(toSchema);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    if (isProse(key) || key === 'nullable' || inner === undefined) return [];
    return [[key, key === 'properties' && isObject(inner) ? toProperties(inner) : key === 'enum' ? inner : toSchema(inner)]];
  });
  const schema = Object.fromEntries(kept);
  return value['nullable'] === true ? withNull(schema) : schema;
}

/** Names of properties are names, even where they are called `description`. */
const toProperties = (properties: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, toSchema(schema ?? true)]));

function withNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const all = Array.isArray(values) && !values.includes(null) ? { enum: [...(values as readonly Json[]), null] } : {};
  return { ...schema, type: [type, 'null'], ...all };
}

/** Follows `$ref` through the whole description. */
function resolve(description: JsonObject, value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new Error('The description has an unexpected form');
  const { $ref } = value;
  if (typeof $ref !== 'string') return value;
  let target: Json | undefined = description;
  for (const part of $ref.slice(2).split('/')) target = isObject(target) ? target[part] : undefined;
  return resolve(description, target);
}

const schemaOf = (part: JsonObject): Json | undefined => {
  const { content } = part;
  if (!isObject(content)) return undefined;
  const json = content['application/json'] ?? Object.values(content)[0];
  const schema = isObject(json) ? json['schema'] : undefined;
  return schema === undefined ? undefined : toSchema(schema);
};

function toOperation(description: JsonObject, operation: JsonObject): JsonObject {
  const parameters = ((operation['parameters'] ?? []) as readonly Json[])
    .map((parameter) => resolve(description, parameter))
    .map((parameter) => ({
      ...{ name: parameter['name'], in: parameter['in'], required: parameter['required'] === true },
      schema: toSchema(parameter['schema'] ?? true),
    }));
  const answers = Object.entries(resolve(description, operation['responses'])).map(([status, answer]): [string, JsonObject] => {
    const schema = schemaOf(resolve(description, answer));
    return [status, schema === undefined ? {} : { schema }];
  });
  const body = operation['requestBody'] === undefined ? undefined : resolve(description, operation['requestBody']);
  const request =
    body === undefined ? {} : { requestBody: { required: body['required'] === true, schema: schemaOf(body) ?? true } };
  return { operationId: operation['operationId'], parameters, responses: Object.fromEntries(answers), ...request };
}

/** The names of the schemas that a text refers to. */
const referred = (value: Json): readonly string[] =>
  [...JSON.stringify(value).matchAll(/#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);

function schemasFor(description: JsonObject, paths: JsonObject): JsonObject {
  const all = resolve(description, resolve(description, description['components'])['schemas']);
  const found = new Map<string, Json>();
  const open = [...ALWAYS, ...referred(paths)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const schema = toSchema(all[name] ?? true);
    found.set(name, schema);
    open.push(...referred(schema));
  }
  return Object.fromEntries(found);
}

function slice(description: JsonObject, wanted: readonly string[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [path, methods] of Object.entries(resolve(description, description['paths']))) {
    const kept = Object.entries(resolve(description, methods))
      .filter(([, operation]) => isObject(operation) && wanted.some((id) => id === operation['operationId']))
      .map(([method, operation]) => [method, toOperation(description, resolve(description, operation))] as const);
    if (kept.length > 0) paths[path] = Object.fromEntries(kept);
  }
  return { components: { schemas: schemasFor(description, paths) }, paths };
}

/** The same with the keys of every object in order, so that a newer description makes a short difference. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

const [source = '', version = ''] = process.argv.slice(2);
if (version === '') {
  process.stderr.write('usage: node scripts/run.mjs scripts/slice-openapi.ts PATH/api.github.com.json VERSION\n');
  process.exit(2);
}
const description = JSON.parse(await readFile(source, 'utf8')) as JsonObject;
const wanted = usedOperations();
const cut = slice(description, wanted);
const missing = wanted.filter((id) => !JSON.stringify(cut['paths']).includes(`"operationId":"${id}"`));
if (missing.length > 0) throw new Error(`Not in the description: ${missing.join(', ')}`);
const file = fileURLToPath(new URL('../tests/github/openapi/github.json', import.meta.url));
const text = JSON.stringify(sorted({ source: { package: '@octokit/openapi', version }, ...cut }));
await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: 'json', filepath: file }));
process.stdout.write(`wrote ${file}: ${wanted.length} operations\n`);
