import { at, isRecord, parseJson, textAt } from '../core/json.ts';
import type { ModelCall } from '../core/operation.ts';
import { usageFromAnthropic } from '../pricing/normalize.ts';
import { ending, type Ending } from './failure.ts';
import type { ModelAnswer, ModelCodec, ModelTarget, StreamReader } from './model-codec.ts';

/** Anthropic Messages (docs.anthropic.com/en/api/messages). A stream ends in a `message_stop` event. */
export const anthropicCodec: ModelCodec = {
  path: '/v1/messages',
  modelsPath: '/v1/models',
  headers: (apiKey) => ({ 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' }),
  body: (call, { model }) => requestBody(call, model),
  read: readMessage,
  reader: (target) => createReader(target),
  refusals: ['refusal'],
};

function requestBody(call: ModelCall, model: string): unknown {
  const system = call.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  return {
    model,
    max_tokens: call.maxTokens,
    // The system prompt is a field of its own in this format, not a message.
    ...(system.length === 0 ? undefined : { system: system.join('\n\n') }),
    messages: call.messages.filter(({ role }) => role !== 'system'),
    ...(call.temperature === undefined ? undefined : { temperature: call.temperature }),
    stream: call.stream,
  };
}

function readMessage(document: unknown, target: ModelTarget): ModelAnswer | undefined {
  const content = at(document, 'content');
  if (!Array.isArray(content)) return undefined;
  const blocks: readonly unknown[] = content;
  return {
    text: blocks.map((block) => textAt(block, 'text')).join(''),
    hasOtherContent: blocks.some((block) => textAt(block, 'type') !== 'text'),
    finish: textAt(document, 'stop_reason'),
    usage: usageFromAnthropic(at(document, 'usage'), target),
  };
}

/** `message_start` brings the prompt's counts, `message_delta` the running total of the output; null says nothing. */
function overlay(first: unknown, last: unknown): Readonly<Record<string, unknown>> {
  const said = (counts: unknown): [string, unknown][] =>
    isRecord(counts) ? Object.entries(counts).filter(([, value]) => value !== null) : [];
  return Object.fromEntries([...said(first), ...said(last)]);
}

function createReader(target: ModelTarget): StreamReader {
  let text = '';
  let hasOtherContent = false;
  let finish = '';
  let counts: Readonly<Record<string, unknown>> = {};
  let ended = false;
  let failure: Ending | undefined;

  const readDelta = (document: unknown): boolean => {
    const piece = textAt(document, 'delta', 'text');
    const thinking = textAt(document, 'delta', 'thinking');
    text += piece;
    hasOtherContent ||= thinking !== '';
    return piece !== '' || thinking !== '';
  };
  return {
    read: ({ data }) => {
      const document = parseJson(data);
      const type = textAt(document, 'type');
      if (!isRecord(document)) {
        failure ??= ending('error', { class: 'not_json', message: `expected JSON in the stream, got ${data}` });
      } else if (type === 'content_block_delta') return { text: readDelta(document) };
      else if (type === 'content_block_start') hasOtherContent ||= textAt(document, 'content_block', 'type') !== 'text';
      else if (type === 'message_start') counts = overlay(counts, at(document, 'message', 'usage'));
      else if (type === 'message_delta') {
        counts = overlay(counts, at(document, 'usage'));
        finish = textAt(document, 'delta', 'stop_reason') || finish;
      } else if (type === 'message_stop') ended = true;
      else if (type === 'error') failure ??= streamError(document);
      return { text: false };
    },
    ended: () => ended,
    failure: () => failure,
    answer: () => ({ text, hasOtherContent, finish, usage: usageFromAnthropic(counts, target) }),
  };
}

function streamError(document: unknown): Ending {
  const type = textAt(document, 'error', 'type');
  const message = `the stream reported ${type || 'an error'}: ${textAt(document, 'error', 'message')}`;
  if (type === 'rate_limit_error') return ending('throttled', { class: 'stream_rate_limit', message });
  return ending('error', { class: type === 'overloaded_error' ? 'overloaded' : 'stream_error', message });
}
