/** The Anthropic Messages wire format. */
import type { TokenUsage } from '../../pricing/usage.ts';
import { parseAnthropicRequest } from './anthropic-request.ts';
import type { Answer, Dialect, RateState } from './dialect.ts';
import type { ProblemKind, ProviderProblem } from './problem.ts';

/** docs.anthropic.com/en/api/errors */
const PROBLEMS: Readonly<Record<ProblemKind, { status: number; type: string }>> = {
  unauthorized: { status: 401, type: 'authentication_error' },
  invalid_request: { status: 400, type: 'invalid_request_error' },
  invalid_json: { status: 400, type: 'invalid_request_error' },
  unknown_model: { status: 404, type: 'not_found_error' },
  unknown_route: { status: 404, type: 'not_found_error' },
  wrong_method: { status: 405, type: 'invalid_request_error' },
  too_large: { status: 413, type: 'request_too_large' },
  rate_limited: { status: 429, type: 'rate_limit_error' },
  server_error: { status: 500, type: 'api_error' },
  overloaded: { status: 529, type: 'overloaded_error' },
};

/** Shortest prefix that is cached, by model (docs.anthropic.com/en/docs/build-with-claude/prompt-caching, "cache limitations"). */
const MINIMUM_CACHED: readonly { readonly model: RegExp; readonly tokens: number }[] = [
  { model: /opus-4-[56]|haiku-4-5/, tokens: 4096 },
  { model: /sonnet-4-6|haiku-3/, tokens: 2048 },
  { model: /^/, tokens: 1024 },
];

/** The dialect of Anthropic. */
export function anthropicDialect(): Dialect {
  return {
    answerPaths: ['/v1/messages'],
    modelPaths: ['/v1/models', '/models'],
    reasons: () => false,
    showsReasoning: false,
    apiKey: (headers) => {
      const key = headers['x-api-key'];
      return typeof key === 'string' ? key : /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
    },
    parse: parseAnthropicRequest,
    cacheUse: (cache, scope, request) => cache.useBreakpoints(scope, request.prompt, minimumCached(request.model)),
    answerId: (digits) => `msg_01${digits.slice(0, 22)}`,
    headers: rateHeaders,
    problem: describe,
    models: (model) => ({
      data: [{ type: 'model', id: model, display_name: model, created_at: '2025-01-01T00:00:00Z' }],
      has_more: false,
      first_id: model,
      last_id: model,
    }),
    tellsUsage: () => true,
    usage,
    whole: (answer) => ({
      ...messageBody(answer, [{ type: 'text', text: answer.plan.text }]),
      ...ending(answer),
      usage: usage(answer.bill),
    }),
    opening,
    content: (_, text) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    reasoning: () => '',
    closing,
  };
}

function minimumCached(model: string): number {
  return MINIMUM_CACHED.find((row) => row.model.test(model))?.tokens ?? 0;
}

function rateHeaders(requestId: string, rate: RateState): Readonly<Record<string, string>> {
  return {
    'request-id': requestId,
    'anthropic-ratelimit-requests-limit': `${rate.limit}`,
    'anthropic-ratelimit-requests-remaining': `${rate.remaining}`,
    'anthropic-ratelimit-requests-reset': rate.resetAt.toISOString(),
  };
}

function describe(problem: ProviderProblem, requestId: string): { status: number; body: object } {
  const { status, type } = PROBLEMS[problem.kind];
  return { status, body: { type: 'error', error: { type, message: problem.message }, request_id: requestId } };
}

/** The three parts of the prompt are disjoint here, unlike in `TokenUsage`. */
function usage(bill: TokenUsage): object {
  return {
    input_tokens: bill.input - bill.cached - bill.cacheWrite,
    cache_creation_input_tokens: bill.cacheWrite,
    cache_read_input_tokens: bill.cached,
    cache_creation: {
      ephemeral_5m_input_tokens: bill.cacheWrite - bill.cacheWrite1h,
      ephemeral_1h_input_tokens: bill.cacheWrite1h,
    },
    output_tokens: bill.output,
    service_tier: 'standard',
  };
}

function ending(answer: Answer): object {
  const reasons = { stop: 'end_turn', length: 'max_tokens', stop_sequence: 'stop_sequence' };
  return { stop_reason: reasons[answer.plan.finish], stop_sequence: answer.plan.stopSequence ?? null };
}

function messageBody(answer: Answer, content: readonly object[]): object {
  return { id: answer.id, type: 'message', role: 'assistant', model: answer.request.model, content };
}

function event(body: { readonly type: string; readonly [field: string]: unknown }): string {
  return `event: ${body.type}\ndata: ${JSON.stringify(body)}\n\n`;
}

/** The first event already counts one output token; later counts are totals, so adding them up would count it twice. */
function opening(answer: Answer): string {
  const started = usage({ ...answer.bill, output: 1 });
  const message = { ...messageBody(answer, []), stop_reason: null, stop_sequence: null, usage: started };
  return [
    event({ type: 'message_start', message }),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    event({ type: 'ping' }),
  ].join('');
}

function closing(answer: Answer): string {
  const { input, cached, cacheWrite, output } = answer.bill;
  const total = {
    input_tokens: input - cached - cacheWrite,
    cache_creation_input_tokens: cacheWrite,
    cache_read_input_tokens: cached,
    output_tokens: output,
  };
  return [
    event({ type: 'content_block_stop', index: 0 }),
    event({ type: 'message_delta', delta: ending(answer), usage: total }),
    event({ type: 'message_stop' }),
  ].join('');
}
