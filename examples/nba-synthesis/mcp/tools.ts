/** The five tools of the server. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { z } from 'zod';
import { DependencyError, errorTypeOf } from '../resilience/failure.ts';
import type { Logger } from '../telemetry/log.ts';
import type { Cache } from './cache.ts';
import { describeTable, listTables, schemaText } from './catalog.ts';
import type { Database } from './database.ts';
import type { Files } from './files.ts';
import { normaliseSql } from './normalise-sql.ts';
import {
  fileInput,
  fileOutput,
  filesInput,
  filesOutput,
  queryInput,
  queryOutput,
  tableInput,
  tableListSchema,
  tableSchemaSchema,
} from './schemas.ts';
import { ToolError } from './tool-error.ts';

/** What the tools work on. */
export interface ToolParts {
  readonly database: Database;
  readonly files: Files;
  /** Undefined: nothing is kept. */
  readonly cache: Cache | undefined;
  readonly log: Logger;
  readonly version: string;
}

/** Nothing here changes anything, and everything comes from one closed data set. */
const READ_ONLY: ToolAnnotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const INSTRUCTIONS =
  'One NBA season (invented players and results) in PostgreSQL, and the box score of each game as a JSON file. ' +
  'Look at list_tables and get_table_schema before writing SQL for query_database.';

/** How a call went, beside its answer: becomes `_meta` of the result. */
interface Answer<T> {
  readonly value: T;
  readonly cache: 'hit' | 'miss' | 'off';
}

interface Work<T extends Record<string, unknown>> {
  /** Gives the value; throws `ToolError` or `DependencyError`. */
  readonly run: () => Promise<T>;
  /** Under which key the value may be kept; undefined when it may not. */
  readonly cacheKey?: string;
  /** What a reader of the text sees; JSON unless given. */
  readonly text?: (value: T) => string;
  readonly schema: z.ZodType<T>;
}

function keyOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What was kept, if it still has the right form: a shared cache may hold anything. */
function parseCached<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: as good as nothing, and about to be replaced.
    return undefined;
  }
}

async function answer<T extends Record<string, unknown>>(work: Work<T>, cache: Cache | undefined): Promise<Answer<T>> {
  if (cache === undefined || work.cacheKey === undefined) return { value: await work.run(), cache: 'off' };
  const known = parseCached(work.schema, await cache.get(work.cacheKey));
  if (known !== undefined) return { value: known, cache: 'hit' };
  const value = await work.run();
  await cache.set(work.cacheKey, JSON.stringify(value));
  return { value, cache: 'miss' };
}

function failure(error: unknown, durationMs: number): CallToolResult {
  const isExpected = error instanceof ToolError || error instanceof DependencyError;
  const text = isExpected ? error.message : 'The server could not do that; the reason is in its log.';
  const errorType = error instanceof ToolError ? error.type : errorTypeOf(error);
  return { isError: true, content: [{ type: 'text', text }], _meta: { error_type: errorType, duration_ms: durationMs } };
}

/** Does the work and turns every ending into a result: what cannot be answered is an error that the model can read, not a broken connection. */
async function perform<T extends Record<string, unknown>>(work: Work<T>, parts: ToolParts): Promise<CallToolResult> {
  const startedAt = performance.now();
  const took = (): number => Math.round((performance.now() - startedAt) * 1_000) / 1_000;
  try {
    const { value, cache } = await answer(work, parts.cache);
    const text = work.text?.(value) ?? JSON.stringify(value);
    return { content: [{ type: 'text', text }], structuredContent: value, _meta: { cache, duration_ms: took() } };
  } catch (error) {
    if (!(error instanceof ToolError || error instanceof DependencyError)) {
      // The message may quote what the caller sent; where it happened does not.
      const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
      parts.log.error('tool failed unexpectedly', {
        'error.type': errorTypeOf(error),
        'exception.stacktrace': frames.slice(0, 10).join('\n'),
      });
    }
    return failure(error, took());
  }
}

function registerDatabaseTools(server: McpServer, parts: ToolParts): void {
  const { database } = parts;
  server.registerTool(
    'query_database',
    {
      title: 'Query the database',
      description: 'Runs one read-only SQL query on the season and returns its rows.',
      inputSchema: queryInput,
      outputSchema: queryOutput,
      annotations: READ_ONLY,
    },
    async ({ sql, max_rows }, { signal }) => {
      const run = async (): Promise<z.infer<typeof queryOutput>> => {
        const { columns, rows, truncated } = await database.query(sql, max_rows, signal);
        return { columns: [...columns], rows: [...rows], row_count: rows.length, truncated };
      };
      return await perform({ run, cacheKey: keyOf('query_database', normaliseSql(sql), max_rows), schema: queryOutput }, parts);
    },
  );
  server.registerTool(
    'list_tables',
    {
      title: 'List tables',
      description: 'Lists the tables that can be queried, with what they hold.',
      outputSchema: tableListSchema,
      annotations: READ_ONLY,
    },
    ({ signal }) =>
      perform({ run: () => listTables(database, signal), cacheKey: keyOf('list_tables'), schema: tableListSchema }, parts),
  );
  server.registerTool(
    'get_table_schema',
    {
      title: 'Describe a table',
      description: 'Columns, keys, checks and indexes of one table.',
      inputSchema: tableInput,
      outputSchema: tableSchemaSchema,
      annotations: READ_ONLY,
    },
    async ({ table }, { signal }) => {
      const run = (): Promise<z.infer<typeof tableSchemaSchema>> => describeTable(table, database, signal);
      return await perform(
        { run, cacheKey: keyOf('get_table_schema', table), text: schemaText, schema: tableSchemaSchema },
        parts,
      );
    },
  );
}

function registerFileTools(server: McpServer, parts: ToolParts): void {
  const { files } = parts;
  server.registerTool(
    'list_s3_files',
    {
      title: 'List files',
      description: 'Lists files of the bucket: one JSON box score for each game, under games/<season>/<game_id>.json.',
      inputSchema: filesInput,
      outputSchema: filesOutput,
      annotations: READ_ONLY,
    },
    ({ prefix, max_keys, continuation }, { signal }) =>
      perform({ run: () => files.list({ prefix, maxKeys: max_keys, continuation }, signal), schema: filesOutput }, parts),
  );
  server.registerTool(
    'get_s3_file',
    {
      title: 'Read a file',
      description: 'Returns a text file of the bucket, at most 1 MiB.',
      inputSchema: fileInput,
      outputSchema: fileOutput,
      annotations: READ_ONLY,
    },
    ({ key }, { signal }) => perform({ run: () => files.get(key, signal), text: (file) => file.text, schema: fileOutput }, parts),
  );
}

/** A server with the five tools, for one session. */
export function createToolServer(parts: ToolParts): McpServer {
  const server = new McpServer(
    { name: 'nba-synthesis', title: 'NBA season', version: parts.version },
    { instructions: INSTRUCTIONS },
  );
  registerDatabaseTools(server, parts);
  registerFileTools(server, parts);
  return server;
}
