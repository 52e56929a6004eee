/** One request to the real provider, its answer handed on as it comes. */
import {
  request as requestHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Clock } from '../../core/clock.ts';
import type { RecordedChunk } from './recording.ts';

/** What is asked of the provider, and to whom its answer goes. */
export interface Passage {
  readonly url: URL;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Where the answer goes. */
  readonly response: ServerResponse;
  readonly clock: Clock;
  /** Times count from here. */
  readonly originMs: number;
}

/** An answer as it came. */
export interface Passed {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly headMs: number;
  /** Empty when there were more bytes than are kept. */
  readonly chunks: readonly RecordedChunk[];
  readonly endMs: number;
  /** Why it is no whole answer, when it is none. */
  readonly broken?: 'the provider broke off' | 'the client went away' | 'the answer is too large';
}

/** A reasoning model may think for minutes before its first byte. */
const IDLE_TIMEOUT_MS = 15 * 60_000;
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

/** They are about one connection, not about the message. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
]);

/** Headers without those that belong to a connection, and without `dropped`. */
export function endToEnd(
  headers: IncomingHttpHeaders,
  dropped: ReadonlySet<string> = new Set(),
): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !dropped.has(name));
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/**
 * Asks the provider and passes its answer on, chunk by chunk. Resolves when the answer is over in any way; rejects when none began (refused,
 * no such host, timed out).
 */
export async function passOn(passage: Passage): Promise<Passed> {
  const { url, method, headers, body, response } = passage;
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = ask(url, { method, headers, timeout: IDLE_TIMEOUT_MS }, (answer) => {
      relay(answer, passage).then(resolve, reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no byte within ${IDLE_TIMEOUT_MS / 60_000} minutes`)));
    sent.on('error', reject);
    response.once('close', () => sent.destroy());
    // It may have gone while its request was read.
    if (response.destroyed) sent.destroy(new Error('the client went away'));
    else sent.end(body);
  });
}

async function relay(answer: IncomingMessage, { response, clock, originMs }: Passage): Promise<Passed> {
  const sinceMs = (): number => Math.round((clock.now() - originMs) * 1000) / 1000;
  const status = answer.statusCode ?? 0;
  const headMs = sinceMs();
  const chunks: RecordedChunk[] = [];
  let length = 0;
  response.writeHead(status, endToEnd(answer.headers));
  response.flushHeaders();
  // Not by iterating, which would join what came in several pieces.
  answer.on('data', (bytes: Buffer) => {
    length += bytes.length;
    if (length <= LARGEST_ANSWER_BYTES) chunks.push({ atMs: sinceMs(), bytes });
    if (!response.write(bytes)) answer.pause();
  });
  response.on('drain', () => answer.resume());
  answer.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    answer.once('end', resolve);
    answer.once('close', resolve);
  });
  const endMs = sinceMs();
  const passed = { status, headers: answer.headers, headMs, chunks, endMs };
  if (!answer.complete) {
    const clientGone = response.destroyed;
    response.destroy();
    return { ...passed, chunks: [], broken: clientGone ? 'the client went away' : 'the provider broke off' };
  }
  response.end();
  return length > LARGEST_ANSWER_BYTES ? { ...passed, chunks: [], broken: 'the answer is too large' } : passed;
}
