/** Comparisons in which something kept a metric, a side or the machine from being judged, for tests of reports. */
import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { compareRun, sampleComparison, sampleMetricOf } from './sample-comparison.ts';

/** Two run documents with times alone: nothing of them was measured side by side. */
export function sampleApartComparison(changed: Partial<Comparison> = {}): Comparison {
  const reason = 'base and head were not measured side by side, so their times say nothing about the change';
  const metrics = ['api.search', 'api.list'].map((operation) =>
    sampleMetricOf({
      ...{ operation, metric: 'duration', role: 'info', verdict: 'inconclusive', p: null, pairs: 0, detectable: null, reason },
      change: { estimate: 0.1, low: null, high: null },
    }),
  );
  return sampleComparison({
    ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped', metrics, flagged: [], parts: [], statements: [] },
    sentinel: { verdict: 'unknown', reasons: [] },
    ...{ verdict: 'inconclusive', ...changed },
  });
}

/** A time that was found worse once, of which the second run could not tell, and one that is fine. */
export function sampleUnconfirmedComparison(doubt = 'the second run could not tell'): Comparison {
  const metrics = [
    sampleMetricOf({
      ...{ operation: 'mcp.query', metric: 'duration', verdict: 'inconclusive', reason: `it is not confirmed yet: ${doubt}` },
      change: { estimate: 0.098, low: 0.071, high: 0.124 },
    }),
    sampleMetricOf({ operation: 'mcp.connect', metric: 'duration' }),
  ];
  return sampleComparison({
    ...{ metrics, flagged: [], parts: [], statements: [], verdict: 'inconclusive' },
    confirmation: { runId: '20261123T150512Z-59ca7e2-9xqz', flagged: [] },
  });
}

/** One undecided time that pairs would decide, two that none would, ended as is said. */
export function sampleHopelessComparison(changed: Partial<Comparison> = {}): Comparison {
  const metrics = [38, null, null].map((pairsNeeded, index) =>
    sampleMetricOf({ operation: `api.${index}`, metric: 'duration', verdict: 'inconclusive', pairsNeeded }),
  );
  return sampleComparison({ metrics, flagged: [], parts: [], statements: [], verdict: 'inconclusive', ...changed });
}

/** Something that is counted, but not the same in each call. */
export function sampleVaryingMetric(changed: Partial<ComparedMetric> = {}): ComparedMetric {
  return sampleMetricOf({
    ...{ operation: 'api.ask', metric: 'queries', unit: 'count', class: 'exact', tolerance: 0, base: 4, head: 4.5, p: null },
    ...{ verdict: 'inconclusive', detectable: null, pairs: 0, change: { estimate: 0.5, low: null, high: null } },
    ...{ reason: 'it varies between calls, on both sides over the same range', ...changed },
  });
}

/** The slow end of a time, which got worse and only informs. */
export function sampleTail(changed: Partial<ComparedMetric> = {}): ComparedMetric {
  return sampleMetricOf({
    ...{
      operation: 'mcp.query',
      metric: 'duration.p95',
      class: 'quantile',
      role: 'info',
      base: 5,
      head: 6,
      verdict: 'regression',
    },
    ...{ change: { estimate: 0.2, low: 0.09, high: 0.31 }, p: 0.002, pairs: 0, detectable: null },
    ...{ tail: { estimate: 0.2, low: 0.09, high: 0.31, stretches: 6 }, ...changed },
  });
}

/** A generator that was not fit beside whatever else a comparison came to. */
export function unfit(comparison: Comparison): RunDocument {
  const run = compareRun(comparison);
  const generator = { ...run.generator, verdict: 'void' as const, reasons: ['its event loop was busy 97 % of the time'] };
  return { ...run, generator };
}
