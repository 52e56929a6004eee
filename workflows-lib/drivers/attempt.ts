import type { ModelUsage } from '../pricing/usage.ts';
import type { Attempt } from './driver.ts';
import { ending, type Ending } from './failure.ts';
import { headerOf, type Exchange } from './wire.ts';

/** What the driver learnt from the answer, beside the times. */
export interface Judged {
  readonly ending?: Ending | undefined;
  readonly usage?: readonly ModelUsage[];
  /** When each piece of text came, for answers that stream. */
  readonly tokenTimesMs?: readonly number[];
}

/** The attempt that an exchange and its judgement make. */
export function attemptOf(exchange: Exchange, { ending: judged, usage = [], tokenTimesMs }: Judged): Attempt {
  const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = exchange;
  const why = exchange.ending ?? judged;
  const firstTokenMs = tokenTimesMs?.[0];
  return {
    startMs,
    ...(connectedMs === undefined ? undefined : { connectedMs }),
    ...(firstByteMs === undefined ? undefined : { firstByteMs }),
    ...(firstTokenMs === undefined ? undefined : { firstTokenMs }),
    endMs,
    outcome: why?.outcome ?? 'ok',
    ...(why === undefined ? undefined : { failure: why.failure }),
    usage,
    ...(tokenTimesMs === undefined ? undefined : { tokenTimesMs }),
    bytesReceived,
  };
}

/** What an HTTP error status means: 429 is `throttled`, everything else an `error`; the message carries the start of the body. */
export function statusEnding(exchange: Exchange, secrets: readonly string[]): Ending {
  const status = exchange.head?.status ?? 0;
  const retryAfter = headerOf(exchange.head, 'retry-after');
  const wait = retryAfter === '' ? '' : `, retry after ${retryAfter}`;
  const message = `answered ${status}${wait}: ${excerpt(exchange)}`;
  return ending(status === 429 ? 'throttled' : 'error', { class: `http_${status}`, message }, secrets);
}

/** The start of an answer's body, for a message. */
export function excerpt(exchange: Exchange): string {
  return exchange.body.byteLength === 0 ? '(no body)' : exchange.body.subarray(0, 1_000).toString('utf8');
}

/** The answer should have been JSON. The content type usually tells what it was instead: a proxy's HTML page. */
export function notJson(exchange: Exchange): string {
  const type = headerOf(exchange.head, 'content-type') || 'no content type';
  return `expected JSON, got ${type} with status ${exchange.head?.status ?? 0}: ${excerpt(exchange)}`;
}
