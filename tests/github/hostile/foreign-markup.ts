/** Whether nothing but text came out of what a stranger wrote: a strict reading of Markdown that knows only what our reports write themselves. */
import { tornParts } from '../../../workflows-lib/report/testing/markdown-shape.ts';

/** Tags that our reports write. */
const OWN_TAGS = /<\/?(?:details|summary|sub|sup)>/g;
const OWN_ALERTS = /^> \[!(?:CAUTION|WARNING|NOTE|IMPORTANT)\]$/;
const OWN_HEADINGS =
  /^## (?:📏 Measured|✅ Pass|❌ Fail|❔ Inconclusive|🚫 (?:Void|Nothing was measured$))|^### (?:What to do|Objectives|Benchmark|Load by users|Cost by model|Failures)$/u;
/** CommonMark 0.31, section 6.1: as many backticks at the end as at the beginning. */
const CODE_SPANS = /(?<!`)(`+)(?!`)(?:[^`]|(?!(?<!`)\1(?!`))`)*(?<!`)\1(?!`)/g;

/** What must not stand in the source outside of code. */
const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['a code span that is not closed', /`/],
  ['a tag', /<[a-z/!?]/i],
  ['a link or an image', /\[/],
  ['an escape', /\\/],
  ['mathematics', /\$(?!\d)/],
  ['struck text', /~/],
  ['a block at the start of a line', /^\s*(?:[+*] |\d+[.)](?:\s|$)|=+\s*$|-{2,}\s*$|#{1,6}(?:\s|$)|\t| {4})/],
];

/** What must not stand in the text that is shown, where GitHub looks for it after everything else was read. */
const REFERENCES: readonly (readonly [string, RegExp])[] = [
  ['a mention', /(?:^|[^\w`])@[a-z\d]/i],
  ['a mail address', /[\w.+-]@[a-z\d]/i],
  ['a reference', /#\d/],
  ['a reference in the old form', /(?<![\da-z])GH-\d/i],
  ['a commit', /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}(?![\da-z])/i],
  ['an advisory', /(?<![\da-z])(?:GHSA|CVE)-[\da-z]/i],
  ['an address', /:\/\/|(?<![\da-z])www\./i],
  ['an emoji by name', /:[\w+-]+:/],
];

/** What must not be anywhere, in code neither. */
const HIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a marker', /<!-/],
  ['a control character', /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/],
  ['a mark that reorders text', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/],
  ['an invisible character', /[\u00ad\u034f\u115f\u1160\u200b\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/u],
  ['a pile of marks', /\p{M}{5}/u],
  ['a log command', /^\s*::|##\[/m],
];

/** Everything in a Markdown text that is neither text nor written by us; empty when a stranger's words are only words. `own` are our links and fences. */
export function foreignMarkup(markdown: string, own: readonly string[]): string[] {
  const found = [...tornParts(markdown), ...matches(markdown, HIDDEN)];
  if (!markdown.isWellFormed()) found.push('a lone surrogate');
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), markdown);
  for (const line of rest.split('\n').filter((each) => !OWN_ALERTS.test(each))) {
    const outside = outsideCode(line).replaceAll(OWN_TAGS, '').replace(OWN_HEADINGS, '');
    found.push(...matches(outside, MARKUP), ...matches(decoded(outside), REFERENCES));
  }
  return found;
}

/** A text without its code spans, where nothing is read as markup. */
export function outsideCode(markdown: string): string {
  return markdown.replace(CODE_SPANS, '');
}

function matches(text: string, patterns: readonly (readonly [string, RegExp])[]): string[] {
  return patterns.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${what}: ${JSON.stringify(text.slice(Math.max(0, match.index - 20), match.index + 60))}`];
  });
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
