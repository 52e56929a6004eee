/** DeepSeek over the OpenAI-compatible Chat Completions API. */
import OpenAI from 'openai';
import { isTransientError } from '../resilience/failure.ts';
import type { ModelConfig } from './config.ts';
import { IncompleteStream, MAX_OUTPUT_TOKENS } from './model.ts';
import type { Completion, ModelClient } from './model.ts';
import type { Prompt } from './prompts.ts';
import { usageOfChat } from './usage.ts';

/** Broken streams and errors inside a stream, beside what is transient anyway. */
export function isTransientDeepSeekError(error: unknown): boolean {
  if (error instanceof IncompleteStream) return true;
  if (error instanceof OpenAI.APIUserAbortError) return false;
  // Without a status the connection failed, or the provider reported its failure inside the stream that it had begun.
  if (error instanceof OpenAI.APIError && error.status === undefined) return error.type !== 'invalid_request_error';
  return isTransientError(error);
}

async function collect(
  chunks: AsyncIterable<OpenAI.ChatCompletionChunk>,
  requested: string,
  onFirstToken: () => void,
): Promise<Completion> {
  let [text, model] = ['', requested];
  let finishReason: string | null = null;
  let usage: OpenAI.CompletionUsage | null = null;
  for await (const chunk of chunks) {
    const choice = chunk.choices[0];
    const content = choice?.delta.content ?? '';
    if (content !== '') onFirstToken();
    text += content;
    model = chunk.model;
    finishReason = choice?.finish_reason ?? finishReason;
    usage = chunk.usage ?? usage;
  }
  if (finishReason === null) throw new IncompleteStream('the stream ended without a finish reason');
  return { text, model, finishReason, usage: usage === null ? undefined : usageOfChat(usage, model) };
}

/** A client for `config`. The SDK's own retries and logs are off: the policy retries, and the SDK would print answers it cannot parse. */
export function createDeepSeek(config: ModelConfig): ModelClient {
  const sdk = new OpenAI({
    baseURL: config.baseUrl,
    apiKey: config.apiKey,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
  });
  const request = (prompt: Prompt): OpenAI.ChatCompletionCreateParamsStreaming => ({
    model: config.model,
    stream: true,
    stream_options: { include_usage: true },
    temperature: 0,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is unknown to DeepSeek
    max_tokens: MAX_OUTPUT_TOKENS,
    messages: [
      { role: 'system', content: `${prompt.instructions}\n\n${prompt.schemas}` },
      { role: 'user', content: prompt.user },
    ],
  });
  return {
    provider: 'deepseek',
    dependency: 'deepseek',
    model: config.model,
    isProviderError: (error) => error instanceof OpenAI.OpenAIError,
    async stream(prompt, onFirstToken, signal) {
      try {
        return await collect(await sdk.chat.completions.create(request(prompt), { signal }), config.model, onFirstToken);
      } catch (error) {
        if (error instanceof SyntaxError)
          throw new IncompleteStream('the stream holds something that is not JSON', { cause: error });
        throw error;
      }
    },
  };
}
