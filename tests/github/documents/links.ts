import type { Bench } from '../bench.ts';
import { API_PREFIX } from '../router.ts';
import type { Repository } from '../state.ts';

/** A JSON document as the API answers it. */
export type Document = Readonly<Record<string, unknown>>;

/** Where people look. The API's own links point at the loopback server, so that a client may follow them. */
export const HTML = 'https://github.com';

/** The API's address of a repository, or of something in it. */
export function apiLink(bench: Bench, repository: Repository, path = ''): string {
  return `${bench.origin()}${API_PREFIX}/repos/${repository.fullName}${path}`;
}

/** The page of a repository, or of something in it. */
export function htmlLink(repository: Repository, path = ''): string {
  return `${HTML}/${repository.fullName}${path}`;
}

/** An opaque id as GraphQL knows it. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}
