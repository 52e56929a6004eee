import { html } from './template.ts';
import type { Html, HtmlValue } from './template.ts';

/** A part of the page under a heading of the second level, reachable from the table of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: HtmlValue;
}

/** The section as markup. */
export function sectionMarkup({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`;
}

/** Links to the sections. */
export function contents(sections: readonly Section[]): Html {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="Sections">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

/** Text from outside inside our sentences: its direction does not spill over. */
export function outside(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A name or code from outside. */
export function code(text: string): Html {
  return html`<code><bdi>${text}</bdi></code>`;
}

/** A dotted name, which may break after a dot or an underscore and nowhere else unless it is very long. */
export function dottedName(text: string): Html {
  return html`<code class="dotted"><bdi>${text.split(/(?<=[._/])/).map((part) => html`${part}<wbr />`)}</bdi></code>`;
}

/** A dotted name with a word about it. */
export function notedName(name: string, note: string): Html {
  return html`${dottedName(name)}${note === '' ? undefined : html` <small>${note}</small>`}`;
}

/** A part behind its name. */
export function folded(summary: string, body: Html, open = false): Html {
  return open
    ? html`<details open>
        <summary>${summary}</summary>
        ${body}
      </details>`
    : html`<details>
        <summary>${summary}</summary>
        ${body}
      </details>`;
}
