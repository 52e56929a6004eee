/** What the rules of `bench:rules` have in common: they see the calls of one metric on both sides, and raise an alarm or do not. */

/** The calls of one metric, higher is worse: one list for each pair, in the order in which they were measured. */
export interface MeasuredCalls {
  readonly base: readonly (readonly number[])[];
  readonly head: readonly (readonly number[])[];
}

/** How somebody decides that a metric got worse. */
export interface Rule {
  readonly name: string;
  /** Whether head is called worse than base. */
  alarms(calls: MeasuredCalls): boolean;
}

/** The mean of values; NaN without any. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
