import { aborted, timedOut, type Ending } from './failure.ts';

/** How long a call may take, and who may stop it. */
export interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls `giveUp`, at most once, when the time is over or the signal is aborted. Returns what ends the watch. One timer and one listener a
 * call: `AbortSignal.timeout` and `AbortSignal.any` cost several times as much.
 */
export function watchLimits({ timeoutMs, signal }: Limits, giveUp: (why: Ending) => void): () => void {
  const onTimeout = (): void => {
    signal?.removeEventListener('abort', onAbort);
    giveUp(timedOut(timeoutMs));
  };
  const onAbort = (): void => {
    clearTimeout(timer);
    giveUp(aborted());
  };
  const timer = setTimeout(onTimeout, timeoutMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
}
