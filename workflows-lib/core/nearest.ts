/** What somebody probably meant: the known word that is the fewest slips of the keyboard away. */

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbours, no part edited twice. Source: Damerau 1964, CACM 7(3); Boytsov 2011, JEA 16.
 */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + cost,
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}

/** Case and the separators between words are habits of other tools, not mistakes: `baseUrl` and `base-url` are `base_url`. */
function normalized(word: string): string {
  return word.toLowerCase().replaceAll(/[-_. ]/g, '');
}

/**
 * The candidate that `word` most likely stands for; undefined when none is near (a third of the word may differ). Of equals, one with the
 * same letters (`urn` is `run` rather than `url`), else the first.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // Longer than any name can be: not a slip, and quadratic time.
  if (word.length > 100) return undefined;
  const wanted = normalized(word);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const edits = editDistance(wanted, normalized(candidate));
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (edits > allowed || edits >= wanted.length) continue;
    const distance = edits - (letters(wanted) === letters(normalized(candidate)) ? 0.5 : 0);
    if (distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

function letters(word: string): string {
  return Array.from(word).sort().join('');
}

/** The end of a message about an unknown word: `; did you mean "query"?`, or the known words when none is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return candidates.length === 0 ? '' : `; known here: ${candidates.join(', ')}`;
}

/** Words for a sentence: `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], conjunction = 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
