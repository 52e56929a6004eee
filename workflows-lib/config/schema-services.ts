/** `services:` of the file, by `type`. */
import { z } from 'zod';
import {
  NAME_PATTERN,
  choice,
  commandLine,
  environment,
  expectedError,
  headers,
  kindOf,
  list,
  named,
  number,
  section,
  text,
  type FieldIssue,
} from './fields.ts';
import { listed, nearest } from '../core/nearest.ts';

const EXAMPLE = 'database: { type: postgres }';

const postgresSchema = section(
  {
    type: z.literal('postgres').meta({ description: 'A PostgreSQL database.' }),
    url: text('"embedded" (we start one) or a connection URL.', 'postgres://user:password@host:5432/database').default(
      'embedded',
    ),
    seed: list(
      text('Path of a SQL file.', 'schema.sql'),
      "SQL files that run in order after start, relative to this file's folder.",
      '[schema.sql]',
    ).optional(),
    roles: named(text('"embedded" (we set its password) or a connection URL.', 'embedded'), /^[A-Za-z_][A-Za-z0-9_]*$/, {
      description: 'Database roles that the seed creates and processes log in with, by name.',
      what: 'role',
      example: 'roles: { reader: embedded }',
    }).default({}),
    settings: named(
      z.union([z.string(), z.number(), z.boolean()], { error: expectedError('text', '256MB') }),
      /^[A-Za-z_][A-Za-z0-9_.]*$/,
      {
        description: 'Server settings of the embedded database.',
        what: 'setting',
        example: 'settings: { max_connections: 50 }',
      },
    ).default({}),
  },
  EXAMPLE,
);

const s3Schema = section(
  {
    type: z.literal('s3').meta({ description: 'An S3-compatible object store.' }),
    endpoint: text('"embedded" (we start one) or the URL of an endpoint.', 'https://s3.eu-west-1.amazonaws.com').default(
      'embedded',
    ),
    bucket: text('Bucket that the system uses.', 'my-files'),
    region: text('Region of the bucket.', 'us-east-1').default('us-east-1'),
    access_key_id: z
      .string({ error: 'expected text' })
      .meta({ description: 'Access key for a real endpoint; AWS_ACCESS_KEY_ID without it.' })
      .optional(),
    secret_access_key: z
      .string({ error: 'expected text' })
      .meta({ description: 'Secret key for a real endpoint; AWS_SECRET_ACCESS_KEY without it.' })
      .optional(),
    seed: text("Folder whose files become objects, relative to this file's folder.", 'files/').optional(),
  },
  EXAMPLE,
);

const share = (fault: string): z.ZodOptional<z.ZodNumber> =>
  number(`Share of requests that end ${fault}.`, { min: 0, max: 1, example: 0.01 }).optional();

const faultsSchema = section(
  {
    unauthorized: share('with status 401'),
    rate_limited: share('with status 429'),
    server_error: share('with status 500'),
    overloaded: share('with status 529'),
    dropped: share('in a dropped connection'),
    slow_start: share('in a slow start'),
  },
  'faults: { rate_limited: 0.01 }',
).meta({ description: 'Faults that the simulator makes, as shares of requests from 0 to 1.' });

const simulationSchema = section(
  {
    profile: choice('How fast the simulator answers.', ['fast', 'realistic']).default('fast'),
    seed: text("Fixes texts, tokens and pacing; the plan's seed without it.", 'a').optional(),
    answers: text("YAML file with scripted answers, relative to this file's folder.", 'answers.yml').optional(),
    faults: faultsSchema.default({}),
  },
  'simulation: { profile: realistic }',
).meta({ description: 'How the simulator behaves when no real provider is used.' });

