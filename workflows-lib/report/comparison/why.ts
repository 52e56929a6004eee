import type { ChangePart, ComparedMetric, Comparison } from '../../history/comparison.ts';
import { oneLine } from '../escape.ts';
import { formatDifference, formatMoney, formatPercent, formatRelativeChange } from '../format.ts';
import { shortChange, sideText } from './change-text.ts';
import { notableMetrics } from './metrics.ts';
import { billedTokens, partName } from './parts.ts';

/** A part of what moved. */
export interface WhyPart {
  /** Text from outside, to be escaped where it is shown. */
  readonly name: string;
  /** Whether the name is a statement, a model or a tool, to be set apart from the words around it. */
  readonly isCode: boolean;
  /** How much it moved; ours. */
  readonly amount: string;
}

/** What moved in a metric that got worse: "+9.8%, of it SQL statements +0.290 ms (88%), connect +0.040 ms (12%)". */
export interface WhyLine {
  /** Text from outside. */
  readonly metric: string;
  /** What goes before the parts, without a space at its end; ours. */
  readonly lead: string;
  readonly parts: readonly WhyPart[];
}

const PARTS_SHOWN = 3;
/** A part below this share of what moved explains nothing. */
const LEAST_SHARE = 0.05;
/** What is left of a bill's change below this share of it is rounding. */
const LEAST_REST = 0.001;
/** As much of a statement as a line of several has room for. */
export const LONGEST_CODE = 60;

/** A line as text, its names and codes as the place wants them. */
export function whyText({ lead, parts }: WhyLine, shown: Readonly<Record<'name' | 'code', (text: string) => string>>): string {
  const each = parts.map(
    ({ name, isCode, amount }) => `${isCode ? shown.code(oneLine(name, LONGEST_CODE)) : shown.name(name)} ${amount}`,
  );
  return [lead, ...(each.length === 0 ? [] : [each.join(', ')])].join(' ');
}

/**
 * For each metric that got worse what part of it moved, the gravest first; those whose parts are not known say so by their absence. Parts that moved
 * the other way are told too, and then no share: shares of what they partly undo would be more than the whole.
 */
export function whyLines(comparison: Comparison): WhyLine[] {
  return explained(comparison).flatMap((metric): WhyLine[] => {
    const { along, against } = movedParts(partsOf(comparison, metric));
    if (along.length === 0) return [];
    const shared = against.length === 0;
    const parts = [...along.slice(0, PARTS_SHOWN), ...against.slice(0, PARTS_SHOWN)].map((part) => whyPart(part, metric, shared));
    return [{ metric: metric.name, lead: `${shortChange(metric)}${shared ? ', of it' : ':'}`, parts }];
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
  /** Of all that moved the way the whole did. */
  readonly share: number;
}

/** What moved the way the whole did, and what moved the other way, each with its largest part first. */
function movedParts(parts: readonly ChangePart[]): { readonly along: MovedPart[]; readonly against: MovedPart[] } {
  const whole = parts.reduce((sum, { change }) => sum + change, 0);
  const isAlong = ({ change }: ChangePart): boolean => Math.sign(change) === Math.sign(whole);
  const moved = parts.filter(isAlong).reduce((sum, { change }) => sum + change, 0);
  const grave = parts
    .map((part) => ({ ...part, share: moved === 0 ? 0 : part.change / moved }))
    .filter(({ share }) => Math.abs(share) >= LEAST_SHARE)
    .toSorted((left, right) => Math.abs(right.share) - Math.abs(left.share));
  return { along: grave.filter(isAlong), against: grave.filter((part) => !isAlong(part)) };
}

/** Metrics whose parts are statements, models and tools; what is left of them is not. */
const CODE_PARTS = new Set(['queries', 'model_calls', 'mcp_calls']);
const OTHERS = 'other statements';

function whyPart({ part, unit, change, share }: MovedPart, { metric }: ComparedMetric, shared: boolean): WhyPart {
  const ofAll = shared ? ` (${formatPercent(Math.round(share * 100) / 100)})` : '';
  return { name: part, isCode: CODE_PARTS.has(metric) && part !== OTHERS, amount: `${formatDifference(change, unit)}${ofAll}` };
}

/**
 * For each bill that changed what a thousand calls cost on both sides, and why: "$3.12 → $3.40 (+9%), because output tokens +8.7% (+$0.28)". What
 * is printed adds up to the change.
 */
export function moneyLines(comparison: Comparison): WhyLine[] {
  return comparison.metrics
    .filter((metric) => metric.metric === 'cost' && metric.unit === 'usd' && metric.role !== 'canary' && differs(metric))
    .map((metric) => billLine(comparison, metric));
}

function differs({ base, head }: ComparedMetric): boolean {
  return base !== null && head !== null && formatMoney(base * 1000) !== formatMoney(head * 1000);
}

function billLine(comparison: Comparison, metric: ComparedMetric): WhyLine {
  const { base, head, operation } = metric;
  const relative = base === null || head === null || base === 0 ? '' : ` (${formatRelativeChange(head / base - 1)})`;
  const parts = billParts(partsOf(comparison, metric), (head ?? 0) - (base ?? 0));
  const lead = `${sideText(metric, base)} → ${sideText(metric, head)}${relative}${parts.length === 0 ? '' : ', because'}`;
  return { metric: operation, lead, parts };
}

/** The largest parts of a bill's change, whichever way they moved it, and what they leave of it. */
function billParts(parts: readonly ChangePart[], whole: number): WhyPart[] {
  const grave = parts
    .filter(({ change }) => Math.abs(change) > LEAST_REST * Math.abs(whole))
    .toSorted((left, right) => Math.abs(right.change) - Math.abs(left.change))
    .slice(0, PARTS_SHOWN);
  if (grave.length === 0) return [];
  const rest = grave.reduce((left, { change }) => left - change, whole);
  const shown = grave.map((part) => ({ name: partName(part), isCode: false, amount: billAmount(part) }));
  if (Math.abs(rest) <= LEAST_REST * Math.abs(whole)) return shown;
  return [...shown, { name: 'the rest', isCode: false, amount: formatDifference(rest * 1000, 'usd') }];
}

/** Tokens by how many more there are, which their own bill tells where nothing else moved it, and by what that adds; the rest only by that. */
function billAmount({ part, base, head, change }: ChangePart): string {
  const added = formatDifference(change * 1000, 'usd');
  if (!billedTokens(part) || base === null || head === null || base <= 0) return added;
  return `${formatRelativeChange(head / base - 1)} (${added})`;
}
