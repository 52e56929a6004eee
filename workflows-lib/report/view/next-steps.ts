import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { failureRows } from './failures.ts';
import { distance, objectiveFigures } from './sentence.ts';
import { sortedObjectives } from './verdict.ts';

/** One thing to look at or to do. Plain text, to be escaped where it is shown. */
export interface NextStep {
  /** What it is about, to be set apart: an objective or an operation. */
  readonly subject: string;
  readonly text: string;
}

const FAILURES_SHOWN = 3;

/** What a reader should do about this run, the gravest first; empty when there is nothing to do. */
export function nextSteps(run: RunDocument): NextStep[] {
  if (run.generator.verdict === 'void') {
    return [
      {
        subject: 'Generator',
        text: 'run again on a machine with more room, or with fewer users: these figures are not evidence.',
      },
    ];
  }
  const undone = sortedObjectives(run).filter(({ verdict }) => verdict !== 'pass');
  return [...undone.map((objective) => ({ subject: objective.text, text: adviceFor(objective) })), ...failureSteps(run)];
}

function adviceFor(objective: ObjectiveResult): string {
  const where = objective.stage === null ? '' : ` in ${objective.stage}`;
  const reason = objective.reason === undefined ? '' : ` (${objective.reason})`;
  if (objective.verdict !== 'fail') return `${objectiveFigures(objective)}${where}: not decided${reason}.`;
  const away = distance(objective);
  return `${objectiveFigures(objective)}${where}${away === '' ? '' : `: ${away}`}${reason}.`;
}

function failureSteps(run: RunDocument): NextStep[] {
  return failureRows(run)
    .slice(0, FAILURES_SHOWN)
    .map((row) => ({ subject: row.operation, text: `${row.count} × ${row.class} in ${row.stages.join(', ')}: ${row.example}` }));
}
