import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { formatCount, plural } from '../format.ts';
import { brokenSide, hasNothingInCommon } from './broken-side.ts';
import { comparedMetrics, isBelieved, ofGate, regressions, timesApart, weighedMetrics } from './metrics.ts';
import { pairsThatDecide, undecidedMetrics } from './undecided.ts';

const LONGEST_REASON = 160;

/**
 * What the verdict of a comparison rests on, without the verdict's word and without a full stop: "2 regressions in 34 metrics · 1 improvement ·
 * 3 inconclusive, about 26 pairs would decide · A/A clean". What decides comes first. One line, but reasons in it are text from outside.
 */
export function comparisonSentence(run: RunDocument, comparison: Comparison): string {
  const [compared, others] = [comparedParts(comparison), otherParts(run)];
  const text = (decides(run, comparison) ? [...compared, ...others] : [...others, ...compared]).join(' · ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Whether the comparison, not an objective or an early end, makes the verdict what it is. */
function decides({ objectives }: RunDocument, { verdict }: Comparison): boolean {
  return verdict === 'fail' || (verdict !== 'pass' && objectives.every((objective) => objective.verdict !== 'fail'));
}

function comparedParts(comparison: Comparison): string[] {
  const broken = brokenSide(comparison);
  if (broken?.side === 'head') return [`${headsEnd(comparison)}: ${clause(broken.summary)}`];
  if (hasNothingInCommon(comparison)) return ['base and head have no operation in common', 'head was judged alone'];
  if (broken?.side === 'base') return [`base could not be measured: ${clause(broken.summary)}`, 'head was judged alone'];
  if (comparison.verdict === 'void') return [`nothing is judged, because ${whatMoved(comparison)}`];
  return [
    ...foundParts(comparison),
    ...counted(improvements(comparison), (many) => plural(many, 'improvement')),
    ...inconclusivePart(comparison),
    ...counted(ofGate(comparison, 'accepted').length, (many) => `${formatCount(many)} accepted`),
    ...counted(ofGate(comparison, 'not-confirmed').length, (many) => `${formatCount(many)} not confirmed`),
    ...counted(informing(comparison), (many) => `${formatCount(many)} worse that cannot fail it`),
    ...counted(timesApart(comparison).length, (many) => `${plural(many, 'time')} not judged: not measured side by side`),
    sentinelPart(comparison),
  ];
}

function headsEnd({ pairs }: Comparison): string {
  return pairs === 0 ? 'head does not run' : `head died after ${plural(pairs, 'pair')}`;
}

/** How many got worse of how many; what was found once and not again counts as neither worse nor fine. */
function foundParts(comparison: Comparison): string[] {
  const [weighed, worse] = [weighedMetrics(comparison), regressions(comparison).length];
  const once = undecidedMetrics(comparison).unconfirmed.length;
  const unconfirmed = counted(once, (many) => `${formatCount(many)} found worse once, not confirmed yet`);
  if (worse > 0) return [`${plural(worse, 'regression')} in ${plural(weighed.length, 'metric')}`, ...unconfirmed];
  if (once > 0)
    return [...unconfirmed, ...counted(weighed.length - once, (many) => `no regression in ${plural(many, 'other metric')}`)];
  const isJudged = weighed.some(({ role, verdict }) => role === 'gate' && verdict !== 'inconclusive');
  return [isJudged ? `no regression in ${plural(weighed.length, 'metric')}` : 'no gating metric was judged'];
}

/** Improvements, without those of the slow end of times, which say the same of them once more. */
function improvements(comparison: Comparison): number {
  return comparedMetrics(comparison).filter(
    (metric) => metric.verdict === 'improvement' && metric.class !== 'quantile' && isBelieved(comparison, metric),
  ).length;
}

function informing(comparison: Comparison): number {
  return comparison.metrics.filter(
    (metric) => metric.role === 'info' && metric.verdict === 'regression' && isBelieved(comparison, metric),
  ).length;
}

function inconclusivePart(comparison: Comparison): string[] {
  const { varying, failing, close } = undecidedMetrics(comparison);
  const total = varying.length + failing.length + close.length;
  const reach = pairsThatDecide(close);
  const which = reach === undefined || reach.decided === total ? '' : ` ${formatCount(reach.decided)}`;
  const pairs = reach === undefined ? '' : `, about ${plural(reach.pairs, 'pair')} would decide${which}`;
  return counted(total, (many) => `${formatCount(many)} inconclusive${pairs}`);
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

/** What can keep a run from passing beside its comparison, the gravest first. */
function otherParts({ objectives, run }: RunDocument): string[] {
  const count = (wanted: string): number => objectives.filter(({ verdict }) => verdict === wanted).length;
  return [
    ...counted(count('fail'), (many) => `${formatCount(many)} of ${plural(objectives.length, 'objective')} missed`),
    ...counted(count('inconclusive'), (many) => `${plural(many, 'objective')} undecided`),
    ...(run.status === 'partial' ? ['it ended early'] : []),
  ];
}

function counted(many: number, text: (many: number) => string): string[] {
  return many === 0 ? [] : [text(many)];
}

/** A sentence from outside inside one of ours. */
function clause(reason: string): string {
  return oneLine(reason, LONGEST_REASON).replace(/[.;\s]+$/, '');
}
