import type { RunDocument } from '../history/run-document.ts';
import { changesAreAbove, comparedLine, comparisonTop, comparisonWhy, lastLines, whysAreAbove } from './comment/comparison.ts';
import { shownComparison } from './comparison/shown-comparison.ts';
import { detailsLink, forkBlock, measuredBlock, reproduceBlock, shortSha, staleBlock } from './comment/context.ts';
import type { CommentContext } from './comment/context.ts';
import { fitBlocks } from './comment/fit.ts';
import { fittingTitle } from './comment/fitting-title.ts';
import { moneyLine } from './comment/money.ts';
import { ROWS_ON_TOP, topTable } from './comment/top-table.ts';
import { hasMoreToDo, whatToDo } from './comment/what-to-do.ts';
import { logLine, markdownCode, markdownText } from './escape.ts';
import { formatDuration, formatTime, plural } from './format.ts';
import { lastBlock, openingBlocks, reportSections } from './markdown.ts';
import { CHANGES_TITLE, LAST_LINES_TITLE, REPRODUCE_TITLE, WHY_TITLE } from './markdown/comparison.ts';
import { fencedCommand } from './markdown/fence.ts';
import { OBJECTIVES_TITLE, RESULT_MARK } from './markdown/objectives.ts';
import { KIND_WORD, alertBlock } from './markdown/opening.ts';
import { behindName, underHeading } from './markdown/section.ts';
import type { MarkdownSection, MarkdownView } from './markdown/section.ts';
import { folded } from './markdown/table.ts';
import { graveNotices, minorNotices } from './view/notices.ts';
import type { Notice } from './view/notices.ts';
import { measuredSentence, speedFigures } from './view/sentence.ts';
import { RESULT_WORD, shownResult, verdictSentence } from './view/verdict.ts';

export type { CommentContext } from './comment/context.ts';

/** UTF-8 bytes of the longest comment; GitHub takes 65,536 characters, and the marker comes on top. */
export const COMMENT_LIMIT = 60_000;
/** UTF-8 bytes of the longest job summary; GitHub takes 1 MiB a step. */
const SUMMARY_LIMIT = 1_000_000;
const WARNINGS_SHOWN = 20;

const IN_COMMENT: MarkdownView = { mostRows: 40, mostStages: 8, compact: true };
const IN_SUMMARY: MarkdownView = { mostRows: 500, mostStages: 20, compact: true };
/** Tables that are whole wherever the summary has room for them: what overflows a comment is looked for there. */
const WHOLE_IN_SUMMARY: MarkdownView = { ...IN_SUMMARY, mostRows: Infinity };

/** A comment, without the marker by which it is found again. */
export interface RenderedComment {
  readonly body: string;
  /** Something of the run is not in it. */
  readonly shortened: boolean;
}

/**
 * A run as a pull-request comment: the verdict, what to do, at most ten rows, the money; everything else folded. Below `COMMENT_LIMIT` for any
 * document; what does not fit is left out from the end, and the comment says where it is.
 */
export function renderComment(run: RunDocument, context: CommentContext): RenderedComment {
  const { text, shortened } = fitted([staleBlock(context), `## ${titleOf(run)}`, ...bodyBlocks(run, context)], run, context);
  return { body: text, shortened };
}

/** A comment for a pull request whose run left nothing to show; `reason` is one sentence, of whatever origin. */
export function renderNothingMeasured(reason: string, context: CommentContext): string {
  const parts = [
    staleBlock(context),
    '## 🚫 Nothing was measured',
    `Commit ${shortSha(context.headSha)}: ${markdownText(reason, 600)}.`,
    forkBlock(context),
    `**What to do.** Read the log of the ${detailsLink('workflow run', context)}, or measure on your own machine:`,
    reproduceBlock(context),
  ];
  return fitBlocks(parts, { limit: COMMENT_LIMIT, closing: detailsLink('Workflow run', context) }).text;
}

/**
 * A run for the summary of a job: as the Markdown report, but below 1 MiB for any document, saying where the rest is. The job that measured
 * shows its own run; another one gives the context, so that the summary says, above all that the document says of itself, what was measured.
 */
export function renderJobSummary(run: RunDocument, context?: CommentContext): string {
  const stated = context === undefined ? [] : [staleBlock(context), measuredBlock(context), forkBlock(context)];
  const without = context?.measuredBy === undefined ? [] : [REPRODUCE_TITLE];
  const whole = summaryText(run, { stated, view: WHOLE_IN_SUMMARY, limit: Infinity, without });
  if (Buffer.byteLength(whole) <= SUMMARY_LIMIT) return whole;
  return summaryText(run, { stated, view: IN_SUMMARY, limit: SUMMARY_LIMIT, without });
}

interface SummaryForm {
  /** Blocks above all that the document says of itself. */
  readonly stated: readonly string[];
  readonly view: MarkdownView;
  readonly limit: number;
  /** Titles of sections that are not shown: what a stranger's document wants to be run is nothing to recommend. */
  readonly without: readonly string[];
}

function summaryText(run: RunDocument, { stated, view, limit, without }: SummaryForm): string {
  const sections = reportSections(run, view).filter(({ title }) => !without.includes(title));
  return fitBlocks([...stated, ...openingBlocks(run), ...sections.map(underHeading), lastBlock(run, view)], {
    limit,
    closing: '<sub>Shortened: the rest does not fit into a summary. The run document and the HTML report hold everything.</sub>',
    shortened: sections.some(({ leftOut }) => leftOut > 0),
  }).text;
}

