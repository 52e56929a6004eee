import { at, isRecord, parseJson, textAt } from '../core/json.ts';
import type { ModelCall } from '../core/operation.ts';
import { usageFromOpenAi } from '../pricing/normalize.ts';
import type { ModelUsage } from '../pricing/usage.ts';
import { ending, type Ending } from './failure.ts';
import type { ModelAnswer, ModelCodec, ModelTarget, StreamReader } from './model-codec.ts';

/**
 * OpenAI Chat Completions (platform.openai.com/docs/api-reference/chat), as spoken by OpenAI, DeepSeek, vLLM and others.
 * A stream is asked for its usage and ends in `data: [DONE]`.
 */
export const openAiCodec: ModelCodec = {
  path: '/chat/completions',
  modelsPath: '/models',
  headers: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  body: (call, target) => requestBody(call, target),
  read: readCompletion,
  reader: (target) => createReader(target),
  refusals: ['content_filter'],
};

function requestBody(call: ModelCall, { provider, model }: ModelTarget): unknown {
  // OpenAI's reasoning models refuse `max_tokens`; most servers that speak its format know no other name.
  const limit = provider === 'openai' ? { max_completion_tokens: call.maxTokens } : { max_tokens: call.maxTokens };
  return {
    model,
    messages: call.messages,
    ...limit,
    ...(call.temperature === undefined ? undefined : { temperature: call.temperature }),
    ...(call.stream ? { stream: true, stream_options: { include_usage: true } } : { stream: false }),
  };
}

function readCompletion(document: unknown, target: ModelTarget): ModelAnswer | undefined {
  const message = at(document, 'choices', 0, 'message');
  if (!isRecord(message)) return undefined;
  return {
    text: textAt(message, 'content'),
    hasOtherContent: reasoningOf(message) !== '' || Array.isArray(at(message, 'tool_calls')),
    finish: textAt(document, 'choices', 0, 'finish_reason'),
    usage: usageFromOpenAi(at(document, 'usage'), target),
  };
}

/** DeepSeek and vLLM say `reasoning_content`, newer servers `reasoning`. */
function reasoningOf(message: unknown): string {
  return textAt(message, 'reasoning_content') || textAt(message, 'reasoning');
}

function createReader(target: ModelTarget): StreamReader {
  let text = '';
  let hasOtherContent = false;
  let finish = '';
  let usage: ModelUsage | undefined;
  let ended = false;
  let failure: Ending | undefined;

  const readDelta = (chunk: unknown): boolean => {
    const delta = at(chunk, 'choices', 0, 'delta');
    const content = textAt(delta, 'content');
    const reasoning = reasoningOf(delta);
    text += content;
    hasOtherContent ||= reasoning !== '' || Array.isArray(at(delta, 'tool_calls'));
    return content !== '' || reasoning !== '';
  };
  return {
    read: ({ data }) => {
      if (data === '[DONE]') {
        ended = true;
        return { text: false };
      }
      const chunk = parseJson(data);
      failure ??= failureOf(chunk, data);
      finish = textAt(chunk, 'choices', 0, 'finish_reason') || finish;
      usage = usageFromOpenAi(at(chunk, 'usage'), target) ?? usage;
      return { text: readDelta(chunk) };
    },
    ended: () => ended,
    failure: () => failure,
    answer: () => ({ text, hasOtherContent, finish, usage }),
  };
}

function failureOf(chunk: unknown, data: string): Ending | undefined {
  if (!isRecord(chunk)) return ending('error', { class: 'not_json', message: `expected JSON in the stream, got ${data}` });
  const error = at(chunk, 'error');
  if (error === undefined || error === null) return undefined;
  const message = typeof error === 'string' ? error : textAt(error, 'message') || JSON.stringify(error);
  return ending('error', { class: 'stream_error', message: `the stream reported an error: ${message}` });
}
