/** Usage objects of the providers' answers, turned into one shape. What does not add up is no usage: better unknown than wrong. */
import { isRecord } from '../core/json.ts';
import type { ModelUsage, TokenUsage } from './usage.ts';

/** Who billed the usage. */
export interface Biller {
  readonly provider: string;
  readonly model: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a nested object; none when it is absent, null or no object. */
function nested(fields: Fields, ...names: readonly string[]): Fields {
  return names.map((name) => fields[name]).find(isRecord) ?? {};
}

/** The first field that is there (null is 0); undefined when none is. NaN when it is no token count, which no check below lets through. */
function tokens(fields: Fields, ...names: readonly string[]): number | undefined {
  const name = names.find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
  if (name === undefined) return names.some((candidate) => fields[candidate] === null) ? 0 : undefined;
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : NaN;
}

function consistent(usage: TokenUsage): boolean {
  const counts = [usage.input, usage.cached, usage.cacheWrite, usage.cacheWrite1h, usage.output, usage.reasoning];
  return (
    counts.every((value) => Number.isSafeInteger(value)) &&
    usage.cached + usage.cacheWrite <= usage.input &&
    usage.cacheWrite1h <= usage.cacheWrite &&
    usage.reasoning <= usage.output
  );
}

/**
 * Usage of an OpenAI-compatible answer: chat completions (`prompt_tokens`, `completion_tokens` and their details), responses (`input_tokens`,
 * `output_tokens`) and DeepSeek's `prompt_cache_hit_tokens` beside them. Cached tokens are part of the input there.
 * Null is 0. Undefined when it is no usage object, a count is negative or fractional, or a part is larger than its whole.
 */
export function usageFromOpenAi(fields: unknown, biller: Biller): ModelUsage | undefined {
  if (!isRecord(fields)) return undefined;
  const prompt = nested(fields, 'prompt_tokens_details', 'input_tokens_details');
  const completion = nested(fields, 'completion_tokens_details', 'output_tokens_details');
  const hit = tokens(fields, 'prompt_cache_hit_tokens');
  const miss = tokens(fields, 'prompt_cache_miss_tokens');
  const input =
    tokens(fields, 'prompt_tokens', 'input_tokens') ?? (hit === undefined || miss === undefined ? undefined : hit + miss);
  const output = tokens(fields, 'completion_tokens', 'output_tokens');
  if (input === undefined || output === undefined) return undefined;
  const usage: ModelUsage = {
    provider: biller.provider,
    model: biller.model,
    input,
    cached: tokens(prompt, 'cached_tokens') ?? hit ?? 0,
    cacheWrite: tokens(prompt, 'cache_write_tokens') ?? 0,
    cacheWrite1h: 0,
    output,
    reasoning: tokens(completion, 'reasoning_tokens') ?? 0,
  };
  return consistent(usage) ? usage : undefined;
}

/**
 * Usage of an Anthropic answer, where `input_tokens`, `cache_read_input_tokens` and `cache_creation_input_tokens` are disjoint: `input` is
 * their sum. For a stream, pass the usage of `message_start` overlaid with that of the last `message_delta`, whose counts are cumulative.
 * Null is 0. Undefined when it is no usage object, a count is negative or fractional, or a part is larger than its whole.
 */
export function usageFromAnthropic(fields: unknown, biller: Biller): ModelUsage | undefined {
  if (!isRecord(fields)) return undefined;
  const creation = nested(fields, 'cache_creation');
  const uncached = tokens(fields, 'input_tokens');
  const output = tokens(fields, 'output_tokens');
  if (uncached === undefined || output === undefined) return undefined;
  const cached = tokens(fields, 'cache_read_input_tokens') ?? 0;
  const cacheWrite1h = tokens(creation, 'ephemeral_1h_input_tokens') ?? 0;
  const split = (tokens(creation, 'ephemeral_5m_input_tokens') ?? 0) + cacheWrite1h;
  const cacheWrite = tokens(fields, 'cache_creation_input_tokens') ?? split;
  const usage: ModelUsage = {
    provider: biller.provider,
    model: biller.model,
    input: uncached + cached + cacheWrite,
    cached,
    cacheWrite,
    cacheWrite1h,
    output,
    reasoning: tokens(nested(fields, 'output_tokens_details'), 'thinking_tokens') ?? 0,
  };
  return consistent(usage) ? usage : undefined;
}
