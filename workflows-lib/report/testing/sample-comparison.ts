/** Run documents of comparisons with made-up figures, for tests of reports. Each satisfies the schema. */
import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { runDocumentSchema } from '../../history/run-document.ts';
import { sampleDemo } from './sample-run.ts';

type Given = Pick<ComparedMetric, 'operation' | 'metric'> & Partial<ComparedMetric>;

/** A judged metric; a time of 5 ms that did not change unless said otherwise. */
export function sampleMetricOf(given: Given): ComparedMetric {
  return {
    ...{ name: `${given.operation}.${given.metric}`, unit: 'ms', class: 'noisy', role: 'gate', tolerance: 0.03 },
    ...{ base: 5, head: 5.02, values: [], twin: [], verdict: 'fine', pairs: 24, detectable: 0.041, pairsNeeded: null, p: 0.4 },
    change: { estimate: 0.004, low: -0.011, high: 0.019 },
    ...given,
  };
}

const EXACT = { class: 'exact', p: null, tolerance: 0, detectable: null, pairs: 0 } as const;

function exact(given: Given & { readonly base: number; readonly head: number }): ComparedMetric {
  const change = { estimate: given.head - given.base, low: null, high: null };
  return sampleMetricOf({ ...EXACT, change, ...given });
}

const REGRESSION = sampleMetricOf({
  ...{ operation: 'mcp.query', metric: 'duration', base: 3.31, head: 3.64, verdict: 'regression', p: 0.0004 },
  change: { estimate: 0.098, low: 0.071, high: 0.124 },
});
const DEARER = exact({
  ...{ operation: 'synthesis.sql', metric: 'cost', unit: 'usd', base: 0.00312, head: 0.0034, verdict: 'regression' },
});
const LONGER = exact({
  ...{ operation: 'synthesis.sql', metric: 'tokens.output', unit: 'tokens', base: 380, head: 413, role: 'info' },
  verdict: 'fine',
});
const FASTER = sampleMetricOf({
  ...{ operation: 'database.table_list', metric: 'duration', base: 0.84, head: 0.71, verdict: 'improvement', p: 0.99 },
  change: { estimate: -0.153, low: -0.18, high: -0.121 },
});
const UNDECIDED = sampleMetricOf({
  ...{ operation: 's3.get', metric: 'duration', base: 2.2, head: 2.29, verdict: 'inconclusive', pairsNeeded: 38 },
  change: { estimate: 0.041, low: -0.012, high: 0.095 },
  ...{ p: 0.21, detectable: 0.094, reason: 'the tolerance lies inside of the interval' },
});
const CANARY = sampleMetricOf({ operation: 'canary', metric: 'cpu', role: 'canary', tolerance: 0.02 });
const RATE = sampleMetricOf({
  ...{ operation: 'mcp.query', metric: 'error_rate', unit: 'ratio', class: 'rate', tolerance: 0.01, base: 0, head: 0.004 },
  change: { estimate: 0.004, low: -0.002, high: 0.011 },
});
const STEADY = ['database.connect', 'database.simple_query', 's3.list', 'mcp.connect', 'mcp.tool_list'].map((operation) =>
  sampleMetricOf({ operation, metric: 'duration' }),
);

const METRICS = [REGRESSION, DEARER, LONGER, FASTER, UNDECIDED, RATE, ...STEADY, CANARY];

const SEED = 'shotclock';

