/**
 * When a failed request is tried again, and after how long. Ours and not octokit's plugin, whose waits have no jitter and no clock that a test
 * could hold.
 */
import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { AnsweredFailure, Failure } from './failure.ts';

/** Tries of one request, the first included. */
export const MAX_ATTEMPTS = 5;
/** A rate limit that resets later than this is not waited for. */
const LONGEST_WAIT_MS = 60_000;

const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 10_000;
/** Spreads the jobs that were told to come back at the same second. */
const RATE_LIMIT_JITTER_MS = 1_000;

/** What to do about a failure. */
export type Outlook =
  | { readonly kind: 'final' }
  /** `resend`: the same request may go out again; otherwise it may have done its work, or what it was decided upon may have changed. */
  | { readonly kind: 'wait'; readonly ms: number; readonly resend: boolean }
  | { readonly kind: 'too-long'; readonly ms: number; readonly resetsAt: Date };

/** What the waits depend on. */
export interface RetryPorts {
  readonly clock: Clock;
  readonly random: Random;
}

/** The outlook after `attempt` tries of a request with this method have failed. */
export function outlookOf(
  failure: Failure,
  request: { readonly method: string; readonly attempt: number },
  ports: RetryPorts,
): Outlook {
  const repeatable = request.method !== 'POST';
  if (failure.kind === 'silence') {
    return { kind: 'wait', ms: backoffMs(request.attempt, ports.random), resend: repeatable || failure.neverArrived };
  }
  const limited = isRateLimit(failure);
  if (!limited && failure.status < 500 && failure.status !== 408) return { kind: 'final' };
  const asked = askedWaitMs(failure, limited, ports.clock);
  if (asked === undefined) return { kind: 'wait', ms: backoffMs(request.attempt, ports.random), resend: repeatable || limited };
  if (asked > LONGEST_WAIT_MS) return { kind: 'too-long', ms: asked, resetsAt: new Date(ports.clock.date().getTime() + asked) };
  return { kind: 'wait', ms: asked + ports.random.next() * RATE_LIMIT_JITTER_MS, resend: repeatable || limited };
}

/**
 * Exponential backoff with full jitter: uniform between nothing and the cap of this attempt, which keeps callers that failed together apart
 * (Brooker 2015, "Exponential Backoff And Jitter").
 */
export function backoffMs(attempt: number, random: Random): number {
  return random.next() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1));
}

/** GitHub answers 403 or 429 to both of its limits; a 403 is one only with the headers or the words of one. */
function isRateLimit({ status, headers, message }: AnsweredFailure): boolean {
  if (status === 429) return true;
  if (status !== 403 || /not accessible by/i.test(message)) return false;
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || isSecondary(message);
}

function isSecondary(message: string): boolean {
  return /rate limit|abuse detection/i.test(message);
}

/** The wait that the answer asks for, as GitHub's documentation reads it; undefined when it asks for none. */
function askedWaitMs({ headers, message }: AnsweredFailure, limited: boolean, clock: Clock): number | undefined {
  const now = clock.date().getTime();
  const after = headers['retry-after'];
  if (after !== undefined) {
    const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
    if (Number.isFinite(ms)) return Math.max(0, ms);
  }
  if (!limited) return undefined;
  const reset = headers['x-ratelimit-reset'] ?? '';
  if (headers['x-ratelimit-remaining'] === '0' && /^\d{1,12}$/.test(reset)) return Math.max(0, Number(reset) * 1000 - now);
  return isSecondary(message) ? LONGEST_WAIT_MS : undefined;
}
