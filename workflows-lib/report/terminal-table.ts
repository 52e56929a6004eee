import { displayWidth, truncateToWidth } from './text-width.ts';

/** How a cell's padded text is coloured. */
export type Paint = (text: string) => string;

/** A cell: plain text, already one line, and its colour. */
export interface TerminalCell {
  readonly text: string;
  readonly paint?: Paint;
}

/** A column of a terminal table. */
export interface TerminalColumn<Row> {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => string | TerminalCell;
  /** Columns with the highest number are left out first when the table is too wide; without one a column always stays. */
  readonly drop?: number;
  /** May be cut down to so many columns of text when there is no room. */
  readonly shrinkTo?: number;
}

interface Filled {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly drop: number | undefined;
  readonly shrinkTo: number | undefined;
  readonly cells: readonly TerminalCell[];
  readonly width: number;
}

const GAP = 2;

/** Lines of a table that is at most `width` wide: columns are dropped, then shrunk, until it fits. Columns without any figure are left out. */
export function terminalTable<Row>(
  columns: readonly TerminalColumn<Row>[],
  rows: readonly Row[],
  options: { readonly width: number; readonly head: Paint },
): string[] {
  const filled = columns
    .map((column) => fill(column, rows))
    .filter(({ cells }) => cells.some(({ text }) => text !== '' && text !== '–'));
  const fitted = shrink(dropColumns(filled, options.width), options.width);
  const head = line(fitted, (column) => ({ text: column.head, paint: options.head }));
  return [head, ...rows.map((_, index) => line(fitted, ({ cells }) => cells[index] ?? { text: '' }))];
}

function fill<Row>(column: TerminalColumn<Row>, rows: readonly Row[]): Filled {
  const cells = rows.map(column.cell).map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
  const width = Math.max(displayWidth(column.head), ...cells.map(({ text }) => displayWidth(text)));
  return { head: column.head, align: column.align, drop: column.drop, shrinkTo: column.shrinkTo, cells, width };
}

function totalWidth(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/** The width when everything that may shrink has shrunk. */
function smallestWidth(columns: readonly Filled[]): number {
  return totalWidth(columns.map(({ width, shrinkTo }) => ({ width: Math.min(width, shrinkTo ?? width) })));
}

function dropColumns(columns: readonly Filled[], width: number): readonly Filled[] {
  if (smallestWidth(columns) <= width) return columns;
  const last = Math.max(...columns.map(({ drop }) => drop ?? 0));
  return last === 0
    ? columns
    : dropColumns(
        columns.filter(({ drop }) => drop !== last),
        width,
      );
}

/** Takes the missing room from the columns that may shrink, and in the end, when nothing else helps, from the widest column. */
function shrink(columns: readonly Filled[], width: number): readonly Filled[] {
  let missing = Math.max(0, totalWidth(columns) - width);
  const shrunk = columns.map((column) => {
    const given = Math.min(missing, Math.max(0, column.width - (column.shrinkTo ?? column.width)));
    missing -= given;
    return { ...column, width: column.width - given };
  });
  for (; missing > 0; missing--) {
    const widest = shrunk.reduce((left, right) => (right.width > left.width ? right : left));
    shrunk[shrunk.indexOf(widest)] = { ...widest, width: widest.width - 1 };
  }
  return shrunk;
}

function line(columns: readonly Filled[], cellOf: (column: Filled) => TerminalCell): string {
  const parts = columns.map((column) => {
    const { text, paint } = cellOf(column);
    const cut = truncateToWidth(text, column.width);
    const space = ' '.repeat(Math.max(0, column.width - displayWidth(cut)));
    const shown = paint === undefined || cut === '' ? cut : paint(cut);
    return column.align === 'left' ? `${shown}${space}` : `${space}${shown}`;
  });
  return parts.join(' '.repeat(GAP)).trimEnd();
}