/** What a check run says of a run. */
export interface CheckOutput {
  /** `success` only for objectives that are met: what was not judged, or cannot be, is neutral. */
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Plain text of at most 100 characters. */
  readonly title: string;
  /** Markdown below 65,535 characters. */
  readonly summary: string;
}

const CONCLUSION = { pass: 'success', fail: 'failure', measured: 'neutral', inconclusive: 'neutral', void: 'neutral' } as const;

/** A run as the output of a check run. It stands at the measured commit, so it is never stale. */
export function checkOutput(run: RunDocument, context: CommentContext): CheckOutput {
  const result = shownResult(run);
  return {
    conclusion: CONCLUSION[result],
    title: fittingTitle(logLine(`${RESULT_WORD[result]}: ${verdictClause(run)}`)),
    summary: fitted(bodyBlocks(run, context), run, context).text,
  };
}

function titleOf(run: RunDocument): string {
  const result = shownResult(run);
  return `${RESULT_MARK[result]} ${RESULT_WORD[result]}: ${markdownText(verdictClause(run), 600)}`;
}

/** The verdict's sentence as it goes on after a colon. */
function verdictClause(run: RunDocument): string {
  const sentence = verdictSentence(run);
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function bodyBlocks(run: RunDocument, context: CommentContext): string[] {
  return [
    factLine(run, context),
    comparedLine(run),
    forkBlock(context),
    ...graveNotices(run).map(alertBlock),
    whatToDo(run),
    lastLines(run),
    ...topBlocks(run),
    moneyLine(run),
    ...foldedSections(run).map(behindName),
    notesBlock(run),
    lastBlock(run, IN_COMMENT),
    folded('How to reproduce', reproduceText(run, context)),
  ];
}

/** What matters most, above all folds; of a void run nothing. */
function topBlocks(run: RunDocument): string[] {
  if (shownResult(run) === 'void') return [];
  const comparison = shownComparison(run);
  if (comparison === undefined) return [topTable(run)];
  return [comparisonTop(run, comparison), run.objectives.length === 0 ? '' : topTable(run), comparisonWhy(comparison)];
}

/** Everything that was measured, without objectives that stand above as well as they could stand here. */
function foldedSections(run: RunDocument): MarkdownSection[] {
  const objectivesAbove = shownResult(run) !== 'void' && run.objectives.length <= ROWS_ON_TOP && !hasMoreToDo(run);
  const above = new Set([
    ...(objectivesAbove ? [OBJECTIVES_TITLE] : []),
    ...comparedAbove(run),
    REPRODUCE_TITLE,
    LAST_LINES_TITLE,
  ]);
  return reportSections(run, IN_COMMENT).filter(({ title }) => !above.has(title));
}

/** Of the comparison what need not stand behind a fold, because it stands above. */
function comparedAbove(run: RunDocument): string[] {
  const comparison = shownComparison(run);
  if (comparison === undefined || shownResult(run) === 'void') return [];
  return [...(changesAreAbove(comparison) ? [CHANGES_TITLE] : []), ...(whysAreAbove(comparison) ? [WHY_TITLE] : [])];
}

function factLine(run: RunDocument, context: CommentContext): string {
  const name = context.name === undefined ? '' : `**${markdownText(context.name, 60)}:** `;
  const what = `${name}${markdownCode(run.run.system, 80)} ${KIND_WORD[run.run.kind]} at ${shortSha(context.headSha)}`;
  const isEvidence = shownResult(run) !== 'void' && run.generator.verdict !== 'void';
  const speed = isEvidence ? speedFigures(run) : [];
  const figures = [measuredSentence(run), ...speed].map((figure) => markdownText(figure, 200));
  return `${[what, ...figures].join(' · ')} · ${detailsLink('workflow run', context)}`;
}

function notesBlock(run: RunDocument): string {
  const notes = minorNotices(run);
  if (notes.length === 0) return '';
  const more = notes.length - WARNINGS_SHOWN;
  const lines = [
    ...notes.slice(0, WARNINGS_SHOWN).map(({ title, text }) => `- **${markdownText(title)}.** ${markdownText(text, 400)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
  return folded(`Notes: ${subjectsOf(notes)}`, lines.join('\n'));
}

/** "2 warnings, simulated model providers". */
function subjectsOf(notes: readonly Notice[]): string {
  const counts = Map.groupBy(notes, ({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
  return [...counts].map(([title, list]) => (list.length === 1 ? title : plural(list.length, title))).join(', ');
}

function reproduceText(run: RunDocument, context: CommentContext): string {
  const { seed, startedAt, durationMs } = run.run;
  const facts = `Started ${formatTime(startedAt)}, took ${formatDuration(durationMs)}, seed ${markdownCode(seed, 60)}.`;
  // What a stranger's document wants to be run is nothing to recommend.
  const own = context.measuredBy === undefined ? (run.comparison?.reproduce ?? '').trim() : '';
  return `${own === '' ? reproduceBlock(context) : fencedCommand(own)}\n\n${facts}`;
}

function fitted(parts: readonly string[], run: RunDocument, context: CommentContext): ReturnType<typeof fitBlocks> {
  const leftOut = foldedSections(run).reduce((sum, section) => sum + section.leftOut, 0);
  const where = detailsLink('summary and artifact of the workflow run', context);
  const rows = leftOut === 0 ? '' : ` (${plural(leftOut, 'row')} of its tables among it)`;
  return fitBlocks(parts, {
    limit: COMMENT_LIMIT,
    closing: `<sub>Shortened to fit a comment. The rest${rows} is in the ${where}.</sub>`,
    shortened: leftOut > 0 || minorNotices(run).length > WARNINGS_SHOWN,
  });
}
