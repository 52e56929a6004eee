/** How a call to a dependency can end badly, and what can be read off the errors that clients throw. */

/**
 * `failed`: every attempt failed. `timeout`: the last attempt ran out of time. `throttled`: it said to come back later. `open`: not asked at
 * all. `rejected`: it refused what we sent, so asking again is of no use.
 */
export type FailureReason = 'failed' | 'timeout' | 'throttled' | 'open' | 'rejected';

/** Who failed, how, and after how many tries. */
export interface DependencyFailure {
  /** Name of the dependency, as `/readyz` shows it. */
  readonly dependency: string;
  readonly reason: FailureReason;
  /** How often it was asked: 0 when its breaker is open. */
  readonly attempts: number;
  /** When asking again makes sense, if that is known. */
  readonly retryAfterMs?: number;
}

/** A dependency could not answer. `cause` is what its client threw last. */
export class DependencyError extends Error {
  override readonly name = 'DependencyError';
  readonly failure: DependencyFailure;

  constructor(message: string, failure: DependencyFailure, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** A dependency refused what we sent: a wrong key, a model or tool that it does not know. */
export function rejectedBy(dependency: string, cause: unknown): DependencyError {
  const message = `${dependency} rejected the request (${errorTypeOf(cause)})`;
  return new DependencyError(message, { dependency, reason: 'rejected', attempts: 1 }, { cause });
}

/** The caller gave up: says nothing about the dependency. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** One attempt took longer than its policy allows. Counts as transient. */
export class AttemptTimeout extends Error {
  override readonly name = 'AttemptTimeout';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The HTTP status that a client's error carries, if any (`status` of the model SDKs, numeric `code` of the MCP SDK's transport). */
export function statusOf(error: unknown): number | undefined {
  const status = field(error, 'status') ?? field(error, 'code');
  return typeof status === 'number' && status >= 100 && status <= 599 ? status : undefined;
}

/** Codes of Node's sockets and resolver, and of undici, for a connection that failed or broke. */
const NETWORK_CODE = /^(E(CONN|HOST|NET|PIPE|AI_AGAIN|NOTFOUND|TIMEDOUT)|UND_ERR_)/;

function isNetworkError(error: unknown, depth = 0): boolean {
  if (depth > 5 || error === undefined || error === null) return false;
  const code = field(error, 'code');
  if (typeof code === 'string' && NETWORK_CODE.test(code)) return true;
  return isNetworkError(field(error, 'cause'), depth + 1);
}

/** Whether the same call may succeed a moment later: a broken connection, 408, 429 or a 5xx status. The caller's own mistakes are not. */
export function isTransientError(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status === 408 || status === 429 || status >= 500;
  return isNetworkError(error);
}

/** What `retry-after-ms` or `retry-after` (seconds or an HTTP date, RFC 9110 section 10.2.3) asks for, in milliseconds from `now`. */
export function retryAfterOf(error: unknown, now: number = Date.now()): number | undefined {
  const headers = field(error, 'headers');
  if (!(headers instanceof Headers)) return undefined;
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const text = headers.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The value of OpenTelemetry's `error.type`: the status when there is one, else the error's class. Never its message, which may quote input. */
export function errorTypeOf(error: unknown): string {
  if (error instanceof DependencyError && error.failure.reason !== 'failed') return `dependency_${error.failure.reason}`;
  const status = statusOf(error) ?? (error instanceof DependencyError ? statusOf(error.cause) : undefined);
  if (status !== undefined) return String(status);
  return error instanceof Error ? error.name : typeof error;
}
