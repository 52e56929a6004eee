import { createFootnotes } from '../view/footnotes.ts';
import type { Footnotes } from '../view/footnotes.ts';
import { NONE } from '../format.ts';
import { html } from './template.ts';
import type { Html, HtmlValue } from './template.ts';

/** A column of an HTML table. The first column of a table names its rows. */
export interface Column<Row> {
  readonly head: string;
  /** Drawn in the head below its words: an axis. */
  readonly under?: Html;
  readonly kind: 'name' | 'number' | 'text' | 'plot' | 'badge-cell';
  readonly cell: (row: Row, footnotes: Footnotes) => HtmlValue;
  /** Left out when no row has anything but a plain dash in it. */
  readonly optional?: boolean;
}

/** What a table needs besides its columns and rows. */
export interface TableOptions {
  /** What the table is, in a sentence; it stands above it and names it to screen readers. */
  readonly caption: string;
  /** On narrow screens a row becomes a card with the column heads as labels, instead of scrolling sideways. */
  readonly cards?: boolean;
}

/** A table with caption, scopes and footnotes; explicit roles keep it a table for screen readers where the style sheet makes cards of it. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], options: TableOptions): Html {
  const footnotes = createFootnotes();
  // Row by row, so that footnotes are numbered in reading order.
  const cells = rows.map((row) => columns.map((column) => column.cell(row, footnotes)));
  const filled = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ optional, index }) => optional !== true || cells.some((row) => row[index] !== NONE && row[index] !== undefined));
  const head = filled.map(
    ({ head: words, under, kind }) => html`<th scope="col" role="columnheader" class="${kind}">${words}${under}</th>`,
  );
  const body = cells.map(
    (row) =>
      html`<tr role="row">
        ${filled.map((column, place) => cellOf(column, place, row[column.index]))}
      </tr>`,
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${options.caption}">
      <table role="table" ${options.cards === true ? html` class="cards"` : undefined}>
        <caption>
          ${options.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${head}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${body}
        </tbody>
      </table>
    </div>
    ${footnoteList(footnotes)}`;
}

function cellOf(column: Pick<Column<unknown>, 'head' | 'kind' | 'optional'>, index: number, cell: HtmlValue): Html {
  if (index === 0) return html`<th scope="row" role="rowheader" class="${column.kind}">${cell}</th>`;
  const empty = column.optional === true && (cell === NONE || cell === undefined) ? ' none' : '';
  return html`<td role="cell" class="${column.kind}${empty}" data-label="${column.head}">${cell}</td>`;
}

function footnoteList(footnotes: Footnotes): Html | undefined {
  const notes = footnotes.all();
  if (notes.length === 0) return undefined;
  return html`<p class="footnotes">${notes.map(({ letter, reason }) => html`<span><sup>${letter}</sup> ${reason}</span> `)}</p>`;
}

/** A dash with the reason for it: whole where the pointer rests, and in a footnote without the count, which its row shows anyway. */
export function missing(reason: string, footnotes: Footnotes): Html {
  return html`<span class="missing" title="${reason}"
    >${NONE}<sup>${footnotes.mark(reason.replace(/, has \d+$/, ''))}</sup></span
  >`;
}

/** Names and values. */
export function facts(entries: readonly (readonly [HtmlValue, HtmlValue])[]): Html {
  return html`<dl class="facts">
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
