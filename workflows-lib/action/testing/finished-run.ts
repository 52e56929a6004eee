import type { FinishedRun } from '../../commands/benchmark.ts';
import { minimalRun } from '../../history/testing/minimal-run.ts';

/** What a finished run came to. */
export interface Outcome {
  readonly verdict?: FinishedRun['document']['verdict'];
  /** Of its one model; null: the model has no price. */
  readonly costUsd?: number | null;
}

/** A run `r1` that was measured and saved. */
export function finishedRun({ verdict = 'pass', costUsd = 0.25 }: Outcome = {}): FinishedRun {
  const document = minimalRun({ id: 'r1' });
  const usage = { operation: 'a', stage: 's', provider: 'p', model: 'm', calls: 1, costUsd };
  const tokens = { input: 1, cached: 0, cacheWrite: 0, output: 1, reasoning: 0 };
  const folder = '/project/.shotclock/runs/r1';
  return {
    document: {
      ...document,
      verdict,
      usage: [{ ...usage, ...tokens }],
      cost: { ...document.cost, totalUsd: costUsd ?? 0 },
    },
    saved: { folder, document: `${folder}/run.json`, html: `${folder}/report.html`, markdown: `${folder}/report.md` },
  };
}
