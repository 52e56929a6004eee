/** What a comparison adds to the style sheet of a report; a run without one is sent nothing of it. */
const DOTS = [
  ['regression', 'fail'],
  ['improvement', 'pass'],
  ['fine', 'pass'],
  ['inconclusive', 'inconclusive'],
  ['accepted', 'measured'],
  ['not-confirmed', 'measured'],
  ['void', 'void'],
] as const;

/** Rules for the forest plot. */
export const COMPARISON_STYLES = `
.forest{display:block;width:260px;max-width:100%}
.forest .bound{stroke-width:1.8}
.tolerance{stroke:var(--text);stroke-width:1.5;stroke-dasharray:3 2}
.worse{fill:var(--failBack)}
${DOTS.map(([result, colour]) => `.forest.${result} .dot{fill:var(--${colour})}`).join('')}
@media screen and (max-width:900px){.cards .forest{width:100%;max-width:420px}}
`.replace(/\n\s*/g, '\n');
