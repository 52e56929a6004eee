import { build, decodeFromCompressedBase64 } from 'hdr-histogram-js';
import type { Histogram } from 'hdr-histogram-js';
import { UsageError } from '../core/errors.ts';
import { HISTOGRAM_LIMIT } from '../history/run-document.ts';
import type { Metric, RunDocument, Stage } from '../history/run-document.ts';
import { clopperPearson } from '../stats/proportion.ts';
import { poissonRateInterval } from '../stats/poisson.ts';
import { minimumCount, quantileRanks } from '../stats/quantile.ts';
import { studentQuantile } from '../stats/student.ts';
import type { Evidence } from './decide.ts';
import { satisfies } from './objective.ts';
import type { Objective, Statistic } from './objective.ts';

/** The parts of a run document that objectives are judged on. */
export type Measured = Pick<RunDocument, 'stages' | 'metrics' | 'outcomes' | 'usage'>;

/** Evidence, or why there is none. */
export type Finding = Evidence | { readonly missing: string };

/**
 * The stages that an objective speaks of: those under load; the benchmark where the run has no load, where its operation was not part of
 * the load, and for `duration`, which only a benchmark has.
 */
export function stagesOf(objective: Objective, run: Measured): readonly Stage[] {
  const { users } = objective;
  const loaded = run.stages.filter((stage) => stage.workload === 'closed');
  if (users !== undefined) return loaded.filter((stage) => satisfies(stage.users ?? 0, users.comparison, users.count));
  const underLoad = objective.metric !== 'duration' && within(run.outcomes, objective, loaded).length > 0;
  return underLoad ? loaded : run.stages.filter((stage) => stage.workload === 'sequential');
}

/** What the run says about an objective, over all its stages together. */
export function findEvidence(objective: Objective, run: Measured): Finding {
  const stages = stagesOf(objective, run);
  if (stages.length === 0) return { missing: 'no stage of this run measured it' };
  switch (objective.metric) {
    case 'error_rate':
      return errorRate(objective, stages, run);
    case 'throughput':
      return throughput(objective, stages, run);
    case 'cost':
      return costPer1k(objective, stages, run);
    case 'spend':
      return spend(objective, stages, run);
    default:
      return objective.statistic === 'most' ? mostOf(objective, stages, run) : distribution(objective, stages, run);
  }
}

function exactly(value: number): Evidence {
  return { value, low: value, high: value };
}

function sum<T>(items: readonly T[], part: (item: T) => number): number {
  return items.reduce((total, item) => total + part(item), 0);
}

/** Those of the objective's operation, or all, in the given stages. */
function within<T extends { readonly operation: string; readonly stage: string }>(
  items: readonly T[],
  objective: Objective,
  stages: readonly Stage[],
): readonly T[] {
  return items.filter(
    ({ operation, stage }) =>
      (objective.operation === undefined || operation === objective.operation) && stages.some(({ id }) => id === stage),
  );
}

function errorRate(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const outcomes = within(run.outcomes, objective, stages);
  const attempts = sum(outcomes, (outcome) => outcome.attempts);
  if (attempts === 0) return { missing: 'nothing was attempted' };
  const failures = attempts - sum(outcomes, (outcome) => outcome.ok);
  return { value: failures / attempts, ...clopperPearson(failures, attempts) };
}

/** Right answers a second: of the stage's time under load, of the time that the calls themselves took where they ran one at a time. */
function throughput(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const outcomes = within(run.outcomes, objective, stages);
  const sequential = stages.every(({ workload }) => workload === 'sequential');
  const ms = sequential ? sum(outcomes, ({ busyMs }) => busyMs) : sum(stages, ({ durationMs }) => durationMs);
  if (ms === 0) return { missing: 'nothing was attempted' };
  const ok = sum(outcomes, (outcome) => outcome.ok);
  return { value: (1000 * ok) / ms, ...poissonRateInterval(ok, ms / 1000) };
}

function unpricedIn(usage: Readonly<Measured['usage']>): { readonly missing: string } | undefined {
  const unpriced = usage.filter(({ costUsd }) => costUsd === null).map(({ provider, model }) => `${provider}/${model}`);
  if (unpriced.length === 0) return undefined;
  return { missing: `no price is known for ${[...new Set(unpriced)].join(', ')}; add it under "prices"` };
}

/** All that was paid, warm-up included, unless the objective names an operation or a number of users. */
function spend(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const everything = objective.operation === undefined && objective.users === undefined;
  const usage = everything ? run.usage : within(run.usage, objective, stages);
  return unpricedIn(usage) ?? exactly(sum(usage, ({ costUsd }) => costUsd ?? 0));
}

