import type { OperationPlan, Plan } from '../../config/plan.ts';
import type { Comparison } from '../../history/comparison.ts';

/** Operations by what can be said of them on both sides. */
export interface OperationPairs {
  /** On both sides, and the same thing. */
  readonly common: readonly string[];
  readonly listed: Comparison['operations'];
}

/** Pairs the operations of two plans by name. One that does something else now is no longer the same operation: it is told, not compared. */
export function pairOperations(base: Plan, head: Plan): OperationPairs {
  const before = new Map(base.operations.map((operation) => [operation.name, meaningOf(operation, base)]));
  const after = new Map(head.operations.map((operation) => [operation.name, meaningOf(operation, head)]));
  const shared = [...after.keys()].filter((name) => before.has(name));
  return {
    common: shared.filter((name) => before.get(name) === after.get(name)),
    listed: {
      added: [...after.keys()].filter((name) => !before.has(name)),
      removed: [...before.keys()].filter((name) => !after.has(name)),
      changed: shared.filter((name) => before.get(name) !== after.get(name)),
    },
  };
}

/** What an operation does, wherever its plan lies. */
function meaningOf({ on, call, expect, timeoutMs }: OperationPlan, { root }: Plan): string {
  return JSON.stringify({ on, call, expect, timeoutMs }).replaceAll(JSON.stringify(root).slice(1, -1), '.');
}
