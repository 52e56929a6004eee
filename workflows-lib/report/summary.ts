import type { RunDocument } from '../history/run-document.ts';
import { logLine } from './escape.ts';
import { formatDuration, formatMoney, plural } from './format.ts';
import { notices } from './view/notices.ts';
import { keyFigures, measuredSentence, objectiveFigures } from './view/sentence.ts';
import { rankedObjectives } from './view/ranking.ts';
import { RESULT_WORD, shownResult, shownVerdict, verdictSentence } from './view/verdict.ts';

/**
 * The 3 to 6 closing lines of a command: the verdict, what was measured, the worst objective, the cost, and what limits the worth of it all.
 * Plain text without colours, safe for a log.
 */
export function summaryLines(run: RunDocument): string[] {
  const lines = [
    `${RESULT_WORD[shownResult(run)]}: ${verdictSentence(run)}`,
    `${capital(measuredSentence(run))} in ${formatDuration(run.run.durationMs)}${listed(keyFigures(run))}.`,
    ...worstObjective(run),
    costLine(run),
    ...limits(run),
  ];
  return lines.map((line) => logLine(line));
}

/** The verdict in one line, with the worst objective that was not met. Safe for a log. */
export function verdictLine(run: RunDocument): string {
  const verdict = `${RESULT_WORD[shownResult(run)]}: ${verdictSentence(run)}`;
  return logLine([verdict, ...(shownVerdict(run) === 'pass' ? [] : worstObjective(run))].join(' '));
}

function listed(figures: readonly string[]): string {
  return figures.length === 0 ? '' : `; ${figures.join(', ')}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function worstObjective(run: RunDocument): string[] {
  if (shownVerdict(run) === 'void') return [];
  const worst = rankedObjectives(run)[0];
  if (worst === undefined) return [];
  const label = worst.verdict === 'pass' ? 'Closest objective' : `Worst objective (${worst.verdict})`;
  // An operation that never answered rightly has a reason, and figures that say nothing.
  const said = worst.verdict === 'fail' && worst.reason !== undefined ? worst.reason : objectiveFigures(worst);
  return [`${label}: ${worst.text}: ${said}.`];
}

function costLine({ usage, cost }: RunDocument): string {
  if (usage.length === 0) return 'Cost: no model was called.';
  const unpriced = cost.unpriced.length === 0 ? '' : `, without the unpriced ${cost.unpriced.join(', ')}`;
  const everything = usage.every(({ costUsd }) => costUsd === null);
  const total = everything ? `unpriced (${cost.unpriced.join(', ')})` : `${formatMoney(cost.totalUsd)}${unpriced}`;
  return `Cost: ${total}, prices of ${cost.priceTable.date}.`;
}

function limits(run: RunDocument): string[] {
  const titles = notices(run).map(({ title }) => title);
  const warnings = titles.filter((title) => title === 'Warning').length;
  const parts = [
    ...titles.filter((title) => title !== 'Warning'),
    ...(warnings === 0 ? [] : [`${plural(warnings, 'warning')} in the report`]),
  ];
  return parts.length === 0 ? [] : [`Note: ${parts.join('; ')}.`];
}