/** Two regressions, one improvement, one undecided metric. */
export function sampleComparison(changed: Partial<Comparison> = {}): Comparison {
  return {
    base: { label: 'main', commit: '0d5e7c9a41b2f3e8d6c7a5b4938271605f4e3d2c', origin: 'merge-base', planDigest: 'sha256:1' },
    head: {
      label: 'feature/query',
      commit: '59ca7e2f0d1b4c6e8a9f7b3d5c2e1a0f9d8c7b6a',
      origin: 'checkout',
      planDigest: 'sha256:1',
    },
    design: {
      ...{ seed: SEED, level: 0.01, gatingMetrics: 9, budgetMs: 360_000, pairsPerStart: 8, layout: 'side-by-side' },
      looks: [
        { pairs: 16, share: 0.3 },
        { pairs: 24, share: 0.7 },
      ],
    },
    ...{ pairs: 24, starts: 3, measuringMs: 214_000, ended: 'pairs', metrics: METRICS },
    sentinel: { verdict: 'clean', reasons: [] },
    flagged: [REGRESSION.name, DEARER.name],
    operations: { added: ['mcp.search'], removed: [], changed: ['deepseek.simple'] },
    statements: [
      {
        ...{
          service: 'database',
          statement: 'SELECT player, sum(points) FROM box_scores WHERE season = $1 GROUP BY player ORDER BY 2 DESC',
        },
        base: { calls: 1, meanMs: 0.31, rows: 40, blocks: 112 },
        head: { calls: 2, meanMs: 0.33, rows: 40, blocks: 118 },
      },
      { service: 'database', statement: 'SELECT 1', base: null, head: { calls: 1, meanMs: 0.02, rows: 1, blocks: 0 } },
    ],
    parts: [
      { of: REGRESSION.name, part: 'SQL statements', unit: 'ms', base: 0.31, head: 0.6, change: 0.29 },
      { of: REGRESSION.name, part: 'connect', unit: 'ms', base: 1, head: 1.04, change: 0.04 },
      { of: REGRESSION.name, part: 'rest', unit: 'ms', base: 2, head: 2, change: 0 },
      { of: DEARER.name, part: 'price', unit: 'usd', base: 0, head: 0, change: 0 },
      { of: DEARER.name, part: 'input', unit: 'usd', base: 0.0008, head: 0.0008, change: 0 },
      { of: DEARER.name, part: 'output', unit: 'usd', base: 0.00232, head: 0.0026, change: 0.00028 },
    ],
    acceptances: [],
    verdict: 'fail',
    reproduce: 'npx shotclock compare --base 0d5e7c9a41 --seed shotclock',
    ...changed,
  };
}

/** A run with a comparison and no objectives. */
export function compareRun(comparison: Comparison = sampleComparison(), changed: Partial<RunDocument> = {}): RunDocument {
  const run = sampleDemo();
  return runDocumentSchema.parse({
    ...run,
    run: { ...run.run, kind: 'compare' },
    ...{ objectives: [], verdict: comparison.verdict, comparison },
    ...changed,
  });
}

function without(...names: readonly string[]): ComparedMetric[] {
  return METRICS.filter(({ name }) => !names.includes(name));
}

/** Nothing got worse. */
export function samplePassedComparison(): Comparison {
  const metrics = without(REGRESSION.name, DEARER.name, UNDECIDED.name);
  return sampleComparison({ metrics, flagged: [], parts: [], statements: [], verdict: 'pass', ended: 'decided' });
}

/** Too few pairs. */
export function sampleUndecidedComparison(): Comparison {
  const metrics = without(REGRESSION.name, DEARER.name);
  return sampleComparison({ metrics, flagged: [], parts: [], verdict: 'inconclusive', ended: 'budget' });
}

/** A machine that was not steady. */
export function sampleVoidComparison(): Comparison {
  const reasons = [
    'canary.cpu moved by 6.2 % between base and head, though no change can touch it',
    'mcp.query.duration moved by 5.1 % between two starts of base, though both are the same',
  ];
  return sampleComparison({
    metrics: without(DEARER.name),
    sentinel: { verdict: 'moved', reasons },
    flagged: [REGRESSION.name],
    verdict: 'void',
  });
}

/** Base that did not start. */
export function sampleBaseFailure(): Comparison {
  return sampleComparison({
    ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped', metrics: [], flagged: [], statements: [], parts: [] },
    sentinel: { verdict: 'unknown', reasons: [] },
    ...{ baseFailure: 'npm ci exited with 1: lock file is missing.', verdict: 'pass' },
  });
}

/** One regression accepted, one not found again on a fresh machine. */
export function sampleAcceptedComparison(): Comparison {
  const metrics = METRICS.filter(({ name }) => name !== UNDECIDED.name).map((metric): ComparedMetric => {
    if (metric === REGRESSION) return { ...metric, verdict: 'accepted' };
    return metric === DEARER ? { ...metric, verdict: 'not-confirmed' } : metric;
  });
  return sampleComparison({
    metrics,
    flagged: [],
    acceptances: [{ metric: REGRESSION.name, reason: 'worth its price: the answers are right now', by: 'octocat' }],
    confirmation: { runId: '20261123T150512Z-59ca7e2-9xqz', flagged: [REGRESSION.name] },
    verdict: 'pass',
  });
}
