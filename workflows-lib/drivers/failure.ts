import { at, textAt } from '../core/json.ts';
import type { Failure, Outcome } from './driver.ts';

/** How a call that was not `ok` ended. */
export interface Ending {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly failure: Failure;
}

/** Messages stay at most this long, the ellipsis included. */
const LONGEST_MESSAGE = 300;
const SHOWN = '***';
/** Blanking every `a` would hide the message and not the secret. */
const SHORTEST_SECRET = 4;

/** An ending with its message made fit for people. `secrets` are blanked wherever they stand in it. */
export function ending(outcome: Ending['outcome'], failure: Failure, secrets: readonly string[] = []): Ending {
  return { outcome, failure: { class: failure.class, message: readable(failure.message, secrets) } };
}

/**
 * Text from outside as one short line: secrets blanked (the given ones, credentials in URLs, bearer tokens, provider keys), control
 * characters and runs of blanks turned into one space, at most 300 characters.
 */
export function readable(text: string, secrets: readonly string[] = []): string {
  // Cut first, generously: a megabyte of HTML must not go through the patterns below.
  const line = redact(text.slice(0, 4_096), secrets)
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`;
}

function redact(text: string, secrets: readonly string[]): string {
  let result = text;
  // The longest first, so that a secret that contains another is blanked whole.
  for (const secret of secrets.toSorted((left, right) => right.length - left.length)) {
    if (secret.length >= SHORTEST_SECRET) result = result.replaceAll(secret, SHOWN);
  }
  return result
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, `$1${SHOWN}@`)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${SHOWN}`)
    .replace(/\bsk-[\w-]{8,}/g, SHOWN);
}

/** The URL without user, password, query and fragment: what a message may show. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return readable(url);
  const parsed = new URL(url);
  return `${parsed.protocol}//${parsed.host}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}

const EXPLANATIONS = new Map([
  ['ECONNREFUSED', 'connection refused: nothing listens there'],
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'the host name could not be looked up (DNS does not answer)'],
  ['ECONNRESET', 'the connection was reset'],
  ['EPIPE', 'the other side closed the connection while we were sending'],
  ['EHOSTUNREACH', 'no route to the host'],
  ['ENETUNREACH', 'no route to the network'],
  ['EADDRNOTAVAIL', 'this machine has no free port left for another connection'],
  ['EMFILE', 'this process has too many files and sockets open (raise `ulimit -n`)'],
  ['ENOENT', 'no such file or program'],
  ['EACCES', 'permission denied'],
  ['connection_closed', 'the connection was closed before the answer was complete'],
]);

const TIMEOUT_CODES = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$)/;

/**
 * What a thrown error means for a call: `ECONNREFUSED` and its like keep their code as class, `tls` is every certificate or handshake
 * failure, `protocol` an answer that is not HTTP, `connect_timeout` a connection that was never made, `unexpected` what nobody foresaw.
 */
export function classify(thrown: unknown, secrets: readonly string[] = []): Ending {
  const { name, code = '', message: text, address } = deepest(thrown);
  if (TIMEOUT_CODES.has(code)) return ending('timeout', { class: 'connect_timeout', message: `gave up: ${text}` }, secrets);
  if (TLS_CODE.test(code)) return ending('error', { class: 'tls', message: `TLS failed (${code}): ${text}` }, secrets);
  if (code.startsWith('HPE_') || name === 'HTTPParserError')
    return ending('error', { class: 'protocol', message: `the answer is not HTTP: ${text}` }, secrets);
  const shownCode = code === 'UND_ERR_SOCKET' ? 'connection_closed' : code || 'unexpected';
  const explanation = EXPLANATIONS.get(shownCode);
  const message = explanation === undefined ? text : `${explanation}${address === undefined ? '' : ` (${address})`}`;
  return ending('error', { class: shownCode, message }, secrets);
}

/** A connection to a name with several addresses fails with all of their errors in one; the first says enough. */
function deepest(thrown: unknown): ErrorLike {
  let error = errorLike(thrown);
  for (let depth = 0; depth < 5; depth++) {
    const first = Array.isArray(error.errors) ? errorLike(error.errors[0]) : undefined;
    const cause = error.cause === undefined ? undefined : errorLike(error.cause);
    const wrapsCode = cause?.code !== undefined && (error.code === undefined || error.code === 'UND_ERR_SOCKET');
    if (first !== undefined) error = first;
    else if (cause !== undefined && wrapsCode) error = cause;
    else return error;
  }
  return error;
}

/** What errors of Node, undici and the clients carry, by shape: they may come from another realm, where `instanceof` says no. */
interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly address: string | undefined;
  readonly cause: unknown;
  readonly errors: unknown;
}

function errorLike(thrown: unknown): ErrorLike {
  const code = at(thrown, 'code');
  const host = at(thrown, 'address') ?? at(thrown, 'hostname');
  const port = at(thrown, 'port');
  return {
    name: textAt(thrown, 'name'),
    message: textAt(thrown, 'message') || String(thrown),
    code: typeof code === 'string' ? code : undefined,
    address: typeof host === 'string' ? `${host}${typeof port === 'number' ? `:${port}` : ''}` : undefined,
    cause: at(thrown, 'cause'),
    errors: at(thrown, 'errors'),
  };
}

/** The call took longer than its operation allows. */
export function timedOut(timeoutMs: number): Ending {
  return ending('timeout', { class: 'timeout', message: `no complete answer within ${timeoutMs} ms` });
}

/** The caller's signal ended the call. It says nothing about the system. */
export function aborted(): Ending {
  return ending('error', { class: 'aborted', message: 'the call was stopped from outside before it ended' });
}

/** The answer came but is not what the operation expects. */
export function invalid(failure: Failure, secrets: readonly string[] = []): Ending {
  return ending('invalid', failure, secrets);
}
