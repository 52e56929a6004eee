import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../workflows-lib/core/json.ts';

/** The job that a runtime token belongs to. */
export interface RuntimeJob {
  readonly repository: string;
  readonly runId: number;
  /** The backend's id of the job; any text without blanks and colons. */
  readonly job: string;
}

/** Real runtime tokens are known to the service by their signature; these by a mark that only this process can make. */
const KEY = randomBytes(32);

/**
 * ACTIONS_RUNTIME_TOKEN: an unsigned JSON Web Token (RFC 7519, `alg: none`) whose `scp` names run and job, as `@actions/artifact` reads it.
 * Every call for the same job gives the same token.
 */
export function runtimeToken(job: RuntimeJob): string {
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    scp: `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${job.runId}:${job.job}`,
    repository: job.repository,
  };
  const payload = encode({ ...claims, jti: mark(JSON.stringify(claims)).toString('hex') });
  return `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`;
}

/** The job of an Authorization header with a runtime token; undefined for every other header. */
export function identifyRuntimeToken(authorization: string | undefined): RuntimeJob | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.$/i.exec(authorization ?? '')?.[1] ?? '';
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const parsed = CLAIMS.safeParse(claims);
  if (!parsed.success) return undefined;
  const { jti, ...marked } = parsed.data;
  const [given, wanted] = [Buffer.from(jti, 'hex'), mark(JSON.stringify(marked))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const [, runId = '', job = ''] = /Actions\.Results:(\d+):(\S+)$/.exec(marked.scp) ?? [];
  return { repository: marked.repository, runId: Number(runId), job };
}

const CLAIMS = z.strictObject({ iss: z.string(), scp: z.string(), repository: z.string(), jti: z.string() });

function mark(text: string): Buffer {
  return createHmac('sha256', KEY).update(text).digest();
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
