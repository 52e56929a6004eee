/** The OpenAI Chat Completions wire format, with DeepSeek's habits where the provider is DeepSeek. */
import type { TokenUsage } from '../../pricing/usage.ts';
import type { Answer, Dialect, RateState } from './dialect.ts';
import type { ModelRequest } from './model-request.ts';
import { parseOpenAiRequest } from './openai-request.ts';
import type { ProblemKind, ProviderProblem } from './problem.ts';
import type { CacheUse, PromptCache } from './prompt-cache.ts';

interface Shape {
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
}

/** platform.openai.com/docs/guides/error-codes */
const PROBLEMS: Readonly<Record<ProblemKind, Shape>> = {
  unauthorized: { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
  invalid_request: { status: 400, type: 'invalid_request_error', code: 'invalid_value' },
  invalid_json: { status: 400, type: 'invalid_request_error', code: null },
  unknown_model: { status: 404, type: 'invalid_request_error', code: 'model_not_found' },
  unknown_route: { status: 404, type: 'invalid_request_error', code: 'unknown_url' },
  wrong_method: { status: 405, type: 'invalid_request_error', code: 'method_not_supported' },
  too_large: { status: 413, type: 'invalid_request_error', code: null },
  rate_limited: { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
  server_error: { status: 500, type: 'server_error', code: null },
  overloaded: { status: 503, type: 'service_unavailable_error', code: null },
};

/** api-docs.deepseek.com/quick_start/error_codes; an unknown model is a 400 "Model Not Exist" there. */
const DEEPSEEK_PROBLEMS: Readonly<Partial<Record<ProblemKind, Shape>>> = {
  unauthorized: { status: 401, type: 'authentication_error', code: 'invalid_request_error' },
  unknown_model: { status: 400, type: 'invalid_request_error', code: 'invalid_request_error' },
};

/** Models that think before they answer. */
const REASONING_MODEL = /reasoner|^o\d|^gpt-5|thinking|(^|[-/])r1\b/i;

/** OpenAI caches prompts of 1,024 tokens and more in steps of 128; DeepSeek every full block of 64. */
const OPENAI_CACHE = { blockTokens: 128, minimumTokens: 1024 };
const DEEPSEEK_CACHE = { blockTokens: 64, minimumTokens: 64 };

/** The dialect of an OpenAI-compatible provider. */
export function openAiDialect(provider: string): Dialect {
  const deepSeek = provider === 'deepseek';
  const usage = (bill: TokenUsage): object => (deepSeek ? deepSeekUsage(bill) : openAiUsage(bill));
  const writer: Writer = deepSeek ? deepSeekWriter(usage) : openAiWriter(usage);
  return {
    answerPaths: ['/v1/chat/completions', '/chat/completions'],
    modelPaths: ['/v1/models', '/models'],
    reasons: (model) => REASONING_MODEL.test(model),
    showsReasoning: deepSeek,
    apiKey: (headers) => /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1],
    parse: (body) => parseOpenAiRequest(body),
    cacheUse: (cache, scope, request) => useCache(cache, { scope, request, deepSeek }),
    answerId: (digits) => (deepSeek ? uuid(digits) : `chatcmpl-${digits.slice(0, 29)}`),
    headers: (requestId, rate) => (deepSeek ? { 'x-ds-trace-id': requestId } : openAiHeaders(requestId, rate)),
    problem: (problem) => describe(problem, deepSeek),
    models: (model) => ({ object: 'list', data: [{ id: model, object: 'model', created: 1_700_000_000, owned_by: provider }] }),
    tellsUsage: (request) => deepSeek || !request.stream || request.includeUsage,
    usage,
    whole: (answer) => wholeBody(answer, { deepSeek, usage }),
    ...writer,
  };
}

function useCache(cache: PromptCache, use: { scope: string; request: ModelRequest; deepSeek: boolean }): CacheUse {
  const tokens = use.request.prompt.flatMap((part) => part.tokens);
  return cache.usePrefix(use.scope, tokens, use.deepSeek ? DEEPSEEK_CACHE : OPENAI_CACHE);
}

function uuid(digits: string): string {
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-');
}

function openAiHeaders(requestId: string, rate: RateState): Readonly<Record<string, string>> {
  return {
    'x-request-id': requestId,
    'openai-version': '2020-10-01',
    'x-ratelimit-limit-requests': `${rate.limit}`,
    'x-ratelimit-remaining-requests': `${rate.remaining}`,
    'x-ratelimit-reset-requests': `${rate.resetInMs}ms`,
  };
}

function describe(problem: ProviderProblem, deepSeek: boolean): { status: number; body: object } {
  const openAi = PROBLEMS[problem.kind];
  const { status, type, code } = deepSeek ? (DEEPSEEK_PROBLEMS[problem.kind] ?? openAi) : openAi;
  const message = deepSeek && problem.kind === 'unknown_model' ? 'Model Not Exist' : problem.message;
  return { status, body: { error: { message, type, param: problem.param ?? null, code } } };
}

function openAiUsage(bill: TokenUsage): object {
  return {
    prompt_tokens: bill.input,
    completion_tokens: bill.output,
    total_tokens: bill.input + bill.output,
    prompt_tokens_details: { cached_tokens: bill.cached, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: bill.reasoning,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

function deepSeekUsage(bill: TokenUsage): object {
  return {
    prompt_tokens: bill.input,
    completion_tokens: bill.output,
    total_tokens: bill.input + bill.output,
    prompt_tokens_details: { cached_tokens: bill.cached },
    ...(bill.reasoning > 0 ? { completion_tokens_details: { reasoning_tokens: bill.reasoning } } : {}),
    prompt_cache_hit_tokens: bill.cached,
    prompt_cache_miss_tokens: bill.input - bill.cached,
  };
}

const finishOf = (answer: Answer): string => (answer.plan.finish === 'length' ? 'length' : 'stop');

function wholeBody(answer: Answer, habits: { deepSeek: boolean; usage: (bill: TokenUsage) => object }): object {
  const { plan, request } = answer;
  const own = habits.deepSeek
    ? plan.reasoning === ''
      ? {}
      : { reasoning_content: plan.reasoning }
    : { refusal: null, annotations: [] };
  return {
    id: answer.id,
    object: 'chat.completion',
    created: answer.createdSeconds,
    model: request.model,
    choices: [
      { index: 0, message: { role: 'assistant', content: plan.text, ...own }, logprobs: null, finish_reason: finishOf(answer) },
    ],
    usage: habits.usage(answer.bill),
    ...(habits.deepSeek ? {} : { service_tier: 'default' }),
    system_fingerprint: 'fp_simulated',
  };
}

type Writer = Pick<Dialect, 'opening' | 'content' | 'reasoning' | 'closing'>;
type UsageOf = (bill: TokenUsage) => object;

function chunk(answer: Answer, choices: readonly object[], more: object): string {
  const head = { id: answer.id, object: 'chat.completion.chunk', created: answer.createdSeconds, model: answer.request.model };
  return `data: ${JSON.stringify({ ...head, system_fingerprint: 'fp_simulated', choices, ...more })}\n\n`;
}

const choice = (delta: object, finish: string | null = null): object => ({
  index: 0,
  delta,
  logprobs: null,
  finish_reason: finish,
});

/** With `include_usage` every chunk has `usage: null`, and one more chunk without choices carries it; without, no chunk mentions usage. */
function openAiWriter(usage: UsageOf): Writer {
  const noUsage = (answer: Answer): object => (answer.request.includeUsage ? { usage: null } : {});
  return {
    opening: (answer) => chunk(answer, [choice({ role: 'assistant', content: '', refusal: null })], noUsage(answer)),
    content: (answer, text) => chunk(answer, [choice({ content: text })], noUsage(answer)),
    reasoning: () => '',
    closing: (answer) =>
      chunk(answer, [choice({}, finishOf(answer))], noUsage(answer)) +
      (answer.request.includeUsage ? chunk(answer, [], { usage: usage(answer.bill) }) : '') +
      'data: [DONE]\n\n',
  };
}

/**
 * DeepSeek always sends usage, in the chunk that carries the finish reason and never in a chunk of its own; `include_usage` only adds
 * `usage: null` to the chunks before (api-docs.deepseek.com/api/create-chat-completion, `stream_options`). While a request waits, comments
 * keep the connection alive (api-docs.deepseek.com/quick_start/rate_limit).
 */
function deepSeekWriter(usage: UsageOf): Writer {
  const noUsage = (answer: Answer): object => (answer.request.includeUsage ? { usage: null } : {});
  const delta = (answer: Answer, content: string | null, reasoning: string | null): object =>
    answer.plan.reasoning === '' ? { content } : { content, reasoning_content: reasoning };
  return {
    opening: (answer) =>
      `: keep-alive\n\n${chunk(answer, [choice({ role: 'assistant', ...delta(answer, '', null) })], noUsage(answer))}`,
    content: (answer, text) => chunk(answer, [choice(delta(answer, text, null))], noUsage(answer)),
    reasoning: (answer, text) => chunk(answer, [choice(delta(answer, null, text))], noUsage(answer)),
    closing: (answer) =>
      `${chunk(answer, [choice(delta(answer, '', null), finishOf(answer))], { usage: usage(answer.bill) })}data: [DONE]\n\n`,
  };
}
