/**
 * `shotclock.run/1`: one JSON document with everything that a benchmark or a load test measured.
 * The schema is the single source: types are inferred from it and `benchmarks-history/run.schema.json` is generated from it.
 */
import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';

/** Name and version of the format: what `schema` says in every document. */
export const RUN_SCHEMA = 'shotclock.run/1';

/** Characters of the longest `histogram` that is worth unpacking: our own take a few kilobytes, a hostile one could fill the memory. */
export const HISTOGRAM_LIMIT = 100_000;

const count = z.int().nonnegative();
const finite = z.number();

/** A percentile, or why the sample cannot carry it. Bounds are the 95 % confidence interval from order statistics. */
const quantileSchema = z.union([
  z.strictObject({ value: finite, low: finite.nullable(), high: finite.nullable() }),
  z.strictObject({ withheld: z.string() }),
]);

const metricSchema = z.strictObject({
  operation: z.string(),
  /** `duration` in a benchmark; `response`, `service`, `lag` under load; `ttft`, `itl`, `connect`, `tokens.input`, `cost`, … */
  name: z.string(),
  /** Id of the stage it was measured in. */
  stage: z.string(),
  unit: z.enum(['ms', 'tokens', 'usd', 'bytes', 'ratio', 'per_s', 'count']),
  direction: z.enum(['lower', 'higher']),
  class: z.enum(['noisy', 'exact', 'rate', 'quantile', 'throughput']),
  count,
  min: finite,
  max: finite,
  mean: finite,
  /** 95 % bounds of the mean (Student's t); null for fewer than two values. */
  meanBounds: z.strictObject({ low: finite, high: finite }).nullable(),
  quantiles: z.strictObject({ p50: quantileSchema, p90: quantileSchema, p95: quantileSchema, p99: quantileSchema }),
  /** Compressed HdrHistogram V2, base64; recorded values are `value * histogramScale`. */
  histogram: z.string().optional(),
  histogramScale: finite.optional(),
  /** Every value in the order measured, where there were few enough to keep. */
  samples: z.array(finite).optional(),
});

/** What became of an operation's calls in one stage. */
const outcomeSchema = z.strictObject({
  operation: z.string(),
  stage: z.string(),
  attempts: count,
  ok: count,
  error: count,
  throttled: count,
  invalid: count,
  timeout: count,
  /** Failures by class, with one message each. */
  failures: z.array(z.strictObject({ class: z.string(), count, example: z.string() })),
  /** Milliseconds that its calls took, added up, whatever their outcome. */
  busyMs: finite,
  /** Successful calls per second of the time this operation itself took (benchmark) or of the stage (load). */
  throughputPerS: finite,
  /** Null when nothing was billed; `unpriced` when a model has no price. */
  costPer1k: z.union([finite, z.literal('unpriced')]).nullable(),
});

const usageSchema = z.strictObject({
  provider: z.string(),
  model: z.string(),
  operation: z.string(),
  stage: z.string(),
  calls: count,
  input: count,
  cached: count,
  cacheWrite: count,
  output: count,
  reasoning: count,
  /** USD; null when the model has no price. */
  costUsd: finite.nullable(),
});

const stageSchema = z.strictObject({
  id: z.string(),
  workload: z.enum(['sequential', 'closed']),
  /** Users of a closed workload. */
  users: count.optional(),
  startedAfterMs: finite,
  durationMs: finite,
  attempts: count,
  errors: count,
  /** Successful calls a second. */
  throughputPerS: finite,
  /** Share of attempts that were not `ok`, 0 to 1. */
  errorRate: finite,
  costUsd: finite.nullable(),
  costPer1k: z.union([finite, z.literal('unpriced')]).nullable(),
});

const verdictSchema = z.enum(['pass', 'fail', 'inconclusive', 'void']);

/** A path inside its repository: forward slashes, no drive, neither `.` nor `..` in it, not absolute. */
const RELATIVE_PATH = /^(?!\/)(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\\:\u0000-\u001f\u007f]+$/;

