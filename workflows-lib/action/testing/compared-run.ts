import type { FinishedRun } from '../../commands/benchmark.ts';
import type { Comparison } from '../../history/comparison.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';
import { finishedRun } from './finished-run.ts';

/** What a comparison came to. */
export interface ComparedOutcome {
  readonly verdict?: Comparison['verdict'];
  readonly flagged?: readonly string[];
  /** Of one objective; there is none without it. */
  readonly objective?: ObjectiveResult['verdict'];
  readonly headFailure?: string;
}

/** A comparison that was measured and saved; what it flagged is in its list alone. */
export function comparedRun({ verdict = 'pass', flagged = [], objective, headFailure }: ComparedOutcome = {}): FinishedRun {
  const finished = finishedRun({ verdict });
  const { document } = finished;
  return {
    ...finished,
    document: {
      ...document,
      run: { ...document.run, kind: 'compare' },
      objectives: objective === undefined ? [] : [{ ...OBJECTIVE, verdict: objective }],
      comparison: {
        ...COMPARISON,
        flagged: [...flagged],
        verdict: flagged.length > 0 ? 'fail' : 'pass',
        ...(headFailure === undefined ? {} : { headFailure }),
      },
    },
  };
}

const SIDE = { label: 'main', commit: null, origin: 'merge-base', planDigest: '' } as const;

const COMPARISON: Comparison = {
  base: SIDE,
  head: { ...SIDE, label: 'change', origin: 'checkout' },
  design: { seed: 's', level: 0.01, looks: [], gatingMetrics: 1, budgetMs: 1, pairsPerStart: 1, layout: 'side-by-side' },
  ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'decided', metrics: [] },
  sentinel: { verdict: 'clean', reasons: [] },
  flagged: [],
  operations: { added: [], removed: [], changed: [] },
  ...{ statements: [], parts: [], acceptances: [], verdict: 'pass', reproduce: 'shotclock compare' },
};

const OBJECTIVE: ObjectiveResult = {
  ...{ text: 'a.p95 < 1s', verdict: 'pass', value: 2, low: 2, high: 2, limit: 1, unit: 'ms', stage: null },
};
