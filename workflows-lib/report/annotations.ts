import type { Annotation } from '../core/annotation.ts';
import type { ObjectiveResult, RunDocument } from '../history/run-document.ts';
import { logLine } from './escape.ts';
import { judgedAt } from './view/judged-at.ts';
import { distance, objectiveFigures } from './view/sentence.ts';
import { shownObjectiveVerdict } from './view/verdict.ts';

const LONGEST_TITLE = 255;

/** An annotation for each missed objective, where it is written, in plain text, each on one line. Those that do not say where have none, and in a void run nothing is missed. */
export function objectiveAnnotations(run: RunDocument): readonly Annotation[] {
  return run.objectives
    .filter((objective) => shownObjectiveVerdict(run, objective) === 'fail')
    .flatMap((objective) => annotationOf(run, objective));
}

function annotationOf(run: RunDocument, objective: ObjectiveResult): Annotation[] {
  const { source, text, stage, reason } = objective;
  if (source === undefined) return [];
  const away = distance(objective);
  const where = judgedAt(run, stage);
  const parts = [[objectiveFigures(objective), where].filter((part) => part !== '').join(' '), away, reason ?? ''].filter(
    (part) => part !== '',
  );
  return [
    {
      path: source.file,
      startLine: source.line,
      endLine: source.line,
      level: 'failure',
      title: logLine(`Objective missed: ${text}`).slice(0, LONGEST_TITLE).toWellFormed(),
      message: logLine(parts.join(': ')),
    },
  ];
}
