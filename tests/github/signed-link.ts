import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs addresses of the blob store: whoever has the link needs no token, so its `sig` is a secret. */
export interface LinkSigner {
  /** `http://127.0.0.1:PORT/blobs/downloads/7?se=…&sig=…` for the path `/blobs/downloads/7`. */
  sign(path: string): string;
  /** Whether the address carries a signature of ours that has not run out. */
  verify(url: URL): boolean;
}

/** What an artifact's download link points at: the blob store serves `GET /blobs/downloads/{artifactId}`. */
export const artifactDownloadPath = (artifactId: number): string => `/blobs/downloads/${artifactId}`;

/** A signer for the server at `origin()`, with a key of its own. */
export function createLinkSigner(origin: () => string, key: Buffer): LinkSigner {
  const signature = (path: string, expires: string): Buffer => createHmac('sha256', key).update(`${path}\n${expires}`).digest();
  return {
    sign: (path) => {
      const expires = new Date(Date.now() + 600_000).toISOString();
      const query = new URLSearchParams({ se: expires, sig: signature(path, expires).toString('base64') });
      return `${origin()}${path}?${query.toString()}`;
    },
    verify: (url) => {
      const expires = url.searchParams.get('se') ?? '';
      const given = Buffer.from(url.searchParams.get('sig') ?? '', 'base64');
      const wanted = signature(url.pathname, expires);
      return given.length === wanted.length && timingSafeEqual(given, wanted) && Date.parse(expires) > Date.now();
    },
  };
}
