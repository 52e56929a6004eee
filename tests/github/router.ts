import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from './grants.ts';
import type { Answer } from './answer.ts';

/** A request outside the REST API (twirp, blobs, OIDC, git): the handler reads the body and writes the answer itself. */
export interface RawExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The whole address that was asked for. */
  readonly url: URL;
  /** What stands in the braces of the pattern, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Sets the body of the recorded request; streams that nobody wants to read back leave it empty. */
  note(body: string): void;
}

/** Answers one. */
export type RawHandler = (exchange: RawExchange) => void | Promise<void>;

/** A request to the REST API: authorized, and its body and query are what GitHub's description allows. */
export interface RestCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty when none was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  /** The path and query as they were asked for, for links to other pages. */
  readonly url: URL;
  readonly accept: string;
}

/** Answers one. */
export type RestHandler = (call: RestCall) => Answer | Promise<Answer>;

/** An operation of the REST API: where it is, what it needs, and who answers. */
export interface RestRoute {
  /** The operation of GitHub's OpenAPI description, `issues/create-comment`. */
  readonly operationId: string;
  readonly method: string;
  readonly pattern: string;
  /** Permissions at a level, such as `pull_requests=write`. Any one of these is enough; none: every valid token may. */
  readonly needs: readonly string[];
  readonly handler: RestHandler;
}

/** What a request was routed to. */
export type Match = { readonly params: Readonly<Record<string, string>> } & (
  { readonly kind: 'raw'; readonly handler: RawHandler } | { readonly kind: 'rest'; readonly route: RestRoute }
);

/**
 * Routes by method and path. `{name}` in a pattern is one segment, `{name+}` is one or more with their slashes; a method of `*` is any.
 * The first pattern that was registered and fits wins. REST patterns stand below `/api/v3`.
 */
export interface Router {
  /** Registers a route outside OpenAPI validation and REST permissions: `raw('POST', '/twirp/{service}/{call}', …)`. */
  raw(method: string, pattern: string, handler: RawHandler): void;
  rest(route: RestRoute): void;
  match(method: string, pathname: string): Match | undefined;
}

/** Where the REST API stands on the server. */
export const API_PREFIX = '/api/v3';

interface Entry {
  readonly method: string;
  readonly pattern: RegExp;
  readonly target: { readonly kind: 'raw'; readonly handler: RawHandler } | { readonly kind: 'rest'; readonly route: RestRoute };
}

/** A router without routes. */
export function createRouter(): Router {
  const entries: Entry[] = [];
  return {
    raw: (method, pattern, handler) => {
      entries.push({ method, pattern: compile(pattern), target: { kind: 'raw', handler } });
    },
    rest: (route) => {
      entries.push({ method: route.method, pattern: compile(API_PREFIX + route.pattern), target: { kind: 'rest', route } });
    },
    match: (method, pathname) => {
      for (const entry of entries) {
        if (entry.method !== '*' && entry.method !== method) continue;
        const found = entry.pattern.exec(pathname);
        if (found !== null) return { ...entry.target, params: decode(found.groups ?? {}) };
      }
      return undefined;
    },
  };
}

function compile(pattern: string): RegExp {
  const source = pattern
    .replace(/[.*?^$()|[\]\\]/g, String.raw`\$&`)
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

function decode(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, safeDecode(value)]));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
