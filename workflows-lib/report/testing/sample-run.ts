/** Run documents as the commands write them, with made-up figures, for tests of reports, stores and gates. Each satisfies the schema. */
import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { sampleStage } from './sample-parts.ts';
import type { SampleModel, SampleOperation, SampleStage } from './sample-parts.ts';
import { sampleDocument, sampleObjective } from './sample-document.ts';

const DEEPSEEK: SampleModel = {
  provider: 'deepseek',
  model: 'deepseek-chat',
  input: 1850,
  cached: 1024,
  output: 410,
  usd: 0.000233,
};
const CLAUDE: SampleModel = {
  provider: 'anthropic',
  model: 'claude-sonnet-4-5',
  input: 2400,
  cached: 0,
  output: 380,
  usd: 0.0129,
};
const UNKNOWN: SampleModel = { provider: 'acme', model: 'frontier-9', input: 900, cached: 0, output: 120, usd: null };

const NBA: readonly SampleOperation[] = [
  { name: 'database.connect', medianMs: 3.1, spread: 0.25 },
  { name: 'database.simple_query', medianMs: 0.19, spread: 0.35 },
  { name: 'database.table_list', medianMs: 0.84, spread: 0.3 },
  { name: 'database.schema_query', medianMs: 1.42, spread: 0.22 },
  { name: 's3.list', medianMs: 5.6, spread: 0.3 },
  { name: 's3.get', medianMs: 2.2, spread: 0.45 },
  { name: 'deepseek.simple', medianMs: 61, spread: 0.18, streams: true, models: [DEEPSEEK] },
  { name: 'deepseek.code_generation', medianMs: 148, spread: 0.15, streams: true, models: [DEEPSEEK] },
  { name: 'claude.simple', medianMs: 74, spread: 0.2, streams: true, models: [CLAUDE] },
  { name: 'claude.synthesis', medianMs: 190, spread: 0.16, streams: true, models: [CLAUDE] },
  { name: 'mcp.connect', medianMs: 6.2, spread: 0.3 },
  { name: 'mcp.tool_list', medianMs: 2.4, spread: 0.3 },
  { name: 'mcp.query', medianMs: 3.3, spread: 0.4 },
  { name: 'synthesis.simple', medianMs: 246, spread: 0.14, models: [DEEPSEEK, CLAUDE] },
  { name: 'synthesis.sql', medianMs: 281, spread: 0.17, models: [DEEPSEEK, CLAUDE] },
  { name: 'synthesis.debug', medianMs: 302, spread: 0.2, models: [DEEPSEEK, CLAUDE] },
];

const LOADED = ['synthesis.simple', 'synthesis.sql', 'mcp.query'];

/** Benchmark and load together, simulated providers, every objective met. */
export function sampleDemo(): RunDocument {
  return sampleDocument({ kind: 'demo', stages: [benchmark(NBA, 20), ...load([1, 5, 10, 25, 50])], objectives: metObjectives() });
}

/** A benchmark with enough samples for every percentile, and no objectives. */
export function sampleBenchmark(): RunDocument {
  return sampleDocument({ kind: 'benchmark', stages: [benchmark(NBA, 400)] });
}

/** A load test where one objective is missed, one undecided, and requests failed. */
export function sampleFailedLoad(): RunDocument {
  const failing = { share: 0.12, class: 'http_503', example: 'expected status 200, got 503: {"error":"model overloaded"}' };
  return sampleDocument({
    kind: 'load',
    stages: load([1, 10, 50], failing),
    verdict: 'fail',
    objectives: [
      ...metObjectives().slice(0, 1),
      sampleObjective({
        text: 'error_rate < 5%',
        verdict: 'fail',
        value: 0.08,
        low: 0.071,
        high: 0.09,
        limit: 0.05,
        unit: 'ratio',
      }),
      {
        ...sampleObjective({
          text: 'synthesis.simple.response.p99 < 2s',
          verdict: 'inconclusive',
          value: 1830,
          low: 1610,
          high: 2260,
          limit: 2000,
        }),
        reason: 'the limit lies inside the confidence interval; measure more',
      },
      {
        ...sampleObjective({ text: 'synthesis.sql.ttft.p95 < 1s', verdict: 'inconclusive', value: null, limit: 1000 }),
        reason: 'no ttft was measured',
      },
    ],
  });
}

