/** Where the time of calls goes, as seen from outside. */
import type { Attempt } from '../../../drivers/driver.ts';

/** Medians over calls, milliseconds; the phases follow one another. Null where calls have no such phase. */
export interface PhaseTimes {
  readonly total: number | null;
  /** Until the connection was usable; calls on a connection that was open already count as 0 where others opened one. */
  readonly connect: number | null;
  readonly firstByte: number | null;
  /** From the first byte to the first streamed text. */
  readonly firstToken: number | null;
  /** From the first streamed text to the end. */
  readonly tokens: number | null;
  /** From the first byte to the end, where nothing is streamed. */
  readonly body: number | null;
}

/** The phases of calls. A phase that some calls have counts 0 for those without. */
export function phasesOf(attempts: readonly Attempt[]): PhaseTimes {
  const phase = (length: (attempt: Attempt) => number | undefined): number | null => {
    const lengths = attempts.map(length);
    return lengths.every((one) => one === undefined) ? null : medianOf(lengths.map((one) => one ?? 0));
  };
  const between = (from: number | undefined, to: number | undefined): number | undefined =>
    from === undefined || to === undefined ? undefined : to - from;
  return {
    total: phase(({ startMs, endMs }) => endMs - startMs),
    connect: phase(({ startMs, connectedMs }) => between(startMs, connectedMs)),
    firstByte: phase(({ startMs, connectedMs, firstByteMs }) => between(connectedMs ?? startMs, firstByteMs)),
    firstToken: phase(({ firstByteMs, firstTokenMs }) => between(firstByteMs, firstTokenMs)),
    tokens: phase(({ firstTokenMs, endMs }) => between(firstTokenMs, endMs)),
    body: phase(({ firstByteMs, firstTokenMs, endMs }) => (firstTokenMs === undefined ? between(firstByteMs, endMs) : undefined)),
  };
}

/** The median of the values that are there; null without any. */
export function medianOf(values: readonly (number | undefined)[]): number | null {
  const sorted = values.filter((value) => value !== undefined).sort((left, right) => left - right);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Length of the union of intervals: what runs at the same time counts once. */
export function unionMs(intervals: readonly (readonly [startMs: number, endMs: number])[]): number {
  let total = 0;
  let reached = -Infinity;
  for (const [start, end] of intervals.toSorted(([left], [right]) => left - right)) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}
