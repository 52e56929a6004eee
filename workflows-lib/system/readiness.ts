import { request } from 'node:http';
import { connect } from 'node:net';

import type { Clock } from '../core/clock.ts';
import { RemoteError, toError, UsageError } from '../core/errors.ts';
import type { Readiness } from '../config/plan.ts';
import type { Secrets } from './secrets.ts';
import { indented, type Child } from './supervise.ts';

const ATTEMPT_TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 250;
const SHOWN_BODY_LENGTH = 1_000;

/** Why something is not ready yet; undefined when it is. Rejections count as a reason. */
export type Attempt = (signal: AbortSignal) => Promise<string | undefined>;

/** How long to try, and what ends the trying early. */
export interface Patience {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Its reason is thrown when it aborts: the death of the child, Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Not ready in time. */
export interface Unready {
  readonly attempts: number;
  /** What the last attempt said. */
  readonly reason: string;
}

/** Tries until ready, with growing pauses. Resolves with undefined when ready, with the last reason after the timeout. */
export async function pollUntilReady(attempt: Attempt, { clock, timeoutMs, signal }: Patience): Promise<Unready | undefined> {
  const deadline = clock.now() + timeoutMs;
  for (let attempts = 1, pauseMs = FIRST_PAUSE_MS; ; attempts++, pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const reason = await attempt(signal).catch((error: unknown) => toError(error).message);
    signal.throwIfAborted();
    if (reason === undefined) return undefined;
    if (clock.now() + pauseMs > deadline) return { attempts, reason };
    // The clock rejects with its own error when aborted; what counts is why.
    await clock.sleep(pauseMs, signal).catch(() => undefined);
    signal.throwIfAborted();
  }
}

/** What is asked whether it is ready. */
export interface ReadinessTarget {
  readonly child: Child;
  readonly port: number;
  readonly readiness: Readiness;
  readonly secrets: Secrets;
}

/**
 * Waits until a process says that it is ready. Throws RemoteError with the last answer and its last lines when it does not in time, and the
 * reason of the signal when that aborts.
 */
export async function waitUntilReady(target: ReadinessTarget, patience: Patience): Promise<void> {
  const { child, secrets } = target;
  const signal = AbortSignal.any([patience.signal, child.death]);
  const unready = await pollUntilReady(attemptFor(target, signal), { ...patience, signal });
  if (unready === undefined) return;
  const message = `${child.name} was not ready within ${patience.timeoutMs / 1_000} s: ${unready.reason}. ${indented(child.output.lastLines())}`;
  throw new RemoteError(secrets.hide(message), { service: child.name, action: 'become ready', attempts: unready.attempts });
}

function attemptFor({ child, port, readiness }: ReadinessTarget, signal: AbortSignal): Attempt {
  if ('http' in readiness) return async (aborted) => tryHttp(`http://127.0.0.1:${port}${readiness.http}`, aborted);
  if ('tcp' in readiness) return async () => tryTcp(port);
  let seen = false;
  // Latched, so that a line that has scrolled away before the next attempt counts. An abort is seen by the attempts.
  child.output.match(pattern(readiness.log), signal).then(
    () => (seen = true),
    () => undefined,
  );
  return async () => Promise.resolve(seen ? undefined : `no line of its output matches /${readiness.log}/`);
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'm');
  } catch (error) {
    throw new UsageError(`ready: { log: ... } is not a regular expression: ${text}`, { cause: error });
  }
}

/** One GET on a connection of its own, so that none is left open when the process is asked to stop. 2xx is ready. */
async function tryHttp(url: string, signal: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
  return new Promise((resolve) => {
    const fail = (error: Error): void => {
      const late = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve(`GET ${url}: ${late ? `no answer within ${ATTEMPT_TIMEOUT_MS / 1_000} s` : error.message}`);
    };
    const asked = request(url, { agent: false, signal: limit }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('error', fail);
      response.on('data', (text: string) => (body = (body + text).slice(0, SHOWN_BODY_LENGTH)));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? undefined : `GET ${url}: HTTP ${status}: ${body.trim()}`);
      });
    });
    asked.on('error', fail).end();
  });
}

/** Whether something accepts connections on a port of 127.0.0.1. */
async function tryTcp(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: ATTEMPT_TIMEOUT_MS });
    const end = (reason?: string): void => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => {
      end();
    });
    socket.once('error', (error) => {
      end(`connect to port ${port}: ${error.message}`);
    });
    socket.once('timeout', () => {
      end(`connect to port ${port}: no answer`);
    });
  });
}
