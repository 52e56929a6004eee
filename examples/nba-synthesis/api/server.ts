/** The HTTP side: routes, limits, error answers, request logs, and a stop that finishes what runs. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { errorTypeOf } from '../resilience/failure.ts';
import type { Logger } from '../telemetry/log.ts';
import { Problem, toProblem } from './problem.ts';
import { runWithRequestId } from './request-context.ts';

/** What a route answers: a JSON body with its status. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers one request. `signal` aborts when its time is over, its client is gone, or the service must stop; the reason is a `Problem`. */
export type Handler = (request: IncomingMessage, signal: AbortSignal) => Promise<Answer>;

/** A path and who answers it. */
export interface Route {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly handle: Handler;
  /** Answers while the service stops, and is only logged when something is wrong: for probes. */
  readonly probe?: boolean;
}

/** What it serves, and for how long at most. */
export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly requestTimeoutMs: number;
}

/** A server that can be started once and stopped once. */
export interface ApiServer {
  /** Listens and returns the address it got. Rejects when it cannot. */
  listen(port: number, host: string): Promise<URL>;
  /** Accepts no more connections, refuses new requests, and resolves when what runs has ended; after `graceMs` that is broken off. */
  stop(graceMs: number): Promise<void>;
}

/** Load balancers keep idle connections for up to a minute; closing first would lose requests that are on their way. */
const KEEP_ALIVE_MS = 65_000;

const REQUEST_ID = /^[\w.-]{1,64}$/;

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function routeFor(routes: readonly Route[], request: IncomingMessage): Route {
  const samePath = routes.filter((route) => route.path === pathOf(request));
  if (samePath.length === 0) throw new Problem('there is nothing at this path', { status: 404, type: 'not_found' });
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const found = samePath.find((route) => route.method === method);
  if (found !== undefined) return found;
  const allow = samePath.map((route) => (route.method === 'GET' ? 'GET, HEAD' : route.method)).join(', ');
  throw new Problem(`use ${allow}`, { status: 405, type: 'method_not_allowed', headers: { allow } });
}

function isProbe(routes: readonly Route[], request: IncomingMessage): boolean {
  return routes.some((route) => route.probe === true && route.path === pathOf(request));
}

function shuttingDown(): Problem {
  const headers = { connection: 'close', 'retry-after': '1' };
  return new Problem('the service is stopping; ask again', { status: 503, type: 'shutting_down', headers });
}

function problemAnswer(problem: Problem): Answer {
  const { status, type, dependency } = problem.details;
  return {
    status,
    body: { status: 'error', error: { type, message: problem.message, ...(dependency === undefined ? {} : { dependency }) } },
  };
}

/** A request while it is answered. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  readonly controller: AbortController;
}

function send(exchange: Exchange, answer: Answer, headers: Readonly<Record<string, string>>): void {
  const text = JSON.stringify({ ...answer.body, request_id: exchange.requestId });
  exchange.response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-request-id': exchange.requestId,
    ...headers,
  });
  exchange.response.end(text);
}

function logExchange(exchange: Exchange, outcome: { route: Route | undefined; problem: Problem | undefined; log: Logger }): void {
  const { route, problem, log } = outcome;
  const status = problem?.details.status ?? exchange.response.statusCode;
  if (route?.probe === true && problem === undefined) return;
  const attributes = {
    'http.request.method': exchange.request.method,
    'http.route': route?.path,
    'http.response.status_code': status,
    'error.type': problem?.details.type,
    'dependency.name': problem?.details.dependency,
    duration_ms: performance.now() - exchange.startedAt,
  };
  if (problem?.details.type === 'internal_error') log.error('request failed', { ...attributes, ...ourBug(problem.cause) });
  else if (status >= 500) log.warn('request failed', attributes);
  else log.info('request', attributes);
}

/** Where our own code failed. The message is left out: it may quote what the client sent. */
function ourBug(cause: unknown): Record<string, string> {
  const frames = cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { 'exception.type': errorTypeOf(cause), 'exception.stacktrace': frames.slice(0, 10).join('\n') };
}

class HttpApi implements ApiServer {
  readonly #options: ServerOptions;
  readonly #server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 30_000 }, (request, response) => {
    void this.#answer(request, response);
  });
  readonly #running = new Set<Exchange>();
  #stopping = false;
  #idle: () => void = () => undefined;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  async listen(port: number, host: string): Promise<URL> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.#server.once('error', reject);
    this.#server.listen(port, host, () => {
      resolve(undefined);
    });
    await promise;
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the server has no TCP address');
    return new URL(`http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`);
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    // http.Server's own close() also cuts idle connections, on which clients may be about to send: they shall hear 503 instead.
    TcpServer.prototype.close.call(this.#server);
    const { promise: idle, resolve } = Promise.withResolvers<undefined>();
    this.#idle = () => {
      if (this.#running.size === 0) resolve(undefined);
    };
    this.#idle();
    const breakOff = setTimeout(() => {
      this.#options.log.warn('requests broken off', { count: this.#running.size });
      for (const exchange of this.#running) exchange.controller.abort(shuttingDown());
    }, graceMs);
    await idle;
    clearTimeout(breakOff);
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    const exchange = { request, response, requestId, startedAt: performance.now(), controller: new AbortController() };
    this.#running.add(exchange);
    response.once('close', () => {
      if (!response.writableFinished) {
        exchange.controller.abort(new Problem('the client went away', { status: 499, type: 'client_closed_request' }));
      }
      this.#running.delete(exchange);
      this.#idle();
    });
    await runWithRequestId(requestId, () => this.#serve(exchange));
  }

  async #serve(exchange: Exchange): Promise<void> {
    const { log, routes, requestTimeoutMs } = this.#options;
    const timer = setTimeout(() => {
      exchange.controller.abort(new Problem(`not finished within ${requestTimeoutMs} ms`, { status: 504, type: 'timeout' }));
    }, requestTimeoutMs);
    let route: Route | undefined;
    let problem: Problem | undefined;
    let answer: Answer;
    try {
      if (this.#stopping && !isProbe(routes, exchange.request)) throw shuttingDown();
      route = routeFor(routes, exchange.request);
      answer = await route.handle(exchange.request, exchange.controller.signal);
    } catch (error) {
      problem = toProblem(error);
      answer = problemAnswer(problem);
    } finally {
      clearTimeout(timer);
    }
    const closing = this.#stopping ? { connection: 'close' } : {};
    if (!exchange.response.destroyed) send(exchange, answer, { ...problem?.details.headers, ...closing });
    logExchange(exchange, { route, problem, log });
  }
}

/** A server for `routes`. Every answer is JSON with `request_id`; errors are `{status: 'error', error: {type, message}, request_id}`. */
export function createApiServer(options: ServerOptions): ApiServer {
  return new HttpApi(options);
}
