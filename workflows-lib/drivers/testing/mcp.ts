import { tmpdir } from 'node:os';
import { systemClock } from '../../core/clock.ts';
import type { Expectation, McpCall } from '../../core/operation.ts';
import type { Attempt, Driver } from '../driver.ts';
import { openMcpDriver, type McpDriverOptions } from '../mcp.ts';
import { sendJson, startServer, type Received, type ScriptedServer } from './scripted-server.ts';

function open(options: McpDriverOptions): Driver<McpCall> & AsyncDisposable {
  const driver = openMcpDriver(options);
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

/** A driver of the MCP server at a URL. */
export const overHttp = (url: string, headers: Readonly<Record<string, string>> = {}): Driver<McpCall> & AsyncDisposable =>
  open({ transport: 'http', url, headers, clock: systemClock, name: 'mcp' });
/** A driver of an MCP server that a command starts. */
export const overStdio = (run: string, env: Readonly<Record<string, string>> = {}): Driver<McpCall> & AsyncDisposable =>
  open({ transport: 'stdio', run, cwd: tmpdir(), env, clock: systemClock, name: 'tools' });

/** One call of a test: a tool called `t` unless it says otherwise. */
export interface Try {
  readonly call?: McpCall;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
}

/** Lists the tools. */
export const LIST: McpCall = { protocol: 'mcp', action: 'list_tools' };
/** Opens a session. */
export const CONNECT: McpCall = { protocol: 'mcp', action: 'connect' };
/** Calls a tool. */
export const tool = (name: string, args: Readonly<Record<string, unknown>> = {}): McpCall => ({
  protocol: 'mcp',
  action: 'call_tool',
  tool: name,
  arguments: args,
});

/** Makes one call. */
export function attempt(
  driver: Driver<McpCall>,
  { call = tool('t'), wanted = {}, timeoutMs = 10_000 }: Try = {},
): Promise<Attempt> {
  return driver.prepare({ name: 'mcp.t', call, expect: wanted, timeoutMs }).execute();
}

/** A message as a scripted server sees it. */
export interface Rpc {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
}
/** Answers one request. */
export type Answer = (rpc: Rpc, request: Received, response: Parameters<Parameters<typeof startServer>[0]>[1]) => void;

/** What a scripted server says of itself. */
export const INFO = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'truth', version: '1.2.3' } };

/** A server that does the handshake right and lets the test answer the rest. */
export function startMcp(answer: Answer, sessionId = 's-1'): Promise<ScriptedServer> {
  return startServer((request, response) => {
    const rpc = (request.body === '' ? {} : JSON.parse(request.body)) as Rpc;
    if (rpc.method === 'initialize') {
      response.setHeader('mcp-session-id', sessionId);
      sendJson(response, { jsonrpc: '2.0', id: rpc.id, result: INFO });
    } else if (rpc.method === 'notifications/initialized' || rpc.method === undefined) {
      response.writeHead(202).end();
    } else answer(rpc, request, response);
  });
}

/** The reply to a request. */
export const result = (rpc: Rpc, value: unknown): unknown => ({ jsonrpc: '2.0', id: rpc.id, result: value });
/** A message as a server-sent event. */
export const event = (message: unknown): string => `event: message\ndata: ${JSON.stringify(message)}\n\n`;
