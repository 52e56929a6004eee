import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from './grants.ts';
import type { GitHubState } from './state.ts';

/** What a workflow's `permissions` can grant, in its spelling. */
export type Permission = 'actions' | 'checks' | 'contents' | 'deployments' | 'issues' | 'pull-requests' | 'statuses' | 'id-token';

/** What a token may do; a permission that is not named is not granted. */
export type Grants = Readonly<Partial<Record<Permission, 'read' | 'write'>>>;

/** A misbehaviour: every request that matches is answered so, until it has happened `times` times. */
export interface Fault {
  readonly method?: string;
  /** Tested against the path with its query, as the client sent it. */
  readonly path: RegExp;
  /** How often; 1 when not said. */
  readonly times?: number;
  /** How many matching requests go well first; 0 when not said. */
  readonly after?: number;
  /** A made-up answer, a dropped connection, half an answer, or the right answer late. */
  readonly answer:
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
    | 'reset'
    | 'truncate'
    | { readonly delayMs: number };
}

/** A request as it arrived, and the status that it was answered with (0: the connection was dropped before an answer). */
export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
  readonly operationId?: string;
}

/** How a test makes a token. */
export interface TokenOptions {
  readonly repository: string;
  readonly grants: Grants;
  /** `installation` (a job's GITHUB_TOKEN) when not said. */
  readonly kind?: 'installation' | 'user';
  /** Who writes with it: `github-actions[bot]` when not said. */
  readonly login?: string;
  /** Text that stands inside the token, so that a test can search for it in every output. */
  readonly prefix?: string;
}

/** One server on 127.0.0.1 that plays what the actions use of GitHub. */
export interface LoopbackGitHub {
  readonly url: string;
  readonly apiUrl: string;
  readonly resultsUrl: string;
  gitUrl(repository: string): string;
  readonly state: GitHubState;
  readonly requests: readonly RecordedRequest[];
  /** Requests and answers that do not fit GitHub's OpenAPI description, and unknown routes. Every test asserts that it is empty. */
  readonly violations: readonly string[];
  token(options: TokenOptions): string;
  /** Who a token belongs to and what it may do; undefined for one that was not given out. */
  identify(token: string): Identity | undefined;
  misbehave(fault: Fault): void;
  /** Forgets everything: state, git folders, tokens, faults, requests, violations. */
  reset(): void;
  close(): Promise<void>;
}
