/** Token counts and bills worked out from the simulator's log by hand: nothing of `pricing/` is used, since that is what is checked. */
import { z } from 'zod';
import type { RequestRecord } from '../../workflows-lib/system/simulator/request-log.ts';

/** A model under test, as the simulator and the driver are both told. */
export interface Subject {
  readonly protocol: 'openai' | 'anthropic';
  readonly provider: 'openai' | 'deepseek' | 'anthropic';
  readonly model: string;
}

/** Prompt tokens in three disjoint kinds, then all of them, and the answer. */
export interface HandCount {
  readonly fresh: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly input: number;
  readonly output: number;
}

const openAi = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  prompt_tokens_details: z.object({ cached_tokens: z.int() }),
});
const anthropic = z.object({
  input_tokens: z.int(),
  cache_creation_input_tokens: z.int(),
  cache_read_input_tokens: z.int(),
  output_tokens: z.int(),
});

/**
 * Round numbers, each kind of token at its own, so that tokens counted as the wrong kind change the bill. USD per million. The product is
 * told the same prices: its price table may change, its arithmetic may not.
 */
export const PRICES = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 } as const;

/** What the usage object of one answer says. Throws when it says something else than its provider would. */
export function handCount({ protocol, usage }: RequestRecord): HandCount {
  if (protocol === 'anthropic') {
    const told = anthropic.parse(usage);
    const [fresh, cached, cacheWrite] = [told.input_tokens, told.cache_read_input_tokens, told.cache_creation_input_tokens];
    return { fresh, cached, cacheWrite, input: fresh + cached + cacheWrite, output: told.output_tokens };
  }
  const told = openAi.parse(usage);
  const [input, cached] = [told.prompt_tokens, told.prompt_tokens_details.cached_tokens];
  return { fresh: input - cached, cached, cacheWrite: 0, input, output: told.completion_tokens };
}

/** What one answer costs, in USD. */
export function handBill(record: RequestRecord): number {
  const { fresh, cached, cacheWrite, output } = handCount(record);
  const millionths = fresh * PRICES.input + cached * PRICES.cachedInput + cacheWrite * PRICES.cacheWrite + output * PRICES.output;
  return millionths / 1_000_000;
}
