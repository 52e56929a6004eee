/** The SQL statements of base and head, side by side. */
import type { ChangePart, ComparedStatement } from '../../../history/comparison.ts';
import type { OperationAnatomy } from './anatomy.ts';
import type { ServiceStatement } from './counters.ts';

const STATEMENTS_SHOWN = 20;
/** Characters of a statement in a document, and in the name of a part. */
const STATEMENT_LENGTH = 2_000;
const PART_LENGTH = 100;

interface Pair {
  readonly service: string;
  readonly statement: string;
  /** Operations of either side that ran it. */
  readonly operations: Set<string>;
  readonly base: ServiceStatement[];
  readonly head: ServiceStatement[];
}

/**
 * Statements that either side ran, by service and text, the largest worsening of their time a call first; at most 20. `calls`, `rows` and
 * `blocks` are a call's, averaged over all operations that ran the statement on either side; `meanMs` is of one execution.
 */
export function compareStatements(base: readonly OperationAnatomy[], head: readonly OperationAnatomy[]): ComparedStatement[] {
  return pairStatements(base, head)
    .map(({ service, statement, operations, ...sides }) => {
      const known = (side: readonly OperationAnatomy[]): number =>
        side.filter(({ operation, calls }) => operations.has(operation) && calls > 0).length;
      return {
        ...{ service, statement: shorten(statement, STATEMENT_LENGTH) },
        base: sideOf(sides.base, known(base)),
        head: sideOf(sides.head, known(head)),
      };
    })
    .sort((left, right) => worsening(right) - worsening(left) || (left.statement < right.statement ? -1 : 1))
    .slice(0, STATEMENTS_SHOWN);
}

/** The statements whose number of calls changed, as parts of the number of queries; all but the `named` that changed most are one part. */
export function mostChanged(base: OperationAnatomy, head: OperationAnatomy, named: number): Omit<ChangePart, 'of'>[] {
  const callsOf = (side: readonly ServiceStatement[]): number => side.reduce((sum, { calls }) => sum + calls, 0);
  const changed = pairStatements([base], [head])
    .map((pair) => ({ part: shorten(pair.statement, PART_LENGTH), base: callsOf(pair.base), head: callsOf(pair.head) }))
    .filter((one) => one.base !== one.head)
    .sort((left, right) => Math.abs(right.head - right.base) - Math.abs(left.head - left.base));
  const rest = changed.slice(named);
  const sum = (side: 'base' | 'head'): number => rest.reduce((total, one) => total + one[side], 0);
  const others = rest.length === 0 ? [] : [{ part: 'other statements', base: sum('base'), head: sum('head') }];
  return [...changed.slice(0, named), ...others].map((one) => ({ ...one, unit: 'count', change: one.head - one.base }));
}

function pairStatements(base: readonly OperationAnatomy[], head: readonly OperationAnatomy[]): Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (side: 'base' | 'head', { operation, statements }: OperationAnatomy): void => {
    for (const one of statements) {
      const { service, statement } = one;
      const key = `${service} ${statement}`;
      const pair = pairs.get(key) ?? { service, statement, operations: new Set<string>(), base: [], head: [] };
      pair.operations.add(operation);
      pair[side].push(one);
      pairs.set(key, pair);
    }
  };
  for (const anatomy of base) add('base', anatomy);
  for (const anatomy of head) add('head', anatomy);
  return [...pairs.values()];
}

function sideOf(statements: readonly ServiceStatement[], operations: number): ComparedStatement['base'] {
  if (statements.length === 0) return null;
  const total = (value: (one: ServiceStatement) => number): number => statements.reduce((sum, one) => sum + value(one), 0);
  const calls = total((one) => one.calls);
  return {
    calls: calls / operations,
    meanMs: total((one) => one.totalMs) / calls,
    rows: total((one) => one.rows) / operations,
    blocks: total((one) => one.blocks) / operations,
  };
}

function worsening({ base, head }: ComparedStatement): number {
  const time = (side: ComparedStatement['base']): number => (side === null ? 0 : side.calls * side.meanMs);
  return time(head) - time(base);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
