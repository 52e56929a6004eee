import type { Clock } from '../../core/clock.ts';
import { parseJson } from '../../core/json.ts';
import { excerpt, notJson, statusEnding } from '../attempt.ts';
import { ending, type Ending } from '../failure.ts';
import type { Limits } from '../limits.ts';
import { createSseParser } from '../sse.ts';
import { flattenHeaders, headerOf, openWire, type BodySink, type Exchange, type ResponseHead, type Wire } from '../wire.ts';
import {
  answerTo,
  INITIALIZE_PARAMS,
  INITIALIZED,
  messagesOf,
  readServerInfo,
  requestText,
  type McpServerInfo,
  type RpcReply,
  type RpcRun,
} from './rpc.ts';
import type { McpSession, McpTransport, OpenedSession } from './session.ts';

/** The MCP endpoint; `secrets` are blanked in messages. */
export interface HttpTransportOptions {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly clock: Clock;
}

/** How long what nobody waits for may take: answers to the server's requests, the end of a session. */
const ASIDE_TIMEOUT_MS = 2_000;

/** MCP over streamable HTTP, revisions 2025-03-26 to 2025-11-25 (modelcontextprotocol.io/specification, transports). */
export function httpTransport(options: HttpTransportOptions): McpTransport {
  const { url, clock, secrets } = options;
  const newWire = (): Wire => openWire({ origin: url.origin, clock, secrets });
  const shared = newWire();
  return {
    open: (limits, fresh) =>
      openSession(fresh ? { ...options, wire: newWire(), isOwn: true } : { ...options, wire: shared, isOwn: false }, limits),
    close: () => shared.close(),
  };
}

interface Channel extends HttpTransportOptions {
  readonly wire: Wire;
  /** Closed with the session. */
  readonly isOwn: boolean;
}

const BASE_HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

async function openSession(channel: Channel, limits: Limits): Promise<OpenedSession> {
  const headers = flattenHeaders(channel.headers, BASE_HEADERS);
  const { run, sessionId } = await post(
    { channel, headers, limits },
    { id: 0, body: requestText(0, 'initialize', INITIALIZE_PARAMS) },
  );
  const server = run.reply === undefined ? undefined : readServerInfo(run.reply);
  if (server === undefined || typeof server === 'string') {
    if (channel.isOwn) await channel.wire.close();
    return {
      run:
        server === undefined
          ? run
          : { ...run, ending: ending('error', { class: 'initialize', message: server }, channel.secrets) },
    };
  }
  const own = {
    'mcp-protocol-version': server.protocolVersion,
    ...(sessionId === '' ? undefined : { 'mcp-session-id': sessionId }),
  };
  const session = createSession({ channel, server, headers: flattenHeaders(channel.headers, BASE_HEADERS, own), sessionId });
  const leftMs = Math.max(1, limits.timeoutMs - (run.endMs - run.startMs));
  const { path, body } = { path: pathOf(channel.url), body: Buffer.from(INITIALIZED) };
  const told = await channel.wire.send(
    { method: 'POST', path, headers: session.headers, body },
    { ...limits, timeoutMs: leftMs },
  );
  const refused = told.ending ?? ((told.head?.status ?? 0) >= 400 ? statusEnding(told, channel.secrets) : undefined);
  const whole: RpcRun = { ...run, endMs: told.endMs, ...(refused === undefined ? undefined : { ending: refused }) };
  if (refused === undefined) return { run: whole, session };
  await session.close();
  return { run: whole };
}

interface SessionParts {
  readonly channel: Channel;
  readonly server: McpServerInfo;
  readonly headers: string[];
  readonly sessionId: string;
}

function createSession({ channel, server, headers, sessionId }: SessionParts): McpSession & { readonly headers: string[] } {
  let lastId = 0;
  let isLost = false;
  return {
    server,
    headers,
    isUsable: () => !isLost,
    request: async (method, params, limits) => {
      const id = ++lastId;
      const { run } = await post({ channel, headers, limits }, { id, body: requestText(id, method, params) });
      if (sessionId === '' || run.isSessionLost !== true) return run;
      isLost = true;
      return run;
    },
    close: async () => {
      // Servers that do not end sessions on request answer 405; either way it is over for us.
      if (sessionId !== '' && !isLost) {
        await channel.wire.send({ method: 'DELETE', path: pathOf(channel.url), headers }, { timeoutMs: ASIDE_TIMEOUT_MS });
      }
      isLost = true;
      if (channel.isOwn) await channel.wire.close();
    },
  };
}

