import { QUANTILES } from '../../gate/evidence.ts';
import type { Objective } from '../../gate/objective.ts';
import type { OperationRecord } from '../../load/recorder.ts';
import { minimumCount } from '../../stats/quantile.ts';

/** What a side was measured by, and the time that is left. */
export interface LackingRequest {
  readonly objectives: readonly Objective[];
  readonly records: readonly Pick<OperationRecord, 'operation' | 'outcomes' | 'busyMs'>[];
  readonly leftMs: number;
}

/**
 * How many calls the percentiles that objectives limit still lack, by operation: pairs end when the comparison is decided, which says nothing about
 * limits. As many operations as fit into the time left, those that need least of it first. One that never answered rightly would not now.
 */
export function lackingCalls({ objectives, records, leftMs }: LackingRequest): Map<string, number> {
  const lacking = records
    .map((record) => ({ operation: record.operation, ...lackOf(record, objectives) }))
    .filter(({ calls }) => calls > 0)
    .toSorted((left, right) => left.ms - right.ms);
  const chosen = new Map<string, number>();
  let spentMs = 0;
  for (const { operation, calls, ms } of lacking) {
    if (spentMs + ms > leftMs) break;
    spentMs += ms;
    chosen.set(operation, calls);
  }
  return chosen;
}

function lackOf(
  { operation, outcomes, busyMs }: LackingRequest['records'][number],
  objectives: readonly Objective[],
): { readonly calls: number; readonly ms: number } {
  const needed = Math.max(0, ...objectives.filter((one) => one.operation === operation).map(neededFor));
  const made = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  if (outcomes.ok === 0 || outcomes.ok >= needed) return { calls: 0, ms: 0 };
  const calls = Math.ceil(((needed - outcomes.ok) * made) / outcomes.ok);
  return { calls, ms: (calls * busyMs) / made };
}

/** Objectives under a load are judged where there is one. */
function neededFor({ statistic, users }: Objective): number {
  const quantile = users === undefined ? QUANTILES.get(statistic) : undefined;
  return quantile === undefined ? 0 : minimumCount(quantile);
}
