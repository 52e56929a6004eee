/** Everything that can go wrong with a request, as status, type and message for the client. */
import { DependencyError } from '../resilience/failure.ts';
import type { FailureReason } from '../resilience/failure.ts';

/** Values of `error.type` in an answer. */
export type ProblemType =
  | 'invalid_request'
  | 'not_found'
  | 'method_not_allowed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'too_many_requests'
  | 'dependency_failed'
  | 'dependency_timeout'
  | 'dependency_unavailable'
  | 'timeout'
  | 'shutting_down'
  | 'client_closed_request'
  | 'internal_error';

/** What the HTTP answer of an error is made of. */
export interface ProblemDetails {
  readonly status: number;
  readonly type: ProblemType;
  readonly headers?: Readonly<Record<string, string>>;
  /** The dependency that failed. */
  readonly dependency?: string;
}

/** An error with its HTTP answer. Its message is for the client: no secret, no stack, nothing of what a provider wrote. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly details: ProblemDetails;

  constructor(message: string, details: ProblemDetails, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}

const BY_REASON: Readonly<Record<FailureReason, { readonly status: number; readonly type: ProblemType }>> = {
  failed: { status: 502, type: 'dependency_failed' },
  rejected: { status: 502, type: 'dependency_failed' },
  throttled: { status: 503, type: 'dependency_unavailable' },
  open: { status: 503, type: 'dependency_unavailable' },
  timeout: { status: 504, type: 'dependency_timeout' },
};

function dependencyProblem(error: DependencyError): Problem {
  const { dependency, reason, retryAfterMs = 1_000 } = error.failure;
  const { status, type } = BY_REASON[reason];
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const headers = status === 503 ? { 'retry-after': String(seconds) } : {};
  return new Problem(error.message, { status, type, dependency, headers }, { cause: error });
}

/** Whatever was thrown, as the answer to give. What is not known is our bug: 500 without particulars. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof DependencyError) return dependencyProblem(thrown);
  return new Problem('something went wrong on our side', { status: 500, type: 'internal_error' }, { cause: thrown });
}