/** A benchmark that was interrupted: few samples, percentiles withheld, one operation that always failed. */
export function samplePartialBenchmark(): RunDocument {
  const refused: SampleOperation = {
    name: 's3.get',
    medianMs: 2,
    spread: 0.3,
    failing: { share: 1, class: 'ECONNREFUSED', example: 'connect ECONNREFUSED 127.0.0.1:9000' },
  };
  return sampleDocument({
    kind: 'benchmark',
    stages: [benchmark([...NBA.filter(({ name }) => name !== 's3.get').slice(0, 7), refused], 7)],
    verdict: 'inconclusive',
    run: { status: 'partial', partialReason: 'interrupted by SIGINT after 7 of 20 samples', dirty: true },
  });
}

/** A load test whose generator was not fit to measure; the document itself still claims `pass`. */
export function sampleVoid(): RunDocument {
  return sampleDocument({
    kind: 'load',
    stages: load([50]),
    objectives: metObjectives(),
    generator: { verdict: 'void', reasons: ['its event loop was busy 97 % of the time'], eventLoopUtilization: 0.97 },
  });
}

/** A benchmark of a model that the price table does not know, beside one that it knows. */
export function sampleUnpriced(): RunDocument {
  const operations: SampleOperation[] = [
    { name: 'acme.answer', medianMs: 820, spread: 0.2, streams: true, models: [UNKNOWN] },
    { name: 'claude.simple', medianMs: 940, spread: 0.2, streams: true, models: [CLAUDE] },
  ];
  const run = sampleDocument({ kind: 'benchmark', stages: [benchmark(operations, 40)], services: {} });
  return { ...run, cost: { ...run.cost, unpriced: ['acme/frontier-9'] } };
}

/** No objectives, no stages, nothing measured: what a run that ended at once leaves behind. */
export function sampleEmpty(): RunDocument {
  return sampleDocument({
    kind: 'benchmark',
    stages: [],
    run: { status: 'partial', partialReason: 'PostgreSQL refused the connection' },
  });
}

const LOAD_STAGE = { calls: 60, startedAfterMs: 9_000, durationMs: 5_000 } as const;

function benchmark(operations: readonly SampleOperation[], calls: number): SampleStage {
  return sampleStage({ id: 'benchmark', operations, calls, startedAfterMs: 1_200, durationMs: 31_000 });
}

function load(users: readonly number[], failing?: SampleOperation['failing']): SampleStage[] {
  const operations = NBA.filter(({ name }) => LOADED.includes(name)).map((operation) =>
    failing === undefined || operation.name === 'mcp.query' ? operation : { ...operation, failing },
  );
  return users.map((count, index) =>
    sampleStage({
      ...LOAD_STAGE,
      id: `load-${count}`,
      operations,
      users: count,
      calls: 12 + 24 * Math.min(count, 20),
      startedAfterMs: 33_000 + index * 5_000,
    }),
  );
}

function metObjectives(): ObjectiveResult[] {
  const every = 'load-1, load-5, load-10, load-25, load-50';
  return [
    sampleObjective({
      text: 'synthesis.simple.response.p95 < 30s',
      verdict: 'pass',
      value: 1830,
      low: 1610,
      high: 2260,
      limit: 30_000,
      stage: every,
    }),
    sampleObjective({
      text: 'error_rate < 5%',
      verdict: 'pass',
      value: 0,
      low: 0,
      high: 0.0031,
      limit: 0.05,
      unit: 'ratio',
      stage: every,
    }),
    sampleObjective({
      text: 'cost.per_1k < $15',
      verdict: 'pass',
      value: 8.75,
      low: 8.4,
      high: 9.1,
      limit: 15,
      unit: 'usd',
      stage: every,
    }),
    sampleObjective({
      text: 'throughput > 0.5/s @ users=10',
      verdict: 'pass',
      value: 151,
      low: 147,
      high: 155,
      limit: 0.5,
      unit: 'per_s',
      stage: 'load-10',
    }),
  ];
}
