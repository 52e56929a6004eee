import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { NONE, formatCount, formatInterval, formatValue, isUnit } from '../format.ts';
import { judgedAt } from '../view/judged-at.ts';
import { RESULT_WORD, shownObjectiveVerdict, sortedObjectives } from '../view/verdict.ts';
import type { Result } from '../view/verdict.ts';
import type { MarkdownSection, MarkdownView } from './section.ts';
import { leftOutLine, markdownRows } from './table.ts';
import type { MarkdownColumn } from './table.ts';

/** Results as pictures, always beside their words. */
export const RESULT_MARK: Readonly<Record<Result, string>> = {
  measured: '📏',
  pass: '✅',
  fail: '❌',
  inconclusive: '❔',
  void: '🚫',
};

/** The heading of the objectives. */
export const OBJECTIVES_TITLE = 'Objectives';

/** Objectives, the worst first; undefined when there are none. */
export function objectiveSection(run: RunDocument, view: MarkdownView): MarkdownSection | undefined {
  const objectives = sortedObjectives(run);
  if (objectives.length === 0) return undefined;
  const columns: MarkdownColumn<ObjectiveResult>[] = [
    ...objectiveColumns(run),
    { head: 'Limit', align: 'r', cell: ({ limit, unit }) => objectiveFigure(limit, unit) },
    { head: 'Where', align: 'l', cell: ({ stage }) => markdownText(judgedAt(run, stage), 80) },
    { head: 'Why', align: 'l', cell: ({ reason }) => markdownText(reason ?? '', 200) },
  ];
  const { text, leftOut } = markdownRows(columns, objectives, view);
  return { title: OBJECTIVES_TITLE, hint: counted(run), parts: [text, leftOutLine(leftOut)], leftOut };
}

/** "1 fail, 2 inconclusive, 1 pass". */
function counted(run: RunDocument): string {
  const counts = Map.groupBy(sortedObjectives(run), (objective) => shownObjectiveVerdict(run, objective));
  return [...counts].map(([verdict, list]) => `${formatCount(list.length)} ${verdict}`).join(', ');
}

/** What every table of objectives begins with. */
export function objectiveColumns(run: RunDocument): MarkdownColumn<ObjectiveResult>[] {
  return [
    { head: 'Verdict', align: 'l', cell: (objective) => shown(run, objective) },
    { head: 'Objective', align: 'l', cell: ({ text }) => markdownCode(text) },
    { head: 'Measured', align: 'r', cell: ({ value, unit }) => objectiveFigure(value, unit) },
    { head: '95% interval', align: 'r', cell: intervalOf },
  ];
}

function shown(run: RunDocument, objective: ObjectiveResult): string {
  const verdict = shownObjectiveVerdict(run, objective);
  return `${RESULT_MARK[verdict]} ${RESULT_WORD[verdict]}`;
}

/** A unit that is not ours is text from outside. */
function objectiveFigure(value: number | null, unit: string): string {
  if (value === null) return NONE;
  const text = formatValue(value, unit);
  return isUnit(unit) ? text : markdownText(text, 60);
}

function intervalOf(objective: ObjectiveResult): string {
  if (objective.low === objective.high) return NONE;
  const text = formatInterval(objective, objective.unit) ?? NONE;
  return isUnit(objective.unit) ? text : markdownText(text, 80);
}
