import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import { formatCount, formatDurationUp, plural } from '../format.ts';
import type { NextStep } from '../view/next-step.ts';
import { timesApart } from './metrics.ts';
import { doubtOf, pairsThatDecide, undecidedMetrics } from './undecided.ts';

const NAMES_SHOWN = 3;

/** What would decide the gating metrics that are not, one step for each cause; empty where all are. */
export function undecidedSteps(comparison: Comparison): NextStep[] {
  const { unconfirmed, varying, failing, close } = undecidedMetrics(comparison);
  return [
    ...confirmSteps(unconfirmed),
    ...(close.length === 0 ? [] : [{ subject: 'Undecided', text: pairsText(comparison, close) }]),
    ...byReason(varying, varyingText),
    ...byReason(failing, (names, reason) => `${names}: ${reason}; look at its failures, or measure more pairs.`),
    ...apartSteps(comparison),
  ];
}

function confirmSteps(unconfirmed: readonly ComparedMetric[]): NextStep[] {
  return [...Map.groupBy(unconfirmed, doubtOf)].map(([doubt, metrics]) => ({
    subject: 'Not confirmed',
    text: `${namesOf(metrics)} found worse once, not confirmed yet: ${doubt ?? 'nothing is known of a second run'}; run the job "confirm" again.`,
  }));
}

function byReason(metrics: readonly ComparedMetric[], text: (names: string, reason: string) => string): NextStep[] {
  return [...Map.groupBy(metrics, ({ reason }) => reason ?? 'it is not decided')].map(([reason, list]) => ({
    subject: 'Undecided',
    text: text(namesOf(list), reason),
  }));
}

/** How `judgeExact` begins what it says of values that differ from call to call. */
const VARIES = 'it varies between calls';

function varyingText(names: string, reason: string): string {
  if (!reason.startsWith(VARIES)) return `${names}: ${reason}; mend that first.`;
  return `${names}: ${reason}: make the operation answer alike each time, or tolerate a difference with compare.per_metric.`;
}

function pairsText(comparison: Comparison, close: readonly ComparedMetric[]): string {
  const reach = pairsThatDecide(close);
  const all = plural(close.length, 'metric');
  if (reach === undefined) {
    return `Measure on a steadier machine, or tolerate more: no number of pairs would probably decide ${all}.`;
  }
  const hopeless = close.length - reach.decided;
  const which = hopeless === 0 ? all : `${formatCount(reach.decided)} of ${all}, no number the other ${formatCount(hopeless)}`;
  const measured = `${plural(comparison.pairs, 'pair')} ${comparison.pairs === 1 ? 'was' : 'were'} measured`;
  return `${measured}, about ${plural(reach.pairs, 'pair')} would decide ${which}: ${whatToRaise(comparison, reach.pairs)}.`;
}

/** What ended the measuring too early for so many pairs, and what else would. */
function whatToRaise({ design, ended, pairs, measuringMs }: Comparison, wanted: number): string {
  // The budget holds warm-up and restarts as well, which more pairs need more of.
  const spentMs = ended === 'budget' ? Math.max(measuringMs, design.budgetMs) : measuringMs;
  const neededMs = pairs === 0 ? 0 : (spentMs / pairs) * wanted;
  const most = design.looks.at(-1)?.pairs ?? 0;
  const options = [
    ...(ended === 'pairs' || wanted > most ? [`--pairs (compare.pairs) to about ${wanted}`] : []),
    ...(neededMs > design.budgetMs ? [`--budget (compare.budget) to about ${formatDurationUp(neededMs)}`] : []),
  ];
  if (options.length > 0) return `raise ${options.join(' and ')}`;
  return ended === 'budget' ? 'raise --budget (compare.budget)' : 'run again';
}

/** Where counts decided, times that did not are no trouble. */
function apartSteps(comparison: Comparison): NextStep[] {
  if (comparison.verdict !== 'inconclusive' || timesApart(comparison).length === 0) return [];
  const text = 'Measure side by side with compare --base REF: the times of two runs that were measured apart say nothing.';
  return [{ subject: 'Times', text }];
}

/** "a, b, c and 2 more": names from outside. */
function namesOf(metrics: readonly ComparedMetric[]): string {
  const names = metrics.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = metrics.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${formatCount(more)} more`;
}
