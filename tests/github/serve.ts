import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { notFound } from './answer.ts';
import type { Bench } from './bench.ts';
import type { RecordedRequest } from './contract.ts';
import { misbehave } from './misbehave.ts';
import type { Faults } from './faults.ts';
import { answerRest } from './rest.ts';
import type { Match } from './router.ts';
import { sendAnswer } from './send.ts';

/** What the server's request listener works with. */
export interface Desk {
  readonly bench: Bench;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
}

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly match: Match | undefined;
  /** Filled in while the request is read. */
  readonly notes: { body: string };
}

/** The listener of the server: records every request, misbehaves where that was asked for, routes the rest. */
export function serve(desk: Desk): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', desk.bench.origin());
    const match = desk.bench.router.match(request.method ?? '', url.pathname);
    const exchange: Exchange = { request, response, url, match, notes: { body: '' } };
    desk.requests.push(recorded(exchange));
    respond(desk, exchange).catch((error: unknown) => {
      // A client that gave up is no fault of the server.
      if (!request.readableAborted) desk.bench.violation(`${name(exchange)}: the loopback GitHub failed: ${String(error)}`);
      response.destroy();
    });
  };
}

const name = ({ request, url }: Exchange): string => `${request.method ?? ''} ${url.pathname}`;

/** The record of a request; its body and status appear when they are known. */
function recorded({ request, response, match, notes }: Exchange): RecordedRequest {
  const { method = '', url: path = '', headers } = request;
  return {
    ...{ method, path, headers },
    ...(match?.kind === 'rest' ? { operationId: match.route.operationId } : {}),
    get body() {
      return notes.body;
    },
    get status() {
      return response.headersSent ? response.statusCode : 0;
    },
  };
}

async function respond(desk: Desk, exchange: Exchange): Promise<void> {
  const { request, response, match, notes, url } = exchange;
  const fault = desk.faults.take(request.method ?? '', request.url ?? '');
  if (fault !== undefined && (await misbehave(fault, { desk, exchange }))) return;
  if (match?.kind === 'raw') {
    // Who sends its token along with a signed address shows it to the blob store, which belongs to another house.
    const isSigned = url.searchParams.has('sig');
    if (isSigned && request.headers.authorization !== undefined)
      desk.bench.violation(`${name(exchange)}: a token came with a signed address`);
    const note = (body: string): void => {
      notes.body = body;
    };
    await match.handler({ request, response, url, params: match.params, note });
    return;
  }
  notes.body = await readBody(request);
  if (match !== undefined) {
    sendAnswer(response, await answerRest(desk.bench, { ...exchange, route: match.route, params: match.params }));
    return;
  }
  desk.bench.violation(`${name(exchange)}: no such route`);
  sendAnswer(response, notFound());
}

/** The whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
