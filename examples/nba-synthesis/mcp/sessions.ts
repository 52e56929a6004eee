/** The sessions of streamable HTTP: who they are, how long they live, and that they end. */
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Logger } from '../telemetry/log.ts';
import { observeTransport } from './observed-transport.ts';
import type { ObservedTransport } from './observed-transport.ts';

/** How sessions are made, and how many may live how long. */
export interface SessionsOptions {
  /** A fresh server for each session. */
  readonly createServer: () => McpServer;
  readonly log: Logger;
  /** A session without a request for so long ends: 10 minutes. */
  readonly idleMs?: number;
  /** Sessions at the same time; beyond that the one idle for the longest time ends: 1,000. */
  readonly maxSessions?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** What became of a request: it was answered here, or the server must say why not. */
export type Handled = 'answered' | 'unknown_session' | 'too_many_sessions';

/** The sessions of one server. */
export interface Sessions {
  /** Answers a request of an existing session, or begins one. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<Handled>;
  /** Ends the sessions that have been idle for too long. */
  sweep(): Promise<void>;
  count(): number;
  /** Requests that have come in and are not answered yet. */
  running(): number;
  closeAll(): Promise<void>;
}

interface Session {
  readonly server: McpServer;
  readonly transport: StreamableHTTPServerTransport;
  readonly observed: ObservedTransport;
  /** HTTP exchanges that are open, streams of server messages included. */
  open: number;
  lastUsed: number;
}

const IDLE_MS = 600_000;
const MAX_SESSIONS = 1_000;
const MAX_BODY_BYTES = 1024 * 1024;

class SessionTable implements Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #options: SessionsOptions;
  readonly #now: () => number;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#now = options.now ?? ((): number => performance.now());
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<Handled> {
    const id = request.headers['mcp-session-id'];
    if (id === undefined) return await this.#begin(request, response);
    const session = typeof id === 'string' ? this.#sessions.get(id) : undefined;
    if (session === undefined) return 'unknown_session';
    await this.#serve(session, request, response);
    return 'answered';
  }

  async sweep(): Promise<void> {
    const idleMs = this.#options.idleMs ?? IDLE_MS;
    const expired = [...this.#sessions].filter(([, session]) => session.open === 0 && this.#now() - session.lastUsed >= idleMs);
    for (const [id, session] of expired) await this.#end(id, session, 'expired');
  }

  count(): number {
    return this.#sessions.size;
  }

  running(): number {
    return [...this.#sessions.values()].reduce((sum, session) => sum + session.observed.running(), 0);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#sessions].map(([id, session]) => this.#end(id, session, 'shutdown')));
  }

  async #begin(request: IncomingMessage, response: ServerResponse): Promise<Handled> {
    if (!(await this.#makeRoom())) return 'too_many_sessions';
    const session = await this.#create();
    await this.#serve(session, request, response);
    // Only `initialize` begins a session. The transport has said so to whoever sent something else.
    if (session.transport.sessionId === undefined) await session.server.close();
    return 'answered';
  }

  async #create(): Promise<Session> {
    const { createServer, log } = this.#options;
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      // Answers go out as events, not as plain JSON: with `enableJsonResponse` the SDK (1.32) keeps every answer until its session ends.
      maxRequestBodySize: MAX_BODY_BYTES,
      onsessioninitialized: (id) => {
        this.#sessions.set(id, session);
        log.info('mcp session started', { 'mcp.session.id': id });
      },
      onsessionclosed: (id) => {
        this.#forget(id, 'deleted');
      },
    });
    const observed = observeTransport(transport, log, 'tcp');
    const session: Session = { server: createServer(), transport, observed, open: 0, lastUsed: this.#now() };
    await session.server.connect(observed);
    return session;
  }

  async #serve(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
    session.open += 1;
    response.once('close', () => {
      session.open -= 1;
      session.lastUsed = this.#now();
    });
    await session.transport.handleRequest(request, response);
  }

  async #makeRoom(): Promise<boolean> {
    if (this.#sessions.size < (this.#options.maxSessions ?? MAX_SESSIONS)) return true;
    const idle = [...this.#sessions].filter(([, session]) => session.open === 0);
    const [oldest] = idle.sort(([, one], [, other]) => one.lastUsed - other.lastUsed);
    if (oldest === undefined) return false;
    await this.#end(...oldest, 'evicted');
    return true;
  }

  #forget(id: string, reason: string): void {
    if (this.#sessions.delete(id))
      this.#options.log.info('mcp session ended', { 'mcp.session.id': id, 'session.end_reason': reason });
  }

  async #end(id: string, session: Session, reason: string): Promise<void> {
    this.#forget(id, reason);
    await session.server.close();
  }
}

/** A table of sessions; somebody has to call `sweep` now and then. */
export function createSessions(options: SessionsOptions): Sessions {
  return new SessionTable(options);
}
