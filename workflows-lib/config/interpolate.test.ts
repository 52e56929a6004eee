import { expect, test } from '@jest/globals';
import { interpolate } from './interpolate.ts';

const env = { NAME: 'value', EMPTY: '', YAML: '1\nother: 2', TRICK: '${NAME} ${services.db.url}' };

function expand(text: string, path: readonly string[] = ['seed']): { value: unknown; problems: string[] } {
  const problems: string[] = [];
  const tree = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), text);
  const { value } = interpolate(tree, env, (_, message) => problems.push(message));
  const leaf = path.reduce<unknown>(
    (outer, key) => Object.entries(Object(outer) as object).find(([name]) => name === key)?.[1],
    value,
  );
  return { value: leaf, problems };
}

test.each([
  ['plain', 'plain'],
  ['${NAME}', 'value'],
  ['a${NAME}b${NAME}c', 'avaluebvaluec'],
  ['${EMPTY}', ''],
  ['${EMPTY:-default}', 'default'],
  ['${UNSET:-}', ''],
  ['${UNSET:-a b:c,{d}', 'a b:c,{d'],
  ['${UNSET:-${NAME}}', 'value'],
  ['${UNSET:-${ALSO:-x}y}', 'xy'],
  ['${NAME:?needed}', 'value'],
  ['$${NAME}', '${NAME}'],
  ['$$${NAME}', '$${NAME}'],
  ['$NAME $1 $$ {}', '$NAME $1 $$ {}'],
  ['${YAML}', '1\nother: 2'],
  ['${TRICK}', '${NAME} ${services.db.url}'],
])('%j becomes %j', (text, expected) => {
  expect(expand(text)).toEqual({ value: expected, problems: [] });
});

test.each([
  ['${UNSET}', 'environment variable UNSET is not set; set it or give a default: ${UNSET:-default}'],
  ['${UNSET:?the key of the model}', 'environment variable UNSET is not set (the key of the model); set it'],
  ['${EMPTY:?}', 'environment variable EMPTY is not set; set it'],
  ['${toString}', 'environment variable toString is not set; set it or give a default: ${toString:-default}'],
  ['${NAME', 'a ${ is never closed with } (write $${ for a plain ${)'],
  ['${UNSET:-x', 'a ${ is never closed with } (write $${ for a plain ${)'],
  ['${}', 'not a template; write ${NAME}, ${NAME:-default} or ${NAME:?message} (write $${ for a plain ${)'],
  ['${1A}', 'not a template; write ${NAME}, ${NAME:-default} or ${NAME:?message} (write $${ for a plain ${)'],
  ['${NAME-x}', 'not a template; write ${NAME}, ${NAME:-default} or ${NAME:?message} (write $${ for a plain ${)'],
  ['${A:-'.repeat(11), '${…} is nested deeper than 10 levels'],
  [
    '${services.db.url}',
    '${services.db.url} has no value here; references work in run and env of processes and env of services (write $${ for a plain ${)',
  ],
])('%j is refused: %s', (text, expected) => {
  expect(expand(text).problems).toEqual([expected]);
});

test('references stay in commands and environments of processes and environments of services', () => {
  const places = [
    ['system', 'processes', 'api', 'run'],
    ['system', 'processes', 'api', 'env', 'URL'],
    ['services', 'tools', 'env', 'URL'],
  ];
  for (const path of places) expect(expand('${services.db.url}', path)).toEqual({ value: '${services.db.url}', problems: [] });
});

test('a variable cannot bring a reference into a place that resolves them', () => {
  const { value } = expand('${TRICK} $${run.seed} ${run.seed}', ['system', 'processes', 'api', 'env', 'X']);
  expect(value).toBe('$${NAME} $${services.db.url} $${run.seed} ${run.seed}');
});
