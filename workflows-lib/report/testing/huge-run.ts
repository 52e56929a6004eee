/** Run documents as large as a stranger's may be, whose every name takes the most room that it can. */
import { runDocumentSchema } from '../../history/run-document.ts';
import type { RunDocument } from '../../history/run-document.ts';
import type { Comparison } from '../../history/comparison.ts';
import { sampleComparison, sampleMetricOf } from './sample-comparison.ts';
import { sampleDocument, sampleObjective } from './sample-document.ts';
import { sampleStage } from './sample-parts.ts';
import type { SampleStage } from './sample-parts.ts';

/** How large, and of what characters. */
export interface HugeRun {
  readonly operations: number;
  readonly stages: number;
  readonly objectives: number;
  /** What every text is filled with. */
  readonly filling: string;
  /** Metrics of a comparison; none without it. */
  readonly compared?: number;
}

function filled(filling: string, index: number, length: number): string {
  return `${index} ${filling.repeat(length)}`.slice(0, length).toWellFormed();
}

function stagesOf({ operations, stages, filling }: HugeRun): SampleStage[] {
  return Array.from({ length: stages }, (_, index) => {
    const id = index === 0 ? 'benchmark' : `users=${index}`;
    const named = { name: 'one', medianMs: 5, spread: 0.3, models: [] };
    const one = sampleStage({
      id,
      operations: [named],
      calls: 4,
      startedAfterMs: 0,
      durationMs: 1000,
      ...(index === 0 ? {} : { users: index }),
    });
    const each = Array.from({ length: operations }, (__, place) => filled(filling, place, 200));
    return {
      ...one,
      metrics: each.flatMap((operation) => one.metrics.slice(0, 1).map((metric) => ({ ...metric, operation }))),
      outcomes: each.flatMap((operation) => one.outcomes.map((outcome) => ({ ...outcome, operation }))),
    };
  });
}

/** Every second metric got worse. */
function comparisonOf(metrics: number, text: (index: number, length?: number) => string): Comparison {
  const compared = Array.from({ length: metrics }, (_, index) =>
    sampleMetricOf({
      ...{ operation: text(index, 200), metric: 'duration', name: text(index, 200), reason: text(index) },
      ...(index % 2 === 0 ? { verdict: 'regression' as const, change: { estimate: 0.2, low: 0.1, high: 0.3 } } : {}),
    }),
  );
  const names = compared.map(({ name }) => name);
  const side = { label: text(0), commit: text(1), origin: 'ref', planDigest: text(2) } as const;
  return sampleComparison({
    ...{ base: side, head: side, metrics: compared, flagged: names.slice(0, 200), reproduce: text(3) },
    operations: { added: names.slice(0, 200), removed: names.slice(0, 200), changed: names.slice(0, 200) },
    sentinel: { verdict: 'clean', reasons: [text(1), text(2)] },
    statements: names.slice(0, 200).map((name, index) => ({ service: name, statement: text(index), base: null, head: null })),
    parts: names.map((name) => ({ of: name, part: name, unit: 'ms', base: null, head: null, change: 1 })),
    acceptances: names.slice(0, 200).map((metric, index) => ({ metric, reason: text(index), by: text(index) })),
    confirmation: { runId: text(1), flagged: names.slice(0, 200) },
  });
}

/** A run that satisfies the schema, missed all of its objectives, and failed in every way. */
export function hugeRun(size: HugeRun): RunDocument {
  const text = (index: number, length = 4_000): string => filled(size.filling, index, length);
  const objectives = Array.from({ length: size.objectives }, (_, index) => ({
    ...sampleObjective({ text: text(index), verdict: index % 2 === 0 ? 'fail' : 'inconclusive', value: 2, limit: 1 }),
    ...{ unit: text(index, 200), stage: text(index), reason: text(index) },
  }));
  const run = sampleDocument({ kind: 'demo', stages: stagesOf(size), objectives, verdict: 'fail' });
  const [outcome] = run.outcomes;
  const failures = Array.from({ length: 60 }, (_, index) => ({ class: text(index, 200), count: 1, example: text(index) }));
  return runDocumentSchema.parse({
    ...run,
    run: { ...run.run, system: text(0, 200), seed: text(0, 200), branch: text(0), status: 'partial', partialReason: text(0) },
    environment: {
      ...run.environment,
      cpuModel: text(0),
      services: Object.fromEntries(failures.map(({ class: name }) => [name, { type: name, mode: 'external', detail: text(0) }])),
    },
    generator: { ...run.generator, verdict: 'degraded', reasons: failures.map(({ example }) => example) },
    outcomes: outcome === undefined ? [] : [{ ...outcome, failures }, ...run.outcomes.slice(1)],
    usage: failures.map(({ class: name }) => ({
      ...{ provider: name, model: name, operation: 'x', stage: 'benchmark', calls: 1, input: 1, cached: 0, cacheWrite: 0 },
      ...{ output: 1, reasoning: 0, costUsd: null },
    })),
    cost: { ...run.cost, priceTable: { date: text(0, 200), sources: [] }, unpriced: failures.map(({ class: name }) => name) },
    warnings: failures.map(({ example }) => example),
    ...(size.compared === undefined ? {} : { comparison: comparisonOf(size.compared, text) }),
  });
}
