import { resolve } from 'node:path';
import { writeFileAtomic } from '../core/atomic-file.ts';
import { UsageError } from '../core/errors.ts';
import { readRun } from '../history/read-run.ts';
import type { RunDocument } from '../history/run-document.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { summaryLines } from '../report/summary.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { CommandContext } from './context.ts';
import { reasonOf } from './write-failure.ts';

/** Forms that a run can be shown in. */
export const REPORT_FORMATS = ['terminal', 'md', 'html', 'json'] as const;

/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Options of `shotclock report`. */
export interface ReportOptions {
  /** Path of a run document. */
  readonly run: string;
  readonly format: ReportFormat;
  /** Also write it to this file. */
  readonly out?: string;
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Shows a run again. Throws UsageError when the file is no run document or the other one cannot be written. */
export async function report(options: ReportOptions, context: CommandContext): Promise<string> {
  const text = render(await readRun(resolve(context.cwd, options.run)), options);
  if (options.out === undefined) return text;
  try {
    await writeFileAtomic(resolve(context.cwd, options.out), text);
  } catch (error) {
    throw new UsageError(`cannot write ${options.out}: ${reasonOf(error)}`, { cause: error });
  }
  return text;
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
