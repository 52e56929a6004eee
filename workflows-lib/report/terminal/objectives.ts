import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { NONE, formatInterval, formatValue } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { TerminalColumn } from '../terminal-table.ts';
import { wrapToWidth } from '../text-width.ts';
import { RESULT_SIGN, RESULT_WORD, shownObjectiveVerdict, shownVerdict, sortedObjectives } from '../view/verdict.ts';
import type { Style } from './style.ts';

/** Objectives, the worst first, and below why some are not decided. Empty when there are none. */
export function objectiveBlock(run: RunDocument, style: Style): string[] {
  if (run.objectives.length === 0) return [];
  const rows = sortedObjectives(run);
  const columns: TerminalColumn<ObjectiveResult>[] = [
    {
      head: 'Objective',
      align: 'left',
      shrinkTo: 24,
      cell: (objective) => {
        const verdict = shownObjectiveVerdict(run, objective);
        return { text: `${RESULT_SIGN[verdict]} ${oneLine(objective.text, 200)}`, paint: style.verdict(verdict) };
      },
    },
    {
      head: 'Verdict',
      align: 'left',
      cell: (objective) => RESULT_WORD[shownObjectiveVerdict(run, objective)].toLowerCase(),
      drop: 2,
    },
    {
      head: 'Measured',
      align: 'right',
      cell: ({ value, unit }) => (value === null ? NONE : oneLine(formatValue(value, unit), 20)),
    },
    { head: '95% interval', align: 'right', cell: interval, drop: 1 },
    { head: 'Limit', align: 'right', cell: ({ limit, unit }) => oneLine(formatValue(limit, unit), 20) },
  ];
  return [
    style.bold('Objectives'),
    ...terminalTable(columns, rows, { width: style.width, head: style.dim }),
    ...reasons(run, style),
  ];
}

function interval(objective: ObjectiveResult): string {
  return objective.low === objective.high ? NONE : oneLine(formatInterval(objective, objective.unit) ?? NONE, 40);
}

/** In a void run the reason is the same for all and stands on top. */
function reasons(run: RunDocument, style: Style): string[] {
  if (shownVerdict(run) === 'void') return [];
  return sortedObjectives(run).flatMap(({ text, reason }) =>
    reason === undefined ? [] : wrapToWidth(oneLine(`${text}: ${reason}`), style.width - 2).map((line) => style.dim(`  ${line}`)),
  );
}
