import { resolve } from 'node:path';
import { readRun } from '../history/read-run.ts';
import type { RunDocument } from '../history/run-document.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { summaryLines } from '../report/summary.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { CommandContext } from './context.ts';

/** Forms that a run can be shown in. */
export const REPORT_FORMATS = ['terminal', 'md', 'html', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Options of `shotclock report`. */
export interface ReportOptions {
  /** Path of a run document. */
  readonly run: string;
  readonly format: ReportFormat;
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Shows a run again. Throws UsageError when the file is no run document. */
export async function report(options: ReportOptions, context: CommandContext): Promise<{ text: string; document: RunDocument }> {
  const document = await readRun(resolve(context.cwd, options.run));
  return { text: render(document, options), document };
}

/** A run for the terminal, with the lines that sum it up at the end. */
export function presentRun(document: RunDocument, options: { readonly colors: boolean; readonly width: number }): string {
  return `${renderTerminal(document, options)}\n${summaryLines(document).join('\n')}`;
}

function render(document: RunDocument, options: ReportOptions): string {
  switch (options.format) {
    case 'terminal':
      return renderTerminal(document, options);
    case 'md':
      return renderMarkdown(document);
    case 'html':
      return renderHtml(document);
    case 'json':
      return renderJson(document);
  }
}
