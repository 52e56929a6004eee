/** `operations:` of the file. Which keys go together depends on the target and is checked when calls are built. */
import { z } from 'zod';
import {
  OPERATION_PATTERN,
  choice,
  commandLine,
  duration,
  either,
  environment,
  expectedError,
  flag,
  headers,
  integer,
  list,
  named,
  number,
  section,
  switchOf,
  text,
  urlPath,
} from './fields.ts';

const status = integer('HTTP status.', { min: 100, max: 599, example: 200 });
const count = integer('Count.', { min: 0, max: 1_000_000_000, example: 1 });
const reason = text('Finish reason.', 'stop');

const expectSchema = section(
  {
    status: either([status, list(status, 'HTTP statuses.', '[200, 201]')], {
      description: 'HTTP status that is right, or several; any 2xx without it.',
      expected: 'an HTTP status or a list of them',
      example: '200',
    }).optional(),
    rows: either([count, section({ min: count.optional(), max: count.optional() }, 'rows: { min: 1 }')], {
      description: 'Rows of a query, objects of a listing, tools of a tool list: a number, or { min, max }.',
      expected: 'a whole number or { min, max }',
      example: 'rows: { min: 1 }',
    }).optional(),
    json: z
      .unknown()
      .meta({ description: 'What the answer holds at least: objects by subset, lists item by item, the rest by equality.' })
      .optional(),
    schema: either(
      [
        text('Path of a JSON file.', 'answer.schema.json'),
        z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema.' }),
      ],
      {
        description: "JSON Schema (2020-12) that the answer satisfies, or the path of one, relative to this file's folder.",
        expected: 'a JSON Schema or the path of a JSON file',
        example: 'schema: answer.schema.json',
      },
    ).optional(),
    contains: text('Text that the answer contains.', 'SELECT').optional(),
    finish: either([reason, list(reason, 'Finish reasons.', '[stop, length]')], {
      description: 'Why the model stopped: stop, length, … (OpenAI) or end_turn, max_tokens, … (Anthropic).',
      expected: 'a finish reason or a list of them',
      example: 'stop',
    }).optional(),
    exit_code: integer('Exit code of a command; 0 without it.', { min: 0, max: 255, example: 0 }).optional(),
  },
  'expect: { rows: 1 }',
).meta({ description: 'What a right answer looks like. An answer that misses any of these is invalid, however fast it came.' });

const messageSchema = section(
  {
    role: choice('Who speaks.', ['user', 'assistant', 'system']),
    content: text('What is said.', 'Who won?'),
  },
  '{ role: user, content: Who won? }',
).meta({ description: 'One chat message.' });

const operationSchema = section(
  {
    on: text('Name of the service or process that it goes to; none for run.', 'database').optional(),
    connect: flag('Opens a connection and closes it (postgres, mcp).', 'connect').optional(),
    query: text('SQL to run (postgres).', 'SELECT 1').optional(),
    parameters: z
      .array(z.unknown(), { error: expectedError('a list', '[2024, "home"]') })
      .meta({ description: 'Values for $1, $2, … of the query.' })
      .optional(),
    list: z
      .string({ error: expectedError('a key prefix', 'games/') })
      .meta({ description: 'Lists the objects whose keys begin like this; "" for all (s3).' })
      .optional(),
    max_keys: integer('Objects in one listing.', { min: 1, max: 1000, example: 100 }).optional(),
    get: text('Key of the object to read (s3), or path to GET (http).', '/games').optional(),
    prompt: text("The user's message (openai, anthropic).", 'Who won?').optional(),
    messages: list(
      messageSchema,
      'A whole conversation, in place of prompt (openai, anthropic).',
      '[{ role: user, content: Who won? }]',
    ).optional(),
    system: text('System prompt.', 'Answer in one word.').optional(),
    max_tokens: integer('Tokens that the model may generate; 512 without it.', {
      min: 1,
      max: 1_000_000,
      example: 512,
    }).optional(),
    stream: switchOf('Whether the answer is streamed; true without it.').optional(),
    temperature: number('Sampling temperature.', { min: 0, max: 2, example: 0 }).optional(),
    list_tools: flag('Lists the tools (mcp).', 'list_tools').optional(),
    tool: text('Tool to call (mcp).', 'query_database').optional(),
    arguments: z
      .record(z.string(), z.unknown(), { error: expectedError('a mapping', '{ sql: SELECT 1 }') })
      .meta({ description: 'Arguments of the tool.' })
      .optional(),
    post: urlPath('Path to POST to (http).', '/synthesize').optional(),
    put: urlPath('Path to PUT (http).', '/games/1').optional(),
    patch: urlPath('Path to PATCH (http).', '/games/1').optional(),
    delete: urlPath('Path to DELETE (http).', '/games/1').optional(),
    json: z.unknown().meta({ description: 'Body of the request, sent as JSON (http).' }).optional(),
    headers: headers().optional(),
    usage: text('JSON Pointer to the list of model usages in the answer (http).', '/usage', {
      expected: 'a JSON Pointer (RFC 6901)',
      pattern: /^(\/([^/~]|~[01])*)+$/,
    }).optional(),
    run: commandLine('Command line to run (without on).', 'node report.ts').optional(),
    cwd: text("Working directory for run, relative to this file's folder (the default).", 'tools').optional(),
    env: environment('Environment variables for run.').optional(),
    expect: expectSchema.default({}),
    samples: integer('Calls that count in a benchmark, where not benchmark.samples.', {
      min: 1,
      max: 100_000,
      example: 20,
    }).optional(),
    timeout: duration('When a call is given up; 30s without it, 60s for models and http.', '30s').optional(),
  },
  'database.simple_query: { on: database, query: SELECT 1 }',
).meta({ description: 'One named thing that can be done to the system.' });

/** `operations:` */
export const operationsSchema = named(operationSchema, OPERATION_PATTERN, {
  description: 'What is measured, by name.',
  what: 'operation',
  example: 'operations: { database.simple_query: { on: database, query: SELECT 1 } }',
}).default({});

/** One operation as the file has it, defaults filled in. */
export type OperationFile = z.output<typeof operationSchema>;
/** `expect:` of an operation, as the file has it. */
export type ExpectFile = z.output<typeof expectSchema>;
