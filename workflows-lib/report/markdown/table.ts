import { markdownTable } from 'markdown-table';
import { NONE, plural } from '../format.ts';
import { displayWidth } from '../text-width.ts';
import type { Footnotes } from '../view/footnotes.ts';

/** A column of a Markdown table: its head, how it lines up, and its cell for a row, already escaped. */
export interface MarkdownColumn<Row> {
  readonly head: string;
  readonly align: 'l' | 'r' | 'c';
  readonly cell: (row: Row) => string;
}

/** How much of a table is shown, and how. */
export interface TableView {
  readonly mostRows: number;
  readonly compact: boolean;
}

/** A table of the first rows, and how many there are beyond them. */
export interface MarkdownTable {
  readonly text: string;
  readonly leftOut: number;
}

/** Stands in figures for the space before a unit, which is not worth a line of its own. */
const NO_BREAK = '\u00a0';

/** Rows as a table. A column whose every cell is empty or a plain dash is left out. */
export function markdownRows<Row>(columns: readonly MarkdownColumn<Row>[], rows: readonly Row[], view: TableView): MarkdownTable {
  // Row by row, so that footnotes are numbered in reading order.
  const cells = rows.slice(0, view.mostRows).map((row) => columns.map((column) => column.cell(row)));
  const filled = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => cells.some((row) => row[index] !== '' && row[index] !== NONE));
  const shown = (cell: string, align: string): string => (view.compact && align === 'r' ? cell.replaceAll(' ', NO_BREAK) : cell);
  const table = [
    filled.map(({ head }) => head),
    ...cells.map((row) => filled.map(({ index, align }) => shown(row[index] ?? '', align))),
  ];
  const align = filled.map((column) => column.align);
  const text = markdownTable(table, { align, alignDelimiters: !view.compact, stringLength: displayWidth });
  return { text, leftOut: rows.length - cells.length };
}

/** What a table leaves out, below it; empty when that is nothing. */
export function leftOutLine(leftOut: number): string {
  return leftOut === 0 ? '' : `<sub>${plural(leftOut, 'more row')} left out here.</sub>`;
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
