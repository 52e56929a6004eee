/** The retries of a policy, on cockatiel. */
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { IBackoffFactory, IRetryBackoffContext, RetryPolicy } from 'cockatiel';
import type { Logger } from '../telemetry/log.ts';
import { errorTypeOf, retryAfterOf } from './failure.ts';

/** What is tried again, how often and after which pauses. */
export interface RetryOptions {
  /** At most so many calls, the first included. */
  readonly attempts: number;
  /** Decorrelated jitter: median near the initial delay at first, never above the maximum. */
  readonly backoff: { readonly initialDelayMs: number; readonly maxDelayMs: number };
  /** The longest `retry-after` that is waited for. */
  readonly maxRetryAfterMs: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly isTransient: (error: unknown) => boolean;
}

/** Jitter, or what the dependency asked for when that is longer. */
function politeBackoff(jitter: IBackoffFactory<unknown>): IBackoffFactory<IRetryBackoffContext<unknown>> {
  return {
    next(context) {
      const own = jitter.next(context);
      const asked = 'error' in context.result ? (retryAfterOf(context.result.error) ?? 0) : 0;
      return { duration: Math.max(own.duration, asked), next: (later) => politeBackoff(own).next(later) };
    },
  };
}

/** Retries of transient errors, except those whose `retry-after` is longer than anybody would wait. */
export function createRetries(name: string, options: RetryOptions): RetryPolicy {
  const { attempts, backoff, maxRetryAfterMs, log, isTransient } = options;
  const worthIt = (error: unknown): boolean => isTransient(error) && (retryAfterOf(error) ?? 0) <= maxRetryAfterMs;
  const jitter = new ExponentialBackoff({ initialDelay: backoff.initialDelayMs, maxDelay: backoff.maxDelayMs });
  const policy = retry(handleWhen(worthIt), { maxAttempts: attempts - 1, backoff: politeBackoff(jitter) });
  policy.onRetry((event) => {
    const error = 'error' in event ? event.error : undefined;
    log.warn('attempt failed', {
      'dependency.name': name,
      attempt: event.attempt,
      retry_in_ms: Math.round(event.delay),
      'error.type': errorTypeOf(error),
    });
  });
  return policy;
}
