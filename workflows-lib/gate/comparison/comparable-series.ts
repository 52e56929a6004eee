import { matchesGlob } from 'node:path';
import type { ComparePlan } from '../../config/plan.ts';
import type { ComparedSeries } from '../../history/comparison.ts';
import type { Metric, RunDocument } from '../../history/run-document.ts';

type Counted = NonNullable<ComparedSeries['baseValues']>;

/** The distributions of one metric on both sides, stage by stage. */
interface MetricPair {
  readonly base: readonly Metric[];
  readonly head: readonly Metric[];
}

/**
 * What two saved runs can be compared by, metric by metric that both have, over the stages that both have. What is counted is compared value by
 * value, as the plan gates it. Times come without pairs and only inform, because they were not measured side by side; so do error rates.
 */
export function comparableSeries(baseRun: RunDocument, headRun: RunDocument, compare: ComparePlan): ComparedSeries[] {
  const pairs = Map.groupBy(headRun.metrics, nameOf);
  const series = [...pairs].flatMap(([name, all]) => {
    const base = baseRun.metrics.filter((metric) => nameOf(metric) === name && all.some(({ stage }) => stage === metric.stage));
    const head = all.filter(({ stage }) => base.some((metric) => metric.stage === stage));
    return metricSeries({ base, head }, compare);
  });
  return [...series, ...errorRates(baseRun, headRun, compare)];
}

function nameOf({ operation, name }: Pick<Metric, 'operation' | 'name'>): string {
  return `${operation}.${name}`;
}

function metricSeries({ base, head }: MetricPair, compare: ComparePlan): ComparedSeries[] {
  const [before, after] = [base[0], head[0]];
  if (after === undefined || before?.unit !== after.unit) return [];
  const name = nameOf(after);
  const exact = after.class === 'exact' && before.class === 'exact';
  const shared = { name, operation: after.operation, metric: after.name, unit: after.unit, values: [], twin: [] };
  if (!exact) {
    const tolerance = toleranceOf(name, compare) ?? compare.tolerance;
    // The first stage that both have stands for all: a time at another load is another time.
    const same = base.find(({ stage }) => stage === after.stage) ?? before;
    return [{ ...shared, class: 'noisy', role: 'info', tolerance, base: middleOf(same), head: middleOf(after) }];
  }
  const role = compare.gate.some((glob) => matchesGlob(name, glob)) ? 'gate' : 'info';
  const [baseValues, headValues] = [countedIn(base), countedIn(head)];
  const typical = meanOf(base);
  return [
    {
      ...{ ...shared, class: 'exact', role, tolerance: (toleranceOf(name, compare) ?? 0) * (typical ?? 0) },
      ...{ base: typical, head: meanOf(head) },
      ...(baseValues === undefined ? {} : { baseValues }),
      ...(headValues === undefined ? {} : { headValues }),
    },
  ];
}

function toleranceOf(name: string, { tolerances }: ComparePlan): number | undefined {
  return Object.entries(tolerances).findLast(([glob]) => matchesGlob(name, glob))?.[1];
}

function middleOf({ quantiles: { p50 }, mean }: Metric): number {
  return 'value' in p50 ? p50.value : mean;
}

function meanOf(metrics: readonly Metric[]): number | null {
  const calls = metrics.reduce((sum, { count }) => sum + count, 0);
  return calls === 0 ? null : metrics.reduce((sum, { mean, count }) => sum + mean * count, 0) / calls;
}

/** Distinct values with their counts; undefined where a run kept only a histogram of values that differ. */
function countedIn(metrics: readonly Metric[]): Counted | undefined {
  const counts = new Map<number, number>();
  for (const { samples, count, min, max } of metrics) {
    if (samples === undefined && min !== max) return undefined;
    if (samples === undefined) counts.set(min, (counts.get(min) ?? 0) + count);
    for (const sample of samples ?? []) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => left.value - right.value);
}

function errorRates(baseRun: RunDocument, headRun: RunDocument, compare: ComparePlan): ComparedSeries[] {
  const operations = new Set(headRun.outcomes.map(({ operation }) => operation));
  return [...operations].flatMap((operation): ComparedSeries[] => {
    const [before, after] = [callsIn(baseRun, operation), callsIn(headRun, operation)];
    if (before.calls === 0 || after.calls === 0) return [];
    const name = `${operation}.error_rate`;
    return [
      {
        ...{ name, operation, metric: 'error_rate', unit: 'ratio', class: 'rate', role: 'info', values: [], twin: [] },
        ...{ tolerance: toleranceOf(name, compare) ?? 0, base: before.share, head: after.share },
        ...{ baseValues: before.values, headValues: after.values },
      },
    ];
  });
}

function callsIn({ outcomes }: RunDocument, operation: string): { calls: number; share: number; values: Counted } {
  const own = outcomes.filter((outcome) => outcome.operation === operation);
  const calls = own.reduce((sum, { attempts }) => sum + attempts, 0);
  const failed = calls - own.reduce((sum, { ok }) => sum + ok, 0);
  const values = [
    { value: 0, count: calls - failed },
    { value: 1, count: failed },
  ].filter(({ count }) => count > 0);
  return { calls, share: calls === 0 ? 0 : failed / calls, values };
}
