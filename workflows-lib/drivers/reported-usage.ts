import { z } from 'zod';
import { atPointer } from '../core/json.ts';
import type { ModelUsage } from '../pricing/usage.ts';

const tokens = z.number().int().nonnegative();

const reported = z.array(
  z.object({
    provider: z.string().min(1),
    model: z.string().min(1),
    input: tokens,
    cached: tokens.default(0),
    cache_write: tokens.default(0),
    cache_write_1h: tokens.default(0),
    output: tokens,
    reasoning: tokens.default(0),
  }),
);

/**
 * The token usage that a system reports of itself: an array at a JSON Pointer, one entry for each model that it called. The counts follow
 * `TokenUsage`: `cached` and `cache_write` are part of `input`, `reasoning` part of `output`. Undefined when there is no such array.
 */
export function readUsage(document: unknown, pointer: string): ModelUsage[] | undefined {
  const parsed = reported.safeParse(atPointer(document, pointer));
  return parsed.data?.map(({ cache_write, cache_write_1h, ...rest }) => ({
    ...rest,
    cacheWrite: cache_write,
    cacheWrite1h: cache_write_1h,
  }));
}
