/** What was counted inside the calls, as metrics. */
import { FEWEST_COUNTED } from '../../../gate/comparison/exact.ts';
import { SEQUENTIAL_STAGE } from '../../../load/sequential.ts';
import type { Recorder } from '../../../load/recorder.ts';
import type { SeriesBook } from '../series-book.ts';
import { agree, COUNTS } from './counts.ts';
import type { Insight } from './look-again.ts';

/** Where counts are written to. */
export interface CountBooks {
  readonly book: SeriesBook;
  readonly recorders: Readonly<Record<'base' | 'head', Pick<Recorder, 'count'>>>;
}

type Counts = Readonly<Record<'base' | 'head', readonly number[]>>;

const NAMED_AT_MOST = 10;
const SIDES = ['base', 'head'] as const;

/**
 * Writes the counts of every call into both books. An operation where neither side counts anything but zero has no such metric. Returns what
 * could not be compared, and why, as warnings.
 */
export function countInside(insight: Insight, { book, recorders }: CountBooks): string[] {
  const leftOut = new Map<string, string[]>();
  const leaveOut = (name: string, why: string): void => {
    leftOut.set(why, [...(leftOut.get(why) ?? []), name]);
  };
  for (const head of insight.head) {
    const base = insight.base.find(({ operation }) => operation === head.operation);
    if (base === undefined) continue;
    const { operation } = head;
    for (const [metric, countsOf] of Object.entries(COUNTS)) {
      const known = { base: countsOf(base), head: countsOf(head) };
      for (const side of SIDES) {
        for (const value of known[side] ?? []) recorders[side].count({ stage: SEQUENTIAL_STAGE, operation }, metric, value);
      }
      const counts = { base: known.base ?? [], head: known.head ?? [] };
      if (SIDES.every((side) => counts[side].every((value) => value === 0))) continue;
      const why = whyNot(known, counts);
      if (why !== undefined) leaveOut(`${operation}.${metric}`, why);
      else
        for (const side of SIDES)
          for (const value of counts[side]) book.addExact({ operation, metric, unit: 'count' }, side, value);
    }
  }
  return [...leftOut].map(([why, names]) => `Not compared, because ${why}: ${listed(names)}.`);
}

/** Why counts cannot be held against each other; undefined when they can. A side without any is left to the judge. */
function whyNot(known: Readonly<Record<'base' | 'head', unknown>>, counts: Counts): string | undefined {
  const silent = SIDES.find((side) => known[side] === null);
  if (silent !== undefined) return `inside the calls of ${silent} it could not be counted`;
  const few = SIDES.some((side) => counts[side].length > 0 && counts[side].length < FEWEST_COUNTED);
  return few && !agree(counts.base, counts.head) ? 'it differs between calls, and too few of them went well to tell' : undefined;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return `${names.slice(0, NAMED_AT_MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
