import type { RunDocument } from '../../history/run-document.ts';

/** One class of failures of one operation, over the stages it happened in. */
export interface FailureRow {
  readonly operation: string;
  readonly class: string;
  readonly count: number;
  /** Stage ids in the order of the run. */
  readonly stages: readonly string[];
  /** One message, as the driver wrote it. */
  readonly example: string;
}

/** Failures by operation and class, the most frequent first. */
export function failureRows(run: RunDocument): FailureRow[] {
  const failures = run.outcomes.flatMap(({ operation, stage, failures: list }) =>
    list.map((failure) => ({ ...failure, operation, stage })),
  );
  const groups = Map.groupBy(failures, (failure) => JSON.stringify([failure.operation, failure.class]));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const count = group.reduce((total, failure) => total + failure.count, 0);
      const stages = [...new Set(group.map((failure) => failure.stage))];
      return [{ operation: first.operation, class: first.class, count, stages, example: first.example }];
    })
    .toSorted((left, right) => right.count - left.count);
}
