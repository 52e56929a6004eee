/** Tools of the MCP server's names and shapes on the official SDK over streamable HTTP, with fixed data instead of a database and an object store. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { observeTransport } from '../mcp/observed-transport.ts';
import { fileInput, filesInput, filesOutput, queryInput, queryOutput, tableInput } from '../mcp/schemas.ts';
import { createLogger } from '../telemetry/log.ts';

/** A fake MCP server that runs. */
export interface FakeMcp {
  readonly url: URL;
  /** Names of the tools called so far, in order. */
  readonly calls: readonly string[];
  /** How many sessions have begun. */
  readonly sessions: () => number;
  /** Forgets all sessions, like a server that has been restarted. */
  readonly forgetSessions: () => void;
  /** Breaks the connection of the next tool call before its answer. */
  readonly dropNextCall: () => void;
  readonly stop: () => Promise<void>;
}

const TABLES = ['games', 'player_game_stats', 'players', 'teams'];
const FILES = ['games/2025-26/1001.json', 'games/2025-26/1002.json'].map((key) => ({ key, size: 20, last_modified: null }));
const COLUMNS = [
  { name: 'team', type: 'text' },
  { name: 'wins', type: 'bigint' },
];
const ROWS = [
  { team: 'Boston Celtics', wins: 61 },
  { team: 'Denver Nuggets', wins: 57 },
];

function answer(content: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: content };
}

function failure(message: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: message }] };
}

function createTools(calls: string[]): McpServer {
  const server = new McpServer({ name: 'fake-nba', version: '1.0.0' });
  const noted = (name: string, result: CallToolResult): CallToolResult => {
    calls.push(name);
    return result;
  };
  server.registerTool('list_tables', { inputSchema: {} }, () =>
    noted('list_tables', answer({ tables: TABLES.map((name) => ({ name })) })),
  );
  server.registerTool('get_table_schema', { inputSchema: tableInput }, ({ table }) =>
    noted('get_table_schema', answer({ table, columns: [{ name: 'team_id', type: 'smallint' }] })),
  );
  server.registerTool('query_database', { inputSchema: queryInput, outputSchema: queryOutput }, ({ sql }) =>
    noted(
      'query_database',
      sql.includes('no_such_column')
        ? failure('column "no_such_column" does not exist')
        : answer({ columns: COLUMNS, rows: ROWS, row_count: ROWS.length, truncated: false }),
    ),
  );
  server.registerTool('list_s3_files', { inputSchema: filesInput, outputSchema: filesOutput }, () =>
    noted('list_s3_files', answer({ files: FILES, file_count: FILES.length, continuation: null })),
  );
  server.registerTool('get_s3_file', { inputSchema: fileInput }, ({ key }) =>
    noted('get_s3_file', { content: [{ type: 'text', text: `{"key":"${key}"}` }] }),
  );
  return server;
}

async function listen(server: Server): Promise<Pick<FakeMcp, 'url' | 'stop'>> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return {
    url: new URL(`http://127.0.0.1:${address.port}/mcp`),
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Starts the server on a free port. */
export async function startFakeMcp(): Promise<FakeMcp> {
  const calls: string[] = [];
  const transports = new Map<string, StreamableHTTPServerTransport>();
  const state = { sessions: 0, dropNext: false };
  const log = createLogger({ service: 'fake-mcp', version: '1.0.0', stream: { write: () => undefined } });

  async function begin(): Promise<StreamableHTTPServerTransport> {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        state.sessions += 1;
        transports.set(id, transport);
      },
    });
    await createTools(calls).connect(observeTransport(transport, log, 'tcp'));
    return transport;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? transports.get(id) : undefined;
    if (id !== undefined && known === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (known !== undefined && state.dropNext && request.method === 'POST') {
      state.dropNext = false;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': keep-alive\n\n');
      setTimeout(() => response.destroy(), 5);
      return;
    }
    await (known ?? (await begin())).handleRequest(request, response);
  }

  return {
    ...(await listen(createServer((request, response) => void handle(request, response)))),
    calls,
    sessions: () => state.sessions,
    forgetSessions: () => {
      transports.clear();
    },
    dropNextCall: () => {
      state.dropNext = true;
    },
  };
}