function modelShape<T extends 'openai' | 'anthropic'>(type: T, description: string, words: { model: string; url: string }) {
  return section(
    {
      type: z.literal(type).meta({ description }),
      base_url: text('"simulated" (our simulator), "replayed" (a recording) or the URL of the endpoint.', words.url).default(
        'simulated',
      ),
      api_key: z
        .string({ error: expectedError('text', '"${API_KEY}"') })
        .meta({ description: 'Key for a real endpoint.' })
        .optional(),
      recording: text(
        "Recording that is played when base_url is replayed, and that providers record writes; relative to this file's folder.",
        'recordings/claude.jsonl',
      ).optional(),
      model: text('Model that is asked.', words.model),
      provider: text('Whose prices count; found from type and model without it.', type).optional(),
      simulation: simulationSchema.prefault({}),
    },
    EXAMPLE,
  );
}

const openaiSchema = modelShape('openai', 'A model behind the OpenAI Chat Completions format.', {
  model: 'deepseek-chat',
  url: 'https://api.deepseek.com',
});
const anthropicSchema = modelShape('anthropic', 'A model behind the Anthropic Messages format.', {
  model: 'claude-sonnet-4-5',
  url: 'https://api.anthropic.com',
});

const mcpSchema = section(
  {
    type: z
      .literal('mcp')
      .meta({ description: 'An MCP server that is not one of the processes: by url, or started by run over stdio.' }),
    url: text('URL of the endpoint (streamable HTTP).', 'https://example.com/mcp').optional(),
    run: commandLine('Command line of a server that speaks over standard input and output.', 'npx my-mcp-server').optional(),
    cwd: text("Working directory for run, relative to this file's folder (the default).", 'servers').optional(),
    env: environment('Environment variables for run. Values may hold ${services.NAME.url} and the like.').optional(),
    headers: headers().optional(),
  },
  EXAMPLE,
);

const httpSchema = section(
  {
    type: z.literal('http').meta({ description: 'An HTTP endpoint that is not one of the processes.' }),
    url: text('Base URL; paths of operations are added to it.', 'https://example.com'),
    headers: headers().optional(),
  },
  EXAMPLE,
);

/** Service types, as the file spells them. */
const SERVICE_TYPES = ['postgres', 's3', 'openai', 'anthropic', 'mcp', 'http'] as const;

/** Of a service that is no mapping, or whose type is none of ours. */
function typeError(issue: FieldIssue): string {
  const { input } = issue;
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return expectedError('a mapping with a type', EXAMPLE)(issue);
  const type: unknown = 'type' in input ? input.type : undefined;
  const expected = `expected ${listed(SERVICE_TYPES)}`;
  if (type === undefined) {
    const misspelt = Object.keys(input).find((key) => nearest(key, ['type']) !== undefined);
    return misspelt === undefined ? `missing; ${expected}` : `missing (is "${misspelt}" meant to be "type"?); ${expected}`;
  }
  const near = typeof type === 'string' ? nearest(type, SERVICE_TYPES) : undefined;
  return near === undefined ? `${expected}; got ${kindOf(type)}` : `${expected}; did you mean "${near}"?`;
}

const serviceSchema = z
  .discriminatedUnion('type', [postgresSchema, s3Schema, openaiSchema, anthropicSchema, mcpSchema, httpSchema], {
    error: typeError,
  })
  .meta({ description: 'Something that the system needs or that is measured.' });

/** `services:` */
export const servicesSchema = named(serviceSchema, NAME_PATTERN, {
  description: 'Databases, object stores, models and endpoints, by name.',
  what: 'service',
  example: `services: { ${EXAMPLE} }`,
}).default({});

/** One service as the file has it, defaults filled in. */
export type ServiceFile = z.output<typeof serviceSchema>;
/** A service of `type: postgres`, as the file has it. */
export type PostgresFile = z.output<typeof postgresSchema>;
/** A service of `type: s3`, as the file has it. */
export type S3File = z.output<typeof s3Schema>;
/** A service of `type: openai` or `type: anthropic`, as the file has it. */
export type ModelFile = z.output<typeof openaiSchema> | z.output<typeof anthropicSchema>;
/** A service of `type: mcp`, as the file has it. */
export type McpFile = z.output<typeof mcpSchema>;
/** A service of `type: http`, as the file has it. */
export type HttpFile = z.output<typeof httpSchema>;
