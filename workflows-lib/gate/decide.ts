import type { Verdict } from '../history/run-document.ts';
import { satisfies } from './objective.ts';
import type { Comparison } from './objective.ts';

/** A measured figure with its 95 % confidence interval; a bound is null where the sample cannot give it. */
export interface Evidence {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What the sample lacks, where a bound is missing. */
  readonly lacks?: string;
}

/**
 * Holds evidence against a limit: `pass` when the whole interval keeps it, `fail` when the whole interval breaks it, otherwise
 * `inconclusive`. A missing bound can never decide.
 */
export function decide(evidence: Evidence, comparison: Comparison, limit: number): Exclude<Verdict, 'void'> {
  const below = comparison === '<' || comparison === '<=';
  const [best, worst] = below ? [evidence.low, evidence.high] : [evidence.high, evidence.low];
  if (worst !== null && satisfies(worst, comparison, limit)) return 'pass';
  if (best !== null && !satisfies(best, comparison, limit)) return 'fail';
  return 'inconclusive';
}

/** The verdict of several: void before fail before inconclusive before pass. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of ['void', 'fail', 'inconclusive'] as const) if (verdicts.includes(verdict)) return verdict;
  return 'pass';
}
