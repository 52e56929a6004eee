/** Whether the verdicts of a document follow from its own figures, by the rules that `gate` judges by. */
import { parseLimit } from '../../core/limit.ts';
import type { LimitUnit } from '../../core/limit.ts';
import { findFalseComparison } from './comparison.ts';
import type { ObjectiveResult, RunDocument } from '../run-document.ts';
import { verdictOfRun } from '../run-verdict.ts';

const UNITS: readonly string[] = ['ms', 'ratio', 'usd', 'per_s', 'tokens', 'count'] satisfies readonly LimitUnit[];

/** The first verdict that its document contradicts, as "place: what"; undefined when they agree. */
export function findFalseVerdict(run: RunDocument): string | undefined {
  for (const [index, objective] of run.objectives.entries()) {
    const problem = run.generator.verdict === 'void' ? inVoidRun(objective) : falseUnlessExcused(run, objective);
    if (problem !== undefined) return `objectives[${index}].verdict: ${problem}`;
  }
  const problem = findFalseComparison(run);
  if (problem !== undefined) return problem;
  const expected = verdictOfRun(run);
  return run.verdict === expected ? undefined : `verdict: it says ${run.verdict}, but its own parts come to ${expected}`;
}

/** Where head need only be no worse than base, an objective that base misses as well is met; base's own figure is not in the document. */
function falseUnlessExcused({ comparison }: RunDocument, objective: ObjectiveResult): string | undefined {
  const { verdict, reason } = objective;
  const excused = verdict === 'pass' && comparison !== undefined && reason?.startsWith('base misses it as well') === true;
  return excused ? undefined : falseObjective(objective);
}

function inVoidRun({ verdict }: ObjectiveResult): string | undefined {
  return verdict === 'void' ? undefined : `it says ${verdict}, but the generator was not fit to measure`;
}

function falseObjective(objective: ObjectiveResult): string | undefined {
  const { text, verdict, limit } = objective;
  if (verdict === 'inconclusive') return undefined;
  if (verdict === 'void') return 'it says void, but the generator was fit to measure';
  const written = writtenLimit(objective);
  if (written === undefined) return verdict === 'pass' ? `it says pass, but ${JSON.stringify(text)} names no limit` : undefined;
  if (written.limit !== limit) return 'it was held against another limit than its text names';
  return follows(objective, written.comparison) ? undefined : `it says ${verdict}, but its own interval does not`;
}

interface WrittenLimit {
  readonly comparison: string;
  readonly limit: number;
}

/** What the text of an objective ends in: `< 30s`, `>= 0.5/s @ users=10`. */
function writtenLimit({ text, unit }: ObjectiveResult): WrittenLimit | undefined {
  const match = /^[\w.]+\s*(<=|>=|<|>)\s*([^@\s]+)\s*(?:@\s*users\s*(?:<=|>=|<|>|=)\s*\d+)?$/.exec(text);
  const limit = isLimitUnit(unit) ? parseLimit(match?.[2] ?? '', unit) : undefined;
  return match?.[1] === undefined || limit === undefined ? undefined : { comparison: match[1], limit };
}

function isLimitUnit(unit: string): unit is LimitUnit {
  return UNITS.includes(unit);
}

/** A pass keeps the limit with the worse end of its interval, a miss breaks it with the better one. */
function follows({ verdict, low, high, value, limit }: ObjectiveResult, comparison: string): boolean {
  const below = comparison.startsWith('<');
  const [best, worst] = below ? [low, high] : [high, low];
  const end = verdict === 'pass' ? worst : best;
  if (end === null || value === null) return false;
  if (low !== null && high !== null && !(low <= value && value <= high)) return false;
  const beyond = below ? end < limit : end > limit;
  const kept = beyond || (end === limit && comparison.endsWith('='));
  return kept === (verdict === 'pass');
}
