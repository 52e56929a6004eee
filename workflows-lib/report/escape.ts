/** Text from outside, made safe for the place it is shown in. Everything that a report prints goes through one of these. */

/** C0 and C1 controls (terminal escapes among them) and every line break that a parser may know. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Marks that reorder the text around them ("Trojan Source", CVE-2021-42574) and invisible ones that fake another word. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * One line of well-formed text: line breaks become spaces, control characters, lone surrogates, bidirectional and invisible marks become
 * U+FFFD. Longer than `maxLength` UTF-16 units, it is cut there and ends in an ellipsis.
 */
export function oneLine(text: string, maxLength = 1000): string {
  const line = text.toWellFormed().replace(BREAKS, ' ').replace(CONTROLS, '\ufffd').replace(INVISIBLE, '\ufffd').trim();
  return line.length <= maxLength ? line : `${cut(line, maxLength - 1).trimEnd()}…`;
}

/** Never cuts a surrogate pair in two. */
function cut(text: string, length: number): string {
  const end = text.charCodeAt(length - 1);
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? length - 1 : length);
}

/** Text for HTML content and for quoted attributes. Keeps line breaks; drops what `oneLine` replaces. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '\ufffd')
    .replace(INVISIBLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const BREAKER = '&#8203;';

/**
 * Text as one line of GitHub-flavoured Markdown that renders as itself: no markup, HTML, table border, mention, reference, autolink or
 * workflow command comes out of it. GitHub looks for mentions and links after entities are decoded, so those are broken by a zero-width space.
 */
export function markdownText(text: string, maxLength = 300): string {
  return oneLine(text, maxLength)
    .replace(/[&<>|`*~[\]\\]|(?<![a-z0-9])_|_(?![a-z0-9])|\$(?!\d)/gi, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<!&)[@#]/g, (character) => `${character}${BREAKER}`)
    .replace(/\bGH-(?=\d)/gi, (match) => `${match}${BREAKER}`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}${BREAKER}.`)
    .replaceAll('://', `:${BREAKER}//`)
    .replace(/:(?=:|[a-z+-][\w+-]*:)/gi, `:${BREAKER}`)
    .replace(/^(\d+)([.)])(?=\s|$)/, `$1${BREAKER}$2`)
    .replace(/^(?=[-+](?:\s|$)|--|==)/, BREAKER);
}

/** A name or command as a Markdown code span, where it can be one; otherwise as `markdownText`. Never empty. */
export function markdownCode(text: string, maxLength = 120): string {
  const line = oneLine(text, maxLength);
  if (line === '') return '(empty)';
  return /[`|\\]|::|##\[/.test(line) ? markdownText(line, maxLength) : `\`${line}\``;
}

/**
 * Text as one line of a log that a workflow runner reads: neither `::command::` at its start nor `##[command]` anywhere in it is a command
 * afterwards. (actions/runner reads the former after leading white space, the latter at any place.) A look-alike stands for the colon or the bracket.
 */
export function logLine(text: string): string {
  return guardLines(oneLine(text));
}

/** The beginning of a line, over white space and colours, up to a command. */
const LINE_START = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;

/** `logLine` for text of several lines whose line breaks and terminal colours are our own. What it puts in is as wide as what it takes out. */
export function guardLines(text: string): string {
  return text.replace(LINE_START, '$1\ua789').replaceAll('##[', '##\u2045');
}
