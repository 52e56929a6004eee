import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { formatValue } from '../format.ts';
import { failureRows } from './failures.ts';
import { comparisonSteps } from '../comparison/steps.ts';
import { judgedAt } from './judged-at.ts';
import type { NextStep } from './next-step.ts';
import { rankedObjectives } from './ranking.ts';
import { distance } from './sentence.ts';
import { isUnfit } from './verdict.ts';

const FAILURES_SHOWN = 3;

/** What a reader should do about this run, the gravest first; empty when there is nothing to do. */
export function nextSteps(run: RunDocument): NextStep[] {
  return isUnfit(run) ? measuredSteps(run) : [...comparisonSteps(run), ...measuredSteps(run)];
}

/**
 * What to do about the measurements and objectives of a run, without its comparison. Of an objective only what its row in the table of
 * objectives, which stands beside this, does not say as plainly.
 */
export function measuredSteps(run: RunDocument): NextStep[] {
  if (run.generator.verdict === 'void') {
    const figures = isUnfit(run) ? 'these figures are' : 'times and objectives are';
    return [
      {
        subject: 'Generator',
        text: `run again on a machine with more room, or with fewer users: ${figures} not evidence.`,
      },
    ];
  }
  const undone = rankedObjectives(run).filter(({ verdict }) => verdict !== 'pass');
  return [...undone.map((objective) => ({ subject: objective.text, text: adviceFor(run, objective) })), ...failureSteps(run)];
}

function adviceFor(run: RunDocument, objective: ObjectiveResult): string {
  const { verdict, value, unit, stage, reason } = objective;
  const where = judgedAt(run, stage);
  if (verdict !== 'fail') return `${words('not decided', where)}${reason === undefined ? '' : `: ${reason}`}.`;
  // An operation that never answered rightly has a reason, and its distance to a limit says nothing.
  if (reason !== undefined) return `${reason}.`;
  const away = distance(objective);
  const figure = value === null ? 'missed' : formatValue(value, unit);
  return `${words(figure, where)}${away === '' ? '' : `, ${away}`}.`;
}

function failureSteps(run: RunDocument): NextStep[] {
  return failureRows(run)
    .slice(0, FAILURES_SHOWN)
    .map((row) => ({
      subject: row.operation,
      text: `${words(`${row.count} × ${row.class}`, judgedAt(run, row.stages.join(', ')))}: ${row.example}`,
    }));
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
