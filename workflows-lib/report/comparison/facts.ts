import type { ComparedSide, Comparison, ComparisonDesign } from '../../history/comparison.ts';
import { formatCount, formatDuration, formatPercent, plural } from '../format.ts';
import { brokenSide, hasNothingInCommon } from './broken-side.ts';
import type { BrokenSide } from './broken-side.ts';
import { powerText } from './power.ts';
import { doubtOf } from './undecided.ts';

/** A name of ours and a value that may hold text from outside. */
export type ComparisonFact = readonly [name: string, value: string];

const LAYOUTS = {
  'side-by-side': 'both sides at once',
  'alternate-starts': 'one side after the other, because memory does not allow two',
} as const;
const ENDS = {
  decided: 'every gating metric was decided',
  pairs: 'the most pairs were measured',
  budget: 'the time budget ended',
  stopped: 'it was stopped',
} as const;
/** How a side was found, in words. */
export const ORIGIN_WORD = {
  'merge-base': 'merge base',
  ref: 'ref',
  directory: 'folder',
  checkout: 'checkout',
  run: 'run document',
} as const;

/** How it was compared: sides, design, how far it came, what it could have seen, and how steady the machine was. */
export function comparisonFacts(comparison: Comparison): ComparisonFact[] {
  const sides: ComparisonFact[] = [
    ['Base', sideName(comparison.base)],
    ['Head', sideName(comparison.head)],
  ];
  const broken = brokenSide(comparison);
  const failed: ComparisonFact[] = broken === undefined ? [] : [[failureName(comparison, broken), broken.summary]];
  if (comparison.pairs === 0 && failed.length > 0) return [...sides, ...failed];
  if (comparison.pairs === 0) return [...sides, ['Pairs', 'none: nothing was measured side by side']];
  return [...sides, ...failed, ...designFacts(comparison), ...confirmationFacts(comparison)];
}

function designFacts(comparison: Comparison): ComparisonFact[] {
  const { design, pairs, starts, measuringMs, ended } = comparison;
  const power = powerText(comparison);
  return [
    ['Layout', LAYOUTS[design.layout]],
    [
      'Pairs',
      `${formatCount(pairs)} over ${plural(starts, 'start')} of the processes, ${formatCount(design.pairsPerStart)} a start`,
    ],
    ['Measuring time', `${formatDuration(measuringMs)} of ${formatDuration(design.budgetMs)}`],
    ['Ended because', ENDS[ended]],
    ['Looks', looksText(design)],
    [
      'Level',
      `${formatPercent(design.level)} for any false alarm over ${plural(design.gatingMetrics, 'gating metric')} and all looks`,
    ],
    ...(power === undefined ? [] : [['Power', power] as const]),
    ['Seed', design.seed],
    ['Sentinel', sentinelText(comparison)],
  ];
}

function failureName(comparison: Comparison, { side }: BrokenSide): string {
  if (hasNothingInCommon(comparison)) return 'Nothing compared';
  return side === 'head' ? 'Head failed' : 'Base failed';
}

/** "main at 5d0e3c9a41 (merge base)": whose name comes from outside. */
export function sideName({ label, commit, origin }: ComparedSide): string {
  const at = commit === null || commit.startsWith(label) ? '' : ` at ${commit.slice(0, 10)}`;
  return `${label}${at} (${ORIGIN_WORD[origin]})`;
}

function looksText({ looks }: ComparisonDesign): string {
  if (looks.length === 0) return 'none';
  return looks.map(({ pairs, share }) => `${formatCount(pairs)} pairs (${formatPercent(share)} of the level)`).join(', ');
}

function sentinelText({ sentinel }: Comparison): string {
  const reasons = sentinel.reasons.length === 0 ? '' : `: ${sentinel.reasons.join('; ')}`;
  const words = { clean: 'base against itself and the canaries did not move', moved: 'moved', unknown: 'could not be judged' };
  return `${words[sentinel.verdict]}${reasons}`;
}

/** A second run that could not tell has not found that nothing is worse. */
function confirmationFacts({ confirmation, metrics }: Comparison): ComparisonFact[] {
  if (confirmation === undefined) return [];
  const { runId, flagged } = confirmation;
  const denied = metrics.some(({ verdict }) => verdict === 'not-confirmed');
  const open = metrics.filter((metric) => doubtOf(metric) !== undefined).map(({ name }) => name);
  const found = [
    ...(flagged.length > 0 ? [`found worse: ${flagged.join(', ')}`] : denied ? ['found nothing worse'] : []),
    ...(open.length > 0 ? [`could not tell of ${open.join(', ')}`] : []),
  ];
  return [['Confirmation', `run ${runId} on a fresh machine ${found.length === 0 ? 'could not tell' : found.join('; ')}`]];
}

/** Operations that were not compared, by why. Values are names from outside, already joined. */
export function operationFacts({ operations }: Comparison): ComparisonFact[] {
  return [
    ['Added', operations.added] as const,
    ['Removed', operations.removed] as const,
    ['Changed', operations.changed] as const,
  ].flatMap(([name, list]): ComparisonFact[] => (list.length === 0 ? [] : [[name, list.join(', ')]]));
}
