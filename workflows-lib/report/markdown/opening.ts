import { markdownCode, markdownText } from '../escape.ts';
import type { NextStep } from '../view/next-step.ts';
import type { Notice } from '../view/notices.ts';

/** What kinds of runs are called. */
export const KIND_WORD = {
  benchmark: 'benchmark',
  load: 'load test',
  demo: 'benchmark and load test',
  compare: 'comparison',
} as const;

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

/** Steps as a list; empty when there are none. */
export function stepLines(steps: readonly NextStep[], { most, length }: StepView): string {
  const more = steps.length - most;
  return [
    ...steps.slice(0, most).map(({ subject, text }) => `- ${markdownCode(subject)}: ${markdownText(text, length)}`),
    ...(more > 0 ? [`- and ${more} more, in the details below`] : []),
  ].join('\n');
}
