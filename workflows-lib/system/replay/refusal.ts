/** Refusals of our own, in the provider's form: official clients show the message of these. */
import type { ServerResponse } from 'node:http';
import type { Protocol } from './recording.ts';

/** Why a request is not passed on or played. */
export type RefusalKind = 'no_recording' | 'unauthorized' | 'too_large' | 'unreachable';

/** Clients retry what may pass (502), and not what will not. */
const SHAPES: Readonly<Record<RefusalKind, { readonly status: number; readonly openai: string; readonly anthropic: string }>> = {
  no_recording: { status: 404, openai: 'invalid_request_error', anthropic: 'not_found_error' },
  unauthorized: { status: 401, openai: 'invalid_request_error', anthropic: 'authentication_error' },
  too_large: { status: 413, openai: 'invalid_request_error', anthropic: 'request_too_large' },
  unreachable: { status: 502, openai: 'server_error', anthropic: 'api_error' },
};

/** A refusal on its way. */
export interface Refusal {
  readonly protocol: Protocol;
  readonly kind: RefusalKind;
  readonly message: string;
}

/** Answers with an error as the provider writes errors. Returns its status. */
export function refuse(response: ServerResponse, { protocol, kind, message }: Refusal): number {
  const shape = SHAPES[kind];
  const body =
    protocol === 'openai'
      ? { error: { message, type: shape.openai, param: null, code: kind } }
      : { type: 'error', error: { type: shape.anthropic, message }, request_id: null };
  response.writeHead(shape.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
  return shape.status;
}
