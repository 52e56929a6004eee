import { verdictOfRun } from '../../history/run-verdict.ts';
import type { ObjectiveResult, RunDocument, Verdict } from '../../history/run-document.ts';
import { comparisonSentence } from '../comparison/sentence.ts';
import { shownComparison } from '../comparison/shown-comparison.ts';
import { plural } from '../format.ts';

const SEVERITY: Readonly<Record<Verdict, number>> = { fail: 0, void: 1, inconclusive: 2, pass: 3 };

/** What a run came to: its verdict, or `measured` where there was nothing to judge it by. */
export type Result = Verdict | 'measured';

/** Results as words for people. */
export const RESULT_WORD: Readonly<Record<Result, string>> = {
  measured: 'Measured',
  pass: 'Pass',
  fail: 'Fail',
  inconclusive: 'Inconclusive',
  void: 'Void',
};

/** Results as signs whose shapes differ without colour. */
export const RESULT_SIGN: Readonly<Record<Result, string>> = {
  measured: '=',
  pass: '✓',
  fail: '✗',
  inconclusive: '?',
  void: '∅',
};

/**
 * The verdict to show. A document whose verdict is `pass` although its generator was not fit, it ended early, or its comparison or one of its
 * objectives did not pass contradicts itself; the worse of the two is shown.
 */
export function shownVerdict(run: RunDocument): Verdict {
  return run.verdict === 'pass' ? verdictOfRun(run) : run.verdict;
}

/**
 * Whether nothing of a run counts, because its generator was not fit to measure. Worse counts, and a head that does not run, count all the same:
 * such a run fails.
 */
export function isUnfit(run: RunDocument): boolean {
  return run.generator.verdict === 'void' && shownVerdict(run) === 'void';
}

/** The verdict to show, but not a pass where nothing was there to be met: no objective, and no base to be compared with. */
export function shownResult(run: RunDocument): Result {
  const verdict = shownVerdict(run);
  return verdict === 'pass' && run.objectives.length === 0 && !wasCompared(run) ? 'measured' : verdict;
}

function wasCompared({ comparison }: RunDocument): boolean {
  return (
    comparison !== undefined &&
    comparison.baseFailure === undefined &&
    (comparison.metrics.length > 0 || comparison.headFailure !== undefined)
  );
}

/** An objective's verdict to show: in a void run no objective counts, whatever it says. */
export function shownObjectiveVerdict(run: RunDocument, objective: ObjectiveResult): Verdict {
  return shownVerdict(run) === 'void' ? 'void' : objective.verdict;
}

/** The objectives with the worst first, otherwise in the order written. */
export function sortedObjectives(run: RunDocument): ObjectiveResult[] {
  return run.objectives.toSorted(bySeverity);
}

function bySeverity(left: { readonly verdict: Verdict }, right: { readonly verdict: Verdict }): number {
  return SEVERITY[left.verdict] - SEVERITY[right.verdict];
}

/** What the verdict rests on, in one sentence without the verdict's word. That of a comparison may quote text from outside, as one line. */
export function verdictSentence(run: RunDocument): string {
  const comparison = shownComparison(run);
  if (comparison !== undefined && !isUnfit(run)) return `${comparisonSentence(run, comparison)}.`;
  const total = run.objectives.length;
  const count = (verdict: Verdict): number => run.objectives.filter((objective) => objective.verdict === verdict).length;
  switch (shownVerdict(run)) {
    case 'void':
      return 'The load generator was not fit to measure, so nothing here is judged.';
    case 'fail':
      return total === 0 ? 'The run failed.' : `${count('fail')} of ${plural(total, 'objective')} missed${undecided(count)}.`;
    case 'inconclusive':
      return count('inconclusive') === 0
        ? 'The run ended early, so it cannot pass.'
        : `${count('inconclusive')} of ${plural(total, 'objective')} cannot be decided from this run.`;
    case 'pass':
      return total === 0 ? 'No objective was judged, so nothing was held against a limit.' : allMet(total);
  }
}

function undecided(count: (verdict: Verdict) => number): string {
  return count('inconclusive') === 0 ? '' : `, ${count('inconclusive')} undecided`;
}

function allMet(total: number): string {
  return total === 1 ? 'The one objective is met.' : `All ${total} objectives are met.`;
}

/** Which side of the limit is good, as far as the objective's text says. */
export function objectiveDirection(objective: Pick<ObjectiveResult, 'text'>): 'below' | 'above' | undefined {
  const comparison = /[<>]/.exec(objective.text)?.[0];
  return comparison === undefined ? undefined : comparison === '<' ? 'below' : 'above';
}
