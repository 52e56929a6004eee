import type { ComparedStatement, Comparison } from '../../history/comparison.ts';
import { NONE, formatCount, formatDuration } from '../format.ts';

type Side = NonNullable<ComparedStatement['base']>;

/** A statement's figures on both sides as text; the statement itself is text from outside. */
export interface StatementRow {
  readonly service: string;
  readonly statement: string;
  readonly calls: string;
  readonly mean: string;
  readonly rows: string;
  readonly blocks: string;
}

/** The SQL statements of both sides: those whose time grew most a call of their operations come first, then the slowest. */
export function statementRows({ statements }: Comparison): StatementRow[] {
  return statements
    .toSorted((left, right) => growth(right) - growth(left) || timeOf(right.head) - timeOf(left.head))
    .map(({ service, statement, base, head }) => ({
      service,
      statement,
      calls: sides(base, head, ({ calls }) => formatCount(calls)),
      mean: sides(base, head, ({ meanMs }) => formatDuration(meanMs)),
      rows: sides(base, head, ({ rows }) => formatCount(rows)),
      blocks: sides(base, head, ({ blocks }) => formatCount(blocks)),
    }));
}

function growth({ base, head }: ComparedStatement): number {
  return timeOf(head) - timeOf(base);
}

function timeOf(side: Side | null): number {
  return side === null ? 0 : side.calls * side.meanMs;
}

function sides(base: Side | null, head: Side | null, text: (side: Side) => string): string {
  const [before, after] = [base, head].map((side) => (side === null ? NONE : text(side)));
  return `${before ?? NONE} → ${after ?? NONE}`;
}
