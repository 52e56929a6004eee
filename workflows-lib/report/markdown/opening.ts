import type { RunDocument } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { nextSteps } from '../view/next-steps.ts';
import type { Notice } from '../view/notices.ts';

/** What kinds of runs are called. */
export const KIND_WORD = { benchmark: 'benchmark', load: 'load test', demo: 'benchmark and load test', compare: 'comparison' } as const;

const ALERT = { danger: 'CAUTION', warning: 'WARNING', note: 'NOTE' } as const;

/** A notice as a coloured block. */
export function alertBlock({ level, title, text }: Notice): string {
  return `> [!${ALERT[level]}]\n> **${markdownText(title)}.** ${markdownText(text, 600)}`;
}

/** How many steps are listed, and how long each may be in UTF-16 units. */
export interface StepView {
  readonly most: number;
  readonly length: number;
}

/** What to do, as a list; empty when there is nothing to do. */
export function stepLines(run: RunDocument, { most, length }: StepView): string {
  const steps = nextSteps(run);
  const more = steps.length - most;
  return [
    ...steps.slice(0, most).map(({ subject, text }) => `- ${markdownCode(subject)}: ${markdownText(text, length)}`),
    ...(more > 0 ? [`- and ${more} more, in the details below`] : []),
  ].join('\n');
}
