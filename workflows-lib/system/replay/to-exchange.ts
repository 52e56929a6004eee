/** An answer that came -> what is recorded of it, or why nothing is. */
import type { Blanker } from './blank.ts';
import { bodyJson } from './canonical.ts';
import { formatExchange, type Exchange, type Protocol, type RecordedChunk } from './recording.ts';
import { requestFacts } from './request-facts.ts';
import type { Passed } from './upstream.ts';

/** A request that was passed on, and what came of it. */
export interface Conversation {
  readonly service: string;
  readonly protocol: Protocol;
  readonly recordedAt: Date;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly passed: Passed;
}

/** All that an answer needs to be understood; who asked, and under which number, is nobody's business. */
const KEPT_HEADERS = ['content-type'];
/** How a stream of either format says that it is whole. */
const STREAM_END = /^data: ?\[DONE\]|^event: ?message_stop|"type": ?"(?:message_stop|response\.completed)"/m;

/** What of an exchange quoted something that was blanked. */
export type BlankedPart = 'request' | 'answer';

/** The line to record, without keys, and what had to be blanked for that; or the reason for none. */
export function recordedLine(
  conversation: Conversation,
  blanker: Blanker,
): { readonly line: string; readonly blanked: readonly BlankedPart[] } | { readonly reason: string } {
  const reason = unfit(conversation.passed);
  if (reason !== undefined) return { reason };
  const exchange = toExchange(conversation, blanker);
  const answer = Buffer.concat(exchange.chunks.map(({ bytes }) => bytes)).toString('utf8');
  const line = formatExchange(exchange);
  if (blanker.hides(answer) || blanker.quotes(line)) return { reason: 'it quotes a key where it cannot be blanked' };
  return { line, blanked: blankedParts(conversation, blanker) };
}

function blankedParts({ path, body, passed }: Conversation, blanker: Blanker): BlankedPart[] {
  const answer = Buffer.concat(passed.chunks.map(({ bytes }) => bytes));
  return [
    ...(blanker.text(path) !== path || blanker.body(body) !== body ? ['request' as const] : []),
    ...(blanker.bytes(answer).equals(answer) ? [] : ['answer' as const]),
  ];
}

function unfit({ status, headers, chunks, broken }: Passed): string | undefined {
  if (broken !== undefined) return broken;
  if (status < 200 || status >= 300) return `status ${status}`;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return 'the answer is compressed although none was asked for';
  if (headers['content-type']?.startsWith('text/event-stream') !== true) return undefined;
  const text = Buffer.concat(chunks.map(({ bytes }) => bytes)).toString('utf8');
  return STREAM_END.test(text) ? undefined : 'the stream ended before the answer did';
}

function toExchange(conversation: Conversation, blanker: Blanker): Exchange {
  const { service, protocol, recordedAt, method, passed } = conversation;
  const body = blanker.body(conversation.body);
  const path = blanker.text(conversation.path);
  const json = bodyJson(body);
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = passed.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    recording: 1,
    service,
    protocol,
    recordedAt: recordedAt.toISOString(),
    method,
    path,
    digest: requestFacts({ method, path, body }).digest,
    request: json === undefined ? { text: body } : { json },
    status: passed.status,
    headers: Object.fromEntries(headers),
    headMs: passed.headMs,
    chunks: blankChunks(passed.chunks, blanker),
    endMs: passed.endMs,
  };
}

/** A key may begin in one chunk and end in the next. */
function blankChunks(chunks: readonly RecordedChunk[], blanker: Blanker): RecordedChunk[] {
  const bytes = blanker.bytes(Buffer.concat(chunks.map((chunk) => chunk.bytes)));
  let start = 0;
  return chunks.map(({ atMs, bytes: { length } }) => {
    start += length;
    return { atMs, bytes: bytes.subarray(start - length, start) };
  });
}
