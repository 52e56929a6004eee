import { Client, type Dispatcher } from 'undici';
import type { Clock } from '../core/clock.ts';
import { aborted, classify, type Ending } from './failure.ts';
import { watchLimits, type Limits } from './limits.ts';

/** Connections to one HTTP origin. */
export interface Wire {
  /** Sends one request. Never rejects; what went wrong is the exchange's `ending`. */
  send(request: WireRequest, limits: WireLimits): Promise<Exchange>;
  close(): Promise<void>;
}

/** One HTTP request. */
export interface WireRequest {
  readonly method: Dispatcher.HttpMethod;
  /** Path and query. */
  readonly path: string;
  /** Names and values in turn, which is what goes on the wire without another copy. */
  readonly headers: string[];
  readonly body?: Buffer | string;
}

/** How long an exchange may take, and who takes its body. */
export interface WireLimits extends Limits {
  /** Chooses, when the headers are there, who takes the body piece by piece. Without a sink the body is kept. */
  readonly sink?: ((head: ResponseHead) => BodySink | undefined) | undefined;
}

/** Status and headers of an answer. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Takes a chunk and when it came. Returns true when the exchange is over for the caller, though the stream may go on. */
export type BodySink = (chunk: Uint8Array, atMs: number) => boolean;

/** One request and what came back. Times as in `Attempt`. */
export interface Exchange {
  readonly startMs: number;
  readonly connectedMs?: number;
  readonly firstByteMs?: number;
  readonly endMs: number;
  /** Undefined when no headers came. */
  readonly head?: ResponseHead;
  /** Empty when a sink took it. */
  readonly body: Buffer;
  readonly bytesReceived: number;
  /** Why the exchange is not complete; undefined when it is. An HTTP error status is a complete exchange. */
  readonly ending?: Ending;
}

/** The server at the other end. */
export interface WireOptions {
  /** Of the form `https://host:port`; what follows is ignored. */
  readonly origin: string;
  readonly clock: Clock;
  /** Blanked in messages. */
  readonly secrets?: readonly string[];
}

/** Idle connections are kept this long unless the server announces less; load tests of slow calls must not reconnect each time. */
const KEEP_ALIVE_MS = 30_000;

/**
 * Gives every request in flight a connection of its own (HTTP/1.1, no pipelining, no redirects, no retries), so that requests never queue
 * behind each other on our side. Undici's own timeouts are off: each call has its own.
 *
 * Undici's `Pool` rests a connection for a turn of the event loop after each answer and opens another meanwhile, so one user in a closed
 * loop would hold two connections. Here a connection is free the moment its answer ends, and the last one used is used next.
 */
export function openWire({ origin, clock, secrets = [] }: WireOptions): Wire {
  const connections = new Set<Connection>();
  const idle: Connection[] = [];
  let closed = false;
  const open = (): Connection => {
    const client = new Client(new URL(origin).origin, CLIENT_OPTIONS);
    const connection: Connection = { client, openedMs: 0, giveBack: () => idle.push(connection) };
    client.on('connect', () => {
      connection.openedMs = clock.now();
    });
    connections.add(connection);
    return connection;
  };
  return {
    send: (request, limits) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('a request was sent after the wire was closed'));
          return;
        }
        new ExchangeHandler({ clock, secrets, limits, resolve }).begin(idle.pop() ?? open(), request);
      }),
    close: async () => {
      closed = true;
      await Promise.all([...connections].map(async ({ client }) => client.destroy()));
      connections.clear();
    },
  };
}

const CLIENT_OPTIONS: Client.Options = {
  pipelining: 1,
  allowH2: false,
  keepAliveTimeout: KEEP_ALIVE_MS,
  headersTimeout: 0,
  bodyTimeout: 0,
};

/** A client connects when it is first used, and again whenever its connection was lost. */
interface Connection {
  readonly client: Client;
  /** When it last connected. */
  openedMs: number;
  /** Called once its request is over in every respect: it can carry the next one. */
  readonly giveBack: () => void;
}