function pathOf({ pathname, search }: URL): string {
  return pathname + search;
}

interface Posting {
  readonly channel: Channel;
  readonly headers: string[];
  readonly limits: Limits;
}

interface Posted {
  readonly run: RpcRun;
  readonly sessionId: string;
}

/** Sends one request and waits for its reply, which comes as JSON or somewhere in an event stream. */
async function post(
  { channel, headers, limits }: Posting,
  { id, body }: { readonly id: number; readonly body: string },
): Promise<Posted> {
  const inbox = createInbox(id, (answer) => {
    const request = { method: 'POST', path: pathOf(channel.url), headers, body: Buffer.from(answer) } as const;
    void channel.wire.send(request, { timeoutMs: ASIDE_TIMEOUT_MS });
  });
  const request = { method: 'POST', path: pathOf(channel.url), headers, body: Buffer.from(body) } as const;
  const exchange = await channel.wire.send(request, { ...limits, sink: inbox.sink });
  const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = exchange;
  const why = exchange.ending ?? problemOf(exchange, inbox, channel.secrets);
  const reply = inbox.reply();
  const run: RpcRun = {
    startMs,
    ...(connectedMs === undefined ? undefined : { connectedMs }),
    ...(firstByteMs === undefined ? undefined : { firstByteMs }),
    endMs,
    bytesReceived,
    ...(why === undefined ? undefined : { ending: why }),
    ...(reply === undefined ? undefined : { reply }),
    ...(isSessionLost(exchange) ? { isSessionLost: true } : undefined),
  };
  return { run, sessionId: headerOf(exchange.head, 'mcp-session-id') };
}

/** 404 by the specification; the official examples answer 400 and say that it is about the session. */
function isSessionLost({ head, body }: Exchange): boolean {
  return head?.status === 404 || (head?.status === 400 && /session/i.test(body.toString('utf8')));
}

/** Looks for the reply to one request among what the server sends. */
interface Inbox {
  readonly sink: (head: ResponseHead) => BodySink | undefined;
  take(value: unknown): void;
  reply(): RpcReply | undefined;
  /** Ids of replies to something that we did not ask here. */
  readonly strangers: unknown[];
}

function createInbox(id: number, answer: (text: string) => void): Inbox {
  let reply: RpcReply | undefined;
  const strangers: unknown[] = [];
  const take = (value: unknown): void => {
    for (const message of messagesOf(value)) {
      if (message.kind === 'request') answer(answerTo(message));
      else if (message.kind === 'reply' && message.id === id) reply ??= message.reply;
      else if (message.kind === 'reply') strangers.push(message.id);
    }
  };
  const sink = (head: ResponseHead): BodySink | undefined => {
    if (!isEventStream(head)) return undefined;
    const parser = createSseParser(({ data }) => {
      if (data !== '') take(parseJson(data));
    });
    return (chunk) => {
      parser.push(chunk);
      return reply !== undefined;
    };
  };
  return { sink, take, strangers, reply: () => reply };
}

function isEventStream(head: ResponseHead | undefined): boolean {
  return head?.status === 200 && headerOf(head, 'content-type').startsWith('text/event-stream');
}

/** Why a complete exchange brought no reply; undefined when it did. */
function problemOf(exchange: Exchange, inbox: Inbox, secrets: readonly string[]): Ending | undefined {
  const { head } = exchange;
  if (isEventStream(head)) return inbox.reply() === undefined ? noReply(inbox, 'the stream ended') : undefined;
  if (head === undefined || head.status >= 400) return statusEnding(exchange, secrets);
  const document = parseJson(exchange.body.toString('utf8'));
  if (document === undefined) {
    const message =
      exchange.body.byteLength === 0 ? `answered ${head.status} ${excerpt(exchange)} to a request` : notJson(exchange);
    return ending('error', { class: 'not_json', message }, secrets);
  }
  inbox.take(document);
  return inbox.reply() === undefined ? noReply(inbox, 'the answer came') : undefined;
}

function noReply({ strangers }: Inbox, what: string): Ending {
  if (strangers.length === 0) return ending('error', { class: 'no_reply', message: `${what} without a reply to the request` });
  const ids = strangers.map((id) => JSON.stringify(id)).join(', ');
  return ending('error', { class: 'wrong_id', message: `${what} with a reply to another request (id ${ids})` });
}
