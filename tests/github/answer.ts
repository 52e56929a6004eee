/** What a REST handler answers: JSON, or a redirect without a body. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** 200 with a document. */
export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body, headers };
}

/** 201 with the document that was created. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** 204. */
export function noContent(): Answer {
  return { status: 204 };
}

/** An error as GitHub words it. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: { message, documentation_url: DOCUMENTATION, status: String(status) }, headers };
}

/** 404: also what a token sees that may not know of the thing. */
export function notFound(): Answer {
  return refusal(404, 'Not Found');
}

/** One reason of a 422. */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message?: string;
}

/** 422 with its reasons. */
export function invalid(...errors: readonly FieldError[]): Answer {
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: DOCUMENTATION, status: '422' } };
}
