/** What is wrong with the YAML itself, said so that it can be mended. */
import type { YAMLError } from 'yaml';

const UNQUOTED_REFERENCE = '; quote values with ${…} between braces: { url: "${NAME}" }';

const MENDS = new Map<YAMLError['code'], string>([
  ['TAB_AS_INDENT', 'a tab cannot indent YAML; use spaces'],
  ['MULTIPLE_DOCS', 'a second document begins here; keep one and remove the "---" between them'],
  ['NON_STRING_KEY', 'a list or mapping cannot be a key; quote the key if text is meant'],
  ['RESOURCE_EXHAUSTION', 'nested too deeply to be read'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a second ": " on this line; quote the value, or begin a new line'],
  ['BAD_SCALAR_START', 'a value cannot begin with this character unless it is quoted'],
]);

/** The message for a syntax error or a tag. Never repeats the text: a password may begin with `!`, `|` or `>` and so be taken for syntax. */
export function syntaxMessage(error: YAMLError, text: string): string {
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const [standard = ''] = /^!![a-z]+\b/.exec(text.slice(error.pos[0], error.pos[1])) ?? [];
    return `${standard === '' ? 'a tag (a word that begins with "!")' : `the tag ${standard}`} is not supported; remove it, or quote the value if text is meant`;
  }
  const known = MENDS.get(error.code);
  if (known !== undefined) return known;
  const line = lineAround(text, error.pos[0]);
  const hint = /[{,][^'"]*\$\{/.test(line) ? UNQUOTED_REFERENCE : '';
  return `not valid YAML: ${withoutQuotedText(error.message)}${hint}`;
}

/** The parser puts parts of the text at the end of some messages. */
function withoutQuotedText(message: string): string {
  const sentence = message
    .replace(/ (characters|stream|document): .*$/s, ' $1')
    .replace(/(directive) .*$/s, '$1')
    .replace(/\s+/g, ' ');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The line of an offset, at most 200 characters to either side. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const [after = ''] = text.slice(offset, offset + 200).split('\n', 1);
  return before.slice(before.lastIndexOf('\n') + 1) + after;
}
