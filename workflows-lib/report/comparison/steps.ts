import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import type { NextStep } from '../view/next-step.ts';
import { brokenSide, hasNothingInCommon } from './broken-side.ts';
import type { BrokenSide } from './broken-side.ts';
import { changeText, noted, toleranceText } from './change-text.ts';
import { regressions } from './metrics.ts';
import { shownComparison } from './shown-comparison.ts';
import { undecidedSteps } from './undecided-steps.ts';

/** The comment that accepts a regression. The name in it comes from outside. */
export function acceptCommand(metric: string): string {
  return `/shotclock accept ${metric} <reason>`;
}

/** What a reader should do about the comparison of a run, the gravest first; empty without one, and where there is nothing to do. */
export function comparisonSteps(run: RunDocument): NextStep[] {
  const comparison = shownComparison(run);
  if (comparison === undefined) return [];
  const broken = brokenSide(comparison);
  if (broken !== undefined) return [brokenStep(comparison, broken)];
  if (comparison.verdict === 'void') {
    return [{ subject: 'Sentinel', text: 'Measure again: the machine was not steady, so these figures are no evidence.' }];
  }
  const worse = regressions(comparison).map((metric) => ({
    subject: metric.name,
    text: `${noted(metric, changeText(metric))}, tolerated ${noted(metric, toleranceText(metric))}. Comment "${acceptCommand(metric.name)}" to accept it, or push a fix.`,
  }));
  return [...worse, ...undecidedSteps(comparison)];
}

function brokenStep(comparison: Comparison, { side, lines }: BrokenSide): NextStep {
  if (side === 'head') {
    const what = comparison.pairs === 0 ? 'keeps head from being built or started' : 'ends head while it is measured';
    return { subject: 'Head', text: `Mend what ${what}${lines.length === 0 ? '' : '; its last lines are below'}.` };
  }
  const how = hasNothingInCommon(comparison)
    ? 'keep the name and the call of at least one operation, or compare with --base REF'
    : 'rebase onto a commit that starts, or give --base REF';
  return { subject: 'Base', text: `Head was judged by its objectives alone; ${how}.` };
}
