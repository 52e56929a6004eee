import type { RunDocument } from '../../history/run-document.ts';
import { formatCount, plural } from '../format.ts';
import type { NextStep } from '../view/next-step.ts';
import { changeText, toleranceText } from './change-text.ts';
import { ofGate, regressions } from './metrics.ts';
import { pairsThatDecide } from './sentence.ts';

/** The comment that accepts a regression. The name in it comes from outside. */
export function acceptCommand(metric: string): string {
  return `/shotclock accept ${metric} <reason>`;
}

/** What a reader should do about the comparison of a run, the gravest first; empty without one, and where there is nothing to do. */
export function comparisonSteps(run: RunDocument): NextStep[] {
  const { comparison } = run;
  if (comparison === undefined) return [];
  if (comparison.baseFailure !== undefined) {
    return [{ subject: 'Base', text: 'Mend what keeps base from being measured, and measure again.' }];
  }
  if (comparison.headFailure !== undefined) {
    return [{ subject: 'Head', text: 'Mend what keeps head from being built or started; its last lines are below.' }];
  }
  if (comparison.verdict === 'void') {
    return [{ subject: 'Sentinel', text: 'Measure again: the machine was not steady, so these figures are no evidence.' }];
  }
  return [
    ...regressions(comparison).map((metric) => ({
      subject: metric.name,
      text: `${changeText(metric)}, tolerated ${toleranceText(metric)}. Comment "${acceptCommand(metric.name)}" to accept it, or push a fix.`,
    })),
    ...undecidedStep(run),
  ];
}

function undecidedStep({ comparison }: RunDocument): NextStep[] {
  const undecided = comparison === undefined ? [] : ofGate(comparison, 'inconclusive');
  if (comparison === undefined || undecided.length === 0) return [];
  const pairs = pairsThatDecide(comparison);
  const what = plural(undecided.length, 'metric');
  const text =
    pairs === undefined
      ? `Measure on a steadier machine, or tolerate more: no number of pairs would probably decide ${what}.`
      : `Run again with more pairs or time: about ${plural(pairs, 'pair')} would decide ${what}, ${formatCount(comparison.pairs)} were measured.`;
  return [{ subject: 'Undecided', text }];
}
