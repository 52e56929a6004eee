/** The comparison of a run document: base against head, as it was measured and as it was judged. */
import { z } from 'zod';

const count = z.int().nonnegative();
const finite = z.number();

/** One side of a comparison, and how it was found. */
const comparedSideSchema = z.strictObject({
  /** What people call it: a branch, a tag, a folder, the file name of a run. */
  label: z.string(),
  commit: z.string().nullable(),
  origin: z.enum(['merge-base', 'ref', 'directory', 'checkout', 'run']),
  planDigest: z.string(),
});

/** The plan that was fixed before the first pair. */
const comparisonDesignSchema = z.strictObject({
  seed: z.string(),
  /** The chance of any false alarm over all gating metrics and looks. */
  level: finite,
  /** When to look and the share of the level spent then; the last is the most pairs there can be. */
  looks: z.array(z.strictObject({ pairs: count, share: finite })),
  /** Gating metrics whose change is tested: over these Holm's procedure runs. */
  gatingMetrics: count,
  budgetMs: finite,
  /** Pairs measured between two starts of the processes. */
  pairsPerStart: count,
  /** Both sides run at once, or one after the other where memory does not allow two. */
  layout: z.enum(['side-by-side', 'alternate-starts']),
});

/**
 * What was measured of one metric. `values` are changes in the sense of "higher is worse", one a pair: log ratios for times and rates a
 * second, differences for the rest. `twin` are the same between two starts of base.
 */
export const comparedSeriesSchema = z.strictObject({
  /** `<operation>.<metric>`, or `canary.<metric>`. */
  name: z.string(),
  operation: z.string(),
  metric: z.string(),
  unit: z.enum(['ms', 'tokens', 'usd', 'bytes', 'ratio', 'per_s', 'count']),
  /**
   * `noisy`: tested against the tolerance. `exact`: compared for equality. `rate`: shares of calls, by Fisher's test. `quantile`: the slow end of
   * times, which only informs.
   */
  class: z.enum(['noisy', 'exact', 'rate', 'quantile']),
  /** `gate` can fail the run, `info` only informs, `canary` is what no change can touch. */
  role: z.enum(['gate', 'info', 'canary']),
  /** Relative for times, in the metric's unit for the rest. */
  tolerance: finite,
  /** The typical value of each side, in the unit. */
  base: finite.nullable(),
  head: finite.nullable(),
  values: z.array(finite),
  twin: z.array(finite),
  /** Exact metrics: every distinct value of a side with how often it came. Rates: `value` 1 for a failure, 0 for none. */
  baseValues: z.array(z.strictObject({ value: finite, count })).optional(),
  headValues: z.array(z.strictObject({ value: finite, count })).optional(),
  /**
   * Quantiles: by which share head's is higher, with its 95 % interval from the block bootstrap, and the stretches of pairs that this draws from as
   * if each told of itself alone.
   */
  tail: z.strictObject({ estimate: finite, low: finite, high: finite, stretches: count }).optional(),
});

/** The answer for one metric. */
const comparedMetricSchema = comparedSeriesSchema.extend({
  verdict: z.enum(['regression', 'improvement', 'fine', 'inconclusive', 'accepted', 'not-confirmed']),
  /** Worsening with its interval, as the values are counted: 0.1 is ten percent slower for times; in the unit for the rest. */
  change: z.strictObject({ estimate: finite, low: finite.nullable(), high: finite.nullable() }).nullable(),
  /** One-sided, of no worsening beyond the tolerance; adjusted by Holm (gate) or Benjamini and Hochberg (info). Null for exact metrics. */
  p: finite.nullable(),
  pairs: count,
  /** The least worsening that would have been seen with 80 % power. */
  detectable: finite.nullable(),
  /** Pairs that would probably decide it; null where it is decided or no number would. */
  pairsNeeded: count.nullable(),
  /** Why, in one sentence, where the verdict does not say it all. */
  reason: z.string().optional(),
});

/** A statement as pg_stat_statements counted it, per call of the operations that ran it. */
const comparedStatementSchema = z.strictObject({
  service: z.string(),
  statement: z.string(),
  base: z.strictObject({ calls: finite, meanMs: finite, rows: finite, blocks: finite }).nullable(),
  head: z.strictObject({ calls: finite, meanMs: finite, rows: finite, blocks: finite }).nullable(),
});

/** A part of an operation's change; the parts of one subject add up to its whole. */
const changePartSchema = z.strictObject({
  /** `<operation>.<metric>` that moved. */
  of: z.string(),
  /** `connect`, `first byte`, `first token`, `tokens`, `SQL statements`, `price`, `input`, `cached`, `output`, … */
  part: z.string(),
  unit: z.enum(['ms', 'usd', 'tokens', 'count', 'bytes']),
  base: finite.nullable(),
  head: finite.nullable(),
  change: finite,
});

/** Everything about the comparison of a run. */
export const comparisonSchema = z.strictObject({
  base: comparedSideSchema,
  head: comparedSideSchema,
  design: comparisonDesignSchema,
  pairs: count,
  starts: count,
  /** Milliseconds from the first pair to the last. */
  measuringMs: finite,
  /** Why no more pairs were measured: `decided`, `pairs`, `budget`, or `stopped` from outside. */
  ended: z.enum(['decided', 'pairs', 'budget', 'stopped']),
  metrics: z.array(comparedMetricSchema),
  sentinel: z.strictObject({
    verdict: z.enum(['clean', 'moved', 'unknown']),
    /** One sentence for each metric that moved though nothing could move it. */
    reasons: z.array(z.string()),
  }),
  /** Names of the gating metrics that got worse. */
  flagged: z.array(z.string()),
  /** Operations on one side only, and those whose call differs: reported, not compared. */
  operations: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) }),
  statements: z.array(comparedStatementSchema),
  parts: z.array(changePartSchema),
  /** Regressions that somebody with write permission accepted. */
  acceptances: z.array(z.strictObject({ metric: z.string(), reason: z.string(), by: z.string() })),
  /** A second measurement on a fresh machine of what was flagged: the id of its run and what it found worse. */
  confirmation: z.strictObject({ runId: z.string(), flagged: z.array(z.string()) }).optional(),
  /** Set when base could not be measured: why. Head was then judged alone. */
  baseFailure: z.string().optional(),
  /** Set when head could not be built or started, or died: why, with its last lines. It fails for that. */
  headFailure: z.string().optional(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'void']),
  /** One command that measures the same on another machine. */
  reproduce: z.string(),
});

/** One side of a comparison. */
export type ComparedSide = z.infer<typeof comparedSideSchema>;
/** The plan of a comparison, fixed beforehand. */
export type ComparisonDesign = z.infer<typeof comparisonDesignSchema>;
/** One metric as measured on both sides. */
export type ComparedSeries = z.infer<typeof comparedSeriesSchema>;
/** One metric as judged. */
export type ComparedMetric = z.infer<typeof comparedMetricSchema>;
/** One SQL statement on both sides. */
export type ComparedStatement = z.infer<typeof comparedStatementSchema>;
/** A part of what changed. */
export type ChangePart = z.infer<typeof changePartSchema>;
/** The whole comparison. */
export type Comparison = z.infer<typeof comparisonSchema>;
