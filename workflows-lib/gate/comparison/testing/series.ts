import type { Random } from '../../../core/random.ts';
import type { ComparedSeries, ComparisonDesign } from '../../../history/comparison.ts';
import { drift, studentNoise } from '../../../stats/testing/noise.ts';
import { planDesign, type DesignRequest } from '../design.ts';

/** A gating time of an operation without values. */
export function timeSeries(name: string, rest: Partial<ComparedSeries> = {}): ComparedSeries {
  return {
    ...{ name: `${name}.duration`, operation: name, metric: 'duration', unit: 'ms', class: 'noisy', role: 'gate' },
    ...{ tolerance: 0.03, base: 5, head: 5, values: [], twin: [] },
    ...rest,
  };
}

/** Something counted, by its distinct values on each side: value -> how often. */
export function exactSeries(base: Readonly<Record<string, number>>, head: Readonly<Record<string, number>>): ComparedSeries {
  const counted = (side: Readonly<Record<string, number>>): NonNullable<ComparedSeries['baseValues']> =>
    Object.entries(side).map(([value, count]) => ({ value: Number(value), count }));
  return {
    ...{ name: 'query.queries', operation: 'query', metric: 'queries', unit: 'count', class: 'exact', role: 'gate' },
    ...{ tolerance: 0, base: null, head: null, values: [], twin: [], baseValues: counted(base), headValues: counted(head) },
  };
}

/** Shares of failed calls: failures and calls of base, then of head. */
export function rateSeries(base: readonly [number, number], head: readonly [number, number], name = 'query'): ComparedSeries {
  const counted = ([failed, calls]: readonly [number, number]): NonNullable<ComparedSeries['baseValues']> => [
    { value: 0, count: calls - failed },
    { value: 1, count: failed },
  ];
  return {
    ...{ name: `${name}.error_rate`, operation: name, metric: 'error_rate', unit: 'ratio', class: 'rate', role: 'gate' },
    ...{ tolerance: 0, base: null, head: null, values: [], twin: [], baseValues: counted(base), headValues: counted(head) },
  };
}

/** A design by its pairs and gating metrics; level 1 % unless given. */
export function designFor(pairs: number, gatingMetrics: number, rest: Partial<DesignRequest> = {}): ComparisonDesign {
  return planDesign({
    ...{ seed: 'seed', level: 0.01, budgetMs: 180_000, pairs, gatingMetrics, pairsPerStart: 4, layout: 'side-by-side' },
    ...rest,
  });
}

/**
 * Log ratios of pairs as a shared runner gives them: heavy tails round the change, with what is left of the machine's drift when both sides are
 * measured side by side.
 */
export function noisyPairs(random: Random, count: number, { change = 0, spread = 0.03 } = {}): number[] {
  const residue = drift(random, 0.5, spread / 4);
  return Array.from(
    { length: count },
    () => Math.log1p(change) + (spread / Math.SQRT2) * studentNoise(random) + residue.next().value,
  );
}

/** Values that scatter evenly round a middle, without chance: for rules that need no noise. */
export function evenly(middle: number, count: number, step = 0.0001): number[] {
  return Array.from({ length: count }, (_, index) => middle + (index % 2 === 0 ? 1 : -1) * step * (1 + index));
}
