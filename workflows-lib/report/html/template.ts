import { escapeHtml } from '../escape.ts';

/** Markup that is safe to put into a page: it was written here, or it was escaped. */
export interface Html {
  readonly markup: string;
}

/** What can stand in a template. Strings are escaped; numbers are coordinates, rounded to hundredths; undefined is nothing. */
export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[];

/** A template whose text values are escaped. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return {
    markup: strings.map((text, index) => compact(text) + (index < values.length ? markupOf(values[index]) : '')).join(''),
  };
}

/** A line break with its indentation counts as one space in HTML. */
function compact(text: string): string {
  return text.replace(/\n\s*/g, '\n');
}

/** Text that is known to be markup: our own style sheet. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}
