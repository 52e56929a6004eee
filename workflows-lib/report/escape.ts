/** Text from outside, made safe for the place it is shown in. Everything that a report prints goes through one of these. */
import { oneLine, visibleText } from '../core/log-guard.ts';

export { guardLines, logLine, oneLine } from '../core/log-guard.ts';

/** Text for HTML content and for quoted attributes. Keeps line breaks; drops what `oneLine` replaces. */
export function escapeHtml(text: string): string {
  return visibleText(text.toWellFormed().replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const BREAKER = '&#8203;';
/**
 * Advisories by their number, commits by (a beginning of) theirs, seven digits or more with letters among them, and addresses without a scheme.
 * An underscore before or behind them makes no difference to GitHub, so it is no part of a word here.
 */
const NUMBERED = /(?<![\da-z])(?:GHSA|CVE|GH)-(?=[\da-z])/gi;
const COMMIT = /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,64}(?![\da-z])/gi;
const BARE_ADDRESS = /(?<![\da-z])www\./gi;
/** The first colon of an emoji's name; what stands behind the text may begin with the other one. */
const EMOJI = /:(?=:|(?:[\w+-]|&#95;)+(?::|$))/g;

/**
 * Text as one line of GitHub-flavoured Markdown that renders as itself: no markup, HTML, table border, mention, reference, autolink or
 * workflow command comes out of it. GitHub looks for mentions and links after entities are decoded, so those are broken by a zero-width space.
 */
export function markdownText(text: string, maxLength = 300): string {
  return oneLine(text, maxLength)
    .replace(/[&<>|`*~[\]\\]|(?<![a-z0-9])_|_(?![a-z0-9])|\$(?!\d)/gi, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<!&)[@#]/g, (character) => `${character}${BREAKER}`)
    .replace(NUMBERED, (match) => `${match}${BREAKER}`)
    .replace(COMMIT, (match) => match.replace(/.{6}(?=.)/g, (part) => `${part}${BREAKER}`))
    .replace(BARE_ADDRESS, (match) => `${match.slice(0, -1)}${BREAKER}.`)
    .replaceAll('://', `:${BREAKER}//`)
    .replace(EMOJI, `:${BREAKER}`)
    .replace(/^(\d+)([.)])(?=\s|$)/, `$1${BREAKER}$2`)
    .replace(/^(?=[-+](?:\s|$)|--|=)/, BREAKER);
}

/**
 * A name or command as a Markdown code span, where it can be one; otherwise as `markdownText`. Never empty. Not in a code span either: what
 * looks like an HTML comment, by which bots find their own comments again.
 */
export function markdownCode(text: string, maxLength = 120): string {
  const line = oneLine(text, maxLength);
  if (line === '') return '(empty)';
  return /[`|\\]|::|##\[|<!-|-->/.test(line) ? markdownText(line, maxLength) : `\`${line}\``;
}
