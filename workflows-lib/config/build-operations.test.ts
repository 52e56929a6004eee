import { expect, test } from '@jest/globals';
import { mistakes, plan, withServices } from './testing/plans.ts';

test.each<[operation: string, expected: readonly string[]]>([
  ['a: { on: db }', ['10:3 operations.a: nothing to do; db is a postgres service: use "connect" or "query"']],
  ['a: { on: db, tool: x }', ['10:16 operations.a.tool: does not fit; db is a postgres service: use "connect" or "query"']],
  [
    'a: { on: db, query: x, connect: true }',
    ['10:16 operations.a.query: "connect" and "query" given together; keep one of them'],
  ],
  [
    'a: { on: db, connect: true, parameters: [1] }',
    ['10:31 operations.a.parameters: does not go with "connect", which takes nothing beside it; leave it out'],
  ],
  ['a: { on: db, connect: false }', ['10:25 operations.a.connect: expected true, for example connect: true; got false']],
  ['a: { on: db, query: 5 }', ['10:23 operations.a.query: expected text, for example SELECT 1; got the number 5']],
  ['a: { on: db, querry: x }', ['10:16 operations.a.querry: unknown key; did you mean "query"?']],
  ['a: { on: dbb, query: x }', ['10:12 operations.a.on: no service or process has this name; did you mean "db"?']],
  [
    'a: { on: zzzzzz, query: x }',
    ['10:12 operations.a.on: no service or process has this name; known here: db, files, gpt, claude, tools, web'],
  ],
  [
    'a: { query: x }',
    ['10:3 operations.a: "query" has no target; add on: with db, files, gpt, claude, tools or web, or run: with a command line'],
  ],
  ['a: {}', ['10:3 operations.a: nothing to do; add on: with db, files, gpt, claude, tools or web, or run: with a command line']],
  ['a: { on: db, run: x }', ['10:16 operations.a.run: does not fit; db is a postgres service: use "connect" or "query"']],
  ['a: { run: x, query: y }', ['10:16 operations.a.query: does not fit; run starts a command: use "run"']],
  ['a: { run: x, json: 1 }', ['10:16 operations.a.json: does not go with "run", which takes "cwd" and "env"; leave it out']],
  ['a: { on: files, query: x }', ['10:19 operations.a.query: does not fit; files is an s3 service: use "list" or "get"']],
  [
    'a: { on: files, get: x, max_keys: 5 }',
    ['10:27 operations.a.max_keys: does not go with "get", which takes nothing beside it; leave it out'],
  ],
  [
    'a: { on: files, list: "", max_keys: 1001 }',
    ['10:39 operations.a.max_keys: expected a whole number from 1 to 1000, for example 100; got the number 1001'],
  ],
  ['a: { on: gpt, post: /x }', ['10:17 operations.a.post: does not fit; gpt is an openai service: use "prompt" or "messages"']],
  [
    'a: { on: gpt, messages: [] }',
    ['10:27 operations.a.messages: expected a list, for example [{ role: user, content: Who won? }]; got a list'],
  ],
  [
    'a: { on: gpt, messages: [{ role: usr, content: x }] }',
    ['10:36 operations.a.messages[0].role: expected user, assistant or system, for example user; got text'],
  ],
  [
    'a: { on: gpt, messages: [{ role: system, content: x }] }',
    ['10:27 operations.a.messages: expected at least one message of the user'],
  ],
  [
    'a: { on: gpt, messages: [{ role: system, content: x }, { role: user, content: x }], system: y }',
    ['10:87 operations.a.system: a system prompt stands among the messages too; keep one of them'],
  ],
  [
    'a: { on: gpt, prompt: x, temperature: 3 }',
    ['10:41 operations.a.temperature: expected a number from 0 to 2, for example 0; got the number 3'],
  ],
  [
    'a: { on: claude, prompt: x, temperature: 1.5 }',
    ['10:44 operations.a.temperature: expected a number from 0 to 1 for an anthropic service'],
  ],
  [
    'a: { on: tools, get: /x }',
    ['10:19 operations.a.get: does not fit; tools is an mcp service: use "connect", "list_tools" or "tool"'],
  ],
  [
    'a: { on: tools, tool: x, arguments: [1] }',
    ['10:39 operations.a.arguments: expected a mapping, for example { sql: SELECT 1 }; got a list'],
  ],
  ['a: { on: web, get: games }', ['10:22 operations.a.get: expected a path that begins with "/", for example /games']],
  ['a: { on: web, post: games }', ['10:23 operations.a.post: expected a path that begins with "/", for example /synthesize']],
  [
    'a: { on: web, get: /x, json: {} }',
    ['10:26 operations.a.json: does not go with "get", which takes "headers" and "usage"; leave it out'],
  ],
  [
    'a: { on: web, post: /x, usage: usage }',
    ['10:34 operations.a.usage: expected a JSON Pointer (RFC 6901), for example /usage'],
  ],
  ['a: { on: db, query: x, timeout: 0s }', ['10:35 operations.a.timeout: no time at all; expected more, for example 30s']],
  [
    'a: { on: db, query: x, expect: { rows: x } }',
    ['10:42 operations.a.expect.rows: expected a whole number or { min, max }, for example rows: { min: 1 }; got text'],
  ],
  [
    'a: { on: db, query: x, expect: { rows: { mn: 1 } } }',
    ['10:44 operations.a.expect.rows.mn: unknown key; did you mean "min"?'],
  ],
  [
    'a: { on: db, query: x, expect: { rows: {} } }',
    ['10:42 operations.a.expect.rows: expected min, max or both, for example rows: { min: 1 }'],
  ],
  ['a: { on: db, query: x, expect: { rows: { min: 3, max: 1 } } }', ['10:42 operations.a.expect.rows: min 3 is above max 1']],
  [
    'a: { on: db, connect: true, expect: { rows: 1 } }',
    ['10:41 operations.a.expect.rows: an answer to "connect" has no rows; only whether it succeeds is checked'],
  ],
  [
    'a: { on: gpt, prompt: x, expect: { status: 200 } }',
    ['10:38 operations.a.expect.status: an answer to "prompt" has no status; it can have finish, json, schema and contains'],
  ],
  [
    'a: { on: web, get: /x, expect: { status: [200, 20] } }',
    ['10:50 operations.a.expect.status[1]: expected a whole number from 100 to 599, for example 200; got the number 20'],
  ],
  [
    'a: { on: web, get: /x, expect: { schema: nope.json } }',
    ["10:44 operations.a.expect.schema: this file cannot be read; its path starts at the plan's folder"],
  ],
  [
    'a: { on: web, get: /x, expect: { schema: [1] } }',
    [
      '10:44 operations.a.expect.schema: expected a JSON Schema or the path of a JSON file, for example schema: answer.schema.json; got a list',
    ],
  ],
  [
    'Foo: { run: x }',
    [
      '10:3 operations.Foo: operation names have lower-case letters, digits and "_", with dots between, like database.simple_query (128 at most)',
    ],
  ],
])('%s is refused', (operation, expected) => {
  expect(mistakes(withServices(operation))).toEqual(expected);
});