function costPer1k(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const usage = within(run.usage, objective, stages);
  if (usage.length === 0) return { missing: 'no usage was reported, so no cost is known' };
  const unpriced = unpricedIn(usage);
  if (unpriced !== undefined) return unpriced;
  const attempts = sum(within(run.outcomes, objective, stages), (outcome) => outcome.attempts);
  if (attempts === 0) return { missing: 'nothing was attempted' };
  const value = (1000 * sum(usage, ({ costUsd }) => costUsd ?? 0)) / attempts;
  const spread = mergeHistograms(metricsOf({ ...objective, metric: 'cost' }, stages, run));
  if (spread === undefined || value === 0) return exactly(value);
  const mean = meanEvidence(spread.histogram, 1);
  if (mean.low === null || mean.high === null || mean.value === 0) return { value, low: null, high: null };
  return { value, low: (value * mean.low) / mean.value, high: (value * mean.high) / mean.value };
}

/** A benchmark has no schedule to fall behind, so its `duration` is its response and its service time. */
function metricsOf(objective: Objective, stages: readonly Stage[], run: Measured): readonly Metric[] {
  const names = new Set([objective.metric]);
  const sequential = stages.every(({ workload }) => workload === 'sequential');
  if (sequential && (objective.metric === 'response' || objective.metric === 'service')) names.add('duration');
  return within(run.metrics, objective, stages).filter(({ name }) => names.has(name));
}

function distribution(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const merged = mergeHistograms(metricsOf(objective, stages, run));
  if (merged === undefined) return { missing: `no ${objective.metric} was measured` };
  return statisticOf(merged, objective.statistic);
}

/** The most in any call that was looked into. */
function mostOf(objective: Objective, stages: readonly Stage[], run: Measured): Finding {
  const counted = metricsOf(objective, stages, run);
  if (counted.length === 0) return { missing: `no ${objective.metric} were counted` };
  return exactly(Math.max(...counted.map(({ max }) => max)));
}

interface Merged {
  readonly histogram: Histogram;
  /** Recorded values are the metric's times this. */
  readonly scale: number;
}

function mergeHistograms(metrics: readonly Metric[]): Merged | undefined {
  let merged: Merged | undefined;
  for (const { histogram, histogramScale } of metrics) {
    if (histogram === undefined || histogramScale === undefined) continue;
    // A decoded histogram cannot grow, so the sum goes into one that can.
    merged ??= {
      histogram: build({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 }),
      scale: histogramScale,
    };
    merged.histogram.add(decode(histogram));
  }
  return merged;
}

function decode(histogram: string): Histogram {
  if (histogram.length > HISTOGRAM_LIMIT) {
    throw new UsageError(`a histogram of ${histogram.length} characters is longer than any that this program writes`);
  }
  return decodeFromCompressedBase64(histogram);
}

/** The quantile that a statistic is, for those that are one. */
export const QUANTILES: ReadonlyMap<Statistic, number> = new Map<Statistic, number>([
  ['p50', 0.5],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
]);

function statisticOf({ histogram, scale }: Merged, statistic: Statistic): Finding {
  if (statistic === 'mean') return meanEvidence(histogram, scale);
  if (statistic === 'max') return exactly(histogram.maxValue / scale);
  const quantile = QUANTILES.get(statistic);
  if (quantile === undefined) throw new Error(`${statistic} is not read from a distribution`);
  const count = histogram.totalCount;
  const ranks = quantileRanks(count, quantile);
  const at = (rank: number): number => histogram.getValueAtPercentile((100 * rank) / count) / scale;
  return {
    value: at(ranks.rank),
    low: ranks.low === null ? null : at(ranks.low),
    high: ranks.high === null ? null : at(ranks.high),
    lacks: `needs at least ${minimumCount(quantile)} right answers, has ${count}`,
  };
}

function meanEvidence(histogram: Histogram, scale: number): Evidence {
  const value = histogram.mean / scale;
  const count = histogram.totalCount;
  if (count < 2) return { value, low: null, high: null };
  // The histogram's deviation is that of a population; the interval wants the sample's.
  const deviation = (histogram.stdDeviation / scale) * Math.sqrt(count / (count - 1));
  const half = (studentQuantile(0.975, count - 1) * deviation) / Math.sqrt(count);
  return { value, low: value - half, high: value + half };
}
