import type { Comparison } from '../../history/comparison.ts';
import { oneLine } from '../escape.ts';

/** A side that could not be measured, and the last that was heard of it. */
export interface BrokenSide {
  readonly side: 'base' | 'head';
  /** What happened, in one line; text from outside. */
  readonly summary: string;
  /** Last lines of its output, each one line; text from outside, often none. */
  readonly lines: readonly string[];
}

const LONGEST_LINE = 300;
const MOST_LINES = 20;
const ANNOUNCED = /[.:;]?\s*Its last lines:?\s*$/;

/** What `compare` gives as the failure of base where both sides can be measured, but do not do the same in anything. */
const NOTHING_IN_COMMON = /^no operation is the same in base and head\b/;

/** Whether head was judged alone because nothing of it can be held against base. */
export function hasNothingInCommon({ baseFailure }: Pick<Comparison, 'baseFailure'>): boolean {
  return NOTHING_IN_COMMON.test(baseFailure ?? '');
}

/** The side that broke, if one did: head before base, because head fails for it. */
export function brokenSide({
  baseFailure,
  headFailure,
}: Pick<Comparison, 'baseFailure' | 'headFailure'>): BrokenSide | undefined {
  const failure = headFailure ?? baseFailure;
  if (failure === undefined) return undefined;
  const [first = '', ...rest] = failure.split('\n');
  const lines = rest.map((line) => oneLine(line, LONGEST_LINE)).filter((line) => line !== '');
  return {
    side: headFailure === undefined ? 'base' : 'head',
    summary: first.replace(ANNOUNCED, ''),
    lines: lines.slice(-MOST_LINES),
  };
}
