import picocolors from 'picocolors';
import type { RunDocument } from '../history/run-document.ts';
import { guardLines, oneLine } from './escape.ts';
import { formatCount, formatDuration, formatTime } from './format.ts';
import { comparedLines, comparisonBlocks } from './terminal/comparison.ts';
import { benchmarkBlock, loadBlock } from './terminal/measurements.ts';
import { costBlock, environmentBlock, failureBlock } from './terminal/context.ts';
import { objectiveBlock } from './terminal/objectives.ts';
import type { Style } from './terminal/style.ts';
import { wrapToWidth } from './text-width.ts';
import { nextSteps } from './view/next-steps.ts';
import { notices } from './view/notices.ts';
import { RESULT_SIGN, RESULT_WORD, shownResult, verdictSentence } from './view/verdict.ts';
import type { Result } from './view/verdict.ts';

const NARROWEST = 40;
const WIDEST = 160;

/**
 * A run for a terminal: notices, objectives, measurements, cost, failures. Lines are at most `width` columns (at least 40 are taken),
 * tables leave out columns to fit. No line is a workflow command, whatever the run says. Ends without a line break.
 */
export function renderTerminal(run: RunDocument, options: { readonly colors: boolean; readonly width: number }): string {
  const style = styleOf(options);
  const blocks = [
    titleBlock(run, style),
    stepBlock(run, style),
    noticeBlock(run, style),
    ...comparisonBlocks(run, style),
    objectiveBlock(run, style),
    ...benchmarkBlock(run, style),
    ...loadBlock(run, style),
    costBlock(run, style),
    failureBlock(run, style),
    environmentBlock(run, style),
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return guardLines(text.join('\n\n'));
}

function styleOf(options: { readonly colors: boolean; readonly width: number }): Style {
  const colors = picocolors.createColors(options.colors);
  const paints: Readonly<Record<Result, Style['bold']>> = {
    measured: colors.cyan,
    pass: colors.green,
    fail: colors.red,
    inconclusive: colors.yellow,
    void: colors.magenta,
  };
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, Math.floor(options.width))),
    bold: colors.bold,
    dim: colors.dim,
    bad: colors.red,
    warn: colors.yellow,
    verdict: (result) => paints[result],
  };
}

function titleBlock(run: RunDocument, style: Style): string[] {
  const result = shownResult(run);
  const title = `${oneLine(run.run.system, 60)} ${run.run.kind}`;
  const verdict = wrapToWidth(`${RESULT_SIGN[result]} ${RESULT_WORD[result]}: ${verdictSentence(run)}`, style.width);
  const commit = run.run.commit === null ? 'no commit' : oneLine(run.run.commit).slice(0, 12);
  const origin = `${commit}${run.run.dirty ? ' (changed)' : ''}, ${formatTime(run.run.startedAt)}, took ${formatDuration(run.run.durationMs)}`;
  return [
    ...wrapToWidth(title, style.width).map(style.bold),
    ...verdict.map((line) => style.bold(style.verdict(result)(line))),
    ...wrapToWidth(origin, style.width).map(style.dim),
    ...comparedLines(run, style),
  ];
}

const STEPS_SHOWN = 5;

function stepBlock(run: RunDocument, style: Style): string[] {
  const steps = nextSteps(run);
  if (steps.length === 0) return [];
  const more = steps.length - STEPS_SHOWN;
  const lines = steps
    .slice(0, STEPS_SHOWN)
    .flatMap(({ subject, text }) => wrapToWidth(oneLine(`- ${oneLine(subject, 120)}: ${text}`, 600), style.width));
  return [style.bold('What to do'), ...lines, ...(more > 0 ? [style.dim(`and ${formatCount(more)} more`)] : [])];
}

function noticeBlock(run: RunDocument, style: Style): string[] {
  const paint = { danger: style.bad, warning: style.warn, note: style.dim };
  return notices(run).flatMap(({ level, title, text }) => {
    const lines = wrapToWidth(`! ${title}: ${oneLine(text, 400)}`, style.width - 2);
    return lines.map((line, index) => paint[level](index === 0 ? line : `  ${line}`));
  });
}
