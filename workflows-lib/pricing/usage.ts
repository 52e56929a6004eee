/** Tokens of one model call, normalised over providers. */

/**
 * Token counts, normalised so that the parts never overlap twice:
 * `input` is every prompt token, `cached` and `cacheWrite` are subsets of it; `output` is every generated token, `reasoning` a subset of it.
 * OpenAI and DeepSeek report it this way; Anthropic reports the three prompt parts disjoint, so they are added up.
 */
export interface TokenUsage {
  readonly input: number;
  /** Prompt tokens read from the provider's cache. */
  readonly cached: number;
  /** Prompt tokens written to the cache, 5-minute and 1-hour lifetimes together. */
  readonly cacheWrite: number;
  /** The part of `cacheWrite` with a 1-hour lifetime (priced apart by Anthropic). */
  readonly cacheWrite1h: number;
  readonly output: number;
  readonly reasoning: number;
}

/** A usage and the model that billed it. */
export interface ModelUsage extends TokenUsage {
  readonly provider: string;
  readonly model: string;
}
