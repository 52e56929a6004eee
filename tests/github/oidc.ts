import { createHash, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../workflows-lib/core/json.ts';
import type { Bench } from './bench.ts';
import type { RawExchange } from './router.ts';
import { accountOf, type GitHubState } from './state.ts';

/** What a job's identity token says about it, as far as the workflow decides it. */
export interface OidcJob {
  readonly repository: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  /** The workflow's name, `Benchmark`. */
  readonly workflow: string;
  /** The workflow file with its ref, `owner/name/.github/workflows/benchmark.yml@refs/heads/main`. */
  readonly workflowRef: string;
  /** The reusable workflow that the job stands in, in the same spelling; that of the workflow when not said. */
  readonly jobWorkflowRef?: string | undefined;
  readonly environment?: string | undefined;
}

const JOB = z.strictObject({
  ...{ repository: z.string(), runId: z.int(), runAttempt: z.int(), eventName: z.string(), ref: z.string(), sha: z.string() },
  ...{ headRef: z.string(), baseRef: z.string(), actor: z.string(), workflow: z.string(), workflowRef: z.string() },
  ...{ jobWorkflowRef: z.string().optional(), environment: z.string().optional() },
});

/** ACTIONS_ID_TOKEN_REQUEST_URL of a job. It holds a `?` already, because clients append `&audience=…`. */
export function idTokenRequestUrl(origin: string, job: OidcJob): string {
  return `${origin}/oidc/token?api-version=2.0&job=${Buffer.from(JSON.stringify(job)).toString('base64url')}`;
}

const TOKEN_LIFE_S = 300;

/**
 * Registers the identity provider: tokens for jobs (RS256, RFC 7515), its discovery document and its keys. A token is given to whoever
 * presents a token of the job's repository that was granted `id-token: write`: 401 for an unknown one, 403 without the grant.
 */
export function registerOidc(bench: Bench): void {
  const { router, tokens, state } = bench;
  const key = lazily(createKey);
  const issuer = (): string => `${bench.origin()}/oidc`;
  router.raw('GET', '/oidc/token', (exchange) => {
    const identity = tokens.identify(exchange.request.headers.authorization);
    const job = parseJob(exchange.url.searchParams.get('job') ?? '');
    if (identity === undefined) sendJson(exchange, 401, { message: 'The token is missing or not known' });
    else if (job === undefined) {
      bench.violation(`OIDC: ${exchange.url.pathname} was not called as ACTIONS_ID_TOKEN_REQUEST_URL says`);
      sendJson(exchange, 400, { message: 'The request is malformed' });
    } else if (identity.grants['id-token'] !== 'write' || identity.repository !== job.repository)
      sendJson(exchange, 403, { message: 'Resource not accessible by integration' });
    else {
      const audience = exchange.url.searchParams.get('audience') ?? `https://github.com/${ownerOf(job.repository)}`;
      sendJson(exchange, 200, { count: 1, value: sign({ iss: issuer(), aud: audience, ...claimsOf(job, state) }, key()) });
    }
  });
  router.raw('GET', '/oidc/.well-known/openid-configuration', (exchange) => {
    sendJson(exchange, 200, describeProvider(issuer()));
  });
  router.raw('GET', '/oidc/.well-known/jwks', (exchange) => {
    const { id, publicKey } = key();
    sendJson(exchange, 200, { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: id }] });
  });
}

interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

function createKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const id = createHash('sha1')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .toUpperCase();
  return { id, privateKey, publicKey };
}

/** Making a key takes a tenth of a second, which most tests do not need to wait for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function parseJob(encoded: string): OidcJob | undefined {
  const parsed = JOB.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}

const ownerOf = (repository: string): string => repository.split('/')[0] ?? '';

/** The claims of https://docs.github.com/actions/reference/security/oidc, but for `iss` and `aud`. */
function claimsOf(job: OidcJob, state: GitHubState): Readonly<Record<string, unknown>> {
  const owner = ownerOf(job.repository);
  const known = state.repositories.get(job.repository);
  const jobWorkflowRef = job.jobWorkflowRef ?? job.workflowRef;
  const seconds = Math.floor(Date.now() / 1000);
  return {
    ...{ jti: randomUUID(), sub: subjectOf(job), nbf: seconds - 60, iat: seconds, exp: seconds + TOKEN_LIFE_S },
    ...{ ref: job.ref, ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch', ref_protected: 'false', sha: job.sha },
    ...{ head_ref: job.headRef, base_ref: job.baseRef, event_name: job.eventName },
    ...{
      repository: job.repository,
      repository_id: String(known?.id ?? 0),
      repository_visibility: known?.private === true ? 'private' : 'public',
    },
    ...{ repository_owner: owner, repository_owner_id: String(accountOf(state, owner).id) },
    ...{ actor: job.actor, actor_id: String(accountOf(state, job.actor).id) },
    ...{ run_id: String(job.runId), run_number: '1', run_attempt: String(job.runAttempt), runner_environment: 'github-hosted' },
    ...{ workflow: job.workflow, workflow_ref: job.workflowRef, workflow_sha: job.sha },
    ...{ job_workflow_ref: jobWorkflowRef, job_workflow_sha: job.sha },
    ...(job.environment === undefined ? {} : { environment: job.environment }),
  };
}

function subjectOf({ repository, environment, eventName, ref }: OidcJob): string {
  if (environment !== undefined) return `repo:${repository}:environment:${environment}`;
  return eventName === 'pull_request' ? `repo:${repository}:pull_request` : `repo:${repository}:ref:${ref}`;
}

function sign(claims: Readonly<Record<string, unknown>>, { id, privateKey }: SigningKey): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ typ: 'JWT', alg: 'RS256', x5t: id, kid: id })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

/** OpenID Connect Discovery 1.0, section 3. */
function describeProvider(issuer: string): unknown {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'ref', 'sha', 'repository', 'run_id', 'job_workflow_ref'],
  };
}

function sendJson({ response }: RawExchange, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
