/** A failed request as the error that people read. No token, header, body or signed address gets into a message. */
import { RemoteError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import { ApiRefusal } from './errors.ts';
import type { AnsweredFailure, Failure } from './failure.ts';
import { neededPermissions, type RouteWords } from './routes.ts';

/** What was asked, for the sentence. */
export interface Asked {
  readonly words: RouteWords;
  /** Of the API, without base and query. */
  readonly path: string;
  readonly method: string;
  readonly attempts: number;
}

/** What is said of a token that may not write, beside the permission: no permission helps a fork. */
const FORK_HINT =
  'in a run for a pull request from a fork the token only reads, whatever is granted: there benchmark-comment.yml publishes the result';

/** The error for a failure that was not, or not again, retried. */
export function explain(failure: Failure, asked: Asked): ApiRefusal | RemoteError {
  if (failure.kind === 'silence') {
    return remote(`GitHub could not be reached for ${asked.words.action}: ${failure.reason}`, asked, failure.cause);
  }
  const { status } = failure;
  if (status === 401) return new ApiRefusal(refusedToken(asked), status);
  if (status === 403) return new ApiRefusal(forbidden(failure, asked), status);
  if (status === 404) return new ApiRefusal(notFound(failure, asked), status);
  if (status === 410)
    return new ApiRefusal(`GitHub no longer has ${asked.words.subject} (${shown(asked)})${said(failure)}`, status);
  if (status === 422) return new ApiRefusal(`GitHub does not take ${asked.words.action}${said(failure)}`, status);
  return remote(`GitHub answered ${String(status)} to ${asked.words.action}${said(failure)}`, asked);
}

/** The error for a rate limit that would have to be waited for too long. */
export function rateLimited(resetsAt: Date, waitMs: number, asked: Asked): RemoteError {
  const minutes = Math.ceil(waitMs / 60_000);
  const when = `${resetsAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return remote(
    `GitHub's rate limit for this token is used up (${asked.words.action}): it resets at ${when}, in ${String(minutes)} min; run the job again then`,
    asked,
  );
}

function remote(message: string, asked: Asked, cause?: unknown): RemoteError {
  const tries = asked.attempts === 1 ? '' : ` (tried ${String(asked.attempts)} times)`;
  const failure = { service: 'GitHub', action: asked.words.action, attempts: asked.attempts };
  return new RemoteError(`${message}${tries}`, failure, cause === undefined ? {} : { cause });
}

function refusedToken({ words }: Asked): string {
  return `GitHub refused the token (${words.action}): it is wrong, has expired or belongs to another server; give the job's own, \`\${{ github.token }}\``;
}

function forbidden(failure: AnsweredFailure, asked: Asked): string {
  const { words, method } = asked;
  if (/must authenticate via a GitHub App/i.test(failure.message)) {
    return `a personal token may not ${words.ability}: only GitHub Apps may; give the job's own token, \`\${{ github.token }}\``;
  }
  if (!/not accessible by/i.test(failure.message)) return `GitHub refuses ${words.action}${said(failure)}`;
  const needed = neededPermissions(failure.headers['x-accepted-github-permissions'], words).map(
    (permission) => `\`${permission}\``,
  );
  const hint = method === 'GET' || method === 'HEAD' ? '' : ` (${FORK_HINT})`;
  return `the token may not ${words.ability}: ${mend(needed, failure, words)}${hint}`;
}

function mend(needed: readonly string[], failure: AnsweredFailure, { permission, eventually }: RouteWords): string {
  if (needed.length === 0) return `GitHub says: ${failure.message}`;
  const grant = `grant ${needed.join(' and ')} in the job's permissions`;
  if (eventually === undefined || needed.join() !== `\`${permission ?? ''}\``) return grant;
  return `grant \`${eventually}\` in the job's permissions (${needed.join()} would do for reading alone)`;
}

function notFound(failure: AnsweredFailure, asked: Asked): string {
  const needed = neededPermissions(failure.headers['x-accepted-github-permissions'], asked.words);
  const permission = needed.length === 0 ? '' : `: it would need ${needed.map((name) => `\`${name}\``).join(' and ')}`;
  return `GitHub did not find ${asked.words.subject} (${shown(asked)}): it does not exist, or the token may not see it${permission}`;
}

function shown({ method, path }: Asked): string {
  return `${method} ${oneLine(path, 200)}`;
}

function said(failure: AnsweredFailure): string {
  return failure.message === '' ? '' : `: ${failure.message}`;
}
