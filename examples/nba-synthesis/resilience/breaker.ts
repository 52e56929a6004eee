/** The circuit breaker of a policy, on cockatiel. */
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { CircuitBreakerPolicy, IBackoff } from 'cockatiel';
import type { Logger } from '../telemetry/log.ts';
import { Cancelled, statusOf } from './failure.ts';

/** State of a breaker. `half-open` also when an open one is due to let the next call through. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** When it opens and closes. */
export interface BreakerOptions {
  /** Transient failures in a row that open it. */
  readonly breakAfter: number;
  /** How long it refuses before one call may try. */
  readonly halfOpenAfterMs: number;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly isTransient: (error: unknown) => boolean;
}

/** A circuit breaker that says when it will let a call through again. */
export interface Breaker {
  readonly policy: CircuitBreakerPolicy;
  state(): BreakerState;
  /** Until the next call is let through; 0 when closed. */
  waitMs(): number;
}

/** A breaker that opens after some transient failures in a row and closes after one success. */
export function createBreaker(name: string, options: BreakerOptions): Breaker {
  const { breakAfter, halfOpenAfterMs, clock, log, isTransient } = options;
  let openedAt = 0;
  const waitMs = (): number => (policy.state === CircuitState.Open ? Math.max(0, openedAt + halfOpenAfterMs - clock()) : 0);
  // cockatiel compares the wall clock with this duration. Asking our own clock each time keeps a jump of the wall clock without effect.
  const pause: IBackoff<unknown> = {
    get duration() {
      return waitMs() > 0 ? Infinity : -Infinity;
    },
    next: () => pause,
  };
  const counts = (error: unknown): boolean => {
    // A probe that its caller gave up has shown nothing, so the breaker stays open. Throttling is an answer of a healthy service.
    if (error instanceof Cancelled) return policy.state === CircuitState.HalfOpen;
    return isTransient(error) && statusOf(error) !== 429;
  };
  const policy = circuitBreaker(handleWhen(counts), { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(breakAfter) });
  policy.onBreak(() => {
    openedAt = clock();
    log.warn('circuit breaker opened', { 'dependency.name': name, half_open_after_ms: halfOpenAfterMs });
  });
  policy.onHalfOpen(() => {
    log.info('circuit breaker half-open', { 'dependency.name': name });
  });
  policy.onReset(() => {
    log.info('circuit breaker closed', { 'dependency.name': name });
  });
  const state = (): BreakerState => {
    if (policy.state === CircuitState.Closed) return 'closed';
    // A due breaker that called itself open would keep readiness down, and with it the traffic that could close it.
    return policy.state === CircuitState.HalfOpen || waitMs() === 0 ? 'half-open' : 'open';
  };
  return { policy, state, waitMs };
}
