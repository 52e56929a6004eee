import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { NONE, formatInterval, formatValue } from '../format.ts';
import { judgedAt } from '../view/judged-at.ts';
import { nextSteps } from '../view/next-steps.ts';
import { shownObjectiveVerdict, sortedObjectives } from '../view/verdict.ts';
import { bullet } from './bullet.ts';
import { resultBadge } from './icons.ts';
import { code, outside } from './section.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';

/** What to do; nothing when there is nothing. */
export function todoSections(run: RunDocument): Section[] {
  const steps = nextSteps(run);
  if (steps.length === 0) return [];
  const items = steps.map(({ subject, text }) => html`<li>${code(subject)}: ${outside(text)}</li>`);
  return [
    {
      id: 'todo',
      title: 'What to do',
      body: html`<ul class="todo">
        ${items}
      </ul>`,
    },
  ];
}

/** Every objective with what was measured against it; nothing when there are none. */
export function objectiveSections(run: RunDocument): Section[] {
  if (run.objectives.length === 0) return [];
  const columns: Column<ObjectiveResult>[] = [
    { head: 'Objective', kind: 'name', cell: ({ text }) => code(text) },
    { head: 'Verdict', kind: 'badge-cell', cell: (objective) => resultBadge(shownObjectiveVerdict(run, objective)) },
    { head: 'Measured', kind: 'number', cell: ({ value, unit }) => (value === null ? NONE : outside(formatValue(value, unit))) },
    { head: '95% interval', kind: 'number', cell: interval },
    { head: 'Limit', kind: 'number', cell: ({ limit, unit }) => outside(formatValue(limit, unit)) },
    {
      head: 'Against the limit',
      kind: 'plot',
      optional: true,
      cell: (objective) => bullet(objective, shownObjectiveVerdict(run, objective)),
    },
    { head: 'Where', kind: 'text', optional: true, cell: ({ stage }) => place(judgedAt(run, stage)) },
    { head: 'Why', kind: 'text', optional: true, cell: ({ reason }) => (reason === undefined ? undefined : outside(reason)) },
  ];
  const caption =
    'Measured values against their limits, worst first. Shaded: where the objective is met. An objective passes or fails only when its whole interval does.';
  return [{ id: 'objectives', title: 'Objectives', body: table(columns, sortedObjectives(run), { caption, cards: true }) }];
}

function place(where: string): ReturnType<Column<ObjectiveResult>['cell']> {
  return where === '' ? undefined : outside(where);
}

function interval(objective: ObjectiveResult): ReturnType<Column<ObjectiveResult>['cell']> {
  return objective.low === objective.high ? NONE : outside(formatInterval(objective, objective.unit) ?? NONE);
}
