/** What a provider refuses, before it is written in that provider's own shape. */

export type ProblemKind =
  | 'unauthorized'
  | 'invalid_request'
  | 'invalid_json'
  | 'unknown_model'
  | 'unknown_route'
  | 'wrong_method'
  | 'too_large'
  | 'rate_limited'
  | 'server_error'
  | 'overloaded';

/** A request that gets an error for an answer. */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem';
  readonly kind: ProblemKind;
  /** The parameter that is wrong, as a path: `messages[0].content`. */
  readonly param: string | undefined;

  constructor(kind: ProblemKind, message: string, param?: string) {
    super(message);
    this.kind = kind;
    this.param = param;
  }
}

const FAULT_MESSAGES: Readonly<Partial<Record<ProblemKind, string>>> = {
  unauthorized: 'The API key is not valid.',
  rate_limited: 'Rate limit reached. Please try again after the time in retry-after.',
  server_error: 'The server had an error while processing the request.',
  overloaded: 'The model is overloaded. Please try again later.',
};

/** A problem that is no fault of the request. */
export function faultProblem(kind: ProblemKind): ProviderProblem {
  return new ProviderProblem(kind, `${FAULT_MESSAGES[kind] ?? kind} (simulated)`);
}
