/** Timeout, retries and circuit breaker around one dependency, on cockatiel. */
import { TaskCancelledError, TimeoutStrategy, isBrokenCircuitError, timeout, wrap } from 'cockatiel';
import { performance } from 'node:perf_hooks';
import type { Logger } from '../telemetry/log.ts';
import { createBreaker } from './breaker.ts';
import type { BreakerState } from './breaker.ts';
import { AttemptTimeout, Cancelled, DependencyError, errorTypeOf, isTransientError, retryAfterOf, statusOf } from './failure.ts';
import type { FailureReason } from './failure.ts';
import { createRetries } from './retries.ts';

/** How patient a policy is. Numbers behind a colon are defaults. */
export interface PolicyOptions {
  /** For one attempt, not for all of them. */
  readonly timeoutMs: number;
  /** At most so many calls, the first included. */
  readonly attempts: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Which errors may pass by themselves: they are retried and, 429 aside, count for the breaker. Others pass through unchanged. Timeouts always are. */
  readonly isTransient?: (error: unknown) => boolean;
  /** Transient failures in a row that open the breaker: 5. */
  readonly breakAfter?: number;
  /** How long an open breaker refuses before it lets one call try: 10 s. */
  readonly halfOpenAfterMs?: number;
  /** Decorrelated jitter between attempts: median near the initial delay at first (200 ms), never above the maximum (5 s). */
  readonly backoff?: { readonly initialDelayMs: number; readonly maxDelayMs: number };
  /** The longest `retry-after` that is waited for; a longer one ends the call: 10 s. */
  readonly maxRetryAfterMs?: number;
  /** Monotonic milliseconds, for the breaker. */
  readonly clock?: () => number;
}

/** Guards the calls to one dependency. */
export interface Policy {
  /**
   * Calls `fn` until it succeeds. `fn` should end when its signal aborts, but is not waited for.
   * Throws `DependencyError` when a transient failure outlives every attempt or the breaker is open, the reason of `signal` when that
   * aborts (at once, counted neither for nor against the dependency), and what `fn` threw when that is not transient.
   */
  execute<T>(fn: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  state(): BreakerState;
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof AttemptTimeout) return 'timeout';
  return statusOf(error) === 429 || statusOf(error) === 529 ? 'throttled' : 'failed';
}

function exhausted(ending: {
  name: string;
  attempts: number;
  error: unknown;
  retryAfterMs: number | undefined;
}): DependencyError {
  const { name, attempts, error } = ending;
  const retryAfterMs = retryAfterOf(error) ?? ending.retryAfterMs;
  const times = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return new DependencyError(
    `${name} did not answer (${errorTypeOf(error)}, ${times})`,
    { dependency: name, reason: reasonOf(error), attempts, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
    { cause: error },
  );
}

function refused(name: string, retryAfterMs: number, cause: unknown): DependencyError {
  const failure = { dependency: name, reason: 'open', attempts: 0, retryAfterMs } as const;
  return new DependencyError(`${name} keeps failing and is not asked for a while`, failure, { cause });
}

/** Settles like `work`, but rejects with the signal's reason as soon as that aborts. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await work;
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => {
    reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** A policy for the dependency `name`: retries around a circuit breaker around a timeout. Share one for all calls to it. */
export function createPolicy(name: string, options: PolicyOptions): Policy {
  const { log, attempts, timeoutMs, breakAfter = 5, halfOpenAfterMs = 10_000, clock = () => performance.now() } = options;
  const { backoff = { initialDelayMs: 200, maxDelayMs: 5_000 }, maxRetryAfterMs = 10_000 } = options;
  const isTransient = (error: unknown): boolean => {
    if (error instanceof Cancelled) return false;
    return error instanceof AttemptTimeout || (options.isTransient ?? isTransientError)(error);
  };
  const breaker = createBreaker(name, { breakAfter, halfOpenAfterMs, clock, log, isTransient });
  const guarded = wrap(createRetries(name, { attempts, backoff, maxRetryAfterMs, log, isTransient }), breaker.policy);
  const limit = timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });

  async function attempt<T>(fn: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    if (isAborted(signal)) throw new Cancelled();
    try {
      return await limit.execute((context) => fn(context.signal), signal);
    } catch (error) {
      if (isAborted(signal)) throw new Cancelled();
      if (error instanceof TaskCancelledError) throw new AttemptTimeout(`${name}: no answer within ${timeoutMs} ms`);
      throw error;
    }
  }

  return {
    state: () => breaker.state(),
    async execute(fn, signal) {
      const tried: { attempts: number; error?: unknown } = { attempts: 0 };
      const work = guarded.execute(async () => {
        tried.attempts += 1;
        try {
          return await attempt(fn, signal);
        } catch (error) {
          tried.error = error;
          throw error;
        }
      }, signal);
      try {
        return await untilAborted(work, signal);
      } catch (error) {
        if (isAborted(signal)) throw error;
        const brokenAfterMs = isBrokenCircuitError(error) ? breaker.waitMs() : undefined;
        if (brokenAfterMs !== undefined && tried.attempts === 0) throw refused(name, brokenAfterMs, error);
        if (!isTransient(tried.error)) throw error;
        throw exhausted({ name, attempts: tried.attempts, error: tried.error, retryAfterMs: brokenAfterMs });
      }
    },
  };
}
