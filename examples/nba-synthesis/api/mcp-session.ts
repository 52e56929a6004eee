/** One MCP session over streamable HTTP, shared by all requests and replaced when it is lost. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport, StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { errorTypeOf, isTransientError, statusOf } from '../resilience/failure.ts';
import type { Logger } from '../telemetry/log.ts';

/** How long a connection may take to be made, and a session to be ended. */
const CONNECT_TIMEOUT_MS = 5_000;
const END_TIMEOUT_MS = 1_000;

/** A session that is replaced when it is lost. */
export interface McpSession {
  /** Calls a tool; concurrent calls share the session. A lost session is replaced and the call made once more. */
  callTool(name: string, args: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<CallToolResult>;
  /** Resolves when the server answers on the session. */
  ping(signal: AbortSignal): Promise<void>;
  /** Ends the session on the server as well. */
  close(): Promise<void>;
}

/** The server's MCP endpoint, and who asks. */
export interface McpSessionOptions {
  readonly url: URL;
  /** Our version, for `clientInfo`. */
  readonly version: string;
  readonly log: Logger;
}

interface Connection {
  readonly client: Client;
  readonly transport: StreamableHTTPClientTransport;
}

const TRANSIENT_CODES: ReadonlySet<number> = new Set([ErrorCode.ConnectionClosed, ErrorCode.RequestTimeout]);

/** A closed connection or a request without an answer, beside what is transient anyway. */
export function isTransientMcpError(error: unknown): boolean {
  if (error instanceof McpError) return TRANSIENT_CODES.has(error.code);
  return isTransientError(error);
}

/** Whether the MCP server or its transport produced this error. */
export function isMcpError(error: unknown): boolean {
  return error instanceof McpError || error instanceof StreamableHTTPError;
}

/** 404 means that the server does not know the session (any more): begin a new one (MCP 2025-11-25, transports, session management). */
function isSessionLost(error: unknown): boolean {
  return error instanceof StreamableHTTPError && statusOf(error) === 404;
}

/**
 * How the SDK's transport reaches the server. Three things are different from plain `fetch`:
 * there is no stream for messages that the server starts, because this service needs none; an answer is read whole, so that one which breaks
 * off rejects its call instead of leaving it without an end; and the signal that lives as long as the session is watched once, because
 * listeners of every request would pile up on it until they are garbage collected.
 */
function createSessionFetch(): typeof fetch {
  const running = new Set<AbortController>();
  const watched = new WeakSet<AbortSignal>();
  const watch = (signal: AbortSignal): void => {
    if (watched.has(signal)) return;
    watched.add(signal);
    signal.addEventListener('abort', () => {
      for (const controller of running) controller.abort(signal.reason);
    });
  };
  return async (input, init) => {
    if (init?.method === 'GET') return new Response(null, { status: 405 });
    if (init?.signal) watch(init.signal);
    const controller = new AbortController();
    running.add(controller);
    try {
      const response = await fetch(input, { ...init, signal: controller.signal });
      const { status, statusText, headers } = response;
      const body = await response.text();
      return new Response(body === '' ? null : body, { status, statusText, headers });
    } finally {
      running.delete(controller);
    }
  };
}

async function connect({ url, version, log }: McpSessionOptions): Promise<Connection> {
  const client = new Client({ name: 'nba-synthesis', version });
  const transport = new StreamableHTTPClientTransport(url, {
    fetch: createSessionFetch(),
    reconnectionOptions: {
      maxRetries: 0,
      initialReconnectionDelay: 1_000,
      maxReconnectionDelay: 1_000,
      reconnectionDelayGrowFactor: 1,
    },
  });
  try {
    await client.connect(transport, { timeout: CONNECT_TIMEOUT_MS });
  } catch (error) {
    await client.close();
    throw error;
  }
  log.info('mcp session started', { 'mcp.method.name': 'initialize', 'mcp.protocol.version': transport.protocolVersion });
  return { client, transport };
}

/** The connection that all calls share. */
interface SharedConnection {
  /** The one there is; without one, a new one. */
  connected(): Promise<Connection>;
  /** The next call connects anew, unless somebody has done so already. */
  drop(connection: Promise<Connection>): void;
  readonly current: () => Promise<Connection> | undefined;
}

function shareConnection(options: McpSessionOptions): SharedConnection {
  let current: Promise<Connection> | undefined;
  function drop(connection: Promise<Connection>): void {
    if (current === connection) current = undefined;
  }
  function connected(): Promise<Connection> {
    if (current !== undefined) return current;
    const connecting = connect(options);
    current = connecting;
    connecting.then(
      ({ client }) => {
        client.onclose = () => {
          drop(connecting);
        };
      },
      () => {
        drop(connecting);
      },
    );
    return connecting;
  }
  return { connected, drop, current: () => current };
}

async function endSession({ client, transport }: Connection, log: Logger): Promise<void> {
  const ended = transport.terminateSession().catch((error: unknown) => {
    log.warn('mcp session not ended', { 'error.type': errorTypeOf(error) });
  });
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, END_TIMEOUT_MS).unref())]);
  await client.close();
}

/** A session that connects with the first call. Nothing here retries: give its calls to a policy with `isTransientMcpError`. */
export function createMcpSession(options: McpSessionOptions): McpSession {
  const { log } = options;
  const shared = shareConnection(options);

  async function onSession<T>(use: (client: Client) => Promise<T>): Promise<T> {
    const connection = shared.connected();
    const { client } = await connection;
    try {
      return await use(client);
    } catch (error) {
      if (!isSessionLost(error)) throw error;
      log.warn('mcp session lost', { 'error.type': errorTypeOf(error) });
      // Calls that still run on the lost session fail by themselves; the first to notice replaces it for all.
      shared.drop(connection);
      return await use((await shared.connected()).client);
    }
  }

  return {
    callTool: (name, args, signal) =>
      onSession(async (client) =>
        CallToolResultSchema.parse(await client.callTool({ name, arguments: args }, undefined, { signal })),
      ),
    ping: (signal) =>
      onSession(async (client) => {
        await client.ping({ signal });
      }),
    async close() {
      const connection = await shared.current()?.catch(() => undefined);
      if (connection !== undefined) await endSession(connection, log);
    },
  };
}
