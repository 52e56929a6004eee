/** What is counted inside calls and compared, as metrics. */
import type { OperationAnatomy } from './anatomy.ts';

/** Counts of an operation, one a call, by metric; null where they are not known, or are known better from elsewhere. */
export const COUNTS: Readonly<Record<string, (anatomy: OperationAnatomy) => readonly number[] | null>> = {
  queries: ({ queries }) => queries,
  mcp_calls: ({ toolCalls }) => toolCalls,
  // What is billed is counted with every call that was measured; this is for models whose usage no answer tells.
  model_calls: ({ modelCalls, usage }) => (usage.length === 0 ? modelCalls : null),
};

/** Whether all calls of both sides count the same. */
export function agree(base: readonly number[], head: readonly number[]): boolean {
  return new Set([...base, ...head]).size <= 1;
}
