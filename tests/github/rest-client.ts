import { isObject } from './description.ts';
import type { Grants, LoopbackGitHub } from './contract.ts';

/** An answer, its JSON parsed; follows no redirect. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends `GET /issues`, below the repository `octo/app` unless the path begins with `//`. */
export type Send = (line: string, body?: unknown) => Promise<Reply>;

/** Every permission that a token can have for writing. */
export const ALL: Grants = {
  ...{ actions: 'write', checks: 'write', contents: 'write', deployments: 'write' },
  ...{ issues: 'write', 'pull-requests': 'write', statuses: 'write' },
};

/** A bare client of the REST API with a token for `octo/app`; everything is granted when nothing is said. */
export function createClient(github: LoopbackGitHub, token = github.token({ repository: 'octo/app', grants: ALL })): Send {
  return async (line, body) => {
    const [method = '', path = ''] = line.split(' ', 2);
    const response = await fetch(github.apiUrl + (path.startsWith('//') ? path.slice(1) : `/repos/octo/app${path}`), {
      ...{ method, redirect: 'manual', headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' } },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/** What stands at a place of a document: `pick(body, 'head', 'repo')`, `pick(list, 0, 'id')`. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (Array.isArray(inner) ? inner[Number(key)] : isObject(inner) ? inner[key] : undefined),
    value,
  );
}

/** One field of every item of a list. */
export function pluck(list: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return Array.isArray(list) ? list.map((item) => pick(item, ...path)) : [];
}
