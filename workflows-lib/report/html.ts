import { createHash } from 'node:crypto';
import type { RunDocument } from '../history/run-document.ts';
import { benchmarkSections } from './html/benchmark.ts';
import { COMPARISON_STYLES } from './html/comparison-styles.ts';
import { comparisonSections } from './html/comparison.ts';
import { costSections, environmentSections, failureSections } from './html/context.ts';
import { detailSections } from './html/details.ts';
import { header } from './html/header.ts';
import { loadSections } from './html/load.ts';
import { objectiveSections, todoSections } from './html/objectives.ts';
import { contents, sectionMarkup } from './html/section.ts';
import { STYLES } from './html/styles.ts';
import { html, trusted } from './html/template.ts';
import { RESULT_WORD, shownResult } from './view/verdict.ts';

/**
 * A run as one HTML page that needs nothing else: no script, no font, no address. Its policy allows the one style sheet in it and nothing
 * more. Readable on a phone, on paper, in light and dark.
 */
export function renderHtml(run: RunDocument): string {
  const sections = [
    ...todoSections(run),
    ...comparisonSections(run),
    ...objectiveSections(run),
    ...benchmarkSections(run),
    ...loadSections(run),
    ...costSections(run),
    ...failureSections(run),
    ...detailSections(run),
    ...environmentSections(run),
  ];
  const styles = run.comparison === undefined ? STYLES : `${STYLES}${COMPARISON_STYLES}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(styles)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${RESULT_WORD[shownResult(run)]}: ${run.run.system} · Shotclock</title>
        ${trusted(`<style>${styles}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <main id="main">${header(run)}${contents(sections)} ${sections.map(sectionMarkup)}</main>
      </body>
    </html>`;
  return `${page.markup}\n`;
}

/** Nothing may load or run; the style sheet is allowed by its digest, so that no text in the page can bring another. */
function policy(styles: string): string {
  const digest = createHash('sha256').update(styles).digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
}
