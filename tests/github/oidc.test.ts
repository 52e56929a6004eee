import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { at, parseJson, textAt } from '../../workflows-lib/core/json.ts';
import type { Grants } from './contract.ts';
import { idTokenRequestUrl, type OidcJob } from './oidc.ts';
import { addRepository } from './state.ts';
import { useLoopback } from './use-loopback.ts';

const JOB: OidcJob = {
  ...{
    repository: 'octo-org/octo-repo',
    runId: 42,
    runAttempt: 2,
    eventName: 'push',
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
  },
  ...{ headRef: '', baseRef: '', actor: 'octo-user', workflow: 'Deploy' },
  workflowRef: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
};

const github = useLoopback();

beforeEach(() => {
  addRepository(github.state, JOB.repository);
});

const tokenWith = (grants: Grants, repository = JOB.repository): string => github.token({ repository, grants });

async function getJson(url: string, token?: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: parseJson(await response.text()) };
}

async function idToken(job: OidcJob, query = ''): Promise<string> {
  const { body } = await getJson(idTokenRequestUrl(github.url, job) + query, tokenWith({ 'id-token': 'write' }));
  return textAt(body, 'value');
}

const part = (token: string, index: number): unknown =>
  parseJson(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'));

test('a relying party finds the key by discovery, and the signature holds', async () => {
  const token = await idToken(JOB);
  const issuer = textAt(part(token, 1), 'iss');
  const discovery = await getJson(`${issuer}/.well-known/openid-configuration`);
  expect(at(discovery.body, 'issuer')).toBe(issuer);
  const keys = await getJson(textAt(discovery.body, 'jwks_uri'));
  expect(at(keys.body, 'keys', 0, 'kid')).toBe(at(part(token, 0), 'kid'));
  const key = createPublicKey({ key: at(keys.body, 'keys', 0) as JsonWebKey, format: 'jwk' });
  const [head = '', claims = '', signature = ''] = token.split('.');
  const holds = (text: string): boolean => verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  expect([holds(`${head}.${claims}`), holds(`${head}.${claims}x`)]).toEqual([true, false]);
});

test('the claims say what GitHub documents', async () => {
  const claims = part(await idToken(JOB, `&audience=${encodeURIComponent('https://a.example/?b')}`), 1);
  expect(claims).toMatchObject({
    ...{ sub: 'repo:octo-org/octo-repo:ref:refs/heads/main', aud: 'https://a.example/?b', repository: 'octo-org/octo-repo' },
    ...{ repository_owner: 'octo-org', ref: 'refs/heads/main', ref_type: 'branch', sha: 'a'.repeat(40), event_name: 'push' },
    ...{ run_id: '42', run_attempt: '2', actor: 'octo-user', workflow: 'Deploy', workflow_ref: JOB.workflowRef },
    ...{ job_workflow_ref: JOB.workflowRef, runner_environment: 'github-hosted', repository_visibility: 'public' },
  });
  expect(Number(at(claims, 'exp')) - Date.now() / 1000).toBeGreaterThan(200);
});

test('without an audience it is the owner’s', async () => {
  expect(at(part(await idToken(JOB), 1), 'aud')).toBe('https://github.com/octo-org');
});

test.each([
  [{ eventName: 'pull_request', ref: 'refs/pull/7/merge' }, 'repo:octo-org/octo-repo:pull_request'],
  [{ environment: 'production' }, 'repo:octo-org/octo-repo:environment:production'],
  [{ ref: 'refs/tags/v1' }, 'repo:octo-org/octo-repo:ref:refs/tags/v1'],
])('a job with %j is the subject %s', async (change, subject) => {
  expect(at(part(await idToken({ ...JOB, ...change }), 1), 'sub')).toBe(subject);
});

test('a reusable workflow is named beside the workflow that called it', async () => {
  const jobWorkflowRef = 'shotclock/shotclock/.github/workflows/deploy.yml@refs/tags/v1';
  expect(part(await idToken({ ...JOB, jobWorkflowRef }), 1)).toMatchObject({
    job_workflow_ref: jobWorkflowRef,
    workflow_ref: JOB.workflowRef,
  });
});

test('no token is 401; a token without the grant, or of another repository, is 403', async () => {
  const url = idTokenRequestUrl(github.url, JOB);
  expect((await getJson(url)).status).toBe(401);
  expect((await getJson(url, 'ghs_unknown')).status).toBe(401);
  expect((await getJson(url, tokenWith({ contents: 'write' }))).status).toBe(403);
  expect((await getJson(url, tokenWith({ 'id-token': 'read' }))).status).toBe(403);
  expect((await getJson(url, tokenWith({ 'id-token': 'write' }, 'octo-org/other'))).status).toBe(403);
  expect(github.violations).toEqual([]);
});

test('an address that is not the one of the variable is a violation', async () => {
  expect((await getJson(`${github.url}/oidc/token`, tokenWith({ 'id-token': 'write' }))).status).toBe(400);
  expect(github.violations).toHaveLength(1);
});
