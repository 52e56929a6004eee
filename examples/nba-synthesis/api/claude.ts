/** Claude over the Anthropic Messages API. */
import Anthropic from '@anthropic-ai/sdk';
import { isTransientError } from '../resilience/failure.ts';
import type { ModelConfig } from './config.ts';
import { IncompleteStream, MAX_OUTPUT_TOKENS } from './model.ts';
import type { Completion, ModelClient } from './model.ts';
import type { Prompt } from './prompts.ts';
import { usageOfMessage } from './usage.ts';
import type { MessageUsage } from './usage.ts';

/** Broken streams and errors inside a stream (`overloaded_error`), beside what is transient anyway. */
export function isTransientClaudeError(error: unknown): boolean {
  if (error instanceof IncompleteStream) return true;
  if (error instanceof Anthropic.APIUserAbortError) return false;
  // Without a status the connection failed, or the provider reported its failure inside the stream that it had begun.
  if (error instanceof Anthropic.APIError && error.status === undefined) return error.type !== 'invalid_request_error';
  return isTransientError(error);
}

/** Counts that are null or absent leave those of `message_start` in place. */
function overlay(first: MessageUsage, later: MessageUsage): MessageUsage {
  return { ...first, ...Object.fromEntries(Object.entries(later).filter(([, count]) => count !== null)) };
}

async function collect(
  events: AsyncIterable<Anthropic.RawMessageStreamEvent>,
  requested: string,
  onFirstToken: () => void,
): Promise<Completion> {
  let [text, model] = ['', requested];
  let finishReason: string | null = null;
  let usage: MessageUsage | undefined;
  for await (const event of events) {
    if (event.type === 'message_start') {
      model = event.message.model;
      usage = event.message.usage;
    } else if (event.type === 'content_block_delta') {
      onFirstToken();
      if (event.delta.type === 'text_delta') text += event.delta.text;
    } else if (event.type === 'message_delta') {
      finishReason = event.delta.stop_reason;
      usage = overlay(usage ?? {}, event.usage);
    }
  }
  if (finishReason === null) throw new IncompleteStream('the stream ended without a stop reason');
  return { text, model, finishReason, usage: usage === undefined ? undefined : usageOfMessage(usage, model) };
}

/** A client for `config`. The SDK's own retries and logs are off: the policy retries, and the SDK would print answers it cannot parse. */
export function createClaude(config: ModelConfig): ModelClient {
  const sdk = new Anthropic({ baseURL: config.baseUrl, apiKey: config.apiKey, maxRetries: 0, logLevel: 'off' });
  const request = (prompt: Prompt): Anthropic.MessageCreateParamsStreaming => ({
    model: config.model,
    stream: true,
    max_tokens: MAX_OUTPUT_TOKENS,
    system: [
      { type: 'text', text: prompt.instructions },
      { type: 'text', text: prompt.schemas, cache_control: { type: 'ephemeral' } },
    ],
    messages: [{ role: 'user', content: prompt.user }],
  });
  return {
    provider: 'anthropic',
    dependency: 'claude',
    model: config.model,
    isProviderError: (error) => error instanceof Anthropic.AnthropicError,
    async stream(prompt, onFirstToken, signal) {
      try {
        // The method for messages itself prints a line to the console for every call of a model that is about to be retired.
        const call = sdk.post<AsyncIterable<Anthropic.RawMessageStreamEvent>>('/v1/messages', {
          body: request(prompt),
          stream: true,
          signal,
        });
        return await collect(await call, config.model, onFirstToken);
      } catch (error) {
        if (error instanceof SyntaxError)
          throw new IncompleteStream('the stream holds something that is not JSON', { cause: error });
        throw error;
      }
    },
  };
}
