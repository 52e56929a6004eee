import { oneLine } from '../escape.ts';

/** UTF-16 units of the longest title of a check. */
const TITLE_LENGTH = 100;
const SEPARATOR = ' · ';

/**
 * As many of a sentence's parts from its beginning as fit; the first, which says what decides, is cut only where it alone is too long. Ends in an
 * ellipsis where something is left out.
 */
export function fittingTitle(text: string): string {
  if (text.length <= TITLE_LENGTH) return text.toWellFormed();
  const parts = text.split(SEPARATOR);
  const shortened = parts.map((_, index) => [...parts.slice(0, index), '…'].join(SEPARATOR));
  const fitting = shortened.findLast((part, index) => index > 0 && part.length <= TITLE_LENGTH);
  return (fitting ?? oneLine(text, TITLE_LENGTH)).toWellFormed();
}
