/** What a request is known by: what it asks for, and the digest under which its recording is found. */
import { at, textAt } from '../../core/json.ts';
import { oneLine } from '../../core/log-guard.ts';
import { bodyJson, canonicalJson, digestOfText } from './canonical.ts';

/** A request as it came. */
export interface RequestParts {
  readonly method: string;
  /** Without the query, which is no part of what is compared. */
  readonly path: string;
  readonly body: string;
}

/** A request as it is compared and named. */
export interface RequestFacts {
  readonly method: string;
  /** Relative to the provider's base URL, which may end in `/v1` or not. */
  readonly path: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The body where it is no JSON. */
  readonly text: string | undefined;
  /** Of the body: SHA-256 of its canonical JSON, or of its text where it is none. */
  readonly digest: string;
  readonly model: string;
  /** The last message of the user, as text. */
  readonly lastUser: string;
}

const SHOWN_OF_MESSAGE = 80;
const SHOWN_OF_DIGEST = 12;

/** Reads what a request asks for. */
export function requestFacts({ method, path, body }: RequestParts): RequestFacts {
  const json = bodyJson(body);
  return {
    method,
    path: path.replace(/^\/v1(?=\/)/, ''),
    json,
    text: json === undefined ? body : undefined,
    digest: digestOfText(json === undefined ? body : canonicalJson(json)),
    model: textAt(json, 'model'),
    lastUser: lastUserOf(json),
  };
}

/** What tells one request from another. */
export function keyOf({ method, path, digest }: RequestFacts): string {
  return `${method} ${path} ${digest}`;
}

/** A request in words: `POST /chat/completions (model deepseek-chat, "Who won?", digest 1f2e3d4c5b6a)`. */
export function describeRequest({ method, path, model, lastUser, digest }: RequestFacts): string {
  const facts = [
    ...(model === '' ? [] : [`model ${oneLine(model, SHOWN_OF_MESSAGE)}`]),
    ...(lastUser === '' ? [] : [`"${oneLine(lastUser.slice(0, SHOWN_OF_MESSAGE))}"`]),
    `digest ${digest.slice(0, SHOWN_OF_DIGEST)}`,
  ];
  return `${oneLine(`${method} ${path}`, 200)} (${facts.join(', ')})`;
}

function lastUserOf(json: unknown): string {
  const messages = at(json, 'messages');
  if (!Array.isArray(messages)) return textAt(json, 'input');
  const content = at(
    messages.findLast((message: unknown) => textAt(message, 'role') === 'user'),
    'content',
  );
  if (!Array.isArray(content)) return typeof content === 'string' ? content : '';
  return content.map((part: unknown) => textAt(part, 'text')).join('\n');
}
