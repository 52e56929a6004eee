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

/** The message for a syntax error or an unknown tag. Never repeats more of the text than a tag's name. */
export function syntaxMessage(error: YAMLError, text: string): string {
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return `the tag ${tagName(text.slice(error.pos[0], error.pos[1]))} is not supported; remove it`;
  }
  const known = MENDS.get(error.code);
  if (known !== undefined) return known;
  const line = lineAround(text, error.pos[0]);
  const hint = /[{,][^'"]*\$\{/.test(line) ? UNQUOTED_REFERENCE : '';
  return `not valid YAML: ${withoutQuotedText(error.message)}${hint}`;
}

function tagName(source: string): string {
  return /^![\w!:./-]{0,40}/.exec(source)?.[0] ?? 'here';
}

/** The parser quotes tokens of the text at a message's end; what stands there may be a secret. */
function withoutQuotedText(message: string): string {
  const sentence = message.replace(/: ".*"$/s, '').replace(/\s+/g, ' ');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The line of an offset, at most 200 characters to either side. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const [after = ''] = text.slice(offset, offset + 200).split('\n', 1);
  return before.slice(before.lastIndexOf('\n') + 1) + after;
}
