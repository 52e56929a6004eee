/** Text from outside, made safe for one line of a log that a workflow runner reads. */

/** C0 and C1 controls (terminal escapes among them), without the breaks that `oneLine` makes spaces of. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Every line break that a parser may know. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Marks that reorder the text around them ("Trojan Source", CVE-2021-42574), and invisible ones that fake another word or smuggle one (tags). */
const INVISIBLE = new RegExp(
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff' +
    '\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]',
  'gu',
);
/** Joiners beside ASCII; writing systems and emoji need them only between characters beyond it. */
const IDLE_JOINERS = /(?<![^\0-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\u007f])/gu;
/** More marks on one letter than any language has: they would be drawn over the lines around it. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Text without what cannot be seen or hides what is there: each such character becomes U+FFFD; of marks piled on a letter, four stay. */
export function visibleText(text: string): string {
  return [CONTROLS, INVISIBLE, IDLE_JOINERS]
    .reduce((rest, hidden) => rest.replace(hidden, '\ufffd'), text)
    .replace(PILED_MARKS, '$1');
}

/**
 * One line of well-formed text: line breaks become spaces, control characters, lone surrogates, bidirectional and invisible marks become
 * U+FFFD. Longer than `maxLength` UTF-16 units, it is cut there and ends in an ellipsis.
 */
export function oneLine(text: string, maxLength = 1000): string {
  const line = visibleText(text.toWellFormed().replace(BREAKS, ' ')).trim();
  return line.length <= maxLength ? line : `${cut(line, maxLength - 1).trimEnd()}…`;
}

/** Never cuts a surrogate pair in two. */
function cut(text: string, length: number): string {
  const end = text.charCodeAt(length - 1);
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? length - 1 : length);
}

/**
 * Text as one line of a log that a workflow runner reads: neither `::command::` at its start nor `##[command]` anywhere in it is a command
 * afterwards. (actions/runner reads the former after leading white space, the latter at any place.) A look-alike stands for the colon or the bracket.
 */
export function logLine(text: string): string {
  return guardLines(oneLine(text));
}

/**
 * The beginning of a line up to a command. The runner trims what .NET calls white space (U+0085 too) and compares by the rules of a language,
 * to which control and format characters are nothing: both are looked through, and colours as well.
 */
const LINE_START = /^((?:\u001b\[[\d;]*m|(?![\n\r\u2028\u2029])[\s\p{Cc}\p{Cf}])*):(?=(?:(?![\n\r])[\p{Cc}\p{Cf}])*:)/gmu;
const OLD_COMMAND = /(#\p{Cf}*#\p{Cf}*)\[/gu;

/** `logLine` for text of several lines whose line breaks and terminal colours are our own. What it puts in is as wide as what it takes out. */
export function guardLines(text: string): string {
  return text.replace(LINE_START, '$1\ua789').replace(OLD_COMMAND, '$1\u2045');
}
