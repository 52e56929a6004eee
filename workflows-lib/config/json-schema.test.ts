import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { planJsonSchema } from './json-schema.ts';
import { FULL_TEXT, withSystem } from './testing/plans.ts';

const root = new URL('../../', import.meta.url);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(planJsonSchema());
const valid = (text: string): boolean => validate(parse(text));

test('the published schema is that of the code (node scripts/run.mjs scripts/write-schemas.ts writes it)', () => {
  expect(JSON.parse(readFileSync(new URL('shotclock.schema.json', root), 'utf8'))).toEqual(planJsonSchema());
});

test("the schema takes a plan with every key, and this repository's own", () => {
  expect([valid(FULL_TEXT), validate.errors]).toEqual([true, null]);
  expect([valid(readFileSync(new URL('shotclock.yml', root), 'utf8')), validate.errors]).toEqual([true, null]);
});

test('the schema takes a variable where a number, a word or a path stands', () => {
  const text = withSystem(
    'benchmark: { samples: "${N:-3}" }',
    'operations: { a: { on: "${X}", post: "${P}", timeout: "${T}" } }',
  );
  expect([valid(text), validate.errors]).toEqual([true, null]);
});

test.each([
  ['sistem: {}'],
  ['system: {}'],
  [withSystem('benchmark: { samples: x }')],
  [withSystem('services: { db: { type: postgress } }')],
  [withSystem('services: { "${A}": { type: postgres } }')],
  [withSystem('services: { db: { type: postgres, bucket: b } }')],
  [withSystem('operations: { a: { querry: x } }')],
  [withSystem('operations: { A: { run: x } }')],
  [withSystem('load: { users: [] }')],
])('the schema refuses %j', (text) => {
  expect(valid(text)).toBe(false);
});

test('every key has a description', () => {
  const silent: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') {
        for (const [name, property] of Object.entries(value as object)) {
          if (!Object.hasOwn(Object(property) as object, 'description')) silent.push(`${path}.${name}`);
        }
      }
      visit(value, `${path}.${key}`);
    }
  };
  visit(planJsonSchema(), '');
  expect(silent).toEqual([]);
});
