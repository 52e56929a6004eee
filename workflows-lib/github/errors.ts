/** What ends a conversation with GitHub. The callers look at `httpStatus`; people read the message. */
import { RemoteError, UsageError } from '../core/errors.ts';

/**
 * GitHub understood the request and will not do it: a refused token, a missing permission, something that is not there, a value it does not
 * take. Trying again changes nothing. The property is not called `status`, because octokit's pagination takes a `status` of 409 for an empty list.
 */
export class ApiRefusal extends UsageError {
  readonly httpStatus: number;

  constructor(message: string, httpStatus: number) {
    super(message);
    this.httpStatus = httpStatus;
  }
}

/** An artifact that is not what it says, or is made to do harm. Nothing of it was used. */
export class HostileArtifact extends UsageError {}

/**
 * A request that failed for the moment, was waited for, and must not be sent again as it stands: what it was decided upon may have changed, or
 * it may have arrived after all. Look again, then decide again.
 */
export class DecideAgain extends Error {
  override readonly name = 'DecideAgain';
}

/** Whether GitHub answered with one of these statuses. */
export function wasRefused(thrown: unknown, ...statuses: readonly number[]): boolean {
  return thrown instanceof ApiRefusal && statuses.includes(thrown.httpStatus);
}

/** An answer that is well-formed JSON but not what the API describes. */
export function unexpectedAnswer(action: string, cause?: unknown): RemoteError {
  return new RemoteError(
    `GitHub answered "${action}" with something else than its description promises`,
    { service: 'GitHub', action, attempts: 1 },
    cause === undefined ? {} : { cause },
  );
}
