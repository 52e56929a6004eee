import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Bench } from './bench.ts';
import type { Fault, RecordedRequest } from './contract.ts';
import type { Faults } from './faults.ts';
import { answerRest } from './rest.ts';
import { sendAnswer } from './send.ts';
import { notFound } from './answer.ts';
import type { Match } from './router.ts';

/** What the server's request listener works with. */
export interface Desk {
  readonly bench: Bench;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
}

type Notes = { body: string; operationId?: string };

/** The listener of the server: records every request, misbehaves where that was asked for, routes the rest. */
export function serve(desk: Desk): RequestListener {
  return (request, response) => {
    const notes: Notes = { body: '' };
    const record = (): void => {
      const { method = '', url = '', headers } = request;
      desk.requests.push({ method, path: url, headers, status: response.headersSent ? response.statusCode : 0, ...notes });
    };
    response.once('close', record);
    respond(desk, { request, response, notes }).catch((error: unknown) => {
      desk.bench.violation(`${request.method ?? ''} ${request.url ?? ''}: the loopback GitHub failed: ${String(error)}`);
      response.destroy();
    });
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly notes: Notes;
}

async function respond(desk: Desk, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const method = request.method ?? '';
  const url = new URL(request.url ?? '/', desk.bench.origin());
  const match = desk.bench.router.match(method, url.pathname);
  if (match?.kind === 'rest') exchange.notes.operationId = match.route.operationId;
  if (await misbehave(desk.faults.take(method, request.url ?? ''), exchange)) return;
  if (match !== undefined) {
    await follow(desk, { ...exchange, match, url });
    return;
  }
  await readBody(exchange);
  desk.bench.violation(`${method} ${url.pathname}: no such route`);
  sendAnswer(response, notFound());
}
