/** An HTTP server on this machine alone. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toError, UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';

/** The only address that is listened on. */
export const LOOPBACK = '127.0.0.1';
/** Clients keep idle connections for up to a minute; a server that closes them earlier fails requests. */
const KEEP_ALIVE_MS = 75_000;
const LONGEST_BODY = 16 * 1024 * 1024;

/** A server that listens. */
export interface LoopbackServer {
  readonly port: number;
  /** Breaks off open answers, then resolves when all handlers are done. Safe to call twice. */
  close(): Promise<void>;
}

/** What a server does, and where. */
export interface LoopbackOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** What messages call the server. */
  readonly name: string;
  readonly log: Log;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Starts listening. Throws UsageError when the port is taken. A handler that throws is told, and its connection closed. */
export async function listenOnLoopback({ port, name, log, handle }: LoopbackOptions): Promise<LoopbackServer> {
  const open = new Set<Promise<void>>();
  const server = createServer({ noDelay: true, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const served = handle(request, response).catch((error: unknown) => {
      log.warn(`The ${name} failed on a request: ${toError(error).stack ?? ''}`);
      response.destroy();
    });
    open.add(served);
    void served.finally(() => open.delete(served));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new UsageError(`The ${name} cannot listen on ${LOOPBACK}:${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        // An error here says that it was closed before.
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
      await Promise.all(open);
    },
  };
}

/** Path and query of a request, whatever form its target has. */
export function targetOf(request: IncomingMessage): { readonly path: string; readonly query: string } {
  const target = request.url ?? '/';
  const url = URL.parse(target.startsWith('/') ? `http://${LOOPBACK}${target}` : target);
  return { path: url?.pathname ?? '/', query: url?.search ?? '' };
}

/** The whole body; `too_large`, or `gone` when the client went away before its end. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too_large' | 'gone'> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length <= LONGEST_BODY) parts.push(part);
    }
  } catch (error) {
    if (request.errored !== null || request.destroyed) return 'gone';
    throw error;
  }
  return length > LONGEST_BODY ? 'too_large' : Buffer.concat(parts);
}
