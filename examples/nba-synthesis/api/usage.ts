/** Tokens of one model call, normalised over providers. */
import type Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';

/** `input` holds every prompt token, `cached` and `cache_write` are parts of it; `output` holds every generated token, `reasoning` is a part of it. */
export interface CallUsage {
  readonly provider: string;
  /** The model that the provider says has answered. */
  readonly model: string;
  readonly input: number;
  readonly cached: number;
  readonly cache_write: number;
  readonly output: number;
  readonly reasoning: number;
}

/** DeepSeek's own name for cached prompt tokens, beside the OpenAI one. */
interface DeepSeekUsage extends OpenAI.CompletionUsage {
  readonly prompt_cache_hit_tokens?: number;
}

/** OpenAI-compatible usage: the parts are already subsets of the totals. */
export function usageOfChat(usage: DeepSeekUsage, model: string): CallUsage {
  return {
    provider: 'deepseek',
    model,
    input: usage.prompt_tokens,
    cached: usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0,
    cache_write: usage.prompt_tokens_details?.cache_write_tokens ?? 0,
    output: usage.completion_tokens,
    reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
  };
}

/** What Anthropic counts over a stream: `message_start` first, then cumulative totals in `message_delta`. Null leaves a count as it was. */
export type MessageUsage = Pick<
  Partial<Anthropic.MessageDeltaUsage>,
  'input_tokens' | 'cache_read_input_tokens' | 'cache_creation_input_tokens' | 'output_tokens' | 'output_tokens_details'
>;

/** Anthropic reports uncached, cached and cache-written prompt tokens apart from each other: their sum is the input. */
export function usageOfMessage(usage: MessageUsage, model: string): CallUsage {
  const cached = usage.cache_read_input_tokens ?? 0;
  const written = usage.cache_creation_input_tokens ?? 0;
  return {
    provider: 'anthropic',
    model,
    input: (usage.input_tokens ?? 0) + cached + written,
    cached,
    cache_write: written,
    output: usage.output_tokens ?? 0,
    reasoning: usage.output_tokens_details?.thinking_tokens ?? 0,
  };
}
