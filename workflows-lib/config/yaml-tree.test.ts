import { expect, test } from '@jest/globals';
import { withSystem, mistakes } from './testing/plans.ts';
import { readYaml } from './yaml-tree.ts';

test.each([
  ['', ['1:1 the file is empty; begin with "system: { name: my-service }"']],
  ['# only a comment\n', ['1:1 the file is empty; begin with "system: { name: my-service }"']],
  ['~', ['1:1 the file is empty; begin with "system: { name: my-service }"']],
  ['- a', ['1:1 expected a mapping, for example system: { name: my-service }; got a list']],
  ['hello', ['1:1 expected a mapping, for example system: { name: my-service }; got text']],
  ['system:\n\tname: a', ['2:1 a tab cannot indent YAML; use spaces']],
  ['system: { name: "a }', ['1:21 not valid YAML: missing closing "quote']],
  ['system:\n  name: a: b', ['2:9 a second ": " on this line; quote the value, or begin a new line']],
  ['system: @a', ['1:9 a value cannot begin with this character unless it is quoted']],
  ['? [a]\n: 1', ['1:3 a list or mapping cannot be a key; quote the key if text is meant']],
  ['system: !!js/function x', ['1:9 the tag !!js is not supported; remove it, or quote the value if text is meant']],
  ['system: !!binary aGk=', ['1:9 the tag !!binary is not supported; remove it, or quote the value if text is meant']],
  ['system: { name: a }\n---\nb: 1', ['2:1 a second document begins here; keep one and remove the "---" between them']],
  [
    'system: { name: a, install: ${X:-1} }',
    ['1:30 not valid YAML: unexpected flow-map-start at node end; quote values with ${…} between braces: { url: "${NAME}" }'],
  ],
  ['system: { name: a }\nsystem: { name: b }', ['2:1 system: given twice, first on line 1; keep one of the two']],
  ['system: { name: a }\n__proto__: { seed: x }', ['2:1 __proto__: "__proto__" cannot be a key; choose another name']],
  ['system: { name: a, <<: { name: b } }', ['1:20 system.<<: merge keys are not supported; repeat the keys here']],
  [
    'system: { name: *a }',
    ['1:17 system.name: no anchor of this name stands before this alias; quote the value if its "*" is meant as text'],
  ],
  ['system: &a { name: x, processes: *a }', ['1:34 system.processes: this alias contains itself; write the value out']],
  [withSystem('seed: 12345678901234567890'), ['2:7 seed: too large to keep every digit; quote it to make it text']],
  [withSystem('load: { users: [.inf] }'), ['2:17 load.users[0]: not a finite number; quote it if text is meant']],
])('%j ends in %j', (text, expected) => {
  expect(mistakes(text)).toEqual(expected);
});

test.each([
  'a: !hunter2',
  'a: *hunter2',
  'a: |hunter2',
  'a: >hunter2\n x',
  'a: %hunter2',
  '%hunter2\n---\na: 1',
  'a: {b: hunter2: "hunter2}',
  'a: b\n  hunter2: [',
  '"hunter2',
  'a: [1\nhunter2',
  '- a\nhunter2: hunter2',
  '{a: 1}\n} hunter2',
  'a: "\\qhunter2"',
])('the message about %j does not repeat what may be a secret', (text) => {
  expect(mistakes(text)).not.toEqual([]);
  expect(mistakes(text).join()).not.toContain('hunter2');
});

test('aliases that multiply are stopped at the hundredth', () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const items = level === 0 ? 'x, x' : Array.from({ length: 9 }, () => `*l${level - 1}`).join(', ');
    return `a${level}: &l${level} [${items}]`;
  });
  const { problems } = readYaml(levels.join('\n'));
  expect(problems.map(({ message }) => message)).toEqual(['more than 100 aliases; write the values out']);
});

test('values without end, nesting without end and a deep stack are refused, not crashed on', () => {
  expect(readYaml(`a: [${'1,'.repeat(20_000)}]`).problems.map(({ message }) => message)).toEqual([
    'more than 20000 values; make it smaller',
  ]);
  expect(readYaml(`a: ${'['.repeat(80)}${']'.repeat(80)}`).problems.map(({ message }) => message)).toEqual([
    'nested deeper than 60 levels; make it flatter',
  ]);
  expect(readYaml(`a: ${'['.repeat(5_000)}`).problems).toHaveLength(1);
});

test('an alias stands for its value, and a mistake in it points at the value', () => {
  const text = withSystem('benchmark: { samples: &n 0, warm_up: *n }');
  expect(mistakes(text)).toEqual([
    '2:26 benchmark.samples: expected a whole number from 1 to 100000, for example 20; got the number 0',
  ]);
});

test('places are found behind a byte order mark, Windows line ends and characters outside the basic plane', () => {
  const { tree } = readYaml('\uFEFFa: 1\r\nb:\r\n  - c: "🏀"\r\n    d: 2\r\n');
  expect(tree?.value).toEqual({ a: 1, b: [{ c: '🏀', d: 2 }] });
  expect(tree?.locate(['b', 0, 'd'], 'key')).toEqual({ line: 4, column: 5 });
  expect(tree?.locate(['b', 0, 'd'], 'value')).toEqual({ line: 4, column: 8 });
  expect(tree?.locate(['b', 0, 'missing', 'deeper'], 'value')).toEqual({ line: 3, column: 5 });
});

test('a number is known as it is written', () => {
  const { tree } = readYaml('a: 1.10\nb: [0x10]');
  expect([tree?.written(['a']), tree?.written(['b', 0]), tree?.written(['c'])]).toEqual(['1.10', '0x10', undefined]);
});
