import type { ComparedSide, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { acceptCommand, comparisonSteps } from '../comparison/steps.ts';
import { brokenSide } from '../comparison/broken-side.ts';
import { comparedFigures } from '../comparison/compared-line.ts';
import { ORIGIN_WORD } from '../comparison/facts.ts';
import { notableMetrics, regressions } from '../comparison/metrics.ts';
import { shownComparison } from '../comparison/shown-comparison.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { plural } from '../format.ts';
import { changesTable, whySection } from '../markdown/comparison.ts';
import { fencedLines } from '../markdown/fence.ts';
import { blocks } from '../markdown/section.ts';

/** How many rows stand above the fold. */
export const CHANGES_ON_TOP = 10;
const WHYS_ON_TOP = 6;

/** What to do about a comparison, in sentences of Markdown; empty where there is nothing to do. */
export function comparisonAdvice(run: RunDocument): string[] {
  const comparison = shownComparison(run);
  if (comparison === undefined) return [];
  // What a side that broke was measured at before that is nothing to accept.
  const worse = brokenSide(comparison) === undefined && comparison.verdict !== 'void' ? regressions(comparison) : [];
  const names = new Set(worse.map(({ name }) => name));
  const rest = comparisonSteps(run).filter(({ subject }) => !names.has(subject));
  return [...acceptAdvice(worse.map(({ name }) => name)), ...rest.map(({ text }) => markdownText(text, 600))];
}

function acceptAdvice([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return [];
  const command = markdownCode(acceptCommand(first), 240);
  return [
    rest.length === 0 ? `Accept with ${command} or push a fix.` : `Accept each with a comment like ${command}, or push a fix.`,
  ];
}

/** What was compared, in one line; empty without a comparison. */
export function comparedLine(run: RunDocument): string {
  if (run.comparison === undefined) return '';
  const { base, head } = run.comparison;
  return [`Base ${sideText(base)} against head ${sideText(head)}`, ...comparedFigures(run)].join(' · ');
}

function sideText({ label, commit, origin }: ComparedSide): string {
  const at = commit === null || commit.startsWith(label) ? '' : ` at ${markdownCode(commit.slice(0, 10))}`;
  return `${markdownCode(label, 80)}${at} (${ORIGIN_WORD[origin]})`;
}

/** The last lines of a side that does not run, in a block of code; empty where there are none. */
export function lastLines({ comparison }: RunDocument): string {
  const broken = comparison === undefined ? undefined : brokenSide(comparison);
  return broken === undefined || broken.lines.length === 0 ? '' : fencedLines(broken.lines);
}

/** The ten metrics that matter most; empty where none does. */
export function comparisonTop(run: RunDocument, comparison: Comparison): string {
  const { text, leftOut } = changesTable(run, comparison, { mostRows: CHANGES_ON_TOP, compact: true });
  if (notableMetrics(comparison).length === 0) return '';
  return blocks([text, leftOut === 0 ? '' : `<sub>${plural(leftOut, 'more metric')} below.</sub>`]);
}

/** What moved, metric by metric; empty where nothing is known of it. */
export function comparisonWhy(comparison: Comparison): string {
  const section = whySection(comparison, { mostRows: WHYS_ON_TOP });
  return section === undefined ? '' : blocks([`**${section.title}**`, ...section.parts]);
}

/** Whether everything that the sections of changes and of their reasons say stands above the folds. */
export function changesAreAbove(comparison: Comparison): boolean {
  return notableMetrics(comparison).length <= CHANGES_ON_TOP;
}

/** Whether every reason stands above the folds. */
export function whysAreAbove(comparison: Comparison): boolean {
  return (whySection(comparison, { mostRows: WHYS_ON_TOP })?.leftOut ?? 0) === 0;
}
