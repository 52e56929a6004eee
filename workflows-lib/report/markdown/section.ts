import { folded } from './table.ts';

/** A part of a report with a name: blocks of Markdown, escaped, and how many rows did not fit into its tables. */
export interface MarkdownSection {
  readonly title: string;
  /** What the title is about, in few words, for where the section is folded. Escaped; no Markdown, which HTML does not read. */
  readonly hint?: string;
  readonly parts: readonly string[];
  readonly leftOut: number;
}

/** How much of a run a rendering shows. */
export interface MarkdownView {
  /** Rows of a table. */
  readonly mostRows: number;
  /** Columns of the table of operations by users. */
  readonly mostStages: number;
  /** Cells without padding: less to read as text, much less to send. */
  readonly compact: boolean;
}

/** Everything, in tables that line up as text too. */
export const WHOLE: MarkdownView = { mostRows: Infinity, mostStages: Infinity, compact: false };

/** A section under its heading. */
export function underHeading({ title, parts }: MarkdownSection): string {
  return blocks([`### ${title}`, ...parts]);
}

/** A section behind its name. */
export function behindName({ title, hint, parts }: MarkdownSection): string {
  return folded(hint === undefined ? title : `${title}: ${hint}`, blocks(parts));
}

/** Blocks of Markdown one after another; empty ones are left out. */
export function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
