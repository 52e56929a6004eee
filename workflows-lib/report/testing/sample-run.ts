/** Run documents as the commands write them, with made-up figures, for tests of reports, stores and gates. Each satisfies the schema. */
import { runDocumentSchema } from '../../history/run-document.ts';
import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { sampleStage } from './sample-parts.ts';
import type { SampleModel, SampleOperation, SampleStage } from './sample-parts.ts';

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

interface Parts {
  readonly kind: RunDocument['run']['kind'];
  readonly stages: readonly SampleStage[];
  readonly objectives?: readonly ObjectiveResult[];
  readonly verdict?: RunDocument['verdict'];
  readonly run?: Partial<RunDocument['run']>;
  readonly generator?: Partial<RunDocument['generator']>;
  readonly services?: RunDocument['environment']['services'];
  readonly warnings?: readonly string[];
}

/** Benchmark and load together, simulated providers, every objective met. */
export function sampleDemo(): RunDocument {
  return document({ kind: 'demo', stages: [benchmark(NBA, 20), ...load([1, 5, 10, 25, 50])], objectives: metObjectives() });
}

/** A load test where one objective is missed, one undecided, and requests failed. */
export function sampleFailedLoad(): RunDocument {
  const failing = { share: 0.12, class: 'http_503', example: 'expected status 200, got 503: {"error":"model overloaded"}' };
  return document({
    kind: 'load',
    stages: load([1, 10, 50], failing),
    verdict: 'fail',
    objectives: [
      ...metObjectives().slice(0, 1),
      objective({ text: 'error_rate < 5%', verdict: 'fail', value: 0.08, low: 0.071, high: 0.09, limit: 0.05, unit: 'ratio' }),
      {
        ...objective({
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
        ...objective({ text: 'synthesis.sql.ttft.p95 < 1s', verdict: 'inconclusive', value: null, limit: 1000 }),
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
  return document({
    kind: 'benchmark',
    stages: [benchmark([...NBA.filter(({ name }) => name !== 's3.get').slice(0, 7), refused], 7)],
    verdict: 'inconclusive',
    run: { status: 'partial', partialReason: 'interrupted by SIGINT after 7 of 20 samples', dirty: true },
  });
}

/** A load test whose generator was not fit to measure; the document itself still claims `pass`. */
export function sampleVoid(): RunDocument {
  return document({
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
  const run = document({ kind: 'benchmark', stages: [benchmark(operations, 40)], services: {} });
  return { ...run, cost: { ...run.cost, unpriced: ['acme/frontier-9'] } };
}

/** No objectives, no stages, nothing measured: what a run that ended at once leaves behind. */
export function sampleEmpty(): RunDocument {
  return document({
    kind: 'benchmark',
    stages: [],
    run: { status: 'partial', partialReason: 'PostgreSQL refused the connection' },
  });
}

/** Texts from outside that try to leave their place in HTML, Markdown, a terminal or a workflow log. */
export const HOSTILE_TEXTS = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  'a | b || c',
  '@everyone and @octocat, see #1 and GH-2 at https://evil.example/?q=1 or www.evil.example',
  '::add-mask::secret',
  '##[error]forged',
  '`code` **bold** [link](javascript:alert(1)) ![image](https://evil.example/x.png) $x^2$',
  'line one\r\n::error::line two\u2028\n| fake | row |',
  '\u001b[31mred\u001b[0m\u0007 and \u009b2J',
  'safe\u202egnp.exe',
  'مرحبا بالعالم database.استعلام',
  'x'.repeat(200),
  '</style></svg><style>*{display:none}</style>',
  '漢字テスト 🏀',
] as const;

/** Every text that comes from outside is one of `HOSTILE_TEXTS`. */
export function sampleHostile(): RunDocument {
  const text = (index: number): string => HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '';
  const operations = HOSTILE_TEXTS.map((name, index): SampleOperation => ({
    name,
    medianMs: 5 + index,
    spread: 0.3,
    models: [{ ...CLAUDE, provider: text(index + 1), model: text(index + 2) }],
    failing: { share: 0.2, class: text(index + 3), example: text(index + 4) },
  }));
  const objectives = HOSTILE_TEXTS.map((label, index) => ({
    ...objective({ text: label, verdict: 'fail', value: 2, limit: 1 }),
    unit: text(index + 1),
    stage: text(index + 2),
    reason: text(index + 3),
  }));
  const stages = [
    benchmark(operations, 20),
    sampleStage({ ...LOAD_STAGE, id: text(0), operations: operations.slice(0, 4), users: 3 }),
  ];
  const run = document({ kind: 'demo', stages, objectives, verdict: 'fail', warnings: HOSTILE_TEXTS });
  return runDocumentSchema.parse({
    ...run,
    run: {
      ...run.run,
      system: text(0),
      commit: text(1),
      branch: text(3),
      seed: text(6),
      planDigest: text(7),
      id: text(4),
      status: 'partial',
      partialReason: text(7),
    },
    environment: {
      ...run.environment,
      cpuModel: text(6),
      kernel: text(8),
      runnerImage: text(3),
      services: Object.fromEntries(
        HOSTILE_TEXTS.map((name) => [name, { type: text(0), mode: 'simulated', version: text(1), detail: text(7) }]),
      ),
    },
    generator: { ...run.generator, verdict: 'degraded', reasons: [...HOSTILE_TEXTS] },
    cost: { ...run.cost, priceTable: { date: text(0), sources: [...HOSTILE_TEXTS] }, unpriced: [...HOSTILE_TEXTS] },
    resources: Object.fromEntries(HOSTILE_TEXTS.map((name) => [name, { residentBytesMax: 1, cpuMs: 1 }])),
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

function objective(
  given: Pick<ObjectiveResult, 'text' | 'verdict' | 'value' | 'limit'> & Partial<ObjectiveResult>,
): ObjectiveResult {
  return { low: null, high: null, unit: 'ms', stage: 'load-50', ...given };
}

function metObjectives(): ObjectiveResult[] {
  const every = 'load-1, load-5, load-10, load-25, load-50';
  return [
    objective({
      text: 'synthesis.simple.response.p95 < 30s',
      verdict: 'pass',
      value: 1830,
      low: 1610,
      high: 2260,
      limit: 30_000,
      stage: every,
    }),
    objective({
      text: 'error_rate < 5%',
      verdict: 'pass',
      value: 0,
      low: 0,
      high: 0.0031,
      limit: 0.05,
      unit: 'ratio',
      stage: every,
    }),
    objective({
      text: 'cost.per_1k < $15',
      verdict: 'pass',
      value: 8.75,
      low: 8.4,
      high: 9.1,
      limit: 15,
      unit: 'usd',
      stage: every,
    }),
    objective({
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

function document(parts: Parts): RunDocument {
  const { kind, stages, objectives = [], verdict = 'pass', warnings = [] } = parts;
  const usage = stages.flatMap((stage) => stage.usage);
  return runDocumentSchema.parse({
    schema: 'shotclock.run/1',
    run: {
      id: '20261123T140512Z-59ca7e2-k3xq',
      kind,
      status: 'complete',
      system: 'nba-synthesis',
      commit: '59ca7e2f0d1b4c6e8a9f7b3d5c2e1a0f9d8c7b6a',
      branch: 'main',
      dirty: false,
      startedAt: '2026-11-23T14:05:12Z',
      durationMs: 61_400,
      seed: 'shotclock',
      planDigest: 'sha256:9b1c6f0e8d7a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c',
      ...parts.run,
    },
    environment: environment(parts.services),
    generator: { ...HEALTHY, ...parts.generator },
    stages: stages.map(({ stage }) => stage),
    metrics: stages.flatMap((stage) => stage.metrics),
    outcomes: stages.flatMap((stage) => stage.outcomes),
    usage,
    cost: {
      currency: 'USD',
      priceTable: {
        date: '2026-11-23',
        sources: [
          'https://api-docs.deepseek.com/quick_start/pricing',
          'https://platform.claude.com/docs/en/about-claude/pricing',
        ],
      },
      totalUsd: usage.reduce((total, { costUsd }) => total + (costUsd ?? 0), 0),
      unpriced: [],
    },
    resources: { api: { residentBytesMax: 97_600_000, cpuMs: 8_412 }, mcp: { residentBytesMax: 84_100_000, cpuMs: 4_907 } },
    objectives: [...objectives],
    verdict,
    warnings: [...warnings],
  });
}

const HEALTHY: RunDocument['generator'] = {
  verdict: 'ok',
  reasons: [],
  eventLoopUtilization: 0.41,
  eventLoopDelayMs: { p50: 0.6, p99: 7.9, max: 21.4 },
  residentBytesMax: 168_000_000,
  stealRatio: 0.004,
};

function environment(services: RunDocument['environment']['services'] | undefined): RunDocument['environment'] {
  return {
    cpuModel: 'AMD EPYC 7763 64-Core Processor',
    cores: 2,
    memoryBytes: 8_323_072_000,
    platform: 'linux x64',
    kernel: '6.8.0-1044-azure',
    node: 'v24.21.0',
    shotclock: '0.1.0',
    runnerImage: 'ubuntu24 20261116.1',
    services: services ?? {
      database: { type: 'postgres', mode: 'embedded', version: '18.4' },
      files: { type: 's3', mode: 'embedded' },
      deepseek: { type: 'openai', mode: 'simulated', detail: 'deepseek deepseek-chat, profile fast' },
      claude: { type: 'anthropic', mode: 'simulated', detail: 'anthropic claude-sonnet-4-5, profile fast' },
      mcp: { type: 'mcp', mode: 'process', version: '1.0.0' },
      api: { type: 'http', mode: 'process' },
    },
  };
}
