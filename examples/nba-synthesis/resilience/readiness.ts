/** Whether each dependency could do its part right now. */
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { BreakerState } from './breaker.ts';
import { errorTypeOf } from './failure.ts';
import type { Policy } from './policy.ts';

/** What `/readyz` says about one dependency. */
export interface DependencyStatus {
  readonly ready: boolean;
  readonly breaker: BreakerState;
  /** Of the check that was made last. */
  readonly duration_ms: number;
  readonly error?: string;
}

/** A dependency, its policy, and a check that costs nothing: rejects when it cannot be reached. */
export interface Probed {
  readonly policy: Policy;
  check(signal: AbortSignal): Promise<void>;
}

/** A success is believed for 5 s. A failure is not: whoever waits for readiness asks often, and should not wait for our cache. */
const BELIEVED_MS = { success: 5_000, failure: 250 };
const CHECK_TIMEOUT_MS = 2_000;

type Reachability = Pick<DependencyStatus, 'duration_ms' | 'error'>;

function cachedCheck(dependency: Probed, clock: () => number): () => Promise<Reachability> {
  let running: Promise<Reachability> | undefined;
  let believedUntil = -Infinity;
  async function check(): Promise<Reachability> {
    const startedAt = performance.now();
    const took = (): number => performance.now() - startedAt;
    try {
      await dependency.check(AbortSignal.timeout(CHECK_TIMEOUT_MS));
      believedUntil = clock() + BELIEVED_MS.success;
      return { duration_ms: took() };
    } catch (error) {
      believedUntil = clock() + BELIEVED_MS.failure;
      return { duration_ms: took(), error: errorTypeOf(error) };
    }
  }
  return () => {
    if (running !== undefined && clock() < believedUntil) return running;
    // Until the check ends, everybody who asks waits for the same one.
    believedUntil = Infinity;
    running = check();
    return running;
  };
}

/** A TCP connection to where `url` points, closed at once: it costs no tokens. */
export async function checkReachable(url: URL, signal: AbortSignal): Promise<void> {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const socket = connect({ host, port, signal }, () => {
    resolve(undefined);
  });
  socket.once('error', reject);
  try {
    await promise;
  } finally {
    socket.destroy();
  }
}

/** Asks every dependency at once. Ready means reachable and its breaker not open. */
export function createReadiness(
  dependencies: Readonly<Record<string, Probed>>,
  clock: () => number = () => performance.now(),
): () => Promise<Record<string, DependencyStatus>> {
  const checks = Object.entries(dependencies).map(([name, dependency]) => ({
    name,
    dependency,
    check: cachedCheck(dependency, clock),
  }));
  return async () => {
    const statuses = await Promise.all(
      checks.map(async ({ name, dependency, check }): Promise<[string, DependencyStatus]> => {
        const reachability = await check();
        const breaker = dependency.policy.state();
        return [name, { ready: reachability.error === undefined && breaker !== 'open', breaker, ...reachability }];
      }),
    );
    return Object.fromEntries(statuses);
  };
}
