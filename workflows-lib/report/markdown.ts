import type { RunDocument } from '../history/run-document.ts';
import { markdownCode, markdownText } from './escape.ts';
import { formatDuration, formatTime } from './format.ts';
import { comparisonSections } from './markdown/comparison.ts';
import { costSection, environmentSection, failureSection } from './markdown/context.ts';
import { benchmarkSections, loadSection } from './markdown/measurements.ts';
import { RESULT_MARK, objectiveSection } from './markdown/objectives.ts';
import { KIND_WORD, alertBlock, stepLines } from './markdown/opening.ts';
import { WHOLE, behindName, blocks, underHeading } from './markdown/section.ts';
import type { MarkdownSection, MarkdownView } from './markdown/section.ts';
import { nextSteps } from './view/next-steps.ts';
import { notices } from './view/notices.ts';
import { keyFigures, measuredSentence } from './view/sentence.ts';
import { RESULT_WORD, shownResult, verdictSentence } from './view/verdict.ts';

/**
 * A run as GitHub-flavoured Markdown for a comment or a job summary: the verdict, what to do, objectives, measurements, cost, failures, and
 * the environment folded. Text from outside is escaped; the result ends in a line break.
 */
export function renderMarkdown(run: RunDocument): string {
  return `${blocks([...openingBlocks(run), ...reportSections(run, WHOLE).map(underHeading), lastBlock(run, WHOLE)])}\n`;
}

/** The beginning of a report, block by block: the verdict, what limits its worth, what to do. */
export function openingBlocks(run: RunDocument): string[] {
  return [headline(run), ...notices(run).map(alertBlock), nextStepSection(run)];
}

/** What was measured, part by part; what does not apply to the run is not there. */
export function reportSections(run: RunDocument, view: MarkdownView): MarkdownSection[] {
  const sections = [
    ...comparisonSections(run, view),
    objectiveSection(run, view),
    ...benchmarkSections(run, view),
    loadSection(run, view),
    costSection(run, view),
    failureSection(run, view),
  ];
  return sections.filter((section) => section !== undefined);
}

/** The end of a report: what it was measured on. */
export function lastBlock(run: RunDocument, view: MarkdownView): string {
  return behindName(environmentSection(run, view));
}

function headline(run: RunDocument): string {
  const result = shownResult(run);
  const title = `## ${RESULT_MARK[result]} ${RESULT_WORD[result]}: ${markdownText(run.run.system, 80)} ${KIND_WORD[run.run.kind]}`;
  const figures = [measuredSentence(run), ...keyFigures(run)].map((part) => markdownText(part)).join('; ');
  return `${title}\n\n**${markdownText(verdictSentence(run), 600)}** ${figures}.\n\n${origin(run)}`;
}

function origin({ run }: RunDocument): string {
  const commit = run.commit === null ? 'no commit' : markdownCode(run.commit.slice(0, 12));
  const branch = run.branch === null ? '' : ` on ${markdownCode(run.branch)}`;
  const dirty = run.dirty ? ' with uncommitted changes' : '';
  return `<sub>${commit}${branch}${dirty} · ${formatTime(run.startedAt)} · took ${formatDuration(run.durationMs)}</sub>`;
}

function nextStepSection(run: RunDocument): string {
  const steps = stepLines(nextSteps(run), { most: Infinity, length: 500 });
  return steps === '' ? '' : `### What to do\n\n${steps}`;
}
