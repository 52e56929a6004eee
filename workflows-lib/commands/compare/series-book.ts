import { matchesGlob } from 'node:path';
import type { ComparePlan } from '../../config/plan.ts';
import type { ComparedSeries } from '../../history/comparison.ts';

type Role = ComparedSeries['role'];
type Values = NonNullable<ComparedSeries['baseValues']>;

/** What of a plan decides how a metric is judged. */
export type ComparisonRules = Pick<ComparePlan, 'gate' | 'tolerance' | 'tolerances'>;

/** A metric of an operation. */
export interface MetricIdentity {
  readonly operation: string;
  readonly metric: string;
  readonly unit: ComparedSeries['unit'];
}

/** Everything that a comparison has measured so far, metric by metric. */
export interface SeriesBook {
  /** One pair of a time: the change of head, that of the twin, and typical values in the unit. */
  addPair(identity: MetricIdentity, pair: MeasuredPair): void;
  /** One value of something that is counted, not timed. */
  addExact(identity: MetricIdentity, side: 'base' | 'head', value: number): void;
  /** Whether one call of an operation failed. */
  addOutcome(operation: string, side: 'base' | 'head', failed: boolean): void;
  series(): ComparedSeries[];
}

/** The two changes of one block: logarithms of ratios. */
export interface MeasuredPair {
  readonly change: number;
  readonly twin: number;
  /** Logarithms of the typical values. */
  readonly base: number;
  readonly head: number;
}

/** The operation under which canaries stand; no operation of a plan can have this name's metrics, because it is measured in no plan. */
export const CANARY = 'canary';

interface Cell extends MetricIdentity {
  readonly class: ComparedSeries['class'];
  readonly pairs: MeasuredPair[];
  readonly base: Map<number, number>;
  readonly head: Map<number, number>;
}

/** An empty book. `onlyMetrics` restricts what may fail the gate to these names. */
export function createSeriesBook(rules: ComparisonRules, onlyMetrics?: ReadonlySet<string>): SeriesBook {
  const cells = new Map<string, Cell>();
  const cellOf = (identity: MetricIdentity, kind: Cell['class']): Cell => {
    const name = `${identity.operation}.${identity.metric}`;
    let cell = cells.get(name);
    if (cell === undefined) cells.set(name, (cell = { ...identity, class: kind, pairs: [], base: new Map(), head: new Map() }));
    return cell;
  };
  const count = (cell: Cell, side: 'base' | 'head', value: number): void => {
    cell[side].set(value, (cell[side].get(value) ?? 0) + 1);
  };
  return {
    addPair: (identity, pair) => {
      cellOf(identity, 'noisy').pairs.push(pair);
    },
    addExact: (identity, side, value) => {
      count(cellOf(identity, 'exact'), side, value);
    },
    addOutcome: (operation, side, failed) => {
      count(cellOf({ operation, metric: 'error_rate', unit: 'ratio' }, 'rate'), side, failed ? 1 : 0);
    },
    series: () => [...cells.values()].map((cell) => seriesOf(cell, rules, onlyMetrics)),
  };
}

/** The tolerance of a metric as a share, for failures of all calls: 0 for what is counted unless the plan says otherwise. */
export function toleranceOf(name: string, kind: ComparedSeries['class'], rules: ComparisonRules): number {
  const own = Object.entries(rules.tolerances).filter(([glob]) => matchesGlob(name, glob));
  return own.at(-1)?.[1] ?? (kind === 'noisy' ? rules.tolerance : 0);
}

/** What a metric may do to the gate. */
export function roleOf({ operation, metric }: MetricIdentity, rules: ComparisonRules, onlyMetrics?: ReadonlySet<string>): Role {
  if (operation === CANARY) return 'canary';
  const name = `${operation}.${metric}`;
  if (onlyMetrics !== undefined) return onlyMetrics.has(name) ? 'gate' : 'info';
  return rules.gate.some((glob) => matchesGlob(name, glob)) ? 'gate' : 'info';
}

function seriesOf(cell: Cell, rules: ComparisonRules, onlyMetrics: ReadonlySet<string> | undefined): ComparedSeries {
  const { operation, metric, unit, pairs } = cell;
  const name = `${operation}.${metric}`;
  const shared = {
    ...{ name, operation, metric, unit, class: cell.class, role: roleOf(cell, rules, onlyMetrics) },
    tolerance: toleranceOf(name, cell.class, rules),
  };
  if (cell.class === 'noisy') {
    return {
      ...shared,
      base: geometricMiddle(pairs.map((pair) => pair.base)),
      head: geometricMiddle(pairs.map((pair) => pair.head)),
      values: pairs.map(({ change }) => change),
      twin: pairs.map(({ twin }) => twin),
    };
  }
  const [baseValues, headValues] = [sorted(cell.base), sorted(cell.head)];
  const base = meanOf(baseValues);
  const tolerance = cell.class === 'exact' ? shared.tolerance * (base ?? 0) : shared.tolerance;
  return { ...shared, tolerance, base, head: meanOf(headValues), values: [], twin: [], baseValues, headValues };
}

function sorted(counts: ReadonlyMap<number, number>): Values {
  return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => left.value - right.value);
}

function meanOf(values: Values): number | null {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? null : values.reduce((sum, { value, count }) => sum + value * count, 0) / total;
}

function geometricMiddle(logs: readonly number[]): number | null {
  const ordered = logs.toSorted((left, right) => left - right);
  const middle = ordered[Math.floor(ordered.length / 2)];
  return middle === undefined ? null : Math.exp(middle);
}
