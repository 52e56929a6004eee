import { markdownTable } from 'markdown-table';
import { NONE } from '../format.ts';
import { displayWidth } from '../text-width.ts';
import type { Footnotes } from '../view/footnotes.ts';

/** A column of a Markdown table: its head, how it lines up, and its cell for a row, already escaped. */
export interface MarkdownColumn<Row> {
  readonly head: string;
  readonly align: 'l' | 'r' | 'c';
  readonly cell: (row: Row) => string;
}

/** Rows as a table. A column whose every cell is empty or a plain dash is left out. */
export function markdownRows<Row>(columns: readonly MarkdownColumn<Row>[], rows: readonly Row[]): string {
  // Row by row, so that footnotes are numbered in reading order.
  const cells = rows.map((row) => columns.map((column) => column.cell(row)));
  const filled = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => cells.some((row) => row[index] !== '' && row[index] !== NONE));
  const table = [filled.map(({ head }) => head), ...cells.map((row) => filled.map(({ index }) => row[index] ?? ''))];
  return markdownTable(table, { align: filled.map(({ align }) => align), stringLength: displayWidth });
}

/** The footnotes below a table, one line; empty when there are none. Reasons come escaped. */
export function footnoteLines(footnotes: Footnotes): string {
  const notes = footnotes.all().map(({ letter, reason }) => `<sup>${letter}</sup> ${reason}`);
  return notes.length === 0 ? '' : `<sub>${notes.join(' · ')}</sub>`;
}

/** A folded part. `summary` and `body` come escaped. */
export function folded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
