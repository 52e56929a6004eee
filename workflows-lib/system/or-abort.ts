import { toError } from '../core/errors.ts';

/** Settles like `work`, or rejects with the signal's reason as soon as that aborts; for work that cannot be told to stop. */
export async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const settled = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const abort = (): void => {
      reject(toError(signal.reason));
    };
    signal.addEventListener('abort', abort, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}
