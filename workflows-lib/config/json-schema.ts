/** The JSON Schema of `shotclock.yml`, for editors. */
import { z } from 'zod';
import { planFileSchema } from './schema-file.ts';

const TEMPLATE = {
  type: 'string',
  pattern: '\\$\\{',
  description: 'A value of the environment: ${NAME} or ${NAME:-default}.',
} as const;

/**
 * JSON Schema 2020-12 of the file as it is written, with a description of every key. Where a number, a boolean or text of a certain form is
 * wanted, `${NAME}` may stand too. Relations between parts (an operation and its target) are checked by the reader alone.
 */
export function planJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(planFileSchema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      if (!path.includes('propertyNames') && takesTemplates(jsonSchema)) wrap(jsonSchema);
    },
  });
  return {
    $schema,
    title: 'shotclock.yml',
    description: 'What Shotclock measures: the system, the services it needs, the operations, and what must hold.',
    ...schema,
  };
}

function takesTemplates(schema: z.core.JSONSchema.BaseSchema): boolean {
  if (schema.type === 'number' || schema.type === 'integer' || schema.type === 'boolean') return schema.const === undefined;
  return schema.type === 'string' && (schema.enum !== undefined || (schema.pattern !== undefined && schema.pattern !== '\\S'));
}

const SHOWN_BY_EDITORS = new Set(['description', 'examples', 'default']);

/** Keeps what editors show at the top and moves what is checked into the first of two forms. */
function wrap(schema: z.core.JSONSchema.BaseSchema): void {
  const form = Object.fromEntries(Object.entries(schema).filter(([key]) => !SHOWN_BY_EDITORS.has(key)));
  for (const key of Object.keys(form)) Reflect.deleteProperty(schema, key);
  schema.anyOf = [form, TEMPLATE];
}
