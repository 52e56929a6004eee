/** The MCP server's tools as functions with types: what comes back is parsed here and nowhere else. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { DependencyError, errorTypeOf, rejectedBy } from '../resilience/failure.ts';
import type { Policy } from '../resilience/policy.ts';
import type { Logger } from '../telemetry/log.ts';
import { isMcpError } from './mcp-session.ts';
import type { McpSession } from './mcp-session.ts';

/** Rows of a statement, or why it has none. */
export type QueryResult =
  | { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly rowCount: number; readonly truncated: boolean }
  | { readonly error: string };

/** Every function throws `DependencyError` when the server cannot answer, and the signal's reason when it aborts. */
export interface NbaTools {
  /** Names of the tables. */
  listTables(signal: AbortSignal): Promise<readonly string[]>;
  /** Columns, keys and indexes of a table, as the server words them. */
  tableSchema(table: string, signal: AbortSignal): Promise<string>;
  /** Runs one read-only statement; a statement that fails is a result, not an exception. */
  query(statement: string, signal: AbortSignal): Promise<QueryResult>;
  /** Keys of game files. */
  listFiles(prefix: string, signal: AbortSignal): Promise<readonly string[]>;
  /** The text of a game file. */
  file(key: string, signal: AbortSignal): Promise<string>;
}

/** The server answered with something that its tools do not promise, or refused a call that should work. */
class ToolError extends Error {
  override readonly name = 'ToolError';
}

const tablesSchema = z.object({ tables: z.array(z.object({ name: z.string() })) });
const rowsSchema = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  row_count: z.number(),
  truncated: z.boolean().default(false),
});
const filesSchema = z.object({ files: z.array(z.object({ key: z.string() })) });

function textOf(result: CallToolResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
}

function parsed<T>(schema: z.ZodType<T>, tool: string, result: CallToolResult): T {
  const outcome = schema.safeParse(result.structuredContent);
  if (outcome.success) return outcome.data;
  throw rejectedBy(
    'mcp',
    new ToolError(`${tool} answered in an unknown shape: ${outcome.error.issues[0]?.path.join('.') ?? ''}`),
  );
}

/** The tools of `session`, each call behind `policy`. Logs name the tool and how it went, never its arguments or results. */
export function createTools(session: McpSession, policy: Policy, log: Logger): NbaTools {
  async function call(name: string, args: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<CallToolResult> {
    const attributes = { 'mcp.method.name': 'tools/call', 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': name };
    const startedAt = performance.now();
    try {
      const result = await policy.execute((attemptSignal) => session.callTool(name, args, attemptSignal), signal);
      const failed = result.isError === true ? { 'error.type': 'tool_error' } : {};
      log.info('tool call', { ...attributes, ...failed, duration_ms: performance.now() - startedAt });
      return result;
    } catch (error) {
      if (signal.aborted) throw error;
      const duration = performance.now() - startedAt;
      log.error('tool call failed', { ...attributes, 'error.type': errorTypeOf(error), duration_ms: duration });
      throw !(error instanceof DependencyError) && isMcpError(error) ? rejectedBy('mcp', error) : error;
    }
  }

  async function callOrThrow(
    name: string,
    args: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<CallToolResult> {
    const result = await call(name, args, signal);
    if (result.isError === true) throw rejectedBy('mcp', new ToolError(`${name}: ${textOf(result)}`));
    return result;
  }

  return {
    async listTables(signal) {
      const result = await callOrThrow('list_tables', {}, signal);
      return parsed(tablesSchema, 'list_tables', result).tables.map((table) => table.name);
    },
    async tableSchema(table, signal) {
      return textOf(await callOrThrow('get_table_schema', { table }, signal));
    },
    async query(statement, signal) {
      const result = await call('query_database', { sql: statement }, signal);
      if (result.isError === true) return { error: textOf(result) };
      const { rows, row_count, truncated } = parsed(rowsSchema, 'query_database', result);
      return { rows, rowCount: row_count, truncated };
    },
    async listFiles(prefix, signal) {
      const result = await callOrThrow('list_s3_files', prefix === '' ? {} : { prefix }, signal);
      return parsed(filesSchema, 'list_s3_files', result).files.map((file) => file.key);
    },
    async file(key, signal) {
      return textOf(await callOrThrow('get_s3_file', { key }, signal));
    },
  };
}