const objectiveResultSchema = z.strictObject({
  text: z.string(),
  verdict: verdictSchema,
  /** What was measured, in the objective's own unit; null when nothing was. */
  value: finite.nullable(),
  low: finite.nullable(),
  high: finite.nullable(),
  limit: finite,
  unit: z.string(),
  /** Where it was measured: a stage id. */
  stage: z.string().nullable(),
  /** Why, in one sentence, when the verdict is not a plain pass or fail. */
  reason: z.string().optional(),
  /** Where it is written: a file, relative to the root of its repository, and a line of it from 1. */
  source: z.strictObject({ file: z.string().regex(RELATIVE_PATH), line: z.int().positive() }).optional(),
});

const serviceInfoSchema = z.strictObject({
  type: z.string(),
  mode: z.enum(['embedded', 'simulated', 'replayed', 'external', 'process']),
  version: z.string().optional(),
  detail: z.string().optional(),
});

/** The whole document. Unknown fields are refused, and so are numbers that are not finite. */
export const runDocumentSchema = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  run: z.strictObject({
    /** Unique: UTC time, commit and a random part. */
    id: z.string(),
    /** `compare`: measurements and objectives are those of head; base stands in `comparison`. */
    kind: z.enum(['benchmark', 'load', 'demo', 'compare']),
    /** `partial`: it ended early; what it measured until then is here. */
    status: z.enum(['complete', 'partial']),
    partialReason: z.string().optional(),
    system: z.string(),
    commit: z.string().nullable(),
    branch: z.string().nullable(),
    /** Files differed from the commit. */
    dirty: z.boolean(),
    startedAt: z.iso.datetime(),
    durationMs: finite,
    seed: z.string(),
    planDigest: z.string(),
  }),
  environment: z.strictObject({
    cpuModel: z.string(),
    cores: count,
    memoryBytes: count,
    platform: z.string(),
    kernel: z.string(),
    node: z.string(),
    shotclock: z.string(),
    runnerImage: z.string().nullable(),
    services: z.record(z.string(), serviceInfoSchema),
  }),
  /** Whether the generator was fit to measure. */
  generator: z.strictObject({
    verdict: z.enum(['ok', 'degraded', 'void']),
    reasons: z.array(z.string()),
    /** Share of the time the event loop was busy, 0 to 1: under load, or over the benchmark where there was none. */
    eventLoopUtilization: finite,
    eventLoopDelayMs: z.strictObject({ p50: finite, p99: finite, max: finite }),
    /** Highest resident memory of this process. */
    residentBytesMax: count,
    /** CPU taken by the hypervisor, 0 to 1; null where the kernel does not say. */
    stealRatio: finite.nullable(),
  }),
  stages: z.array(stageSchema),
  metrics: z.array(metricSchema),
  outcomes: z.array(outcomeSchema),
  usage: z.array(usageSchema),
  cost: z.strictObject({
    currency: z.literal('USD'),
    /** Date of the price table and where its figures come from. */
    priceTable: z.strictObject({ date: z.string(), sources: z.array(z.string()) }),
    totalUsd: finite,
    /** `provider/model` without a price; their usage is counted, their cost is not in the total. */
    unpriced: z.array(z.string()),
  }),
  /** By process name: the most memory and the CPU time used while measuring. */
  resources: z.record(z.string(), z.strictObject({ residentBytesMax: count, cpuMs: finite })),
  objectives: z.array(objectiveResultSchema),
  comparison: comparisonSchema.optional(),
  verdict: verdictSchema,
  warnings: z.array(z.string()),
});

/** A percentile with its bounds, or the reason why the sample is too small for it. */
export type Quantile = z.infer<typeof quantileSchema>;
/** The distribution of one figure of one operation in one stage. */
export type Metric = z.infer<typeof metricSchema>;
/** How the calls of one operation in one stage ended, and what they cost. */
export type OperationOutcome = z.infer<typeof outcomeSchema>;
/** Tokens that one operation was billed for by one model in one stage. Cached and cache-write tokens are part of `input`. */
export type UsageEntry = z.infer<typeof usageSchema>;
/** A part of the run with one workload. */
export type Stage = z.infer<typeof stageSchema>;
/** What a gate says. `inconclusive` and `void` are no passes. */
export type Verdict = z.infer<typeof verdictSchema>;
/** One objective, what was measured for it, and its verdict. */
export type ObjectiveResult = z.infer<typeof objectiveResultSchema>;
/** What a service of the run was. */
export type ServiceInfo = z.infer<typeof serviceInfoSchema>;
/** A run, complete or partial. */
export type RunDocument = z.infer<typeof runDocumentSchema>;
