/** Text from outside, made safe for one line of a log that a workflow runner reads. */

/** C0 and C1 controls (terminal escapes among them), without the breaks that `oneLine` makes spaces of. */
export const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Every line break that a parser may know. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Marks that reorder the text around them ("Trojan Source", CVE-2021-42574) and invisible ones that fake another word. */
export const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

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