test('a process is http, and mcp as well when it says where', () => {
  const text = (operation: string): string =>
    `system: { name: a, processes: { p: { run: x }, m: { run: x, mcp: /mcp } } }\noperations: { a: ${operation} }`;
  expect(plan(text('{ on: m, post: /x }')).operations[0]?.call).toEqual({
    protocol: 'http',
    method: 'POST',
    path: '/x',
    headers: {},
  });
  expect(plan(text('{ on: m, connect: true }')).operations[0]?.call).toEqual({ protocol: 'mcp', action: 'connect' });
  expect(plan(text('{ on: m, list_tools: true }')).operations[0]?.call).toEqual({ protocol: 'mcp', action: 'list_tools' });
  expect(mistakes(text('{ on: p, list_tools: true }'))).toEqual([
    '2:27 operations.a.list_tools: does not fit; p is a process (http): use "get", "post", "put", "patch" or "delete"',
  ]);
});

test.each([
  ['{ on: db, query: x }', 30_000],
  ['{ on: tools, connect: true }', 30_000],
  ['{ run: x }', 30_000],
  ['{ on: gpt, prompt: x }', 60_000],
  ['{ on: claude, prompt: x }', 60_000],
  ['{ on: web, get: /x }', 60_000],
  ['{ on: web, get: /x, timeout: 1.5s }', 1_500],
])('%s is given up after %i ms', (operation, timeoutMs) => {
  expect(plan(withServices(`a: ${operation}`)).operations[0]?.timeoutMs).toBe(timeoutMs);
});

test.each(['/', '/usage', '/a/b/0', '/a~1b/~0'])('%s is a JSON Pointer', (usage) => {
  const { operations } = plan(withServices(`a: { on: web, get: /x, usage: "${usage}" }`));
  expect(operations[0]?.call).toMatchObject({ usage });
});

test('a long text that is no JSON Pointer is refused without trying every way to read it', () => {
  expect(mistakes(withServices(`a: { on: web, get: /x, usage: "${'/a'.repeat(5_000)}~" }`))).toHaveLength(1);
});

test('an operation may have a number of samples of its own', () => {
  const { operations } = plan(withServices('a: { on: db, query: x, samples: 5 }', 'b: { on: db, query: x }'));
  expect(operations.map(({ samples }) => samples)).toEqual([5, undefined]);
});

test('a system prompt comes first among the messages', () => {
  const { operations } = plan(withServices('a: { on: gpt, prompt: q, system: s }'));
  expect(operations[0]?.call).toEqual({
    protocol: 'openai',
    messages: [
      { role: 'system', content: 's' },
      { role: 'user', content: 'q' },
    ],
    maxTokens: 512,
    stream: true,
  });
});
