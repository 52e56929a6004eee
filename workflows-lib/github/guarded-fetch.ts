import { RemoteError } from '../core/errors.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { readBody } from './read-body.ts';

/** What this room needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A hundred comments of the longest kind, four bytes a character, and their wrapping. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * A `fetch` for octokit that closes three gaps of it: octokit takes an answer that breaks off for an empty one (and its pagination that for an
 * empty list), reads answers of any size, and follows the address of a next page or a redirect wherever it leads. This one reads the whole
 * body first, demands JSON of every answer that promises content, and sends nothing to another origin. Each request, its body included, lives
 * no longer than the signal that is made for it.
 */
export function guardedFetch(fetch: Fetch, apiUrl: string, newSignal: () => AbortSignal): Fetch {
  const { origin } = new URL(apiUrl);
  return async (url, init) => {
    const response = await follow(fetch, { url, init: { ...init, signal: newSignal() }, origin });
    const body = await readBody(response, MAX_ANSWER_BYTES, () => new Error('the answer is longer than any of the API'));
    const hasContent = response.status >= 200 && response.status < 300 && response.status !== 204 && response.status !== 205;
    if (hasContent && !isDocument(parseJson(body.toString('utf8')))) throw new Error('the answer broke off or is not JSON');
    const nullBody = [204, 205, 304].includes(response.status);
    const { status, headers } = response;
    return Object.defineProperty(new Response(nullBody ? null : new Uint8Array(body), { status, headers }), 'url', {
      value: url,
    });
  };
}

/** A renamed repository answers with its new address. More steps than this lead nowhere. */
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 307, 308];

interface Target {
  readonly url: string;
  readonly init: RequestInit;
  readonly origin: string;
}

/** Follows redirects within the API's own origin, as a client that is not a browser does: with the same method and body. */
async function follow(fetch: Fetch, { url, init, origin }: Target, followed = 0): Promise<Response> {
  if (new URL(url).origin !== origin) throw leftServer();
  const response = await fetch(url, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (init.redirect === 'manual' || location === null || !REDIRECTS.includes(response.status)) return response;
  await response.body?.cancel();
  if (followed === MAX_REDIRECTS || !URL.canParse(location, url)) throw new Error('the API redirects without an end');
  return await follow(fetch, { url: new URL(location, url).href, init, origin }, followed + 1);
}

function leftServer(): RemoteError {
  return new RemoteError('GitHub named an address of another server: neither the token nor the request was sent there', {
    service: 'GitHub',
    action: 'follow an address',
    attempts: 1,
  });
}

function isDocument(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
}
