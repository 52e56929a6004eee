/** The HTTP side of the server: `/mcp`, the probes, and a stop that finishes what runs. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { errorTypeOf } from '../resilience/failure.ts';
import type { Logger } from '../telemetry/log.ts';
import { refusal } from './loopback.ts';
import type { Sessions } from './sessions.ts';

/** What a probe answers. */
export interface ProbeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is served over HTTP. */
export interface HttpOptions {
  readonly sessions: Sessions;
  /** By path: `/livez`, `/readyz`, `/version`. */
  readonly probes: Readonly<Record<string, (stopping: boolean) => Promise<ProbeAnswer>>>;
  readonly log: Logger;
  /** The address it listens on; decides which names it may be asked under. */
  readonly host: string;
}

/** A server that can be started once and stopped once. */
export interface HttpServer {
  /** Listens and returns the address it got. Rejects when it cannot. */
  listen(port: number): Promise<URL>;
  /** Refuses new MCP requests, lets probes answer, waits for what runs (at most `graceMs`), ends the sessions, then stops listening. */
  stop(graceMs: number): Promise<void>;
}

/** Load balancers keep idle connections for up to a minute; closing first would lose requests that are on their way. */
const KEEP_ALIVE_MS = 65_000;
const SESSION_SWEEP_MS = 30_000;
/** How long answers that are written may take to leave once nothing runs any more. */
const FLUSH_MS = 1_000;

function send(response: ServerResponse, { status, body }: ProbeAnswer, headers: Readonly<Record<string, string>> = {}): void {
  const text = JSON.stringify(body);
  const fixed = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(text)) };
  response.writeHead(status, { ...fixed, 'cache-control': 'no-store', ...headers });
  response.end(text);
}

function rpcError(status: number, code: number, message: string): ProbeAnswer {
  return { status, body: { jsonrpc: '2.0', error: { code, message }, id: null } };
}

class McpHttp implements HttpServer {
  readonly #options: HttpOptions;
  readonly #server: Server;
  /** MCP exchanges that are being answered; the open streams of GET, which last as long as their session, do not count. */
  readonly #busy = new Set<ServerResponse>();
  readonly #sweeper: NodeJS.Timeout;
  #stopping = false;
  #onIdle: () => void = () => undefined;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 30_000 }, (request, response) => {
      void this.#answer(request, response);
    });
    this.#sweeper = setInterval(() => {
      options.sessions.sweep().catch((error: unknown) => {
        options.log.warn('idle sessions not ended', { 'error.type': errorTypeOf(error) });
      });
    }, SESSION_SWEEP_MS).unref();
  }

  async listen(port: number): Promise<URL> {
    this.#server.listen(port, this.#options.host);
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the server has no TCP address');
    return new URL(`http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}/mcp`);
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#sweeper);
    const { promise: idle, resolve } = Promise.withResolvers<undefined>();
    this.#onIdle = () => {
      if (this.#busy.size === 0) resolve(undefined);
    };
    this.#onIdle();
    const graceOver = setTimeout(() => {
      this.#options.log.warn('requests broken off', { count: this.#busy.size });
      resolve(undefined);
    }, graceMs);
    await idle;
    clearTimeout(graceOver);
    await this.#options.sessions.closeAll();
    await this.#close();
  }

  async #close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    const breakOff = setTimeout(() => {
      this.#server.closeAllConnections();
    }, FLUSH_MS);
    await closed;
    clearTimeout(breakOff);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      const probe = this.#options.probes[path];
      if (path === '/mcp') await this.#answerMcp(request, response);
      else if (probe === undefined) send(response, { status: 404, body: { error: 'there is nothing at this path' } });
      else if (request.method !== 'GET' && request.method !== 'HEAD') {
        send(response, { status: 405, body: { error: 'use GET or HEAD' } }, { allow: 'GET, HEAD' });
      } else send(response, await probe(this.#stopping));
    } catch (error) {
      this.#options.log.error('request failed', { 'http.request.method': request.method, 'error.type': errorTypeOf(error) });
      if (response.headersSent) response.destroy();
      else send(response, rpcError(500, -32603, 'Internal error'));
    }
  }

  async #answerMcp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request.headers, this.#options.host);
    if (refused !== undefined) {
      this.#refuse(request, response, rpcError(403, -32000, `Forbidden: ${refused}`));
      return;
    }
    if (this.#stopping) {
      this.#refuse(request, response, rpcError(503, -32000, 'The server is stopping; ask again'));
      return;
    }
    if (request.method !== 'GET') {
      this.#busy.add(response);
      response.once('close', () => {
        this.#busy.delete(response);
        this.#onIdle();
      });
    }
    const handled = await this.#options.sessions.handle(request, response);
    if (handled === 'unknown_session') this.#refuse(request, response, rpcError(404, -32001, 'Session not found'));
    if (handled === 'too_many_sessions') this.#refuse(request, response, rpcError(503, -32000, 'Too many sessions; ask again'));
  }

  #refuse(request: IncomingMessage, response: ServerResponse, answer: ProbeAnswer): void {
    const attributes = { 'http.request.method': request.method, 'url.path': '/mcp', 'http.response.status_code': answer.status };
    this.#options.log.warn('mcp request refused', attributes);
    // The body has not been read, so the connection cannot carry another request.
    send(response, answer, { connection: 'close', ...(answer.status === 503 ? { 'retry-after': '1' } : {}) });
  }
}

/** A server that can be started once and stopped once. */
export function createHttpServer(options: HttpOptions): HttpServer {
  return new McpHttp(options);
}
