import type { ChangePart, ComparedMetric, Comparison } from '../../history/comparison.ts';
import { NONE, formatDifference, formatMoney, formatPercent, formatRelativeChange, formatValue } from '../format.ts';
import { shortChange, sideText } from './change-text.ts';
import { notableMetrics } from './metrics.ts';

/** What moved in a metric that got worse. Plain text, to be escaped where it is shown. */
export interface WhyLine {
  readonly metric: string;
  readonly text: string;
}

const PARTS_SHOWN = 3;
/** A part below this share of what moved explains nothing. */
const LEAST_SHARE = 0.05;

/** For each metric that got worse what part of it moved, the gravest first; those whose parts are not known say so by their absence. */
export function whyLines(comparison: Comparison): WhyLine[] {
  return explained(comparison).flatMap((metric) => {
    const moved = movedParts(partsOf(comparison, metric));
    if (moved.length === 0) return [];
    return [
      { metric: metric.name, text: `${shortChange(metric)}, of it ${moved.slice(0, PARTS_SHOWN).map(partText).join(', ')}` },
    ];
  });
}

/** Metrics whose worsening is to be explained, but bills, which have lines of their own. */
function explained(comparison: Comparison): ComparedMetric[] {
  return notableMetrics(comparison).filter(
    ({ verdict, metric }) => ['regression', 'accepted', 'not-confirmed'].includes(verdict) && metric !== 'cost',
  );
}

/** The parts of one metric's change. */
function partsOf({ parts }: Comparison, { name }: Pick<ComparedMetric, 'name'>): ChangePart[] {
  return parts.filter(({ of }) => of === name);
}

interface MovedPart extends ChangePart {
  /** Of all that moved in this direction. */
  readonly share: number;
}

/** What moved the way the whole did, the largest part first. */
function movedParts(parts: readonly ChangePart[]): MovedPart[] {
  const whole = parts.reduce((sum, { change }) => sum + change, 0);
  const along = parts.filter(({ change }) => Math.sign(change) === Math.sign(whole) && change !== 0);
  const moved = along.reduce((sum, { change }) => sum + change, 0);
  return along
    .map((part) => ({ ...part, share: part.change / moved }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((left, right) => right.share - left.share);
}

function partText({ part, unit, change, share }: MovedPart): string {
  return `${part} ${formatDifference(change, unit)} (${formatPercent(Math.round(share * 100) / 100)})`;
}

/** For each bill that changed what a thousand calls cost on both sides, and why: "$3.12 -> $3.40 (+9%), because output tokens +8.7%". */
export function moneyLines(comparison: Comparison): WhyLine[] {
  return comparison.metrics
    .filter((metric) => metric.metric === 'cost' && metric.unit === 'usd' && metric.role !== 'canary' && differs(metric))
    .map((metric) => ({ metric: metric.operation, text: billText(comparison, metric) }));
}

function differs({ base, head }: ComparedMetric): boolean {
  return base !== null && head !== null && formatMoney(base * 1000) !== formatMoney(head * 1000);
}

function billText(comparison: Comparison, metric: ComparedMetric): string {
  const { base, head } = metric;
  const relative = base === null || head === null || base === 0 ? '' : ` (${formatRelativeChange(head / base - 1)})`;
  const reasons = movedParts(partsOf(comparison, metric))
    .slice(0, PARTS_SHOWN)
    .map((part) => billReason(comparison, metric, part));
  const why = reasons.length === 0 ? '' : `, because ${reasons.join(', ')}`;
  return `${sideText(metric, base)} → ${sideText(metric, head)}${relative}${why}`;
}

const TOKEN_PARTS = new Map([
  ['input', 'tokens.input'],
  ['cached', 'tokens.cached'],
  ['output', 'tokens.output'],
]);

/** Tokens are named by how many more there are; everything else, and tokens that are not compared, by what it adds to the bill. */
function billReason({ metrics }: Comparison, bill: ComparedMetric, { part, change }: ChangePart): string {
  const added = formatDifference(change * 1000, 'usd');
  const metric = TOKEN_PARTS.get(part);
  const tokens =
    metric === undefined ? undefined : metrics.find((one) => one.operation === bill.operation && one.metric === metric);
  if (tokens?.base && tokens.head !== null)
    return `${part} tokens ${formatRelativeChange(tokens.head / tokens.base - 1)} (${added})`;
  return `${part} ${added}`;
}

/** A row of the table of all parts. */
export interface PartRow {
  readonly metric: string;
  readonly part: string;
  readonly base: string;
  readonly head: string;
  readonly change: string;
}

/** All parts of all changes, bills for a thousand calls. */
export function partRows({ parts }: Comparison): PartRow[] {
  return parts.map(({ of, part, unit, base, head, change }) => {
    const scale = unit === 'usd' ? 1000 : 1;
    const side = (value: number | null): string => (value === null ? NONE : formatValue(value * scale, unit));
    return { metric: of, part, base: side(base), head: side(head), change: formatDifference(change * scale, unit) };
  });
}
