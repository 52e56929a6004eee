import { expect, test } from '@jest/globals';
import { mistakes, withServices, withSystem } from './testing/plans.ts';

test.each<[what: string, text: string, expected: readonly string[]]>([
  ['a missing system', 'seed: 1', ['1:1 system: missing; expected a mapping, for example system: { name: my-service }']],
  [
    'a system without a name',
    'system: {}',
    [
      '1:1 system.name: missing; expected a name of letters, digits, spaces, ".", "_" and "-" (100 at most), for example my-service',
    ],
  ],
  [
    'misspelt sections',
    withSystem('sistem: 1', 'operation: {}', 'zzzzzzzz: 1'),
    [
      '2:1 sistem: unknown key; did you mean "system"?',
      '3:1 operation: unknown key; did you mean "operations"?',
      '4:1 zzzzzzzz: unknown key; known here: system, services, operations, benchmark, load, compare, objectives, prices, seed',
    ],
  ],
  [
    'numbers out of bounds, as text, and not whole',
    withSystem(
      'benchmark: { samples: "20", warm_up: -1 }',
      'load: { users: [1.5, 10001], mix: { a: 0 } }',
      'operations: { a: { run: x } }',
    ),
    [
      '2:23 benchmark.samples: expected a whole number from 1 to 100000, for example 20; got text',
      '2:38 benchmark.warm_up: expected a whole number from 0 to 10000, for example 3; got the number -1',
      '3:17 load.users[0]: expected a whole number from 1 to 10000, for example 10; got the number 1.5',
      '3:22 load.users[1]: expected a whole number from 1 to 10000, for example 10; got the number 10001',
      '3:40 load.mix.a: expected a number from 0.000001 to 1000000, for example 1; got the number 0',
    ],
  ],
  [
    'values of the wrong kind',
    withSystem(
      'load: { users: 10, duration: 10, think_time: 5 sec }',
      'objectives: error_rate < 1%',
      'prices: [{ provider: x, model: [], input: 1 }]',
      'seed: ""',
    ),
    [
      '2:16 load.users: expected a list, for example [1, 5, 10]; got the number 10',
      '2:30 load.duration: expected a duration with its unit (us, ms, s, m, h or d), for example 10s; got the number 10',
      '2:46 load.think_time: expected a duration with its unit (us, ms, s, m, h or d), for example 0s',
      '3:13 objectives: expected a list of objectives, for example - error_rate < 1%; got text',
      '4:10 prices[0].output: missing; expected a number from 0 to 100000, for example 0.28',
      '4:32 prices[0].model: expected text, for example deepseek-chat; got a list',
      '5:7 seed: expected text or a whole number, for example "1"; got empty text',
    ],
  ],
  [
    'durations without end and without length',
    withSystem('load: { duration: 0s, think_time: 8d }'),
    [
      '2:19 load.duration: no time at all; expected more, for example 30s',
      '2:35 load.think_time: longer than 7 days; expected less, for example 30s',
    ],
  ],
  [
    'a mix of unknown operations',
    withSystem('operations: { database.simple: { run: x } }', 'load: { mix: { database.smiple: 1, zzz: 1 } }'),
    [
      '3:16 load.mix.database.smiple: no operation has this name; did you mean "database.simple"?',
      '3:36 load.mix.zzz: no operation has this name; known here: database.simple',
    ],
  ],
  ['no users', withSystem('load: { users: [] }'), ['2:16 load.users: expected a list, for example [1, 5, 10]; got a list']],
])('%s', (_, text, expected) => {
  expect(mistakes(text)).toEqual(expected);
});

test('mistakes of form and of relation are told together, in the order of the file', () => {
  const text =
    withServices('a: { on: db, querry: x }', 'b: { on: dbb, query: x }', 'c: { on: web, get: games }') +
    'load: { mix: { aa: 1 }, usres: [1] }\n';
  expect(mistakes(text)).toEqual([
    '10:16 operations.a.querry: unknown key; did you mean "query"?',
    '11:12 operations.b.on: no service or process has this name; did you mean "db"?',
    '12:22 operations.c.get: expected a path that begins with "/", for example /games',
    '13:16 load.mix.aa: no operation has this name; did you mean "a"?',
    '13:25 load.usres: unknown key; did you mean "users"?',
  ]);
});

test('an entry with a mistake of its own is not called unknown elsewhere', () => {
  const text = withSystem(
    'services: { db: { type: postgres, urll: x } }',
    'operations: { a: { on: db, tool: x }, b: { run: 5 } }',
    'load: { mix: { b: 1 } }',
  );
  expect(mistakes(text)).toEqual([
    '2:35 services.db.urll: unknown key; did you mean "url"?',
    '3:49 operations.b.run: expected a command line, for example node report.ts; got the number 5',
  ]);
});

test('more than a hundred mistakes are counted, not listed', () => {
  const lines = mistakes(withSystem(...Array.from({ length: 150 }, (_, index) => `zzzzzzzzz${index}: 1`)));
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toBe('… and 50 more problems in shotclock.yml');
});
