import type { IncomingMessage } from 'node:http';
import { invalid, notFound, refusal, type Answer } from './answer.ts';
import type { Bench } from './bench.ts';
import { allows, type Identity } from './grants.ts';
import { checkAnswer, checkRequest } from './openapi.ts';
import type { RestCall, RestRoute } from './router.ts';
import type { Exchange } from './serve.ts';

/** A request that was routed to an operation, its body read. */
export interface Routed {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly notes: { readonly body: string };
  readonly route: RestRoute;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Answers a request to the REST API in GitHub's order: who asks, may they, is it well-formed, then the operation. A request or an answer
 * that GitHub's description does not allow becomes a violation.
 */
export async function answerRest(bench: Bench, routed: Routed): Promise<Answer> {
  const { request, route } = routed;
  if ((request.headers['user-agent'] ?? '') === '') {
    violations(bench, routed, ['the User-Agent header is missing']);
    return refusal(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.');
  }
  const { authorization } = request.headers;
  const identity = bench.tokens.identify(authorization);
  if (identity === undefined) return refusal(401, authorization === undefined ? 'Requires authentication' : 'Bad credentials');
  const refused = refuse(bench, routed, identity);
  const answer = refused ?? (await operate(bench, routed, identity));
  violations(bench, routed, checkAnswer(route.operationId, answer));
  return identity.kind === 'installation' ? { ...answer, headers: { ...accepted(route), ...answer.headers } } : answer;
}

/** Records where the body of a made-up answer is not one that GitHub would give; 5xx come from machines before the API and may be anything. */
export function checkFaultBody(bench: Bench, { match, request, url }: Exchange, answer: Answer): void {
  if (match?.kind !== 'rest' || answer.status >= 500) return;
  const found = checkAnswer(match.route.operationId, answer);
  for (const text of found) bench.violation(`${request.method ?? ''} ${url.pathname}: made-up answer ${answer.status}: ${text}`);
}

function violations(bench: Bench, { request, url }: Routed, found: readonly string[]): void {
  for (const text of found) bench.violation(`${request.method ?? ''} ${url.pathname}${url.search}: ${text}`);
}

const accepted = ({ needs }: RestRoute): Readonly<Record<string, string>> =>
  needs.length === 0
    ? { 'x-accepted-github-permissions': 'metadata=read' }
    : { 'x-accepted-github-permissions': needs.join('; ') };

/** 404 for a repository that is not there or hidden, 403 for what the token may not do, undefined when it may. */
function refuse(bench: Bench, { route, params, request }: Routed, identity: Identity): Answer | undefined {
  const { owner, repo } = params;
  const reads = request.method === 'GET';
  if (owner !== undefined && repo !== undefined) {
    const repository = bench.state.repositories.get(`${owner}/${repo}`);
    const own = repository?.fullName === identity.repository;
    if (repository === undefined || (repository.private && !own)) return notFound();
    // Anyone may read another public repository; an installation's token writes in its own alone.
    if (!own) return reads ? undefined : notAccessible(identity);
  }
  return allows(identity.grants, route.needs) ? undefined : notAccessible(identity);
}

/** 403 in GitHub's words for the kind of token. */
export function notAccessible({ kind }: Identity): Answer {
  return refusal(403, `Resource not accessible by ${kind === 'installation' ? 'integration' : 'personal access token'}`);
}

async function operate(bench: Bench, routed: Routed, identity: Identity): Promise<Answer> {
  const { route, params, url, request } = routed;
  const body = parseBody(routed.notes.body);
  if (body === undefined) {
    violations(bench, routed, ['the body is not a JSON object']);
    return refusal(400, 'Problems parsing JSON');
  }
  const found = checkRequest(route.operationId, { params, query: url.searchParams, body, sent: routed.notes.body !== '' });
  if (found.length > 0) {
    violations(bench, routed, found);
    return invalid({ resource: route.operationId, code: 'invalid', field: 'request', message: found.join('; ') });
  }
  const call: RestCall = { params, query: url.searchParams, body, identity, url, accept: request.headers.accept ?? '' };
  return route.handler(call);
}

function parseBody(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
