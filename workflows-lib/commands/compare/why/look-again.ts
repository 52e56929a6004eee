/** How often calls are looked into: a few times where all count the same, more often where they do not. */
import type { OperationAnatomy } from './anatomy.ts';
import { agree, COUNTS } from './counts.ts';
import { mergeLooks } from './merge-looks.ts';

/** Calls that are looked into first. */
const FIRST_CALLS = 3;
/** Further calls where sides differ or vary. Of 3 and 3 counts that vary by chance one side lies above the other far too often. */
const MORE_CALLS = 8;

/** What the calls of both sides do inside. */
export type Insight = Readonly<Record<'base' | 'head', readonly OperationAnatomy[]>>;

/** Looks into so many calls of each of these operations. */
export type Look = (operations: readonly string[], calls: number) => Promise<Insight>;

/**
 * Looks into a few calls of each operation, and into more where a count differs between the sides or within one: what is different by chance
 * seldom stays apart over eleven calls.
 */
export async function lookUntilSettled(operations: readonly string[], look: Look): Promise<Insight> {
  const first = await look(operations, FIRST_CALLS);
  const unsettled = first.head.flatMap((head) => {
    const base = first.base.find(({ operation }) => operation === head.operation);
    return base === undefined || isSettled(base, head) ? [] : [head.operation];
  });
  if (unsettled.length === 0) return first;
  const second = await look(unsettled, MORE_CALLS);
  const merged = (side: 'base' | 'head'): OperationAnatomy[] =>
    first[side].map((before) => {
      const after = second[side].find(({ operation }) => operation === before.operation);
      return after === undefined ? before : mergeLooks(before, after);
    });
  return { base: merged('base'), head: merged('head') };
}

function isSettled(base: OperationAnatomy, head: OperationAnatomy): boolean {
  return Object.values(COUNTS).every((countsOf) => agree(countsOf(base) ?? [], countsOf(head) ?? []));
}