interface HandlerOptions {
  readonly clock: Clock;
  readonly secrets: readonly string[];
  readonly limits: WireLimits;
  readonly resolve: (exchange: Exchange) => void;
}

/** What an aborted request is rejected with inside undici; it never leaves this file. */
const GIVEN_UP = new Error('given up');

/** The life of one request. Written against `dispatch`, which costs less than `request` and sees every chunk as it comes. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #options: HandlerOptions;
  #connection: Connection | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #stopWatch: (() => void) | undefined;
  #startMs = 0;
  #connectedMs: number | undefined;
  #firstByteMs: number | undefined;
  #head: ResponseHead | undefined;
  #sink: BodySink | undefined;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #settled = false;

  constructor(options: HandlerOptions) {
    this.#options = options;
  }

  begin(connection: Connection, { method, path, headers, body }: WireRequest): void {
    const { clock, limits } = this.#options;
    if (limits.signal?.aborted === true) {
      connection.giveBack();
      this.#startMs = clock.now();
      this.#settle(this.#startMs, aborted());
      return;
    }
    this.#connection = connection;
    this.#stopWatch = watchLimits(limits, (why) => {
      this.#giveUp(why);
    });
    this.#startMs = clock.now();
    connection.client.dispatch({ method, path, headers, body: body ?? null }, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) {
      controller.abort(GIVEN_UP);
      return;
    }
    const openedMs = this.#connection?.openedMs ?? 0;
    if (openedMs >= this.#startMs) this.#connectedMs = openedMs;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ResponseHead['headers']): void {
    // Informational answers (103) come before the real one.
    if (status < 200 || this.#settled) return;
    this.#firstByteMs = this.#options.clock.now();
    this.#head = { status, headers };
    this.#sink = this.#options.limits.sink?.(this.#head);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#bytes += chunk.byteLength;
    if (this.#sink === undefined) {
      this.#chunks.push(chunk);
      return;
    }
    const atMs = this.#options.clock.now();
    if (!this.#sink(chunk, atMs)) return;
    // The watch goes on: it ends a stream that stays open after its answer.
    this.#settle(atMs, undefined);
  }

  onResponseEnd(): void {
    const endMs = this.#options.clock.now();
    this.#release();
    if (!this.#settled) this.#settle(endMs, undefined);
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const endMs = this.#options.clock.now();
    this.#release();
    if (!this.#settled) this.#settle(endMs, classify(error, this.#options.secrets));
  }

  #giveUp(reason: Ending): void {
    const endMs = this.#options.clock.now();
    if (!this.#settled) this.#settle(endMs, reason);
    // Before its connection stands, a request has no controller; it is aborted as soon as it gets one.
    this.#controller?.abort(GIVEN_UP);
  }

  #release(): void {
    this.#stopWatch?.();
    this.#connection?.giveBack();
    this.#connection = undefined;
  }

  #settle(endMs: number, reason: Ending | undefined): void {
    this.#settled = true;
    const [only] = this.#chunks;
    this.#options.resolve({
      startMs: this.#startMs,
      ...(this.#connectedMs === undefined ? undefined : { connectedMs: this.#connectedMs }),
      ...(this.#firstByteMs === undefined ? undefined : { firstByteMs: this.#firstByteMs }),
      endMs,
      ...(this.#head === undefined ? undefined : { head: this.#head }),
      body: only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks),
      bytesReceived: this.#bytes,
      ...(reason === undefined ? undefined : { ending: reason }),
    });
  }
}

/** A header of an answer; the first where it came several times, the empty string where it did not come. */
export function headerOf(head: ResponseHead | undefined, name: string): string {
  const value = head?.headers[name];
  return (typeof value === 'object' ? value[0] : value) ?? '';
}

/** Headers for `WireRequest`, names in lower case, later ones replacing earlier ones of the same name. */
export function flattenHeaders(...groups: readonly Readonly<Record<string, string>>[]): string[] {
  const merged = new Map<string, string>();
  for (const group of groups) {
    for (const [name, value] of Object.entries(group)) merged.set(name.toLowerCase(), value);
  }
  return [...merged].flat();
}
