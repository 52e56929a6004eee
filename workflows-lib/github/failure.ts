/** Why one try of a request failed, read from whatever octokit threw. */
import { errorCode } from '../core/error-code.ts';
import { at, isRecord, textAt } from '../core/json.ts';
import { oneLine } from '../core/log-guard.ts';

/** GitHub answered, but with an error. */
export interface AnsweredFailure {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The API's own words, one line; empty where it gave none. */
  readonly message: string;
}

/** No answer came, or it broke off. */
export interface UnansweredFailure {
  readonly kind: 'silence';
  /** What happened, in words: "connection refused". */
  readonly reason: string;
  /** The request surely did not reach GitHub: to send it again cannot do its work twice. */
  readonly neverArrived: boolean;
  readonly cause: unknown;
}

/** Why one try failed. */
export type Failure = AnsweredFailure | UnansweredFailure;

/** The network's codes, in words; those that come before a request is sent are `early`. */
const NETWORK: Readonly<Record<string, { readonly reason: string; readonly early: boolean }>> = {
  ECONNREFUSED: { reason: 'connection refused', early: true },
  ENOTFOUND: { reason: 'its name is unknown', early: true },
  EAI_AGAIN: { reason: 'its name could not be looked up', early: true },
  EHOSTUNREACH: { reason: 'no route to it', early: true },
  ENETUNREACH: { reason: 'no network', early: true },
  UND_ERR_CONNECT_TIMEOUT: { reason: 'no connection in time', early: true },
  ECONNRESET: { reason: 'connection reset', early: false },
  EPIPE: { reason: 'connection closed', early: false },
  UND_ERR_SOCKET: { reason: 'connection closed', early: false },
  UND_ERR_HEADERS_TIMEOUT: { reason: 'no answer in time', early: false },
  UND_ERR_BODY_TIMEOUT: { reason: 'the answer broke off', early: false },
};

/** Reads what octokit threw. */
export function readFailure(thrown: unknown): Failure {
  const response = at(thrown, 'response');
  if (isRecord(response) && typeof response['status'] === 'number') {
    const { status } = response;
    return { kind: 'answer', status, headers: headersOf(response['headers']), message: messageOf(response['data']) };
  }
  const codes = chainOf(thrown).flatMap((link) => errorCode(link) ?? []);
  const known = codes.flatMap((code) => NETWORK[code] ?? [])[0];
  const timedOut = chainOf(thrown).some((link) => textOf(link, 'name') === 'TimeoutError');
  const reason = timedOut ? 'no answer in time' : (known?.reason ?? codes[0] ?? innermost(thrown));
  return { kind: 'silence', reason, neverArrived: !timedOut && known?.early === true, cause: chainOf(thrown)[1] };
}

function headersOf(headers: unknown): Record<string, string> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** `message` and the `errors` beside it, which are texts or objects with a code, a field and a message. Never a page of HTML. */
function messageOf(data: unknown): string {
  const errors = at(data, 'errors');
  const reasons = (Array.isArray(errors) ? errors.slice(0, 5) : [errors]).map(reasonOf).filter((reason) => reason !== '');
  const message = textAt(data, 'message').replace(/[.:\s]+$/, '');
  return oneLine([message, reasons.join('; ')].filter((part) => part !== '').join(': '), 400);
}

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const [message, code] = [textAt(error, 'message'), textAt(error, 'code')];
  const place = [textAt(error, 'resource'), textAt(error, 'field')].filter((part) => part !== '').join('.');
  return [place, message === '' ? code : message].filter((part) => part !== '').join(' ');
}

/** The error and its causes, the outermost first. */
function chainOf(thrown: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (
    let link = thrown;
    typeof link === 'object' && link !== null && chain.length < 10;
    link = 'cause' in link ? link.cause : undefined
  ) {
    chain.push(link);
  }
  return chain;
}

function innermost(thrown: unknown): string {
  return oneLine(textOf(chainOf(thrown).at(-1), 'message') || 'the connection failed', 200);
}

/** A property of an error; `name`, and all of a DOMException, are inherited. */
function textOf(error: unknown, key: 'name' | 'message'): string {
  const value: unknown = typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
}
