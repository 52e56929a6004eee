/** What was counted inside the calls, as metrics. */
import { SEQUENTIAL_STAGE } from '../../../load/sequential.ts';
import type { Recorder } from '../../../load/recorder.ts';
import type { SeriesBook } from '../series-book.ts';
import type { OperationAnatomy } from './anatomy.ts';
import type { Insight } from './look-inside.ts';

const COUNTS: Readonly<Record<string, (anatomy: OperationAnatomy) => readonly number[] | null>> = {
  queries: ({ queries }) => queries,
  mcp_calls: ({ toolCalls }) => toolCalls,
  // What is billed is counted with every call that was measured; this is for models whose usage no answer tells.
  model_calls: ({ modelCalls, usage }) => (usage.length === 0 ? modelCalls : null),
};

/** Where counts are written to. */
export interface CountBooks {
  readonly book: SeriesBook;
  readonly recorders: Readonly<Record<'base' | 'head', Pick<Recorder, 'count'>>>;
}

/** Writes the counts of every call into both books. An operation where neither side counts anything but zero has no such metric. */
export function countInside(insight: Insight, { book, recorders }: CountBooks): void {
  for (const head of insight.head) {
    const base = insight.base.find(({ operation }) => operation === head.operation);
    if (base === undefined) continue;
    for (const [metric, countsOf] of Object.entries(COUNTS)) {
      const counts = { base: countsOf(base), head: countsOf(head) };
      const { operation } = head;
      for (const side of ['base', 'head'] as const) {
        for (const value of counts[side] ?? []) recorders[side].count({ stage: SEQUENTIAL_STAGE, operation }, metric, value);
      }
      if (counts.base === null || counts.head === null) continue;
      if ([...counts.base, ...counts.head].every((value) => value === 0)) continue;
      for (const side of ['base', 'head'] as const) {
        for (const value of counts[side] ?? []) book.addExact({ operation, metric, unit: 'count' }, side, value);
      }
    }
  }
}
