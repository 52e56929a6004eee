/** Stands in front of MCP servers of the system and counts the tools that its processes call there. */
import {
  createServer,
  request as requestOf,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Plan } from '../config/plan.ts';
import type { Clock } from '../core/clock.ts';
import { parseJson } from '../core/json.ts';

/** One `tools/call` as it passed. Times are milliseconds of `Clock.now`. */
export interface ToolCall {
  readonly tool: string;
  /** The head of the request had arrived. */
  readonly startMs: number;
  /** The answer had passed completely, or was given up on. */
  readonly endMs: number;
}

/** A proxy that runs. */
export interface CountingProxy {
  readonly port: number;
  /** Calls that have ended, in the order of their ends. */
  calls(): readonly ToolCall[];
  /** Connections that clients have opened: one for many calls, where they are kept. */
  connections(): number;
  /** Ends open connections too. Safe to call twice. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Requests are inspected up to this size; larger ones pass uncounted. */
const INSPECTED_BYTES = 1_000_000;
const TOOL_NAME_LENGTH = 200;
/** Headers that are between two neighbours alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

const rpc = z.object({ method: z.literal('tools/call'), params: z.object({ name: z.string() }) });

/**
 * Listens on a free loopback port and forwards `/<port>/<path>` to `/<path>` on that port of this machine, bodies streamed both ways. An
 * address that nobody answers is a 502. It slows every call a little, so it belongs in front of calls that are counted, not timed.
 */
export async function startCountingProxy(clock: Clock): Promise<CountingProxy> {
  const calls: ToolCall[] = [];
  let connections = 0;
  const server = createServer({ noDelay: true, keepAliveTimeout: 75_000 }, (request, response) => {
    const startMs = clock.now();
    const tools = toolsOf(request);
    response.once('close', () => {
      const endMs = clock.now();
      calls.push(...tools().map((tool) => ({ tool, startMs, endMs })));
    });
    forward(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    calls: () => [...calls],
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/**
 * The plan with the MCP servers among its processes reached through the proxy: `${processes.mcp.url}` in the environments and commands of
 * its processes leads there. Operations that go to such a process directly still do.
 */
export function behindProxy(plan: Plan, { port }: Pick<CountingProxy, 'port'>): Plan {
  const servers = Object.values(plan.system.processes).filter(({ mcp }) => mcp !== undefined);
  const redirect = (text: string): string =>
    servers.reduce((changed, { name }) => {
      // `$${` is a plain `${` and no reference.
      const parts = changed.split(new RegExp(`(?<!\\$)\\$\\{processes\\.${name.replace(/[^\w]/g, '\\$&')}\\.url\\}`));
      return parts.join(`http://${HOST}:${port}/\${processes.${name}.port}`);
    }, text);
  const processes = mapValues(plan.system.processes, (process) => {
    return { ...process, run: redirect(process.run), env: mapValues(process.env, redirect) };
  });
  return { ...plan, system: { ...plan.system, processes } };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Listens to a request's body as it passes; afterwards tells the tools that it calls. */
function toolsOf(request: IncomingMessage): () => string[] {
  if (request.method !== 'POST') return () => [];
  const pieces: Buffer[] = [];
  let bytes = 0;
  request.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= INSPECTED_BYTES) pieces.push(piece);
    else pieces.length = 0;
  });
  return () => {
    const message = parseJson(Buffer.concat(pieces).toString('utf8'));
    // Until the protocol's version of 2025-06-18, one request could carry several messages.
    const messages: readonly unknown[] = Array.isArray(message) ? message : [message];
    return messages.flatMap((one) => {
      const { success, data } = rpc.safeParse(one);
      return success ? [data.params.name.slice(0, TOOL_NAME_LENGTH)] : [];
    });
  };
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const [, port = '', path = '/'] = /^\/(\d{1,5})(\/.*)?$/.exec(request.url ?? '') ?? [];
  const fail = (reason: string): void => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' }).end(`${reason}\n`);
    else response.destroy();
  };
  if (port === '' || Number(port) > 65_535) {
    request.resume();
    fail('The path must begin with the port of the server that is meant.');
    return;
  }
  const headers = { ...passed(request.headers), host: `${HOST}:${port}` };
  // Every request has a connection of its own: one that the server closes while a request is on its way would fail the call.
  const onward = requestOf({ host: HOST, port, path, method: request.method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, passed(answer.headers));
    // The head of a stream of events is news by itself.
    response.flushHeaders();
    answer.once('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.once('error', ({ message }) => {
    fail(`Nothing answered on port ${port}: ${message}`);
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

function passed(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
