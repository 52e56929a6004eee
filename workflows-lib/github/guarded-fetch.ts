import { RemoteError } from '../core/errors.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { readBody } from './read-body.ts';

/** What this room needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A hundred comments of the longest kind, four bytes a character, and their wrapping. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * A `fetch` for octokit that closes three gaps of it: octokit takes an answer that breaks off for an empty one (and its pagination that for an
 * empty list), reads answers of any size, and follows the address of a next page wherever it leads, with the token. This one reads the whole
 * body first, demands JSON of every answer that promises content, and sends nothing to another origin. Each request, its body included, lives
 * no longer than the signal that is made for it.
 */
export function guardedFetch(fetch: Fetch, apiUrl: string, newSignal: () => AbortSignal): Fetch {
  const { origin } = new URL(apiUrl);
  return async (url, init) => {
    if (new URL(url).origin !== origin) {
      throw new RemoteError('GitHub named an address of another server for its next page: the token was not sent there', {
        service: 'GitHub',
        action: 'follow a page',
        attempts: 1,
      });
    }
    const response = await fetch(url, { ...init, signal: newSignal() });
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

function isDocument(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
}
