import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { NONE, formatInterval, formatValue, isUnit } from '../format.ts';
import { RESULT_WORD, shownObjectiveVerdict, sortedObjectives } from '../view/verdict.ts';
import type { Result } from '../view/verdict.ts';
import { markdownRows } from './table.ts';
import type { MarkdownColumn } from './table.ts';

/** Results as pictures, always beside their words. */
export const RESULT_MARK: Readonly<Record<Result, string>> = {
  measured: '📏',
  pass: '✅',
  fail: '❌',
  inconclusive: '❔',
  void: '🚫',
};

/** Objectives, the worst first; empty when there are none. */
export function objectiveSection(run: RunDocument): string {
  if (run.objectives.length === 0) return '';
  const columns: MarkdownColumn<ObjectiveResult>[] = [
    { head: 'Verdict', align: 'l', cell: (objective) => shown(run, objective) },
    { head: 'Objective', align: 'l', cell: ({ text }) => markdownCode(text) },
    {
      head: 'Measured',
      align: 'r',
      cell: ({ value, unit }) => figure(value, unit),
    },
    { head: '95% interval', align: 'r', cell: intervalOf },
    { head: 'Limit', align: 'r', cell: ({ limit, unit }) => figure(limit, unit) },
    { head: 'Where', align: 'l', cell: ({ stage }) => markdownText(stage ?? NONE, 80) },
    { head: 'Why', align: 'l', cell: ({ reason }) => markdownText(reason ?? '', 200) },
  ];
  return `### Objectives\n\n${markdownRows(columns, sortedObjectives(run))}`;
}

function shown(run: RunDocument, objective: ObjectiveResult): string {
  const verdict = shownObjectiveVerdict(run, objective);
  return `${RESULT_MARK[verdict]} ${RESULT_WORD[verdict]}`;
}

/** A unit that is not ours is text from outside. */
function figure(value: number | null, unit: string): string {
  if (value === null) return NONE;
  const text = formatValue(value, unit);
  return isUnit(unit) ? text : markdownText(text, 60);
}

function intervalOf(objective: ObjectiveResult): string {
  if (objective.low === objective.high) return NONE;
  const text = formatInterval(objective, objective.unit) ?? NONE;
  return isUnit(objective.unit) ? text : markdownText(text, 80);
}
