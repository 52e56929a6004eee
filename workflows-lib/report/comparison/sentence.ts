import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { formatCount, plural } from '../format.ts';
import { brokenSide } from './broken-side.ts';
import { comparedMetrics, isBelieved, ofGate, regressions } from './metrics.ts';

const LONGEST_REASON = 160;

/**
 * What the verdict of a comparison rests on, without the verdict's word and without a full stop: "2 regressions in 34 metrics · 1 improvement ·
 * 3 inconclusive, about 26 pairs would decide · A/A clean". One line, but reasons in it are text from outside.
 */
export function comparisonSentence(run: RunDocument, comparison: Comparison): string {
  return [...comparedParts(comparison), ...objectiveParts(run), ...(run.run.status === 'partial' ? ['it ended early'] : [])].join(
    ' · ',
  );
}

function comparedParts(comparison: Comparison): string[] {
  const broken = brokenSide(comparison);
  if (broken?.side === 'head') return [`Head does not run: ${clause(broken.summary)}`];
  if (broken?.side === 'base') return [`Base could not be measured: ${clause(broken.summary)}; head was judged alone`];
  if (comparison.verdict === 'void') return [`Nothing is judged, because ${whatMoved(comparison)}`];
  const total = plural(comparedMetrics(comparison).length, 'metric');
  const worse = regressions(comparison).length;
  const inform = comparison.metrics.filter(
    (metric) => metric.role === 'info' && metric.verdict === 'regression' && isBelieved(comparison, metric),
  ).length;
  return [
    worse === 0 ? `No regression in ${total}` : `${plural(worse, 'regression')} in ${total}`,
    ...counted(improvements(comparison), (many) => plural(many, 'improvement')),
    ...counted(
      ofGate(comparison, 'inconclusive').length,
      (many) => `${formatCount(many)} inconclusive${decidingPairs(comparison)}`,
    ),
    ...counted(ofGate(comparison, 'accepted').length, (many) => `${formatCount(many)} accepted`),
    ...counted(ofGate(comparison, 'not-confirmed').length, (many) => `${formatCount(many)} not confirmed`),
    ...counted(inform, (many) => `${formatCount(many)} worse that cannot fail it`),
    sentinelPart(comparison),
  ];
}

function improvements(comparison: Comparison): number {
  return comparedMetrics(comparison).filter((metric) => metric.verdict === 'improvement' && isBelieved(comparison, metric))
    .length;
}

function sentinelPart(comparison: Comparison): string {
  const { verdict } = comparison.sentinel;
  if (verdict === 'moved') return `times are not judged, because ${whatMoved(comparison)}`;
  return verdict === 'clean' ? 'A/A clean' : 'A/A not judged';
}

/** Which sentinel moved, as a clause. */
function whatMoved({ sentinel }: Comparison): string {
  const [first, ...rest] = sentinel.reasons;
  if (first === undefined) return 'what no change can touch moved';
  return `${clause(first)}${rest.length === 0 ? '' : ` (and ${formatCount(rest.length)} more)`}`;
}

/** The pairs that would decide all that can be decided; undefined where no number would. */
export function pairsThatDecide(comparison: Comparison): number | undefined {
  const needed = ofGate(comparison, 'inconclusive').flatMap(({ pairsNeeded }) => pairsNeeded ?? []);
  return needed.length === 0 ? undefined : needed.reduce((most, pairs) => Math.max(most, pairs), 0);
}

function decidingPairs(comparison: Comparison): string {
  const pairs = pairsThatDecide(comparison);
  return pairs === undefined ? '' : `, about ${plural(pairs, 'pair')} would decide`;
}

function objectiveParts({ objectives }: RunDocument): string[] {
  const count = (wanted: string): number => objectives.filter(({ verdict }) => verdict === wanted).length;
  return [
    ...counted(count('fail'), (many) => `${formatCount(many)} of ${plural(objectives.length, 'objective')} missed`),
    ...counted(count('inconclusive'), (many) => `${plural(many, 'objective')} undecided`),
  ];
}

function counted(many: number, text: (many: number) => string): string[] {
  return many === 0 ? [] : [text(many)];
}

/** A sentence from outside inside one of ours. */
function clause(reason: string): string {
  return oneLine(reason, LONGEST_REASON).replace(/[.;\s]+$/, '');
}
