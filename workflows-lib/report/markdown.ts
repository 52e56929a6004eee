import type { RunDocument } from '../history/run-document.ts';
import { markdownCode, markdownText } from './escape.ts';
import { formatDuration, formatTime } from './format.ts';
import { benchmarkSection, loadSection } from './markdown/measurements.ts';
import { costSection, environmentSection, failureSection } from './markdown/context.ts';
import { RESULT_MARK, objectiveSection } from './markdown/objectives.ts';
import { nextSteps } from './view/next-steps.ts';
import { notices } from './view/notices.ts';
import type { Notice } from './view/notices.ts';
import { keyFigures, measuredSentence } from './view/sentence.ts';
import { RESULT_WORD, shownResult, verdictSentence } from './view/verdict.ts';

const KIND_WORD = { benchmark: 'benchmark', load: 'load test', demo: 'benchmark and load test' } as const;

/**
 * A run as GitHub-flavoured Markdown for a comment or a job summary: the verdict, what to do, objectives, measurements, cost, failures, and
 * the environment folded. Text from outside is escaped; the result ends in a line break.
 */
export function renderMarkdown(run: RunDocument): string {
  const sections = [
    headline(run),
    ...notices(run).map(alert),
    nextStepSection(run),
    objectiveSection(run),
    ...benchmarkSection(run),
    ...loadSection(run),
    costSection(run),
    failureSection(run),
    environmentSection(run),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline(run: RunDocument): string {
  const result = shownResult(run);
  const title = `## ${RESULT_MARK[result]} ${RESULT_WORD[result]}: ${markdownText(run.run.system, 80)} ${KIND_WORD[run.run.kind]}`;
  const figures = [measuredSentence(run), ...keyFigures(run)].map((part) => markdownText(part)).join('; ');
  return `${title}\n\n**${verdictSentence(run)}** ${figures}.\n\n${origin(run)}`;
}

function origin({ run }: RunDocument): string {
  const commit = run.commit === null ? 'no commit' : markdownCode(run.commit.slice(0, 12));
  const branch = run.branch === null ? '' : ` on ${markdownCode(run.branch)}`;
  const dirty = run.dirty ? ' with uncommitted changes' : '';
  return `<sub>${commit}${branch}${dirty} · ${formatTime(run.startedAt)} · took ${formatDuration(run.durationMs)}</sub>`;
}

const ALERT = { danger: 'CAUTION', warning: 'WARNING', note: 'NOTE' } as const;

function alert({ level, title, text }: Notice): string {
  return `> [!${ALERT[level]}]\n> **${markdownText(title)}.** ${markdownText(text, 600)}`;
}

function nextStepSection(run: RunDocument): string {
  const steps = nextSteps(run);
  if (steps.length === 0) return '';
  return [
    '### What to do',
    '',
    ...steps.map(({ subject, text }) => `- ${markdownCode(subject)}: ${markdownText(text, 500)}`),
  ].join('\n');
}
