import { matchesGlob } from 'node:path';
import type { ComparePlan } from '../../config/plan.ts';
import { measureTail, TAIL, type TimedPair } from '../../gate/comparison/tail.ts';
import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';

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
  /** One pair of a time: the change of head, that of the twin, and typical values in the unit. With its calls, where the slow end is of interest. */
  addPair(identity: MetricIdentity, pair: MeasuredPair, times?: TimedPair): void;
  /** One value of something that is counted, not timed. */
  addExact(identity: MetricIdentity, side: 'base' | 'head', value: number): void;
  /** Whether one call of an operation failed. */
  addOutcome(operation: string, side: 'base' | 'head', failed: boolean): void;
  /** The shares of failed calls of one pair: head's less base's, and that between two starts of base. */
  addFailures(operation: string, failures: Pick<MeasuredPair, 'change' | 'twin'>): void;
  /** A time that is going to be measured: without a value it is undecided, not absent. */
  expect(identity: MetricIdentity): void;
  series(): ComparedSeries[];
  /** The slow ends of all times whose calls were kept and are enough: costly, so once at the end. */
  tails(design: ComparisonDesign): ComparedSeries[];
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
  readonly times: TimedPair[];
  readonly base: Map<number, number>;
  readonly head: Map<number, number>;
}

/** An empty book. `onlyMetrics` restricts what may fail the gate to these names. */
export function createSeriesBook(rules: ComparisonRules, onlyMetrics?: ReadonlySet<string>): SeriesBook {
  const cells = new Map<string, Cell>();
  const cellOf = (identity: MetricIdentity, kind: Cell['class']): Cell => {
    const name = `${identity.operation}.${identity.metric}`;
    let cell = cells.get(name);
    if (cell === undefined)
      cells.set(name, (cell = { ...identity, class: kind, pairs: [], times: [], base: new Map(), head: new Map() }));
    return cell;
  };
  const count = (cell: Cell, side: 'base' | 'head', value: number): void => {
    cell[side].set(value, (cell[side].get(value) ?? 0) + 1);
  };
  const failuresOf = (operation: string): Cell => cellOf({ operation, metric: 'error_rate', unit: 'ratio' }, 'rate');
  return {
    addPair: (identity, pair, times) => {
      const cell = cellOf(identity, 'noisy');
      cell.pairs.push(pair);
      if (times !== undefined) cell.times.push(times);
    },
    addExact: (identity, side, value) => {
      count(cellOf(identity, 'exact'), side, value);
    },
    addOutcome: (operation, side, failed) => {
      count(failuresOf(operation), side, failed ? 1 : 0);
    },
    addFailures: (operation, { change, twin }) => {
      failuresOf(operation).pairs.push({ change, twin, base: 0, head: 0 });
    },
    expect: (identity) => {
      cellOf(identity, 'noisy');
    },
    series: () => [...cells.values()].filter(isCounted).map((cell) => seriesOf(cell, rules, onlyMetrics)),
    tails: (design) => [...cells.values()].flatMap((cell) => tailOf(cell, rules, design) ?? []),
  };
}

/**
 * A difference of fewer milliseconds is tolerated unless the plan names a tolerance for the metric: two starts of one database can differ so by where
 * they happen to lie in memory.
 */
const LEAST_DIFFERENCE_MS = 0.02;

/**
 * The tolerance of a metric as a share, for failures of all calls: 0 for what is counted unless the plan says otherwise. `typicalMs` is a time of the
 * metric on base.
 */
export function toleranceOf(
  { name, kind, typicalMs }: { readonly name: string; readonly kind: ComparedSeries['class']; readonly typicalMs?: number },
  rules: ComparisonRules,
): number {
  const own = Object.entries(rules.tolerances).findLast(([glob]) => matchesGlob(name, glob))?.[1];
  if (own !== undefined || kind !== 'noisy') return own ?? 0;
  const least = typicalMs === undefined ? 0 : LEAST_DIFFERENCE_MS / typicalMs;
  // In full percent, so that reports can name it.
  return Math.max(rules.tolerance, Math.ceil(100 * least) > 100 * rules.tolerance ? Math.ceil(100 * least) / 100 : 0);
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
  const [first] = pairs;
  const shared = {
    ...{ name, operation, metric, unit, class: cell.class, role: roleOf(cell, rules, onlyMetrics) },
    tolerance: toleranceOf(
      // That of the first pair, so that it stays what it is while more are measured.
      { name, kind: cell.class, ...(first === undefined ? {} : { typicalMs: Math.exp(first.base) }) },
      rules,
    ),
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
  const changes = { values: pairs.map(({ change }) => change), twin: pairs.map(({ twin }) => twin) };
  return { ...shared, tolerance, base, head: meanOf(headValues), ...changes, baseValues, headValues };
}

/** What came to nothing but zero on either side is no metric of the operation. */
function isCounted({ class: kind, base, head }: Cell): boolean {
  return kind !== 'exact' || [...base.keys(), ...head.keys()].some((value) => value !== 0);
}

function tailOf(
  { operation, metric, unit, pairs, times }: Cell,
  rules: ComparisonRules,
  design: ComparisonDesign,
): ComparedSeries | undefined {
  const own = `${metric}.${TAIL.suffix}`;
  const name = `${operation}.${own}`;
  const changes = pairs.map(({ change }) => change);
  const measured = measureTail({ pairs: times, changes }, name, design);
  if (measured === undefined) return undefined;
  const tolerance = toleranceOf({ name, kind: 'noisy', ...(measured.base === null ? {} : { typicalMs: measured.base }) }, rules);
  return { name, operation, metric: own, unit, class: 'quantile', role: 'info', tolerance, values: [], twin: [], ...measured };
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
