import type { RunDocument } from '../../history/run-document.ts';
import { formatDuration, plural } from '../format.ts';
import { NO_POWER, powerText } from './power.ts';
import { shownComparison } from './shown-comparison.ts';

/** How much was compared, and what could have been seen with it; empty where nothing was measured side by side. */
export function comparedFigures(run: RunDocument): string[] {
  const comparison = shownComparison(run);
  if (comparison === undefined || comparison.baseFailure !== undefined || comparison.pairs === 0) return [];
  const { pairs, starts, measuringMs } = comparison;
  const power = powerText(comparison);
  return [
    `${plural(pairs, 'pair')} over ${plural(starts, 'start')} in ${formatDuration(measuringMs)}`,
    ...(power === undefined ? [] : [power === NO_POWER ? `Power: ${power}` : power]),
  ];
}
