import { resolve } from 'node:path';
import type { Plan } from '../../config/plan.ts';
import { comparableSeries } from '../../gate/comparison/comparable-series.ts';
import { judgeComparison } from '../../gate/comparison/judge.ts';
import type { Comparison } from '../../history/comparison.ts';
import { readRun } from '../../history/read-run.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { verdictOfRun } from '../../history/run-verdict.ts';
import type { CommandContext } from '../context.ts';
import { reproduceOfRuns } from './reproduce-command.ts';

/** Paths of two run documents, and of the plan where it was named. */
export type RunFiles = Readonly<Record<'base' | 'head', string>> & { readonly config?: string | undefined };

/**
 * Compares two runs that were measured before. What is counted is judged; times were not measured side by side, so they only inform.
 * Throws UsageError for files that are no runs.
 */
export async function compareRuns(files: RunFiles, { compare, seed }: Plan, { cwd }: CommandContext): Promise<RunDocument> {
  const read = async (file: string): Promise<RunDocument> => readRun(resolve(cwd, file));
  const [base, head] = [await read(files.base), await read(files.head)];
  const design: Comparison['design'] = {
    ...{ seed, level: compare.level, looks: [], gatingMetrics: 0 },
    ...{ budgetMs: 0, pairsPerStart: 0, layout: 'alternate-starts' },
  };
  const judged = judgeComparison({ design, series: comparableSeries(base, head, compare) });
  const names = (run: RunDocument): string[] => [...new Set(run.outcomes.map(({ operation }) => operation))];
  const [before, after] = [names(base), names(head)];
  const comparison: Comparison = {
    ...{ base: sideOf(base, files.base), head: sideOf(head, files.head), design },
    ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped' },
    ...judged,
    operations: {
      added: after.filter((name) => !before.includes(name)),
      removed: before.filter((name) => !after.includes(name)),
      changed: [],
    },
    ...{ statements: [], parts: [], acceptances: [] },
    reproduce: reproduceOfRuns(files),
  };
  const document = { ...head, run: { ...head.run, kind: 'compare' as const }, comparison };
  return { ...document, verdict: verdictOfRun(document) };
}

function sideOf({ run }: RunDocument, label: string): Comparison['base'] {
  return { label, commit: run.commit, origin: 'run', planDigest: run.planDigest };
}
