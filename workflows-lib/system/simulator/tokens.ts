/**
 * The simulator's tokeniser: an optional space with up to five letters, digits or underscores; up to four white-space characters; or any
 * other single character (code point). English prose comes to about four characters a token, like the providers' own vocabularies.
 */
const TOKEN = / ?[\p{L}\p{M}\p{N}_]{1,5}|\s{1,4}|[^]/gu;

/** The tokens of a text; joined they are the text again. */
export function tokenise(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** How many tokens the simulator bills for a text. */
export function countTokens(text: string): number {
  return tokenise(text).length;
}
