import type { ComparedSeries } from '../../history/comparison.ts';
import { judgement, type Judgement } from './judged.ts';

type Counted = NonNullable<ComparedSeries['baseValues']>[number];
type Side = readonly Counted[];

/** Sums of money differ by rounding with the order in which they were added up. */
const RESOLUTION = 1e-9;
/** Calls that stray may be left out of account on each side: of so large a share of all, rounded down. */
const STRAYS = 0.05;
/** Values of each side without which values that vary lie apart by chance too easily: 8 and 8 do in one of 6,435 cases (2 / C(16, 8)). */
export const FEWEST_COUNTED = 8;
const VARIES = 'it varies between calls';

/** How many values a side has. */
export function total(side: Side): number {
  return side.reduce((sum, { count }) => sum + count, 0);
}

function mean(side: Side): number {
  return side.reduce((sum, { value, count }) => sum + value * count, 0) / total(side);
}

/** Each distinct value once, upwards, those that are one but for rounding taken together. */
function ordered(values: Side = []): Side {
  const merged: Counted[] = [];
  for (const { value, count } of values.filter((one) => one.count > 0).toSorted((left, right) => left.value - right.value)) {
    const before = merged.at(-1);
    if (before !== undefined && isSame(before.value, value))
      merged.splice(-1, 1, { value: before.value, count: before.count + count });
    else merged.push({ value, count });
  }
  return merged;
}

function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) <= RESOLUTION * Math.max(Math.abs(left), Math.abs(right));
}

/** -1, 0 or 1: whether head lies below base, as high, or above, by more than the tolerance. */
function direction(base: number, head: number, tolerance: number): number {
  const beyond = Math.abs(head - base) - tolerance;
  return isSame(base, head) || beyond <= RESOLUTION * Math.max(Math.abs(base), Math.abs(head)) ? 0 : Math.sign(head - base);
}

/** The lowest and the highest value, strays left out: those few that would have to go for the range to narrow, by rank from either end. */
function range(side: Side): { readonly low: number; readonly high: number } {
  const strays = Math.floor(STRAYS * total(side));
  const at = (values: Side): number => {
    let passed = 0;
    return values.find(({ count }) => (passed += count) > strays)?.value ?? NaN;
  };
  return { low: at(side), high: at(side.toReversed()) };
}

/** Both sides have the same number of values in the same shares, as calls with changing arguments have when they are the same calls. */
function isAligned(base: Side, head: Side): boolean {
  const [before, after] = [total(base), total(head)];
  const alike = ({ count }: Counted, index: number): boolean =>
    Math.abs(count / before - (head[index]?.count ?? 0) / after) <= STRAYS;
  return base.length === head.length && base.every(alike);
}

/** Values that come again and again are those of certain calls; values that come once may be anything. */
function isRepeated(side: Side): boolean {
  return side.every(({ count }) => count >= 5);
}

/**
 * Judges something that is counted: tokens, queries, money with simulated providers. Where each side has one value they are held against each
 * other, to the last unit beyond the tolerance. Where a side varies between calls, head is worse when its values lie above all of base's (a
 * twentieth of the calls may stray), or when the same calls cost more: as many values, each as frequent as its counterpart, none lower and some
 * higher; for either there have to be at least 8 values on each side. Values that agree are fine; all else is undecided.
 */
export function judgeExact({ tolerance, baseValues, headValues }: ComparedSeries): Judgement {
  const [base, head] = [ordered(baseValues), ordered(headValues)];
  if (base.length === 0 || head.length === 0) return judgement('inconclusive', { reason: 'a side has no values to compare' });
  const change = { estimate: mean(head) - mean(base), low: null, high: null };
  const single = base.length === 1 && head.length === 1;
  const few = !single && Math.min(total(base), total(head)) < FEWEST_COUNTED;
  const way = single ? direction(mean(base), mean(head), tolerance) : wayOf(base, head, tolerance);
  const reason = single ? {} : { reason: VARIES };
  if (way === undefined) return judgement('inconclusive', { change, reason: `${VARIES}, on both sides over the same range` });
  if (few && way !== 0) {
    return judgement('inconclusive', {
      change,
      reason: `${VARIES}, and fewer than ${FEWEST_COUNTED} on a side could differ so by chance`,
    });
  }
  return judgement(way > 0 ? 'regression' : way < 0 ? 'improvement' : 'fine', { change, ...reason });
}

function wayOf(base: Side, head: Side, tolerance: number): number | undefined {
  const [before, after] = [range(base), range(head)];
  if (direction(before.high, after.low, tolerance) > 0) return 1;
  if (direction(before.low, after.high, tolerance) < 0) return -1;
  const settled = before.low === before.high && after.low === after.high;
  if (settled) return direction(before.low, after.low, tolerance);
  if (!isAligned(base, head)) return undefined;
  const ways = new Set(base.map(({ value }, index) => direction(value, head[index]?.value ?? value, tolerance)));
  if (ways.size === 1 && ways.has(0)) return 0;
  if (!isRepeated(base) || !isRepeated(head) || (ways.has(1) && ways.has(-1))) return undefined;
  return ways.has(1) ? 1 : -1;
}
